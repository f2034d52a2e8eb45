// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// An account as issues, comments and repositories have it.
    mutating func putUser(_ index: Int32) {
        let account = world.accounts[Int(index)]
        let login = account.escapedLogin
        put("{\"login\":\"")
        put(account.login)
        put("\",\"id\":")
        put(account.id)
        put(",\"node_id\":\"")
        switch account.kind {
        case .user: put(node: "U_", repository: nil, account.id)
        case .bot: put(node: "BOT_", repository: nil, account.id)
        case .organisation: put(node: "O_", repository: nil, account.id)
        }
        if account.kind == .bot {
            put("\",\"avatar_url\":\"https://avatars.githubusercontent.com/in/")
        } else {
            put("\",\"avatar_url\":\"https://avatars.githubusercontent.com/u/")
        }
        put(account.id)
        put("?v=4\",\"gravatar_id\":\"\",\"url\":\"https://api.github.com/users/")
        put(login)
        if account.kind == .bot {
            put("\",\"html_url\":\"https://github.com/apps/")
            put(account.displayLogin)
        } else {
            put("\",\"html_url\":\"https://github.com/")
            put(login)
        }
        put("\",\"followers_url\":\"https://api.github.com/users/")
        put(login)
        put("/followers\",\"following_url\":\"https://api.github.com/users/")
        put(login)
        put("/following{/other_user}\",\"gists_url\":\"https://api.github.com/users/")
        put(login)
        put("/gists{/gist_id}\",\"starred_url\":\"https://api.github.com/users/")
        put(login)
        put("/starred{/owner}{/repo}\",\"subscriptions_url\":\"https://api.github.com/users/")
        put(login)
        put("/subscriptions\",\"organizations_url\":\"https://api.github.com/users/")
        put(login)
        put("/orgs\",\"repos_url\":\"https://api.github.com/users/")
        put(login)
        put("/repos\",\"events_url\":\"https://api.github.com/users/")
        put(login)
        put("/events{/privacy}\",\"received_events_url\":\"https://api.github.com/users/")
        put(login)
        switch account.kind {
        case .user: put("/received_events\",\"type\":\"User\",\"user_view_type\":\"public\",\"site_admin\":false}")
        case .bot: put("/received_events\",\"type\":\"Bot\",\"user_view_type\":\"public\",\"site_admin\":false}")
        case .organisation:
            put("/received_events\",\"type\":\"Organization\",\"user_view_type\":\"public\",\"site_admin\":false}")
        }
    }

    /// What the author of something is to a repository; in the full form of the feed only.
    mutating func putAssociation(_ account: Int32, _ repository: Repository) {
        guard !trimmed else { return }
        put("\"author_association\":\"")
        if account == repository.owner {
            put("OWNER")
        } else {
            switch SplitMix.mix(repository.key &+ UInt64(truncatingIfNeeded: Int(account))) % 8 {
            case 0, 1: put("MEMBER")
            case 2: put("COLLABORATOR")
            case 3, 4, 5: put("CONTRIBUTOR")
            default: put("NONE")
            }
        }
        put("\",")
    }

    /// Counts of reactions to something at an address.
    mutating func putReactions(_ count: Int, _ address: (inout EventWriter) -> Void) {
        put("\"reactions\":{\"url\":\"")
        address(&self)
        put("/reactions\",\"total_count\":")
        put(Int64(count))
        put(",\"+1\":")
        put(Int64(count))
        put(",\"-1\":0,\"laugh\":0,\"hooray\":0,\"confused\":0,\"heart\":0,\"rocket\":0,\"eyes\":0}")
    }
}
