// SPDX-License-Identifier: Apache-2.0

/// Where the score of a node in a month comes from: parts that add up to it.
///
/// They are the terms of the equation that OpenRank solves, with retention α, start value v0 and background node b:
///
///     v = α · v0 + (1 − α) · (Σ s · a / A · v_neighbour + v_b / N)        published: v + v_b / N
///
/// v0 is what the node carries and, of a developer, what its own activity adds.
package struct ScoreParts: Hashable, Sendable {
    /// What is carried over: α times the last published value, faded by the months since.
    package var carried: Double
    /// What a developer's own activity adds, times α; 0 of a repository.
    package var added: Double
    /// What neighbours add, the largest first, then by id.
    package var contributions: [Contribution]
    /// What flows in from the background node.
    package var background: Double
    /// The share of the background's value that every node of the month has in its published score.
    package var backgroundShare: Double
    /// Share of its start value that the node keeps, α.
    package var retention: Double
    /// The month the carried value was published for, as an ordinal, and that value; `nil` where nothing is carried.
    package var source: NodeScore?

    /// The value the node started the month with: v0.
    package var start: Double { (carried + added) / retention }

    /// The sum of all parts: the published score, but for the rounding of sums.
    package var sum: Double { contributions.reduce(carried + added + background + backgroundShare) { $0 + $1.value } }
}
