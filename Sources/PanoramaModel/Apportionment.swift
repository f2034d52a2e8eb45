// SPDX-License-Identifier: Apache-2.0

extension [Double] {
    /// The values rounded so that what is printed of them adds up to what is printed of their total.
    ///
    /// The method of the largest remainder (Hamilton): every value is cut to its decimals, and the units of the last digit
    /// that the rounded total has left go to the values that were cut most, of equal ones to the first. So no part differs
    /// from its value by a unit or more, where the values add up to the total.
    ///
    /// - Parameters:
    ///   - total: what they add up to, but for rounding errors.
    ///   - decimals: digits behind the point.
    /// - Returns: the rounded values, in their order.
    /// - Complexity: O(count · log(count)).
    package func apportioned(to total: Double, decimals: Int) -> [Double] {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let target = (total * scale).rounded()
        var units = map { ($0 * scale).rounded(.down) }
        let left = target - units.reduce(0, +)
        guard !isEmpty, left != 0, left.magnitude <= Double(count) else { return units.map { $0 / scale } }
        let remainders = zip(self, units).map { $0 * scale - $1 }
        let order = indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        if left > 0 {
            for index in order.prefix(Int(left)) { units[index] += 1 }
        } else {
            for index in order.suffix(Int(-left)) { units[index] -= 1 }
        }
        return units.map { $0 / scale }
    }
}
