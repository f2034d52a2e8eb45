// SPDX-License-Identifier: Apache-2.0

/// Draws an index in proportion to integer weights, in constant time and exactly.
///
/// A. J. Walker, *An Efficient Method for Generating Discrete Random Variables*, ACM TOMS 3 (3), 1977, in M. D. Vose's
/// linear-time form (1991), with thresholds kept as integers out of the total weight.
struct AliasTable {
    private var thresholds: [UInt64]
    private var aliases: [Int32]
    private let total: UInt64

    /// Makes a table; weights are below 2³², so that the products below fit.
    ///
    /// - Complexity: O(*n*).
    init(weights: [UInt32]) {
        let count = weights.count
        let sum = weights.reduce(into: UInt64(0)) { $0 += UInt64($1) }
        total = max(1, sum)
        thresholds = [UInt64](repeating: total, count: count)
        aliases = (0..<count).map { Int32($0) }
        guard sum > 0 else { return }
        var scaled = weights.map { UInt64($0) * UInt64(count) }
        var small: [Int32] = []
        var large: [Int32] = []
        for index in scaled.indices {
            if scaled[index] < total { small.append(Int32(index)) } else { large.append(Int32(index)) }
        }
        while let low = small.popLast(), let high = large.popLast() {
            thresholds[Int(low)] = scaled[Int(low)]
            aliases[Int(low)] = high
            scaled[Int(high)] -= total - scaled[Int(low)]
            if scaled[Int(high)] < total { small.append(high) } else { large.append(high) }
        }
    }

    /// The number of indices.
    var count: Int { thresholds.count }

    /// Draws an index; the table must not be empty.
    @inline(__always)
    func draw(_ random: inout RandomSource) -> Int {
        let index = random.below(thresholds.count)
        let ticket = random.next().multipliedFullWidth(by: total).high
        return ticket < thresholds[index] ? index : Int(aliases[index])
    }
}
