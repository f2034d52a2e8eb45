// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// Where the score of a repository or developer in a month comes from, and how it came there.
package struct NodeExplanation: Sendable {
    /// A month of its history.
    package struct Point: Hashable, Sendable {
        /// The month, and how far its numbers can be trusted.
        package var status: MonthStatus
        /// Score and rank; `nil` when it took no part.
        package var standing: Standing?
        /// Who was at work there, and what of it entered the score.
        package var participation: Participation
    }

    /// What is explained.
    package var node: NamedNode
    /// The point of the month that is explained.
    package var point: Point
    /// The parts of the score; `nil` when it took no part in the month.
    package var parts: ScoreParts?
    /// The newest names of the neighbours that contribute.
    package var neighbourNames: [Int64: String]
    /// What was done between the node and each of its neighbours, whether it contributes or not.
    package var counts: [Int64: ActivityCounts]
    /// All months from the first with data to the last.
    package var history: [Point]
    /// The scoring preset with its overrides.
    package var preset: String
    /// What a reader must be told, each a sentence.
    package var notices: [String]

    /// The month that is explained.
    package var month: Month { point.status.month }
}
