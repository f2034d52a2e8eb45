// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes records of facts one after the other, by the repositories' numbers; see ``FactsCodec`` for the form.
struct FactsWriter {
    private var writer = ByteWriter()
    private var last: Int64 = 0

    /// Starts a list of so many records.
    init(count: Int) {
        writer.write(count)
    }

    /// The records, packed.
    consuming func sealed() throws(SegmentError) -> [UInt8] {
        try SegmentEnvelope.seal(.facts, writer.bytes)
    }

    /// A record whose texts are written already.
    mutating func write(_ head: Head, texts: ArraySlice<UInt8>) {
        writer.write(UInt64(bitPattern: head.id &- last))
        last = head.id
        writer.writeSigned(head.seen)
        writer.write(UInt64(head.given.rawValue))
        if head.given.contains(.stars) { writer.write(UInt64(bitPattern: head.stars)) }
        if head.given.contains(.forks) { writer.write(UInt64(bitPattern: head.forks)) }
        if head.given.contains(.createdAt) { writer.writeSigned(head.createdAt) }
        writer.write(bytes: texts)
    }

    /// A record.
    mutating func write(_ facts: RepositoryFacts) {
        var texts = ByteWriter()
        for text in [facts.name, facts.description, facts.language, facts.licence] {
            if let text { texts.write(text) }
        }
        if let topics = facts.topics {
            texts.write(topics.count)
            for topic in topics { texts.write(topic) }
        }
        write(Head(facts), texts: texts.bytes[...])
        guard !facts.older.isEmpty else { return }
        writer.write(facts.older.count)
        for (index, field) in RepositoryFacts.Field.allCases.enumerated() {
            guard let time = facts.older[field] else { continue }
            writer.write(UInt8(truncatingIfNeeded: index))
            writer.writeSigned(time)
        }
    }

    /// What stands before the texts of a record.
    struct Head: Equatable {
        var id: Int64
        var seen: Int64
        var given: FactsCodec.Given = []
        var stars: Int64 = 0
        var forks: Int64 = 0
        var createdAt: Int64 = 0

        init(id: Int64, seen: Int64) {
            self.id = id
            self.seen = seen
        }

        init(_ facts: RepositoryFacts) {
            self.init(id: facts.id.rawValue, seen: facts.seen)
            stars = facts.stars ?? 0
            forks = facts.forks ?? 0
            createdAt = facts.createdAt ?? 0
            if facts.name != nil { given.insert(.name) }
            if facts.description != nil { given.insert(.description) }
            if facts.language != nil { given.insert(.language) }
            if facts.topics != nil { given.insert(.topics) }
            if facts.stars != nil { given.insert(.stars) }
            if facts.forks != nil { given.insert(.forks) }
            if facts.licence != nil { given.insert(.licence) }
            if facts.createdAt != nil { given.insert(.createdAt) }
            if let isArchived = facts.isArchived {
                given.formUnion(isArchived ? [.isArchived, .archived] : .isArchived)
            }
            if let isFork = facts.isFork { given.formUnion(isFork ? [.isFork, .fork] : .isFork) }
            if !facts.older.isEmpty { given.insert(.older) }
        }
    }
}
