// SPDX-License-Identifier: Apache-2.0

/// The style of map, legend and charts.
enum StyleMap {
    /// The part of the style sheet.
    static let markup: Markup = """
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:6px 24px;font-size:13.5px;margin-bottom:18px}
        .legend li{display:flex;gap:8px;align-items:center}
        .swatch{display:inline-block;width:22px;height:16px;border-radius:3px;background:var(--t0);border:1px solid var(--e0)}
        .swatch.solid{background:var(--s0);border-color:var(--s0)}
        svg text{fill:var(--ink);font-family:inherit;unicode-bidi:plaintext}
        svg.map{display:block;width:100%;min-width:1240px;height:auto}
        .layer-title{font-weight:700;letter-spacing:-.01em}
        svg .facts{fill:var(--soft)}
        .rule{stroke:var(--line);fill:none}
        .frame{fill:var(--card);stroke:var(--line)}
        .key{fill:var(--solid)}
        .cell-title{font-weight:700}
        svg .group-title{font-weight:650;fill:var(--hue-ink)}
        .tile rect{fill:var(--tint);stroke:var(--edge);stroke-width:1}
        .tile.top rect{fill:var(--solid);stroke:var(--solid)}
        .tile .name{font-weight:500}
        .tile.top .name{font-weight:650}
        .tile.top text{fill:var(--solid-ink)}
        .tile .mark{fill:var(--hue-ink)}
        .tile.top .mark{fill:var(--solid-ink)}
        .tile a{text-decoration:none;cursor:pointer}
        .tile a:hover rect{stroke:var(--ink);stroke-width:2}
        .tile a:focus-visible rect{stroke:var(--ink);stroke-width:3}
        .tile.dim{opacity:.16}
        .inline-mark{flex:none;vertical-align:-.02em;margin-right:3px}
        .mark.rise{fill:var(--rise)}
        .mark.fall{fill:var(--fall)}
        .mark.new{fill:var(--new)}
        svg.diverging{display:block;width:100%;min-width:520px;max-width:760px;height:auto}
        .bar.rise rect{fill:var(--rise)}
        .bar.fall rect{fill:var(--fall)}
        .bar .name{font-weight:600}
        .bar .figure{fill:var(--soft);font-variant-numeric:tabular-nums}
        .axis{stroke:var(--soft);fill:none}

        """
}
