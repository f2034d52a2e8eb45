// SPDX-License-Identifier: Apache-2.0

/// Relatedness of repositories by the developers they share.
package enum SharedDevelopers {
    /// Counts, for every repository, the distinct developers who are active in it and in at least one of a circle.
    ///
    /// - Parameters:
    ///   - developers: the developer of each activity, dense from 0.
    ///   - repositories: the repository of each activity, dense from 0; repeats of a pair count once.
    ///   - developerCount: the number of developers.
    ///   - repositoryCount: the number of repositories.
    ///   - circle: whether each repository is in the circle.
    /// - Returns: a count for every repository, also for those in the circle.
    /// - Complexity: O(activities · log(activities)).
    package static func counts(
        developers: [Int32],
        repositories: [Int32],
        developerCount: Int,
        repositoryCount: Int,
        circle: [Bool]
    ) -> [Int] {
        var isActive = [Bool](repeating: false, count: developerCount)
        for (developer, repository) in zip(developers, repositories) where circle[Int(repository)] {
            isActive[Int(developer)] = true
        }
        var counts = [Int](repeating: 0, count: repositoryCount)
        var pairs: [Int64] = []
        for (developer, repository) in zip(developers, repositories) where isActive[Int(developer)] {
            pairs.append(Int64(repository) << 32 | Int64(developer))
        }
        pairs.sort()
        for (index, pair) in pairs.enumerated() where index == 0 || pairs[index - 1] != pair {
            counts[Int(pair >> 32)] += 1
        }
        return counts
    }
}
