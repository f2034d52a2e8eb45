// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

/// The names of some lists that are folded together.
struct NameBatch {
    /// The lists.
    private(set) var lists: [SnapshotList] = []
    /// The names of developers, list by list.
    private(set) var developers: [NameObservation] = []
    /// The names of repositories, list by list.
    private(set) var repositories: [NameObservation] = []
    private var replaced: [Part] = []

    /// What a list that is replaced by its exceptions has of the names.
    private struct Part {
        var list: SnapshotList
        var developers: Range<Int>
        var repositories: Range<Int>
    }

    /// The number of names.
    var count: Int { developers.count + repositories.count }

    /// Adds the names of a list.
    ///
    /// - Parameters:
    ///   - list: the list.
    ///   - bytes: its bytes.
    ///   - isReplaced: whether it is of a segment of events, so that its exceptions say enough.
    /// - Throws: ``SegmentError`` when the bytes are damaged; the batch is what it was then.
    mutating func add(_ list: SnapshotList, _ bytes: [UInt8], isReplaced: Bool) throws(SegmentError) {
        let (start, other) = (developers.count, repositories.count)
        do throws(SegmentError) {
            try NameList.forEach(bytes) { table, name in
                switch table {
                case .developers: developers.append(name)
                case .repositories: repositories.append(name)
                }
            }
        } catch {
            developers.removeSubrange(start...)
            repositories.removeSubrange(other...)
            throw error
        }
        lists.append(list)
        if isReplaced {
            replaced.append(
                Part(
                    list: list,
                    developers: start..<developers.count,
                    repositories: other..<repositories.count
                )
            )
        }
    }

    /// Empties the batch.
    mutating func removeAll() {
        lists.removeAll()
        developers.removeAll(keepingCapacity: true)
        repositories.removeAll(keepingCapacity: true)
        replaced.removeAll()
    }

    /// What is kept in place of lists of events, see ``NamesOfSnapshot``: all names of an id, unless it is one that is the
    /// id's first.
    ///
    /// - Parameters:
    ///   - developers: the names that are not the first of their developer.
    ///   - repositories: the names that are not the first of their repository.
    /// - Returns: the names that are kept, packed, by list.
    /// - Throws: ``SegmentError`` when memory is short.
    /// - Complexity: O(names).
    func exceptions(_ developers: [Store.NameRow], _ repositories: [Store.NameRow]) throws -> Store.Exceptions {
        let laterNames = (Self.byID(developers), Self.byID(repositories))
        var exceptions: Store.Exceptions = [:]
        for part in replaced {
            exceptions[part.list] = try NameList.encode(
                developers: Self.exceptions(self.developers[part.developers], laterNames.0),
                repositories: Self.exceptions(self.repositories[part.repositories], laterNames.1)
            )
        }
        return exceptions
    }

    private static func byID(_ names: [Store.NameRow]) -> [Int64: [String]] {
        Dictionary(grouping: names, by: \.id).mapValues { $0.map(\.name) }
    }

    private static func exceptions(
        _ names: ArraySlice<NameObservation>,
        _ later: [Int64: [String]]
    ) -> [NameObservation] {
        var exceptions: [NameObservation] = []
        var start = names.startIndex
        while start < names.endIndex {
            let id = names[start].id
            let end = names[start...].firstIndex { $0.id != id } ?? names.endIndex
            let name = names[start].name.utf8
            let isFirst = !name.isEmpty && later[id]?.contains { $0.utf8.elementsEqual(name) } != true
            if end - start > 1 || !isFirst { exceptions += names[start..<end] }
            start = end
        }
        return exceptions
    }
}
