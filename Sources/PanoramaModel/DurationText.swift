// SPDX-License-Identifier: Apache-2.0

/// Durations as the configuration writes them: `500ms`, `2s`, `10m`, `1h` or `1d`.
package enum DurationText {
    /// The units, the smallest first.
    package static let units: [(suffix: String, seconds: Double)] = [
        ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400),
    ]

    /// A number of seconds in the largest unit of which it is a whole number.
    package static func text(_ seconds: Double) -> String {
        let unit = units.last { $0.seconds <= seconds && seconds.remainder(dividingBy: $0.seconds) == 0 }
        let shown = unit ?? ("s", 1)
        let amount = Int64(exactly: seconds / shown.seconds).map { "\($0)" } ?? "\(seconds / shown.seconds)"
        return amount + shown.suffix
    }
}
