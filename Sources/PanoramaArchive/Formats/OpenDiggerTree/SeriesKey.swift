// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A key of a series in OpenDigger's tree.
enum SeriesKey: Hashable {
    /// `YYYY-MM`.
    case month(Month)
    /// Has the shape of a month, but the year has none such.
    case impossible
    /// A quarter or a year, which are sums, or the value before a month was repaired (`YYYY-MM-raw`).
    case ignored

    /// Reads a key; `nil` when it is none of a series.
    init?(_ text: String) {
        var shape = text[...]
        if shape.hasSuffix("-raw") { shape = shape.dropLast(4) }
        let isRepaired = shape.endIndex != text.endIndex
        var digits = ""
        for byte in shape.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += "0"
            case UInt8(ascii: "-"): digits += "-"
            case UInt8(ascii: "Q"): digits += "Q"
            default: return nil
            }
        }
        switch digits {
        case "0000", "0000Q0": self = .ignored
        case "0000-00": self = isRepaired ? .ignored : Month(text).map(SeriesKey.month) ?? .impossible
        default: return nil
        }
    }
}
