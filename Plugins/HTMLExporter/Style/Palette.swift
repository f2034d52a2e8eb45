// SPDX-License-Identifier: Apache-2.0

/// The colours of the domains.
///
/// Neighbours in the order differ in hue and, for readers who tell hues apart badly, in lightness; names are always
/// written beside colours. Text keeps a contrast of at least 4.5 to its ground in both themes.
enum Palette {
    /// The colours of one hue in one theme.
    struct Tones: Hashable, Sendable {
        /// The ground of a tile.
        var tint: String
        /// The edge of a tile.
        var edge: String
        /// The ground of a tile that stands out.
        var solid: String
        /// Headings on the ground of cells and on tints.
        var ink: String
    }

    /// A hue in both themes.
    struct Hue: Hashable, Sendable {
        /// On a light page.
        var light: Tones
        /// On a dark page.
        var dark: Tones
    }

    /// The text on the solid ground of a tile, on a light and on a dark page.
    static let solidText = (light: "#ffffff", dark: "#0d1117")
    /// The text on tints and on the ground of cells, on a light and on a dark page.
    static let text = (light: "#161b22", dark: "#e6e9ef")

    /// The hue of what has no domain.
    static let neutral = 12

    /// The hue of the domain at a place in the drawing order.
    static func hue(of place: Int) -> Int { place % neutral }

    /// The hues, the neutral one last.
    static let hues = [
        Hue(
            light: Tones(tint: "#e2eefe", edge: "#adcdf8", solid: "#0154aa", ink: "#1f487c"),
            dark: Tones(tint: "#1b2b40", edge: "#334e73", solid: "#80b4f9", ink: "#b3d4ff")
        ),
        Hue(
            light: Tones(tint: "#fee8de", edge: "#f2bda5", solid: "#ab4804", ink: "#723310"),
            dark: Tones(tint: "#3c2316", edge: "#6c402b", solid: "#ffae87", ink: "#f9c3ab")
        ),
        Hue(
            light: Tones(tint: "#d5f5ef", edge: "#96dad0", solid: "#02655c", ink: "#02544c"),
            dark: Tones(tint: "#08312d", edge: "#0d5951", solid: "#46c9b9", ink: "#9ce1d6")
        ),
        Hue(
            light: Tones(tint: "#f8e6fb", edge: "#e1bce6", solid: "#92469e", ink: "#603367"),
            dark: Tones(tint: "#352237", edge: "#5f4064", solid: "#e7abf1", ink: "#e7c2ed")
        ),
        Hue(
            light: Tones(tint: "#dff3e0", edge: "#add8b0", solid: "#036924", ink: "#195625"),
            dark: Tones(tint: "#1a301d", edge: "#325736", solid: "#7ec586", ink: "#b3deb7")
        ),
        Hue(
            light: Tones(tint: "#e9ebfe", edge: "#c2c6f8", solid: "#5d5ac0", ink: "#3f3f7c"),
            dark: Tones(tint: "#262740", edge: "#464872", solid: "#b9befe", ink: "#c8ccff")
        ),
        Hue(
            light: Tones(tint: "#ffe6e8", edge: "#f4b8be", solid: "#99213f", ink: "#732d39"),
            dark: Tones(tint: "#3d2024", edge: "#6e3c43", solid: "#f0929e", ink: "#fbbfc5")
        ),
        Hue(
            light: Tones(tint: "#d6f2ff", edge: "#99d5ee", solid: "#0a7595", ink: "#014f67"),
            dark: Tones(tint: "#0c2f3b", edge: "#17556a", solid: "#67d3fd", ink: "#a0dbf4")
        ),
        Hue(
            light: Tones(tint: "#f0e8ff", edge: "#d3c0f1", solid: "#683a9d", ink: "#523874"),
            dark: Tones(tint: "#2e253d", edge: "#54436d", solid: "#bf9fee", ink: "#d9c7f8")
        ),
        Hue(
            light: Tones(tint: "#f8ebd4", edge: "#e2c797", solid: "#896304", ink: "#5d4201"),
            dark: Tones(tint: "#35280d", edge: "#60491b", solid: "#e9bd68", ink: "#e8cd9d")
        ),
        Hue(
            light: Tones(tint: "#ffe4f2", edge: "#edb9d4", solid: "#8e2668", ink: "#6c2e53"),
            dark: Tones(tint: "#3a212f", edge: "#683d55", solid: "#e693c0", ink: "#f4bfdb")
        ),
        Hue(
            light: Tones(tint: "#e8f1d9", edge: "#c1d3a1", solid: "#5b7606", ink: "#3d5004"),
            dark: Tones(tint: "#252e14", edge: "#455326", solid: "#b5d17c", ink: "#c7d9a7")
        ),
        Hue(
            light: Tones(tint: "#eceef1", edge: "#c5cad2", solid: "#57606c", ink: "#3d4551"),
            dark: Tones(tint: "#262b33", edge: "#444c58", solid: "#a9b3bf", ink: "#c9d0d9")
        ),
    ]
}
