// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Reading<Double> {
    /// A number of at least 0.
    static var notNegative: Reading { number("a number of at least 0") { $0 >= 0 } }

    /// A duration in seconds: a number with `ms`, `s`, `m`, `h` or `d`, or a bare number of seconds.
    static func duration(in range: ClosedRange<Double>) -> Reading {
        let limits = "from \(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"
        return Reading("a duration \(limits), such as 500ms, 2s, 10m, 1h or 1d") { node in
            guard let seconds = seconds(node), range.contains(seconds) else { return nil }
            return seconds
        }
    }

    /// A share from 0 to 1, also written in percent.
    static var share: Reading {
        Reading("a share from 0% to 100%, such as 1% or 0.01") { node in
            if case .success(let value) = number.convert(node) { return (0...1).contains(value) ? value : nil }
            guard let text = node.scalar?.text, text.hasSuffix("%") else { return nil }
            let digits = YAMLNode(.scalar(YAMLScalar(String(text.dropLast()), isPlain: true)), at: node.position)
            guard case .success(let percent) = number.convert(digits), (0...100).contains(percent) else { return nil }
            return percent / 100
        }
    }

    private static func seconds(_ node: YAMLNode) -> Double? {
        if case .success(let value) = number.convert(node) { return value }
        guard let text = node.scalar?.text, let unit = DurationText.units.first(where: { text.hasSuffix($0.suffix) })
        else {
            return nil
        }
        let digits = String(text.dropLast(unit.suffix.count))
        let amount = YAMLNode(.scalar(YAMLScalar(digits, isPlain: true)), at: node.position)
        guard case .success(let value) = number.convert(amount) else { return nil }
        return value * unit.seconds
    }
}
