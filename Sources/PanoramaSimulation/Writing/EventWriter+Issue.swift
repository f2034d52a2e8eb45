// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// Labels that repositories have: name, escaped name, colour, whether GitHub makes it, description.
    private static let labels: [(StaticString, StaticString, StaticString, Bool, StaticString)] = [
        ("bug", "bug", "d73a4a", true, "Something isn't working"),
        ("enhancement", "enhancement", "a2eeef", true, "New feature or request"),
        ("documentation", "documentation", "0075ca", true, "Improvements or additions to documentation"),
        ("question", "question", "d876e3", true, "Further information is requested"),
        ("good first issue", "good%20first%20issue", "7057ff", true, "Good for newcomers"),
        ("dependencies", "dependencies", "0366d6", false, "Pull requests that update a dependency file"),
        ("ci", "ci", "ededed", false, ""),
        ("stale", "stale", "bbbbbb", false, "Nothing has happened here for a while"),
    ]

    /// The address of an issue in the interface for programs.
    mutating func putIssueAddress(_ item: Item, _ repository: Repository) {
        put("https://api.github.com/repos/")
        putFullName(repository)
        put("/issues/")
        put(item.number)
    }

    /// The labels of an item, as an array.
    mutating func putLabels(_ item: Item, _ repository: Repository) {
        put("[")
        var choice = SplitMix(state: item.key ^ 0x1abe1)
        let count = item.topic == .ordinary ? choice.below(3) : 1
        for index in 0..<count {
            if index > 0 { put(",") }
            let which = item.topic == .ordinary ? (choice.below(4) + index * 4) % 8 : 5
            let (name, escaped, color, isDefault, description) = Self.labels[which]
            let id = 1_000_000_000 + Int64(repository.key % 900_000_000) + Int64(which)
            put("{\"id\":")
            put(id)
            put(",\"node_id\":\"")
            put(node: "LA_", repository: repository.id, id)
            put("\",\"url\":\"https://api.github.com/repos/")
            putFullName(repository)
            put("/labels/")
            put(escaped)
            put("\",\"name\":\"")
            put(name)
            put("\",\"color\":\"")
            put(color)
            put("\",\"default\":")
            put(isDefault)
            put(",\"description\":\"")
            put(description)
            put("\"}")
        }
        put("]")
    }

    /// The milestone of an item, or `null`.
    mutating func putMilestone(_ item: Item, _ repository: Repository) {
        guard repository.group != .personal, item.key % 23 == 0 else {
            put("null")
            return
        }
        let id = 10_000_000 + Int64(repository.key % 1_000_000)
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/milestones/7")
        }
        put("{\"url\":\"")
        address(&self)
        put("\",\"html_url\":\"https://github.com/")
        putFullName(repository)
        put("/milestone/7\",\"labels_url\":\"")
        address(&self)
        put("/labels\",\"id\":")
        put(id)
        put(",\"node_id\":\"")
        put(node: "MI_", repository: repository.id, id)
        put("\",\"number\":7,\"title\":\"Next release\",\"description\":\"\",\"creator\":")
        putUser(repository.owner)
        put(",\"open_issues\":12,\"closed_issues\":30,\"state\":\"open\",\"created_at\":")
        put(time: repository.created)
        put(",\"updated_at\":")
        put(time: item.touched)
        put(",\"due_on\":null,\"closed_at\":null}")
    }

    /// Who an item is assigned to, in both forms that the feed has.
    mutating func putAssignees(_ item: Item) {
        let assigned = item.key % 9 == 0
        func one(_ writer: inout EventWriter) {
            if assigned { writer.putUser(item.opener) } else { writer.put("null") }
        }
        put(",\"assignee\":")
        one(&self)
        put(",\"assignees\":[")
        if assigned { putUser(item.opener) }
        put("]")
    }

    /// An issue; also a pull request as comments see it.
    mutating func putIssue(_ item: Item, _ repository: Repository) {
        put("{\"url\":\"")
        putIssueAddress(item, repository)
        put("\",\"repository_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("\",\"labels_url\":\"")
        putIssueAddress(item, repository)
        put("/labels{/name}\",\"comments_url\":\"")
        putIssueAddress(item, repository)
        put("/comments\",\"events_url\":\"")
        putIssueAddress(item, repository)
        put("/events\",\"html_url\":\"")
        putPageAddress(item, repository)
        put("\",\"id\":")
        put(item.issueID)
        put(",\"node_id\":\"")
        put(node: item.isPull ? "PR_" : "I_", repository: repository.id, item.isPull ? item.pullID : item.issueID)
        put("\",\"number\":")
        put(item.number)
        put(",\"title\":")
        putTitle(item)
        put(",\"user\":")
        putUser(item.opener)
        put(",\"labels\":")
        putLabels(item, repository)
        put(item.state == .open ? ",\"state\":\"open\"" : ",\"state\":\"closed\"")
        put(",\"locked\":false")
        putAssignees(item)
        put(",\"milestone\":")
        putMilestone(item, repository)
        put(",\"comments\":")
        put(item.comments)
        put(",\"created_at\":")
        put(time: item.opened)
        put(",\"updated_at\":")
        put(time: item.touched)
        put(",\"closed_at\":")
        put(time: item.state == .open ? nil : item.closed)
        put(",")
        putAssociation(item.opener, repository)
        put("\"type\":null,\"active_lock_reason\":null,")
        putIssueKind(item, repository)
        put("\"body\":")
        putBody(item)
        put(",")
        putReactions(Int(item.key >> 20) % 13 / 10) { $0.putIssueAddress(item, repository) }
        put(",\"timeline_url\":\"")
        putIssueAddress(item, repository)
        put("/timeline\",\"performed_via_github_app\":null,\"state_reason\":")
        put(item.state == .open || item.isPull ? "null}" : "\"completed\"}")
    }

    private mutating func putPageAddress(_ item: Item, _ repository: Repository) {
        put("https://github.com/")
        putFullName(repository)
        put(item.isPull ? "/pull/" : "/issues/")
        put(item.number)
    }

    private mutating func putIssueKind(_ item: Item, _ repository: Repository) {
        guard item.isPull else {
            put("\"sub_issues_summary\":{\"total\":0,\"completed\":0,\"percent_completed\":0},")
            if trimmed {
                put("\"issue_dependencies_summary\":{\"blocked_by\":0,\"total_blocked_by\":0,\"blocking\":0,")
                put("\"total_blocking\":0},")
            }
            return
        }
        put("\"draft\":false,\"pull_request\":{\"url\":\"")
        putPullAddress(item, repository)
        put("\",\"html_url\":\"")
        putPageAddress(item, repository)
        put("\",\"diff_url\":\"")
        putPageAddress(item, repository)
        put(".diff\",\"patch_url\":\"")
        putPageAddress(item, repository)
        put(".patch\",\"merged_at\":")
        put(time: item.state == .merged ? item.closed : nil)
        put("},")
    }

    /// `IssuesEvent`.
    mutating func issueEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ item: Item,
        _ action: StaticString
    ) {
        begin("IssuesEvent", id: id, actor: actor, repository)
        put("\"action\":\"")
        put(action)
        put("\",\"issue\":")
        putIssue(item, repository)
        end(repository, item.touched)
    }

    /// `IssueCommentEvent`.
    mutating func commentEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ item: Item, comment: Int64) {
        begin("IssueCommentEvent", id: id, actor: actor, repository)
        put("\"action\":\"created\",\"issue\":")
        putIssue(item, repository)
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/issues/comments/")
            writer.put(comment)
        }
        put(",\"comment\":{\"url\":\"")
        address(&self)
        put("\",\"html_url\":\"")
        putPageAddress(item, repository)
        put("#issuecomment-")
        put(comment)
        put("\",\"issue_url\":\"")
        putIssueAddress(item, repository)
        put("\",\"id\":")
        put(comment)
        put(",\"node_id\":\"")
        put(node: "IC_", repository: repository.id, comment)
        put("\",\"user\":")
        putUser(actor)
        put(",\"created_at\":")
        put(time: item.touched)
        put(",\"updated_at\":")
        put(time: item.touched)
        put(",")
        putAssociation(actor, repository)
        put("\"body\":")
        var source = SplitMix(state: UInt64(bitPattern: comment))
        putBody(&source, base: 70, limit: 24_000)
        put(",")
        putReactions(0, address)
        put(",\"performed_via_github_app\":null}")
        end(repository, item.touched)
    }
}
