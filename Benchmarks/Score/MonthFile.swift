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
            let activity = read(pairs, 0.0), let developerCarry = read(developerCount, 0.0),
            let repositoryCarry = read(repositoryCount, 0.0)
        else { return nil }
        (self.developerCount, self.repositoryCount) = (developerCount, repositoryCount)
        (self.developers, self.repositories, self.activity) = (developers, repositories, activity)
        (self.developerCarry, self.repositoryCarry) = (developerCarry, repositoryCarry)
    }

    /// The month as a graph.
    var month: ScoredMonth? {
        BipartiteGraph(
            repositoryCount: repositoryCount,
            degrees: developers.reduce(into: Array(repeating: 0, count: developerCount)) { $0[Int($1)] += 1 },
            repositories: repositories,
            weights: activity
        ).map { ScoredMonth($0, developerCarry: developerCarry, repositoryCarry: repositoryCarry) }
    }
}
