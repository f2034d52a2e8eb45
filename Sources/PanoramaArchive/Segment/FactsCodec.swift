// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// Facts of repositories, packed: the segment of a file of repositories, and what events told of them on the way.
///
/// A record is the distance of its number from the one before, the time it was seen at, a word that says what is given,
/// the numbers given, the texts given, and the times of facts that are older.
package enum FactsCodec {
    /// Packs facts, of each repository once.
    package static func encode(_ facts: [RepositoryFacts]) throws(SegmentError) -> [UInt8] {
        var writer = FactsWriter(count: facts.count)
        for facts in facts.sorted(by: { $0.id < $1.id }) { writer.write(facts) }
        return try writer.sealed()
    }

    /// Unpacks facts, by the repositories' numbers.
    package static func decode(_ bytes: [UInt8]) throws(SegmentError) -> [RepositoryFacts] {
        var reader = ByteReader(try SegmentEnvelope.open(.facts, bytes[...]))
        var facts: [RepositoryFacts] = []
        var id: Int64 = 0
        for _ in 0..<(try reader.readCount()) {
            let step = try reader.readUInt64()
            guard step > 0, step <= UInt64(Int64.max - id) else {
                throw SegmentError("the number of a repository is out of range or out of order")
            }
            id += Int64(step)
            facts.append(try read(id, &reader))
        }
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return facts
    }

    /// Reads what follows the number of a repository.
    private static func read(_ id: Int64, _ reader: inout ByteReader) throws(SegmentError) -> RepositoryFacts {
        var head = FactsWriter.Head(id: id, seen: try reader.readSigned())
        head.given = Given(rawValue: UInt16(truncatingIfNeeded: try reader.readUInt64()))
        if head.given.contains(.stars) { head.stars = try readCount(&reader) }
        if head.given.contains(.forks) { head.forks = try readCount(&reader) }
        if head.given.contains(.createdAt) { head.createdAt = try reader.readSigned() }
        var facts = try facts(head, &reader)
        if head.given.contains(.older) {
            let fields = RepositoryFacts.Field.allCases
            for _ in 0..<(try reader.readCount()) {
                let index = Int(try reader.readByte())
                guard fields.indices.contains(index) else { throw SegmentError("a fact is not known") }
                facts.date(fields[index], try reader.readSigned())
            }
        }
        return facts
    }

    /// The facts of a record whose head is known and whose texts follow.
    static func facts(_ head: FactsWriter.Head, _ reader: inout ByteReader) throws(SegmentError) -> RepositoryFacts {
        let given = head.given
        var facts = RepositoryFacts(id: RepositoryID(rawValue: head.id), seen: head.seen)
        if given.contains(.stars) { facts.stars = head.stars }
        if given.contains(.forks) { facts.forks = head.forks }
        if given.contains(.createdAt) { facts.createdAt = head.createdAt }
        if given.contains(.isArchived) { facts.isArchived = given.contains(.archived) }
        if given.contains(.isFork) { facts.isFork = given.contains(.fork) }
        if given.contains(.name) { facts.name = try reader.readText() }
        if given.contains(.description) { facts.description = try reader.readText() }
        if given.contains(.language) { facts.language = try reader.readText() }
        if given.contains(.licence) { facts.licence = try reader.readText() }
        if given.contains(.topics) {
            var topics: [String] = []
            for _ in 0..<(try reader.readCount()) { topics.append(try reader.readText()) }
            facts.topics = topics
        }
        return facts
    }

    private static func readCount(_ reader: inout ByteReader) throws(SegmentError) -> Int64 {
        guard let count = Int64(exactly: try reader.readUInt64()) else { throw SegmentError("a count is out of range") }
        return count
    }

    /// What is given of a repository, and the two answers that need no room of their own.
    struct Given: OptionSet {
        let rawValue: UInt16

        static let name = Given(rawValue: 1 << 0)
        static let description = Given(rawValue: 1 << 1)
        static let language = Given(rawValue: 1 << 2)
        static let topics = Given(rawValue: 1 << 3)
        static let stars = Given(rawValue: 1 << 4)
        static let forks = Given(rawValue: 1 << 5)
        static let licence = Given(rawValue: 1 << 6)
        static let createdAt = Given(rawValue: 1 << 7)
        static let isArchived = Given(rawValue: 1 << 8)
        static let isFork = Given(rawValue: 1 << 9)
        /// It is archived; without meaning where that is not given.
        static let archived = Given(rawValue: 1 << 10)
        /// It is a fork; without meaning where that is not given.
        static let fork = Given(rawValue: 1 << 11)
        /// Some facts are older than the rest.
        static let older = Given(rawValue: 1 << 12)

        /// The facts given, without the answers.
        var facts: Given { intersection(Given(rawValue: 1 << 10 - 1)) }
    }
}
