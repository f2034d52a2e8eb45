// SPDX-License-Identifier: Apache-2.0

/// The colours of the page as custom properties, for both themes.
enum StyleColours {
    /// The part of the style sheet.
    static let markup: Markup = """

        :root{color-scheme:light;\(light)}
        :root[data-theme=dark]{color-scheme:dark;\(dark)}
        @media screen and (prefers-color-scheme:dark){:root[data-theme=auto]{color-scheme:dark;\(dark)}}
        @media print{:root[data-theme]{color-scheme:light;\(light)}}
        \(classes)
        """

    private static let light: Markup = """
        --ground:#f5f6f8;--card:#ffffff;--ink:\(Palette.text.light);--soft:#525b67;--line:#d8dde4;--faint:#eaedf1;\
        --accent:#1d4f91;--rise:#0a58a8;--fall:#a83e0c;--new:#0a6b5d;--solid-ink:\(Palette.solidText.light);\
        --note:#fff5da;--note-edge:#d8a31a;--note-ink:#4a3600;--top-row:#f1f5fb;--spark:#52657f;--window:#e3eaf4;\
        \(tones(\.light))
        """

    private static let dark: Markup = """
        --ground:#0d1117;--card:#141a22;--ink:\(Palette.text.dark);--soft:#9da8b5;--line:#2b333e;--faint:#1e252f;\
        --accent:#84b7fb;--rise:#7db9ff;--fall:#ffa073;--new:#63d3c0;--solid-ink:\(Palette.solidText.dark);\
        --note:#2d250f;--note-edge:#a57c17;--note-ink:#f4e2b4;--top-row:#19222e;--spark:#9fb2cb;--window:#222d3c;\
        \(tones(\.dark))
        """

    private static func tones(_ theme: KeyPath<Palette.Hue, Palette.Tones>) -> Markup {
        Markup(
            Palette.hues.enumerated().map { index, hue in
                let tones = hue[keyPath: theme]
                return """
                    --t\(index):\(tones.tint);--e\(index):\(tones.edge);--s\(index):\(tones.solid);--i\(index):\(tones.ink);
                    """
            }
        )
    }

    private static let classes = Markup(
        Palette.hues.indices.map { index in
            """
            .h\(index){--tint:var(--t\(index));--edge:var(--e\(index));--solid:var(--s\(index));--hue-ink:var(--i\(index))}

            """
        }
    )
}
