// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPipeline

/// The parts of a score as they are printed: rounded, and so that they add up to the printed score.
struct PrintedParts {
    var carried: Double
    var added: Double
    var background: Double
    var backgroundShare: Double
    /// One for each contribution, in their order.
    var contributions: [Double]
    var decimals: Int

    /// Rounds the parts.
    ///
    /// - Parameters:
    ///   - parts: the parts.
    ///   - score: what they add up to.
    ///   - decimals: digits behind the point.
    init(_ parts: ScoreParts, of score: Double, decimals: Int) {
        let fixed = [parts.carried, parts.added, parts.background, parts.backgroundShare]
        let printed = (fixed + parts.contributions.map(\.value)).apportioned(to: score, decimals: decimals)
        carried = printed[0]
        added = printed[1]
        background = printed[2]
        backgroundShare = printed[3]
        contributions = Array(printed[fixed.count...])
        self.decimals = decimals
    }

    /// The sum of all contributions.
    var neighbours: Double { sum(of: contributions[...]) }

    /// The sum of some contributions.
    func sum(of contributions: ArraySlice<Double>) -> Double {
        contributions.reduce(0, +).rounded(decimals: decimals)
    }
}
