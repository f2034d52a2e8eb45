// SPDX-License-Identifier: Apache-2.0

/// The pairs of developers and repositories in some records, each once, and the place of every record's pair among them.
///
/// Pairs stand by developer, then repository. Developers and repositories are kept once each, ascending, as numbers of the
/// same order (``Swift/UInt64/init(ordered:)``).
struct PairDictionary {
    private var developers: [UInt64] = []
    private var repositories: [UInt64] = []
    /// For each developer the number of pairs.
    private var pairCounts: [Int32] = []
    /// For each pair the place of its repository.
    private var pairs: [Int32] = []
    /// For each record the place of its pair.
    private(set) var places: [Int32]

    /// The number of pairs.
    var count: Int { pairs.count }

    /// Gathers the pairs of records, of each of which the developer and the repository are given as numbers of the same
    /// order (``Swift/UInt64/init(ordered:)``): two arrays of one length.
    ///
    /// - Complexity: O(records).
    init(developers developerKeys: [UInt64], repositories repositoryKeys: [UInt64]) {
        places = [Int32](repeating: 0, count: developerKeys.count)
        pairs.reserveCapacity(developerKeys.count)
        // The repository of each record, as its place.
        var ranks = [Int32](repeating: 0, count: repositoryKeys.count)
        let byRepository = RadixOrder.ascending(repositoryKeys)
        for record in byRepository {
            let key = repositoryKeys[Int(record)]
            if repositories.last != key { repositories.append(key) }
            ranks[Int(record)] = Int32(truncatingIfNeeded: repositories.count - 1)
        }
        for record in RadixOrder.ascending(developerKeys, starting: byRepository) {
            let (key, rank) = (developerKeys[Int(record)], ranks[Int(record)])
            if developers.last != key {
                developers.append(key)
                pairCounts.append(0)
            }
            if pairCounts[pairCounts.count - 1] == 0 || pairs[pairs.count - 1] != rank {
                pairs.append(rank)
                pairCounts[pairCounts.count - 1] += 1
            }
            places[Int(record)] = Int32(truncatingIfNeeded: pairs.count - 1)
        }
    }

    /// Packs the pairs.
    func encode(into writer: inout ByteWriter) {
        writer.write(developers.count)
        writer.write(repositories.count)
        writer.write(pairs.count)
        for values in [developers, repositories] {
            var previous: UInt64 = 0
            writer.write(
                all: values.map { value in
                    defer { previous = value }
                    return value &- previous
                }
            )
        }
        writer.write(all: pairCounts.map { UInt64($0) })
        writer.write(planes: pairs, below: repositories.count)
    }

    /// Unpacks the pairs that ``encode(into:)`` packed.
    static func decode(
        _ reader: inout ByteReader
    ) throws(SegmentError) -> [(developer: Int64, repository: Int64)] {
        let developerCount = try reader.readCount()
        let repositoryCount = try reader.readCount()
        let pairCount = try reader.readCount()
        let developers = try ascending(developerCount, &reader)
        let repositories = try ascending(repositoryCount, &reader)
        var pairs: [(developer: Int64, repository: Int64)] = []
        pairs.reserveCapacity(pairCount)
        for developer in developers {
            let count = try reader.readUInt64()
            guard count <= UInt64(pairCount - pairs.count) else { throw SegmentError("more pairs than counted") }
            for _ in 0..<count { pairs.append((developer, 0)) }
        }
        guard pairs.count == pairCount else { throw SegmentError("fewer pairs than counted") }
        let places = try reader.readPlanes(count: pairCount, below: repositoryCount)
        for index in pairs.indices { pairs[index].repository = repositories[places[index]] }
        return pairs
    }

    private static func ascending(_ count: Int, _ reader: inout ByteReader) throws(SegmentError) -> [Int64] {
        var values: [Int64] = []
        values.reserveCapacity(count)
        var value: UInt64 = 0
        for _ in 0..<count {
            value = value &+ (try reader.readUInt64())
            values.append(Int64(bitPattern: value ^ (1 << 63)))
        }
        return values
    }
}
