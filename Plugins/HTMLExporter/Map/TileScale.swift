// SPDX-License-Identifier: Apache-2.0

/// How the area of a tile follows from a score.
///
/// The area grows with the square root of the score, so that projects of very different size can stand side by side and be
/// read. Below a bound all tiles have the least area.
struct TileScale: Hashable, Sendable {
    /// The highest score.
    let greatestScore: Double
    /// The area of the highest score.
    let greatestArea: Double

    /// Chooses areas for the scores of a landscape: few projects get larger tiles than many.
    ///
    /// - Complexity: O(number of scores · its logarithm).
    init(_ scores: [Double]) {
        let sane = scores.map(Self.sane).sorted()
        greatestScore = sane.last ?? 0
        let highest = greatestScore
        guard highest > 0 else {
            greatestArea = MapMeasures.leastTileArea * 2
            return
        }
        let shares = sane.reduce(0) { $0 + ($1 / highest).squareRoot() }
        let count = Double(sane.count)
        let wanted = max(420_000, count * (3_400 + 4_600 * min(1, 150 / count)))
        greatestArea = min(max(wanted / shares, 4 * MapMeasures.leastTileArea), MapMeasures.greatestTileArea)
    }

    /// The area of a score's tile.
    func area(of score: Double) -> Double {
        guard greatestScore > 0 else { return greatestArea }
        return max(MapMeasures.leastTileArea, greatestArea * (Self.sane(score) / greatestScore).squareRoot())
    }

    /// The score below which all tiles have the least area.
    var leastScore: Double {
        let share = MapMeasures.leastTileArea / greatestArea
        return share * share * greatestScore
    }

    /// A score that can be drawn: finite and not negative.
    static func sane(_ score: Double) -> Double { score.isFinite ? max(0, score) : 0 }
}
