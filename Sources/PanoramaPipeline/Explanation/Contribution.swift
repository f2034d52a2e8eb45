// SPDX-License-Identifier: Apache-2.0

/// What a neighbour in the month graph adds to a node's score.
package struct Contribution: Hashable, Sendable {
    /// The neighbour: a developer of a repository, a repository of a developer.
    package var id: Int64
    /// What it adds: (1 − α) · edge share · activity / total activity · the neighbour's value.
    package var value: Double
    /// Activity between the two in the month.
    package var activity: Double
    /// Activity of the neighbour with all its neighbours in the month.
    package var totalActivity: Double
    /// The neighbour's published score.
    package var score: Double
}
