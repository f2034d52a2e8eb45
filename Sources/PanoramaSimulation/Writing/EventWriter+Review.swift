// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    private mutating func putPage(_ item: Item, _ repository: Repository) {
        put("https://github.com/")
        putFullName(repository)
        put("/pull/")
        put(item.number)
    }

    /// `PullRequestReviewEvent`.
    mutating func reviewEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ item: Item, review: Int64) {
        begin("PullRequestReviewEvent", id: id, actor: actor, repository)
        put("\"action\":\"created\",\"review\":{\"id\":")
        put(review)
        put(",\"node_id\":\"")
        put(node: "PRR_", repository: repository.id, review)
        put("\",\"user\":")
        putUser(actor)
        put(",\"body\":")
        var source = SplitMix(state: UInt64(bitPattern: review))
        putBody(&source, base: 40, limit: 8_000, none: 60)
        put(",\"commit_id\":\"")
        out.append(sha: item.key &+ UInt64(item.reviewComments >> 2))
        put("\",\"submitted_at\":")
        put(time: item.touched)
        switch source.below(10) {
        case 0..<5: put(",\"state\":\"approved\"")
        case 5: put(",\"state\":\"changes_requested\"")
        default: put(",\"state\":\"commented\"")
        }
        put(",\"html_url\":\"")
        putPage(item, repository)
        put("#pullrequestreview-")
        put(review)
        put("\",\"pull_request_url\":\"")
        putPullAddress(item, repository)
        put("\",")
        putAssociation(actor, repository)
        put("\"_links\":{\"html\":{\"href\":\"")
        putPage(item, repository)
        put("#pullrequestreview-")
        put(review)
        put("\"},\"pull_request\":{\"href\":\"")
        putPullAddress(item, repository)
        put("\"}}},\"pull_request\":")
        putPull(item, repository, counts: false)
        end(repository, item.touched)
    }

    /// `PullRequestReviewCommentEvent`.
    mutating func reviewCommentEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ item: Item,
        comment: Int64,
        review: Int64
    ) {
        begin("PullRequestReviewCommentEvent", id: id, actor: actor, repository)
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/pulls/comments/")
            writer.put(comment)
        }
        func page(_ writer: inout EventWriter) {
            writer.putPage(item, repository)
            writer.put("#discussion_r")
            writer.put(comment)
        }
        var source = SplitMix(state: UInt64(bitPattern: comment) ^ 0x9ead)
        let line = Int64(1 + source.below(900))
        put("\"action\":\"created\",\"comment\":{\"url\":\"")
        address(&self)
        put("\",\"pull_request_review_id\":")
        put(review)
        put(",\"id\":")
        put(comment)
        put(",\"node_id\":\"")
        put(node: "PRRC_", repository: repository.id, comment)
        put("\",\"diff_hunk\":\"")
        putHunk(&source, line)
        put("\",\"path\":\"src/")
        words.putWords(1, &source, to: &out)
        put("/module.py\",\"commit_id\":\"")
        out.append(sha: item.key &+ UInt64(item.reviewComments >> 2))
        put("\",\"original_commit_id\":\"")
        out.append(sha: item.key)
        put("\",\"user\":")
        putUser(actor)
        put(",\"body\":")
        putBody(&source, base: 60, limit: 8_000)
        put(",\"created_at\":")
        put(time: item.touched)
        put(",\"updated_at\":")
        put(time: item.touched)
        put(",\"html_url\":\"")
        page(&self)
        put("\",\"pull_request_url\":\"")
        putPullAddress(item, repository)
        put("\",")
        putAssociation(actor, repository)
        put("\"_links\":{\"self\":{\"href\":\"")
        address(&self)
        put("\"},\"html\":{\"href\":\"")
        page(&self)
        put("\"},\"pull_request\":{\"href\":\"")
        putPullAddress(item, repository)
        put("\"}},")
        putReactions(0, address)
        put(",\"start_line\":null,\"original_start_line\":null,\"start_side\":null,\"line\":")
        put(line)
        put(",\"original_line\":")
        put(line)
        put(",\"side\":\"RIGHT\",\"original_position\":")
        put(Int64(1 + source.below(60)))
        put(",\"position\":")
        put(Int64(1 + source.below(60)))
        put(",\"subject_type\":\"line\"},\"pull_request\":")
        putPull(item, repository, counts: false)
        end(repository, item.touched)
    }

    private mutating func putHunk(_ source: inout SplitMix, _ line: Int64) {
        put("@@ -")
        put(line)
        put(",6 +")
        put(line)
        put(",9 @@ def forward(self):")
        for index in 0...source.below(12) {
            put(index % 3 == 0 ? "\\n+        " : "\\n         ")
            words.putWords(2 + source.below(7), &source, to: &out)
        }
    }
}
