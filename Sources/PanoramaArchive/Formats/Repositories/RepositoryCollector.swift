// SPDX-License-Identifier: Apache-2.0

import CSimdjson

/// Gathers the repository objects of a file; its snapshot holds what they say of each repository.
final class RepositoryCollector: RecordCollector {
    private let parser: RepositoryParser
    private var table = FactsTable()
    private var names = NameTable()
    private(set) var count = 0

    /// Makes a collector of repositories seen in a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(plausible: ClosedRange<Int64>) throws(ArchiveError) {
        parser = try RepositoryParser(plausible: plausible)
    }

    func add(_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> RecordReader.Verdict {
        let observation: RepositoryParser.Observation
        do throws(RepositoryParser.Problem) {
            observation = try unsafe parser.parse(json)
        } catch .malformed {
            return .malformed
        } catch {
            return .foreign(error.reason)
        }
        let repository = unsafe observation.repository
        unsafe table.observe(repository, seen: observation.seen)
        unsafe names.observe(id: repository.id, name: repository.full_name.buffer, time: observation.seen)
        count += 1
        return .taken
    }

    func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot {
        names.flush()
        do throws(SegmentError) {
            let facts = try table.packed()
            var snapshot = Snapshot(
                kind: .repositories,
                accepted: count,
                rejections: account.rejections,
                segment: facts,
                months: []
            )
            snapshot.facts = facts
            snapshot.names = try NameList.encode(developers: NameTable(), repositories: names)
            snapshot.comment = account.comment
            return snapshot
        } catch {
            throw ArchiveError(error)
        }
    }
}
