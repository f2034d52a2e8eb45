// SPDX-License-Identifier: Apache-2.0

package import PanoramaArchive
package import PanoramaModel

/// The scores of a month, and what nodes at rest may still carry into later ones.
package struct MonthScores: Hashable, Sendable {
    /// The month.
    package var month: Month
    /// Stands for all that later months take from this one: equal nodes with equal values have equal digests.
    package let digest: String
    /// Developers by id; those whose entry is of this month took part in it.
    package let developers: [NodeScore]
    /// Repositories by id, likewise.
    package let repositories: [NodeScore]
    /// Value of the background node.
    package var background: Double
    /// Pairs of the month graph.
    package var pairs: Int
    /// Double sweeps the solve took.
    package var sweeps: Int
    /// Multiply-adds over directed edges that the solve took; a pair is two directed edges.
    package var edgeWork: Int

    /// OpenRank of a repository in this month; 0 when it took no part.
    ///
    /// - Complexity: O(log(repositories)).
    package func score(of repository: RepositoryID) -> Double {
        guard let index = repositories.index(ofID: repository.rawValue), repositories[index].month == month.ordinal
        else {
            return 0
        }
        return repositories[index].value
    }

    // MARK: - Packed form

    package func encode() throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(month.ordinal)
        writer.write(digest)
        writer.write(background)
        writer.write(pairs)
        writer.write(sweeps)
        writer.write(edgeWork)
        for nodes in [developers, repositories] {
            writer.write(nodes.count)
            var id: Int64 = 0
            for node in nodes {
                writer.writeSigned(node.id &- id)
                id = node.id
            }
            for node in nodes { writer.write(month.ordinal - node.month) }
            for node in nodes { writer.write(node.value) }
        }
        return try SegmentEnvelope.seal(.scores, writer.bytes)
    }

    package init(decoding bytes: ArraySlice<UInt8>) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.scores, bytes))
        let ordinal = Int(truncatingIfNeeded: try reader.readUInt64())
        month = Month(ordinal: ordinal)
        digest = try reader.readText()
        background = try reader.readDouble()
        pairs = try reader.readAmount()
        sweeps = try reader.readAmount()
        edgeWork = try reader.readAmount()
        func nodes() throws(SegmentError) -> [NodeScore] {
            let count = try reader.readCount()
            var nodes: [NodeScore] = []
            nodes.reserveCapacity(count)
            var id: Int64 = 0
            for _ in 0..<count {
                id = id &+ (try reader.readSigned())
                nodes.append(NodeScore(id: id, value: 0, month: ordinal))
            }
            for index in nodes.indices { nodes[index].month &-= Int(truncatingIfNeeded: try reader.readUInt64()) }
            for index in nodes.indices { nodes[index].value = try reader.readDouble() }
            return nodes
        }
        developers = try nodes()
        repositories = try nodes()
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }

    package init(
        month: Month,
        developers: [NodeScore] = [],
        repositories: [NodeScore] = [],
        background: Double = 0,
        pairs: Int = 0,
        sweeps: Int = 0,
        edgeWork: Int = 0
    ) {
        self.month = month
        var digest = Fingerprint("nodes 1")
        digest.add([developers.count, repositories.count])
        digest.add(developers)
        digest.add(repositories)
        self.digest = digest.hex
        self.developers = developers
        self.repositories = repositories
        self.background = background
        self.pairs = pairs
        self.sweeps = sweeps
        self.edgeWork = edgeWork
    }
}

extension [NodeScore] {
    /// The place of an id in nodes sorted by id.
    ///
    /// - Complexity: O(log(count)).
    func index(ofID id: Int64) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low].id == id ? low : nil
    }
}
