// SPDX-License-Identifier: Apache-2.0

/// Advance widths of characters in thousandths of the font size.
///
/// The page is drawn with the reader's own fonts, which cannot be measured here. The widths are those of the widest of the
/// usual sans-serif fonts, so that a label that fits by them fits in all.
struct GlyphWidths: Sendable {
    /// The widths from U+0020 to U+007E.
    private let basic: [Int]
    /// The width of other letters of European scripts.
    private let letter: Int
    /// The width of other narrow characters.
    private let other: Int

    /// Text of normal weight.
    static let regular = GlyphWidths(
        basic: [
            318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637,
            637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1_016, 685, 687, 723, 771, 667, 611, 778, 752, 295,
            500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732, 685, 989, 686, 667, 686, 391, 337, 391, 838,
            557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521,
            393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
        ],
        letter: 720,
        other: 900
    )

    /// Bold text.
    static let bold = GlyphWidths(
        basic: [
            349, 457, 521, 838, 696, 1_002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696, 696, 696,
            696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1_000, 774, 763, 734, 831, 684, 684, 821, 837, 373,
            557, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1_104, 771, 725, 726, 458, 366, 458, 838,
            557, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1_042, 712, 688, 716, 716, 494, 596,
            479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
        ],
        letter: 800,
        other: 1_000
    )

    /// The width of a scalar in thousandths of the font size.
    func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value >= 0x20, basic.indices.contains(Int(value) - 0x20) { return basic[Int(value) - 0x20] }
        switch value {
        case 0xa0: return basic[0]
        case 0x2212: return basic[11]
        case 0x2013, 0x2019, 0xb7: return 560
        case 0x2014, 0x2026: return 1_000
        case 0x200b...0x200f, 0xfe00...0xfe0f: return 0
        case 0xa1..<0x530: return HTMLText.isMark(scalar) ? 0 : letter
        default: return Self.isWide(value) ? 1_000 : HTMLText.isMark(scalar) ? 0 : Self.isTall(value) ? 1_300 : other
        }
    }

    /// Whether the width of a scalar is known rather than guessed.
    static func isMeasured(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7f, 0xa0, 0xb7, 0x2013, 0x2014, 0x2019, 0x2026, 0x2212: true
        default: false
        }
    }

    /// Whether a scalar takes a full square, as East Asian characters do.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
            0xffe0...0xffe6, 0x20000...0x3fffd:
            true
        default: false
        }
    }

    /// Whether a scalar is a picture or a ligature that may be wider than a square.
    private static func isTall(_ value: UInt32) -> Bool {
        switch value {
        case 0x2190...0x2bff, 0xfb50...0xfdff, 0x1f000...0x1faff: true
        default: false
        }
    }
}
