// SPDX-License-Identifier: Apache-2.0

/// What is said of a group of projects together, such as a domain: how many, their scores' sum and mean, and its change.
public struct GroupStatistics: Hashable, Sendable {
    /// The number of projects.
    public var count: Int
    /// Sum of the projects' mean monthly scores over the landscape's window.
    public var sum: Double
    /// Change of the mean against the same months of the year before; `nil` where those months have no data.
    ///
    /// As in the published landscape of 2025, the base is the mean over the projects that had a score then, 0 when none
    /// had: a project that did not exist yet must not make its domain look smaller than it was.
    public var yearOverYear: YearOverYear?

    /// Adds up the projects of a group; the order of the projects does not matter.
    ///
    /// - Complexity: O(projects · log(projects)).
    public init(_ projects: [Project]) {
        count = projects.count
        sum = Self.total(projects.map(\.openrank))
        let changes = projects.compactMap(\.yearOverYear)
        guard changes.count == projects.count, !projects.isEmpty else { return }
        let bases = changes.map(\.base).filter { $0 > 0 }
        yearOverYear = YearOverYear(
            base: bases.isEmpty ? 0 : Self.total(bases) / Double(bases.count),
            current: Self.total(changes.map(\.current)) / Double(changes.count)
        )
    }

    /// Mean of the projects' mean monthly scores; 0 without projects.
    public var mean: Double { count == 0 ? 0 : sum / Double(count) }

    /// The sum, taken from the smallest up: sums of floating-point numbers depend on their order.
    private static func total(_ scores: [Double]) -> Double { scores.sorted().reduce(0, +) }
}
