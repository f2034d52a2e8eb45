// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// What `CreateEvent` and `DeleteEvent` are about.
    enum Reference {
        case repository
        case branch
        case tag
    }

    private mutating func putReference(_ repository: Repository, _ kind: Reference, _ key: UInt64, isFull: Bool) {
        switch kind {
        case .repository: put("null")
        case .branch:
            put(isFull ? "\"refs/heads/" : "\"")
            putWorkBranch(key)
            put("\"")
        case .tag:
            put(isFull ? "\"refs/tags/v" : "\"v")
            putVersion(key)
            put("\"")
        }
    }

    private mutating func putVersion(_ key: UInt64) {
        put(Int64(key % 4))
        put(".")
        put(Int64((key >> 8) % 30))
        put(".")
        put(Int64((key >> 16) % 12))
    }

    private mutating func putKind(_ kind: Reference) {
        switch kind {
        case .repository: put("\"repository\"")
        case .branch: put("\"branch\"")
        case .tag: put("\"tag\"")
        }
    }

    /// `CreateEvent`.
    mutating func createEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ second: Int64,
        _ kind: Reference,
        _ key: UInt64
    ) {
        begin("CreateEvent", id: id, actor: actor, repository)
        put("\"ref\":")
        putReference(repository, kind, key, isFull: false)
        put(",\"ref_type\":")
        putKind(kind)
        if trimmed {
            put(",\"full_ref\":")
            putReference(repository, kind, key, isFull: true)
        }
        put(",\"master_branch\":\"")
        put(defaultBranch(repository))
        put("\",\"description\":")
        putDescription(repository)
        put(",\"pusher_type\":\"user\"")
        end(repository, second)
    }

    /// `DeleteEvent` of a branch.
    mutating func deleteEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64, _ key: UInt64) {
        begin("DeleteEvent", id: id, actor: actor, repository)
        put("\"ref\":")
        putReference(repository, .branch, key, isFull: false)
        put(",\"ref_type\":\"branch\"")
        if trimmed {
            put(",\"full_ref\":")
            putReference(repository, .branch, key, isFull: true)
        }
        put(",\"pusher_type\":\"user\"")
        end(repository, second)
    }

    /// `WatchEvent`: a star.
    mutating func watchEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64) {
        begin("WatchEvent", id: id, actor: actor, repository)
        put("\"action\":\"started\"")
        end(repository, second)
    }

    /// `PublicEvent`.
    mutating func publicEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64) {
        begin("PublicEvent", id: id, actor: actor, repository)
        end(repository, second)
    }

    /// `ForkEvent`.
    mutating func forkEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64, fork: Int64) {
        begin("ForkEvent", id: id, actor: actor, repository)
        if trimmed { put("\"action\":\"forked\",") }
        put("\"forkee\":")
        let view = RepositoryView(fork: fork, of: repository, owner: actor, created: second)
        putRepository(view, second, forkee: true)
        end(repository, second)
    }

    /// `MemberEvent`.
    mutating func memberEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64, member: Int32) {
        begin("MemberEvent", id: id, actor: actor, repository)
        put("\"member\":")
        putUser(member)
        put(",\"action\":\"added\"")
        end(repository, second)
    }

    /// `GollumEvent`: pages of a wiki.
    mutating func wikiEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64, _ key: UInt64) {
        begin("GollumEvent", id: id, actor: actor, repository)
        put("\"pages\":[{\"page_name\":\"Home\",\"title\":\"Home\",\"summary\":null,\"action\":\"edited\",\"sha\":\"")
        out.append(sha: key)
        put("\",\"html_url\":\"https://github.com/")
        putFullName(repository)
        put("/wiki/Home\"}]")
        end(repository, second)
    }

    /// `CommitCommentEvent`.
    mutating func commitCommentEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ second: Int64,
        comment: Int64
    ) {
        var source = SplitMix(state: UInt64(bitPattern: comment))
        let commit = source.next()
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/comments/")
            writer.put(comment)
        }
        begin("CommitCommentEvent", id: id, actor: actor, repository)
        if trimmed { put("\"action\":\"created\",") }
        put("\"comment\":{\"url\":\"")
        address(&self)
        put("\",\"html_url\":\"https://github.com/")
        putFullName(repository)
        put("/commit/")
        out.append(sha: commit)
        put("#commitcomment-")
        put(comment)
        put("\",\"id\":")
        put(comment)
        put(",\"node_id\":\"")
        put(node: "CC_", repository: repository.id, comment)
        put("\",\"user\":")
        putUser(actor)
        put(",\"position\":null,\"line\":null,\"path\":null,\"commit_id\":\"")
        out.append(sha: commit)
        put("\",\"created_at\":")
        put(time: second)
        put(",\"updated_at\":")
        put(time: second)
        put(",")
        putAssociation(actor, repository)
        put("\"body\":")
        putBody(&source, base: 60, limit: 6_000)
        put(",")
        putReactions(0, address)
        put("}")
        end(repository, second)
    }
}
