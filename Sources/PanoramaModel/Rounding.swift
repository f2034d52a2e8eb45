// SPDX-License-Identifier: Apache-2.0

extension Double {
    /// The value rounded to a number of decimals, half away from zero: what is printed of a score.
    public func rounded(decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (self * scale).rounded()
        guard scaled.isFinite else { return self }
        return scaled == 0 ? 0 : scaled / scale
    }

    /// The value with exactly the given number of decimals, such as `615.50`; for tables, the same on every system.
    public func fixed(decimals: Int) -> String {
        let value = rounded(decimals: decimals)
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard let units = Int64(exactly: (value.magnitude * scale).rounded()) else { return "\(value)" }
        let whole = units / Int64(scale)
        let sign = value < 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let fraction = String(units % Int64(scale))
        return "\(sign)\(whole)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
}
