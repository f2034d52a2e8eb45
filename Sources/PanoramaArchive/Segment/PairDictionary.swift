// SPDX-License-Identifier: Apache-2.0

/// The pairs of developers and repositories in some records, each once, and the place of every record's pair among them.
struct PairDictionary {
    /// The pairs by developer, then repository.
    private(set) var pairs: [(developer: Int64, repository: Int64)] = []
    /// For each record the place of its pair; empty in a dictionary that was unpacked.
    private(set) var places: [Int] = []

    /// The number of pairs.
    var count: Int { pairs.count }

    /// Gathers the pairs of records.
    ///
    /// - Complexity: O(records).
    init(_ records: [EventRecord]) {
        let byRepository = RadixOrder.ascending(records.map { UInt64(ordered: $0.repository) })
        let order = RadixOrder.ascending(records.map { UInt64(ordered: $0.developer) }, starting: byRepository)
        places = [Int](repeating: 0, count: records.count)
        for place in order {
            let record = records[Int(place)]
            if pairs.last.map({ $0 != (record.developer, record.repository) }) ?? true {
                pairs.append((record.developer, record.repository))
            }
            places[Int(place)] = pairs.count - 1
        }
    }

    /// Packs the pairs.
    func encode(into writer: inout ByteWriter) {
        let repositories = Self.distinct(RadixOrder.sorted(pairs.map { UInt64(ordered: $0.repository) }))
        let developers = Self.distinct(pairs.map { UInt64(ordered: $0.developer) })
        writer.write(developers.count)
        writer.write(repositories.count)
        writer.write(pairs.count)
        for values in [developers, repositories] {
            var previous: UInt64 = 0
            for value in values {
                writer.write(value &- previous)
                previous = value
            }
        }
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].developer == pairs[start].developer { end += 1 }
            writer.write(end - start)
            start = end
        }
        writer.write(planes: Self.places(of: pairs, in: repositories), below: repositories.count)
    }

    private static func distinct(_ sorted: [UInt64]) -> [UInt64] {
        var result: [UInt64] = []
        for value in sorted where result.last != value { result.append(value) }
        return result
    }

    /// The place of each pair's repository among all of them.
    private static func places(of pairs: [(developer: Int64, repository: Int64)], in repositories: [UInt64]) -> [Int] {
        var places = [Int](repeating: 0, count: pairs.count)
        var next = 0
        let keys = pairs.map { UInt64(ordered: $0.repository) }
        for place in RadixOrder.ascending(keys) {
            while repositories[next] != keys[Int(place)] { next += 1 }
            places[Int(place)] = next
        }
        return places
    }

    /// Unpacks pairs.
    init(decoding reader: inout ByteReader) throws(SegmentError) {
        let developerCount = try reader.readCount()
        let repositoryCount = try reader.readCount()
        let pairCount = try reader.readCount()
        func ascending(_ count: Int) throws(SegmentError) -> [Int64] {
            var values: [Int64] = []
            values.reserveCapacity(count)
            var value: UInt64 = 0
            for _ in 0..<count {
                value = value &+ (try reader.readUInt64())
                values.append(Int64(bitPattern: value ^ (1 << 63)))
            }
            return values
        }
        let developers = try ascending(developerCount)
        let repositories = try ascending(repositoryCount)
        pairs.reserveCapacity(pairCount)
        for developer in developers {
            let count = try reader.readUInt64()
            guard count <= UInt64(pairCount - pairs.count) else { throw SegmentError("more pairs than counted") }
            for _ in 0..<count { pairs.append((developer, 0)) }
        }
        guard pairs.count == pairCount else { throw SegmentError("fewer pairs than counted") }
        let places = try reader.readPlanes(count: pairCount, below: repositoryCount)
        for index in pairs.indices { pairs[index].repository = repositories[places[index]] }
    }
}
