// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes lengths of drawings.
enum Coordinate {
    /// A length with at most two decimals, none of them a closing 0; 0 for what is not a number.
    static func text(_ length: Double) -> String {
        guard length.isFinite else { return "0" }
        var text = length.fixed(decimals: 2)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" || text.isEmpty ? "0" : text
    }
}
