// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaKernel

/// A month as `month.cpp` writes it.
struct MonthFile {
    let developerCount: Int
    let repositoryCount: Int
    let developers: [Int32]
    let repositories: [Int32]
    let activity: [Double]
    let activityBefore: [Double]
    let developerCarry: [Double]
    let repositoryCarry: [Double]

    /// Reads a file; `nil` when it is not there or too short.
    init?(_ path: String) {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        func read<Element: BitwiseCopyable>(_ count: Int, _ zero: Element) -> [Element]? {
            var values = [Element](repeating: zero, count: count)
            return fread(&values, MemoryLayout<Element>.stride, count, file) == count ? values : nil
        }
        guard let header = read(3, UInt64(0)) else { return nil }
        let (developerCount, repositoryCount, pairs) = (Int(header[0]), Int(header[1]), Int(header[2]))
        guard let developers = read(pairs, Int32(0)), let repositories = read(pairs, Int32(0)),
            let activity = read(pairs, 0.0), let activityBefore = read(pairs, 0.0),
            let developerCarry = read(developerCount, 0.0), let repositoryCarry = read(repositoryCount, 0.0)
        else { return nil }
        (self.developerCount, self.repositoryCount) = (developerCount, repositoryCount)
        (self.developers, self.repositories) = (developers, repositories)
        (self.activity, self.activityBefore) = (activity, activityBefore)
        (self.developerCarry, self.repositoryCarry) = (developerCarry, repositoryCarry)
    }

    /// The whole month.
    var month: ScoredMonth? {
        BipartiteGraph(
            developerCount: developerCount,
            repositoryCount: repositoryCount,
            developers: developers,
            repositories: repositories,
            weights: activity
        ).map { ScoredMonth($0, developerCarry: developerCarry, repositoryCarry: repositoryCarry) }
    }

    /// The month without its last hour, and the number that each repository has in it, −1 for new ones.
    var before: (month: ScoredMonth, places: [Int32])? {
        let pairs = activity.indices.filter { activityBefore[$0] > 0 }
        let rows = places(developerCount, pairs.map { developers[$0] })
        let columns = places(repositoryCount, pairs.map { repositories[$0] })
        return BipartiteGraph(
            developerCount: rows.filter { $0 >= 0 }.count,
            repositoryCount: columns.filter { $0 >= 0 }.count,
            developers: pairs.map { rows[Int(developers[$0])] },
            repositories: pairs.map { columns[Int(repositories[$0])] },
            weights: pairs.map { activityBefore[$0] }
        ).map { graph in
            let month = ScoredMonth(
                graph,
                developerCarry: developerCarry.indices.filter { rows[$0] >= 0 }.map { developerCarry[$0] },
                repositoryCarry: repositoryCarry.indices.filter { columns[$0] >= 0 }.map { repositoryCarry[$0] }
            )
            return (month, columns)
        }
    }

    /// Numbers the nodes that are named, in their order.
    private func places(_ count: Int, _ named: [Int32]) -> [Int32] {
        var places = [Int32](repeating: -1, count: count)
        for node in named { places[Int(node)] = 0 }
        var next: Int32 = 0
        for node in places.indices where places[node] == 0 {
            places[node] = next
            next += 1
        }
        return places
    }
}
