// SPDX-License-Identifier: Apache-2.0

/// The last published score of a developer or repository, and the month it is of.
package struct NodeScore: Hashable, Sendable, BitwiseCopyable {
    /// GitHub's number of the node.
    package var id: Int64
    /// OpenRank.
    package var value: Double
    /// The month it was published for, as an ordinal; an earlier one than the table's for nodes at rest.
    package var month: Int

    package init(id: Int64, value: Double, month: Int) {
        self.id = id
        self.value = value
        self.month = month
    }
}
