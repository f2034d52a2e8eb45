// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// `PushEvent`: with its commits in the full form, without in the trimmed one.
    mutating func pushEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ second: Int64,
        push: Int64,
        before: UInt64
    ) {
        begin("PushEvent", id: id, actor: actor, repository)
        var source = SplitMix(state: UInt64(bitPattern: push))
        let head = Self.head(of: push)
        put("\"repository_id\":")
        put(repository.id)
        put(",\"push_id\":")
        put(push)
        let size = max(1, heavyTailedLength(base: 1, limit: 400, &source) / 2)
        if !trimmed {
            put(",\"size\":")
            put(Int64(size))
            put(",\"distinct_size\":")
            put(Int64(size))
        }
        put(",\"ref\":\"refs/heads/")
        putBranch(repository, source.next())
        put("\",\"head\":\"")
        out.append(sha: head)
        put("\",\"before\":\"")
        out.append(sha: before)
        put("\"")
        if !trimmed {
            put(",\"commits\":[")
            let shown = min(20, size)
            for index in 0..<shown {
                if index > 0 { put(",") }
                putCommit(actor, repository, index == shown - 1 ? head : head &+ UInt64(index + 1), &source)
            }
            put("]")
        }
        end(repository, second)
    }

    /// The key of the commit that a push ends with.
    static func head(of push: Int64) -> UInt64 { SplitMix.mix(UInt64(bitPattern: push)) }

    private mutating func putCommit(_ actor: Int32, _ repository: Repository, _ key: UInt64, _ source: inout SplitMix) {
        let account = world.accounts[Int(actor)]
        put("{\"sha\":\"")
        out.append(sha: key)
        put("\",\"author\":{\"email\":\"")
        out.append(sha: UInt64(bitPattern: account.id))
        put("@invented.example\",\"name\":\"")
        put(account.login)
        put("\"},\"message\":\"")
        switch source.below(12) {
        case 0: put("Update README.md")
        case 1:
            put("Merge pull request #")
            put(Int64(source.below(4_000)))
            put(" from ")
            put(account.login)
            put("/patch\\n\\n")
            words.putWords(3 + source.below(7), &source, to: &out)
        default:
            words.putWords(2 + source.below(8), &source, to: &out)
            if source.below(8) == 0 {
                put("\\n\\n")
                words.putBody(heavyTailedLength(base: 90, limit: 8_000, &source), &source, to: &out)
            }
        }
        put("\",\"distinct\":true,\"url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/commits/")
        out.append(sha: key)
        put("\"}")
    }
}
