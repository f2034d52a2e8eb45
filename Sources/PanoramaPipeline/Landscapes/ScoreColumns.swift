// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Scores of repositories over months that follow each other, month by month in flat arrays: only what is not 0 takes room.
struct ScoreColumns {
    /// A repository with a number: its score in a month, or its sum or mean over several.
    struct Entry: Hashable {
        var id: RepositoryID
        var value: Double
    }

    /// For each month its entries by id.
    private var columns: [[Entry]]

    /// Makes columns without scores.
    init(months count: Int) { columns = Array(repeating: [], count: count) }

    /// The months' places.
    var indices: Range<Int> { columns.indices }

    /// Sets the scores of a month, which must be by id.
    mutating func set(_ entries: [Entry], at index: Int) {
        columns[index] = entries
    }

    /// Adds a score to a month, whose ids must be lower than this.
    mutating func append(_ entry: Entry, at index: Int) {
        columns[index].append(entry)
    }

    /// The score of a repository in a month; 0 where none is known.
    ///
    /// - Complexity: O(log(scores of the month)).
    func value(of id: RepositoryID, at index: Int) -> Double {
        let column = columns[index]
        var (low, high) = (column.startIndex, column.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if column[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < column.endIndex && column[low].id == id ? column[low].value : 0
    }

    /// The sums of all that have a score in any of some months, added up in the order of the months; by id.
    ///
    /// - Complexity: O(repositories · months).
    func sums(over places: [Int]) -> [Entry] {
        var sums: [Entry] = []
        for place in places { sums = Self.sum(sums, columns[place]) }
        return sums
    }

    private static func sum(_ left: [Entry], _ right: [Entry]) -> [Entry] {
        if left.isEmpty || right.isEmpty { return left + right }
        var sums: [Entry] = []
        sums.reserveCapacity(max(left.count, right.count))
        var place = right.startIndex
        for entry in left {
            while place < right.endIndex, right[place].id < entry.id {
                sums.append(right[place])
                place += 1
            }
            var entry = entry
            if place < right.endIndex, right[place].id == entry.id {
                entry.value += right[place].value
                place += 1
            }
            sums.append(entry)
        }
        sums.append(contentsOf: right[place...])
        return sums
    }
}
