// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// `ReleaseEvent`.
    mutating func releaseEvent(_ id: Int64, _ actor: Int32, _ repository: Repository, _ second: Int64, release: Int64) {
        var source = SplitMix(state: UInt64(bitPattern: release))
        let major = Int64(source.below(5))
        let minor = Int64(source.below(60))
        func version(_ writer: inout EventWriter) {
            writer.put("v")
            writer.put(major)
            writer.put(".")
            writer.put(minor)
            writer.put(".0")
        }
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/releases/")
            writer.put(release)
        }
        begin("ReleaseEvent", id: id, actor: actor, repository)
        put("\"action\":\"published\",\"release\":{\"url\":\"")
        address(&self)
        put("\",\"assets_url\":\"")
        address(&self)
        put("/assets\",\"upload_url\":\"https://uploads.github.com/repos/")
        putFullName(repository)
        put("/releases/")
        put(release)
        put("/assets{?name,label}\",\"html_url\":\"https://github.com/")
        putFullName(repository)
        put("/releases/tag/")
        version(&self)
        put("\",\"id\":")
        put(release)
        put(",\"author\":")
        putUser(actor)
        put(",\"node_id\":\"")
        put(node: "RE_", repository: repository.id, release)
        put("\",\"tag_name\":\"")
        version(&self)
        put("\",\"target_commitish\":\"")
        put(defaultBranch(repository))
        put("\",\"name\":\"Release ")
        version(&self)
        put("\",\"draft\":false,\"immutable\":false,\"prerelease\":false,\"created_at\":")
        put(time: second - 600)
        if trimmed {
            put(",\"updated_at\":")
            put(time: second)
        }
        put(",\"published_at\":")
        put(time: second)
        put(",\"assets\":[")
        if source.below(3) == 0 { putAsset(actor, repository, second, release + 11_000_000, version) }
        put("],\"tarball_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/tarball/")
        version(&self)
        put("\",\"zipball_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/zipball/")
        version(&self)
        put("\",\"body\":")
        var notes = source
        putBody(&source, base: 200, limit: 20_000)
        put(",\"short_description_html\":\"<p>")
        words.putWords(8 + notes.below(40), &notes, to: &out)
        put("</p>\",\"is_short_description_html_truncated\":false}")
        end(repository, second)
    }

    private mutating func putAsset(
        _ actor: Int32,
        _ repository: Repository,
        _ second: Int64,
        _ asset: Int64,
        _ version: (inout EventWriter) -> Void
    ) {
        put("{\"url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("/releases/assets/")
        put(asset)
        put("\",\"id\":")
        put(asset)
        put(",\"node_id\":\"")
        put(node: "RA_", repository: repository.id, asset)
        put("\",\"name\":\"invented.tar.gz\",\"label\":\"\",\"uploader\":")
        putUser(actor)
        put(",\"content_type\":\"application/gzip\",\"state\":\"uploaded\",\"size\":")
        put(Int64(asset % 50_000_000))
        if trimmed {
            put(",\"digest\":\"sha256:")
            out.append(sha: UInt64(bitPattern: asset))
            out.append(hexadecimal: repository.key, digits: 16)
            out.append(hexadecimal: repository.key &+ 1, digits: 8)
            put("\"")
        } else {
            put(",\"digest\":null")
        }
        put(",\"download_count\":0,\"created_at\":")
        put(time: second - 300)
        put(",\"updated_at\":")
        put(time: second - 290)
        put(",\"browser_download_url\":\"https://github.com/")
        putFullName(repository)
        put("/releases/download/")
        version(&self)
        put("/invented.tar.gz\"}")
    }

    /// `DiscussionEvent`, of the later feed only.
    mutating func discussionEvent(
        _ id: Int64,
        _ actor: Int32,
        _ repository: Repository,
        _ second: Int64,
        discussion: Int64,
        number: Int32
    ) {
        var source = SplitMix(state: UInt64(bitPattern: discussion))
        func address(_ writer: inout EventWriter) {
            writer.put("https://api.github.com/repos/")
            writer.putFullName(repository)
            writer.put("/discussions/")
            writer.put(number)
        }
        begin("DiscussionEvent", id: id, actor: actor, repository)
        put("\"action\":\"created\",\"discussion\":{\"repository_url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("\",\"category\":{\"id\":")
        put(40_000_000 + repository.id % 1_000_000)
        put(",\"node_id\":\"")
        put(node: "DIC_", repository: repository.id, 40_000_000 + repository.id % 1_000_000)
        put("\",\"repository_id\":")
        put(repository.id)
        put(",\"emoji\":\":pray:\",\"name\":\"Q&A\",\"description\":\"Ask the community for help\",\"created_at\":")
        put(time: repository.created)
        put(",\"updated_at\":")
        put(time: repository.created)
        put(",\"slug\":\"q-a\",\"is_answerable\":true},\"answer_html_url\":null,\"answer_chosen_at\":null,")
        put("\"answer_chosen_by\":null,\"html_url\":\"https://github.com/")
        putFullName(repository)
        put("/discussions/")
        put(number)
        put("\",\"id\":")
        put(discussion)
        put(",\"node_id\":\"")
        put(node: "D_", repository: repository.id, discussion)
        put("\",\"number\":")
        put(number)
        put(",\"title\":\"")
        words.putWords(4 + source.below(7), &source, to: &out)
        put("\",\"user\":")
        putUser(actor)
        put(",\"labels\":[],\"state\":\"open\",\"state_reason\":null,\"locked\":false,\"comments\":0,\"created_at\":")
        put(time: second)
        put(",\"updated_at\":")
        put(time: second)
        put(",\"body\":")
        putBody(&source, base: 200, limit: 12_000)
        put(",")
        putReactions(0, address)
        put(",\"timeline_url\":\"")
        address(&self)
        put("/timeline\"}")
        end(repository, second)
    }
}
