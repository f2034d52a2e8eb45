// SPDX-License-Identifier: Apache-2.0

/// The style of tables and of the small drawings in them.
enum StyleTables {
    /// The part of the style sheet.
    static let markup: Markup = """
        table{border-collapse:collapse;width:100%;background:var(--card);font-size:14px;font-variant-numeric:tabular-nums;line-height:1.35}
        th,td{padding:7px 10px;text-align:left;border-top:1px solid var(--faint);overflow-wrap:anywhere}
        thead th{color:var(--soft);font-weight:600;font-size:13px;border-top:0;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:bottom}
        tbody th{font-weight:400}
        td.n,th.n{text-align:right;white-space:nowrap}
        .dot{flex:none;display:inline-block;width:10px;height:10px;border-radius:2.5px;background:var(--solid);margin-right:8px}
        table.domains{min-width:520px}
        .domains th,.domains td{padding-left:8px;padding-right:8px}
        .domains th[scope=row]{padding-left:28px;text-indent:-18px;min-width:11.5em}
        .layer-row th{font-weight:700;font-size:13px;background:var(--faint);color:var(--soft)}
        table.ranking{min-width:1000px}
        .ranking tbody tr:hover{background:var(--faint)}
        .ranking tr.top{background:var(--top-row)}
        .ranking tr:target{background:var(--note);outline:2px solid var(--note-edge);outline-offset:-2px}
        .ranking tbody tr{scroll-margin-top:80px}
        .rank{color:var(--soft);width:58px}
        tr.top .rank{color:var(--ink);font-weight:700}
        .title{display:block;font-weight:600}
        .repository{font-size:13px;color:var(--soft)}
        td.domain{max-width:280px}
        td.domain .dot{margin-right:8px}
        .sub{color:var(--soft)}
        .sub::before{content:"· "}
        .wide .score-bar{margin-left:10px}
        .score-bar rect{fill:var(--solid,var(--accent))}
        .score-bar{vertical-align:baseline}
        .up{color:var(--rise)}
        .down{color:var(--fall)}
        .new{color:var(--new)}
        .spark{display:block;margin-left:auto}
        .spark-head{text-align:right}
        .spark .window{fill:var(--window)}
        .spark .line{fill:none;stroke:var(--spark);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
        .spark .end{fill:var(--solid)}
        .spark-cell{padding-top:3px;padding-bottom:3px}
        th button{font:inherit;color:inherit;background:none;border:0;padding:2px 0;margin:0;cursor:pointer}
        th button:hover{color:var(--ink);text-decoration:underline;text-underline-offset:3px}
        th[aria-sort=ascending] button::after{content:" ↑"}
        th[aria-sort=descending] button::after{content:" ↓"}
        th[aria-sort] button{color:var(--ink)}

        """
}
