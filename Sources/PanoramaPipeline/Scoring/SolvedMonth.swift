// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// What the solve of a month took.
package struct SolvedMonth: Hashable, Sendable {
    /// The month.
    package var month: Month
    /// Pairs of the month graph.
    package var pairs: Int
    /// Double sweeps: each goes over the edges in both directions, once.
    package var sweeps: Int
    /// Multiply-adds over directed edges; a pair is two directed edges.
    package var edgeWork: Int

    init(_ scores: MonthScores) {
        month = scores.month
        pairs = scores.pairs
        sweeps = scores.sweeps
        edgeWork = scores.edgeWork
    }
}
