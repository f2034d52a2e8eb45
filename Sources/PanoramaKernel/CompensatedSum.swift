// SPDX-License-Identifier: Apache-2.0

/// A sum whose rounding error does not grow with the number of terms.
///
/// Source: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*, 1974.
struct CompensatedSum {
    private var sum = 0.0
    private var compensation = 0.0

    /// Adds a term.
    ///
    /// - Complexity: O(1).
    mutating func add(_ term: Double) {
        let total = sum + term
        compensation += sum.magnitude >= term.magnitude ? (sum - total) + term : (term - total) + sum
        sum = total
    }

    /// The sum of the terms so far.
    var value: Double { sum + compensation }
}
