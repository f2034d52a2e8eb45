// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Gathers the rows of counted pairs and packs them block by block, so that memory stays bounded.
struct CountedPairCollector: ~Copyable {
    /// Pairs in a block; 64 bytes each while they are gathered.
    private let blockSize: Int
    private var parser: CountedPairParser
    private var gathered: [(month: Month, start: Int64, pairs: [Pair])] = []
    /// The place of the last row's month among those gathered.
    private var recent = 0
    private var waiting = 0
    private var blocks: [CountedPairSegment.Block] = []
    private var monthCounts: [Month: Int] = [:]
    private var developers = NameTable()
    private var repositories = NameTable()
    /// Rows whose developer or repository is known by name alone.
    private var unidentified = 0

    /// Prepares to take rows of some months.
    init(_ head: CountedPairHead, months: ClosedRange<Month>, blockSize: Int = 1 << 20) {
        self.blockSize = blockSize
        parser = CountedPairParser(head, months: months)
    }

    /// Adds the row of a line; an empty line is passed over.
    ///
    /// - Returns: what is wrong with the line, `nil` when it was good.
    /// - Throws: ``ArchiveError`` when a block cannot be packed.
    mutating func add(_ line: Line) throws(ArchiveError) -> String? {
        if waiting >= blockSize { try packBlocks() }
        guard !line.isTooLong else { return "the line is too long" }
        let content = unsafe line.content
        guard unsafe !content.isEmpty else { return nil }
        do throws(CountedPairParser.RowError) {
            add(try unsafe parser.parse(content))
            return nil
        } catch {
            return error.reason
        }
    }

    private mutating func add(_ row: CountedPairRow) {
        if !gathered.indices.contains(recent) || gathered[recent].month != row.month {
            recent = gathered.firstIndex { $0.month == row.month } ?? gathered.count
            if recent == gathered.count { gathered.append((row.month, row.month.startEpochSeconds, [])) }
        }
        gathered[recent].pairs.append(row.pair)
        waiting += 1
        if !row.pair.developer.isIdentified || !row.pair.repository.isIdentified { unidentified += 1 }
        let time = gathered[recent].start
        unsafe developers.observe(id: row.pair.developer.rawValue, name: row.login, time: time)
        unsafe repositories.observe(id: row.pair.repository.rawValue, name: row.repositoryName, time: time)
    }

    private mutating func packBlocks() throws(ArchiveError) {
        do throws(SegmentError) {
            gathered.sort { $0.month < $1.month }
            for index in gathered.indices {
                let month = gathered[index].month
                monthCounts[month, default: 0] += gathered[index].pairs.count
                gathered[index].pairs.unify()
                blocks.append(try CountedPairSegment.Block(month, gathered[index].pairs))
            }
        } catch {
            throw ArchiveError(error)
        }
        gathered.removeAll()
        waiting = 0
    }

    /// The rows added.
    var count: Int { monthCounts.values.reduce(waiting, +) }

    /// The snapshot of everything added.
    mutating func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot {
        try packBlocks()
        developers.flush()
        repositories.flush()
        do throws(SegmentError) {
            var snapshot = Snapshot(
                kind: .pairs,
                accepted: count,
                rejections: account.rejections,
                segment: try CountedPairSegment.encode(blocks),
                months: monthCounts.map { (month: $0.key, records: $0.value) }.sorted { $0.month < $1.month }
            )
            snapshot.unidentified = unidentified
            snapshot.names = try NameList.encode(developers: developers, repositories: repositories)
            snapshot.comment = account.comment
            return snapshot
        } catch {
            throw ArchiveError(error)
        }
    }
}
