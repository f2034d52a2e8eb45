// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Takes in the one object of a file of OpenDigger's tree.
final class TreeCollector: RecordCollector {
    private let path: String
    private let months: ClosedRange<Month>
    private var object: TreeObject?

    /// Prepares for a file at a path below the inbox.
    init(path: String, months: ClosedRange<Month>) {
        self.path = path
        self.months = months
    }

    var isOneObject: Bool { true }

    func add(_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> RecordReader.Verdict {
        guard object == nil else { return .foreign("a file holds one series; this object is another") }
        do throws(TreeError) {
            object = try unsafe TreeObject(json, path: path, months: months)
        } catch {
            throw ArchiveError(.unrecognised, error.message)
        }
        return object == nil ? .foreign("the object is no series of months") : .taken
    }

    var faults: RejectionLog { object?.faults ?? RejectionLog() }

    /// The values taken in; an empty series counts as one, so that it is not taken for a file without anything good.
    var count: Int { object.map { $0.scores.isEmpty && faults.count == 0 ? 1 : $0.scores.count } ?? 0 }

    func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot {
        var snapshot = try Snapshot(published: object?.scores ?? [], account)
        snapshot.subject = object?.subject
        return snapshot
    }
}
