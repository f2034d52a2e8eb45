// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The repositories that may be in a landscape, in numbers: their mean scores.
///
/// The order of a landscape is by what is printed of the scores, since beyond that equal ones may differ by the accuracy of
/// a solve; then by name and id. So names are needed only of those that are printed alike, and millions need none.
struct Ranking {
    /// The repositories with their means, in any order.
    private let means: [ScoreColumns.Entry]

    init(_ means: [ScoreColumns.Entry]) { self.means = means }

    /// What is printed of a mean.
    static func printed(_ mean: Double) -> Double { mean.rounded(decimals: Standing.decimals) }

    /// All that may be among the first `limit`, in any order: so many by score, and whatever is printed like the last of them.
    ///
    /// What is included is among them in any case, whatever its score.
    ///
    /// - Complexity: O(repositories) where few of them are among the first.
    func contenders(limit: Int, including included: Set<RepositoryID>) -> [ScoreColumns.Entry] {
        guard means.count > limit, limit > 0 else { return means }
        let least = Self.printed(leastMean(of: limit))
        return means.filter { Self.printed($0.value) >= least || included.contains($0.id) }
    }

    /// The means of so many highest: the least of them.
    private func leastMean(of count: Int) -> Double {
        var highest: [Double] = []
        var least = -Double.infinity
        for entry in means where entry.value > least {
            highest.append(entry.value)
            if highest.count == 2 * count { least = Self.cut(&highest, to: count) }
        }
        return Self.cut(&highest, to: count)
    }

    /// Keeps so many highest, and gives the least of them.
    private static func cut(_ values: inout [Double], to count: Int) -> Double {
        values.sort(by: >)
        values.removeLast(max(values.count - count, 0))
        return values.last ?? -Double.infinity
    }

    /// The place of a repository among all, from 1; `nil` when it is not among them.
    ///
    /// It asks for the names of those that are printed alike.
    ///
    /// - Complexity: O(repositories).
    func place(of id: RepositoryID, naming name: (Set<RepositoryID>) throws -> [RepositoryID: String]) rethrows -> Int?
    {
        guard let own = means.first(where: { $0.id == id }) else { return nil }
        let printed = Self.printed(own.value)
        var (higher, alike) = (0, Set<RepositoryID>())
        for entry in means {
            let other = Self.printed(entry.value)
            if other > printed { higher += 1 } else if other == printed { alike.insert(entry.id) }
        }
        let names = try name(alike)
        let before = alike.count { (names[$0] ?? "", $0) < (names[id] ?? "", id) }
        return higher + before + 1
    }
}
