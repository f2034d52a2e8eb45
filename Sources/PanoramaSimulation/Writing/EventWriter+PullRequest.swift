// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// The address of a pull request in the interface for programs.
    mutating func putPullAddress(_ item: Item, _ repository: Repository) {
        put("https://api.github.com/repos/")
        putFullName(repository)
        put("/pulls/")
        put(item.number)
    }

    private mutating func putPage(_ item: Item, _ repository: Repository) {
        put("https://github.com/")
        putFullName(repository)
        put("/pull/")
        put(item.number)
    }

    private func headKey(_ item: Item) -> UInt64 { item.key &+ UInt64(item.reviewComments >> 2) }

    /// The repository that the branch is in.
    private func headView(_ item: Item, _ repository: Repository) -> RepositoryView {
        guard item.fromFork else { return RepositoryView(repository) }
        let fork = 860_000_000 + Int64(item.key >> 8 & 0x7ff_ffff)
        return RepositoryView(fork: fork, of: repository, owner: item.opener, created: item.opened - 86_400)
    }

    /// A pull request in the form of the era; in the full form, counts come with events about the request itself only.
    mutating func putPull(_ item: Item, _ repository: Repository, counts: Bool, mergedBy: Int32? = nil) {
        if trimmed {
            putTrimmedPull(item, repository)
            return
        }
        put("{\"url\":\"")
        putPullAddress(item, repository)
        put("\",\"id\":")
        put(item.pullID)
        put(",\"node_id\":\"")
        put(node: "PR_", repository: repository.id, item.pullID)
        put("\",\"html_url\":\"")
        putPage(item, repository)
        put("\",\"diff_url\":\"")
        putPage(item, repository)
        put(".diff\",\"patch_url\":\"")
        putPage(item, repository)
        put(".patch\",\"issue_url\":\"")
        putIssueAddress(item, repository)
        put("\",\"number\":")
        put(item.number)
        put(item.state == .open ? ",\"state\":\"open\"" : ",\"state\":\"closed\"")
        put(",\"locked\":false,\"title\":")
        putTitle(item)
        put(",\"user\":")
        putUser(item.opener)
        put(",\"body\":")
        putBody(item)
        put(",\"created_at\":")
        put(time: item.opened)
        put(",\"updated_at\":")
        put(time: item.touched)
        put(",\"closed_at\":")
        put(time: item.state == .open ? nil : item.closed)
        put(",\"merged_at\":")
        put(time: item.state == .merged ? item.closed : nil)
        put(",\"merge_commit_sha\":")
        if item.state == .open && item.opened == item.touched {
            put("null")
        } else {
            put("\"")
            out.append(sha: item.key ^ 0x3e19e)
            put("\"")
        }
        putAssignees(item)
        put(",\"requested_reviewers\":[")
        if item.key % 5 == 0 { putUser(repository.owner) }
        put("],\"requested_teams\":[],\"labels\":")
        putLabels(item, repository)
        put(",\"milestone\":")
        putMilestone(item, repository)
        put(item.key % 17 == 0 ? ",\"draft\":true" : ",\"draft\":false")
        putPullAddresses(item, repository)
        put(",\"head\":")
        putBranchEnd(item, headView(item, repository), isHead: true)
        put(",\"base\":")
        putBranchEnd(item, RepositoryView(repository), isHead: false)
        putLinks(item, repository)
        put(",")
        putAssociation(item.opener, repository)
        put("\"auto_merge\":null,\"active_lock_reason\":null")
        if counts { putCounts(item, mergedBy) }
        put("}")
    }

    private mutating func putPullAddresses(_ item: Item, _ repository: Repository) {
        put(",\"commits_url\":\"")
        putPullAddress(item, repository)
        put("/commits\",\"review_comments_url\":\"")
        putPullAddress(item, repository)
        put("/comments\",\"review_comment_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/pulls/comments{/number}\",\"comments_url\":\"")
        putIssueAddress(item, repository)
        put("/comments\",\"statuses_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/statuses/")
        out.append(sha: headKey(item))
        put("\"")
    }

    private mutating func putBranchEnd(_ item: Item, _ view: RepositoryView, isHead: Bool) {
        put("{\"label\":\"")
        put(world.accounts[Int(view.owner)].login)
        put(":")
        if isHead { putBranch(item) } else { put(defaultBranch(view.origin)) }
        put("\",\"ref\":\"")
        if isHead { putBranch(item) } else { put(defaultBranch(view.origin)) }
        put("\",\"sha\":\"")
        out.append(sha: isHead ? headKey(item) : item.key ^ 0xba5e)
        put("\",\"user\":")
        putUser(view.owner)
        put(",\"repo\":")
        putRepository(view, item.touched)
        put("}")
    }

    private mutating func putLinks(_ item: Item, _ repository: Repository) {
        put(",\"_links\":{\"self\":{\"href\":\"")
        putPullAddress(item, repository)
        put("\"},\"html\":{\"href\":\"")
        putPage(item, repository)
        put("\"},\"issue\":{\"href\":\"")
        putIssueAddress(item, repository)
        put("\"},\"comments\":{\"href\":\"")
        putIssueAddress(item, repository)
        put("/comments\"},\"review_comments\":{\"href\":\"")
        putPullAddress(item, repository)
        put("/comments\"},\"review_comment\":{\"href\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/pulls/comments{/number}\"},\"commits\":{\"href\":\"")
        putPullAddress(item, repository)
        put("/commits\"},\"statuses\":{\"href\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/statuses/")
        out.append(sha: headKey(item))
        put("\"}}")
    }

    private mutating func putCounts(_ item: Item, _ mergedBy: Int32?) {
        var source = SplitMix(state: item.key ^ 0xc07)
        put(",\"merged\":")
        put(item.state == .merged)
        put(",\"mergeable\":")
        put(item.state == .open && item.comments > 0 ? "true" : "null")
        put(",\"rebaseable\":")
        put(item.state == .open && item.comments > 0 ? "false" : "null")
        put(
            item.state == .open && item.comments > 0
                ? ",\"mergeable_state\":\"clean\"" : ",\"mergeable_state\":\"unknown\""
        )
        put(",\"merged_by\":")
        if item.state == .merged, let mergedBy { putUser(mergedBy) } else { put("null") }
        put(",\"comments\":")
        put(item.comments)
        put(",\"review_comments\":")
        put(item.reviewComments)
        put(
            item.fromFork
                ? ",\"maintainer_can_modify\":true,\"commits\":" : ",\"maintainer_can_modify\":false,\"commits\":"
        )
        put(Int64(1 + source.below(5)))
        put(",\"additions\":")
        put(Int64(heavyTailedLength(base: 8, limit: 60_000, &source)))
        put(",\"deletions\":")
        put(Int64(heavyTailedLength(base: 3, limit: 30_000, &source)))
        put(",\"changed_files\":")
        put(Int64(1 + heavyTailedLength(base: 1, limit: 300, &source)))
    }

    private mutating func putTrimmedPull(_ item: Item, _ repository: Repository) {
        put("{\"url\":\"")
        putPullAddress(item, repository)
        put("\",\"id\":")
        put(item.pullID)
        put(",\"number\":")
        put(item.number)
        put(",\"head\":{\"ref\":\"")
        putBranch(item)
        put("\",\"sha\":\"")
        out.append(sha: headKey(item))
        put("\",\"repo\":")
        putTrimmedRepository(headView(item, repository))
        put("},\"base\":{\"ref\":\"")
        put(defaultBranch(repository))
        put("\",\"sha\":\"")
        out.append(sha: item.key ^ 0xba5e)
        put("\",\"repo\":")
        putTrimmedRepository(RepositoryView(repository))
        put("}}")
    }

    private mutating func putTrimmedRepository(_ view: RepositoryView) {
        put("{\"id\":")
        put(view.id)
        put(",\"url\":\"https://api.github.com/repos/")
        putFullName(view.owner, view.origin.name)
        put("\",\"name\":\"")
        put(view.origin.name)
        put("\"}")
    }

    /// `PullRequestEvent`.
    mutating func pullEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ item: Item,
        _ action: StaticString,
        assignee: Int32? = nil
    ) {
        begin("PullRequestEvent", id: id, actor: actor, repository)
        put("\"action\":\"")
        put(action)
        put("\",\"number\":")
        put(item.number)
        put(",\"pull_request\":")
        putPull(item, repository, counts: true, mergedBy: actor)
        if let assignee {
            put(",\"assignee\":")
            putUser(assignee)
            put(",\"assignees\":[")
            putUser(assignee)
            put("]")
        }
        end(repository, item.touched)
    }
}
