// SPDX-License-Identifier: Apache-2.0

/// Collects events of GitHub's feed.
final class EventCollector: RecordCollector {
    /// All state in one value, so that an event costs one check of access and no more.
    private var gathering: EventGathering

    /// Makes a collector of events of a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(
        plausible: ClosedRange<Int64>,
        takesCensus: Bool = false,
        blockSize: Int = 1 << 17
    ) throws(ArchiveError) {
        gathering = try EventGathering(plausible: plausible, takesCensus: takesCensus, blockSize: blockSize)
    }

    func add(_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> RecordReader.Verdict {
        try unsafe gathering.add(json)
    }

    func commonRefusal(of count: Int) -> String? { gathering.commonRefusal(of: count) }

    var count: Int { gathering.count }

    func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot { try gathering.snapshot(account) }
}
