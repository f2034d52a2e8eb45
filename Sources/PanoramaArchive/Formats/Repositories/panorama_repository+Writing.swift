// SPDX-License-Identifier: Apache-2.0

import CSimdjson

extension panorama_repository {
    /// Whether a name is given, whole or in its two parts.
    var hasName: Bool { unsafe full_name.count > 0 || (owner.count > 0 && name.count > 0) }

    /// The facts that it gives.
    var given: FactsCodec.Given {
        var given: FactsCodec.Given = []
        if unsafe hasName, unsafe nameCount <= TextLimit.name { given.insert(.name) }
        if unsafe description.isGiven { given.insert(.description) }
        if unsafe language.isGiven(within: TextLimit.word) { given.insert(.language) }
        if unsafe licence.isGiven(within: TextLimit.word) { given.insert(.licence) }
        if unsafe topic_count >= 0 { given.insert(.topics) }
        if unsafe stars >= 0 { given.insert(.stars) }
        if unsafe forks >= 0 { given.insert(.forks) }
        if unsafe created_at.count > 0 { given.insert(.createdAt) }
        if unsafe is_archived >= 0 { given.formUnion(unsafe is_archived > 0 ? [.isArchived, .archived] : .isArchived) }
        if unsafe is_fork >= 0 { given.formUnion(unsafe is_fork > 0 ? [.isFork, .fork] : .isFork) }
        return given
    }

    /// Writes the texts given, in the form of ``FactsCodec``.
    ///
    /// - Returns: what stands before them.
    func write(to writer: inout ByteWriter, seen: Int64) -> FactsWriter.Head {
        var head = unsafe FactsWriter.Head(id: id, seen: seen)
        unsafe head.given = given
        if head.given.contains(.stars) { unsafe head.stars = stars }
        if head.given.contains(.forks) { unsafe head.forks = forks }
        if head.given.contains(.createdAt) {
            if let time = unsafe Timestamp.epochSeconds(created_at.buffer) {
                head.createdAt = time
            } else {
                head.given.remove(.createdAt)
            }
        }
        if head.given.contains(.name) {
            if unsafe full_name.count > 0 {
                unsafe writer.write(full_name.buffer)
            } else {
                unsafe writer.write(nameCount)
                unsafe writer.write(bytes: owner.buffer)
                writer.write(UInt8(ascii: "/"))
                unsafe writer.write(bytes: name.buffer)
            }
        }
        if head.given.contains(.description) { unsafe writer.write(description.buffer.cut(to: TextLimit.description)) }
        if head.given.contains(.language) { unsafe writer.write(language.buffer) }
        if head.given.contains(.licence) { unsafe writer.write(licence.buffer) }
        if head.given.contains(.topics) { unsafe writeTopics(to: &writer) }
        return head
    }

    private var nameCount: Int { unsafe full_name.count > 0 ? full_name.count : owner.count + 1 + name.count }

    private func writeTopics(to writer: inout ByteWriter) {
        unsafe withUnsafeBytes(of: topics) { bytes in
            let kept = unsafe bytes.bindMemory(to: panorama_text.self).prefix(Int(max(topic_count, 0)))
                .filter { unsafe $0.count <= TextLimit.word }
            unsafe writer.write(kept.count)
            for index in unsafe kept.indices { unsafe writer.write(kept[index].buffer) }
        }
    }
}

/// Bytes that are kept of a text; far more than GitHub allows, so that no file can make the facts large.
private enum TextLimit {
    static let name = 300
    static let description = 1_024
    static let word = 100
}

extension panorama_text {
    /// Whether a text was given, even an empty one.
    var isGiven: Bool { unsafe bytes != nil }

    /// Whether a text was given that is no longer than allowed.
    fileprivate func isGiven(within limit: Int) -> Bool { unsafe isGiven && count <= limit }
}

extension UnsafeRawBufferPointer {
    /// The beginning of a UTF-8 text that has at most so many bytes, without half a character at its end.
    fileprivate func cut(to limit: Int) -> UnsafeRawBufferPointer {
        guard count > limit else { return unsafe self }
        var end = limit
        while end > 0, unsafe self[end] & 0xc0 == 0x80 { end -= 1 }
        return unsafe UnsafeRawBufferPointer(rebasing: self[..<end])
    }
}
