// SPDX-License-Identifier: Apache-2.0

/// The style of the page around map and tables.
enum StyleFrame {
    /// The part of the style sheet.
    static let markup: Markup = """
        *,*::before,*::after{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%;text-size-adjust:100%}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}*,*::before,*::after{transition:none!important;animation:none!important}}
        body{margin:0 auto;padding:0 20px;max-width:1520px;background:var(--ground);color:var(--ink);overflow-wrap:anywhere;
        font:15px/1.55 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","Liberation Sans",sans-serif}
        h1,h2,h3,p,ul,dl,dd{margin:0;padding:0}
        h1{font-size:clamp(28px,3.6vw,44px);line-height:1.12;letter-spacing:-.022em;font-weight:750;text-wrap:balance}
        h2{font-size:24px;line-height:1.25;letter-spacing:-.012em;font-weight:700}
        h3{font-size:14px;line-height:1.4;font-weight:700}
        a{color:var(--accent);text-underline-offset:2px;text-decoration-thickness:1px}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
        .skip{position:absolute;left:20px;top:-60px;background:var(--card);padding:8px 14px;border-radius:0 0 6px 6px;z-index:2}
        .skip:focus{top:0}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .top{padding:30px 0 0}
        .brand{display:flex;gap:8px;align-items:center;color:var(--accent);font-weight:650;font-size:14px;letter-spacing:.01em;margin-bottom:10px}
        .facts-line{display:flex;flex-wrap:wrap;gap:8px 36px;margin-top:18px}
        .facts-line div{min-width:0}
        .facts-line dt{color:var(--soft);font-size:12.5px;line-height:1.3}
        .facts-line dd{font-weight:600;line-height:1.4}
        nav{border-bottom:1px solid var(--line);margin-top:22px}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 26px}
        nav a{display:block;padding:9px 0;font-weight:550;font-size:14px;text-decoration:none;border-bottom:2px solid transparent;margin-bottom:-1px}
        nav a:hover{border-bottom-color:currentColor}
        section{margin-top:44px;scroll-margin-top:12px;min-width:0}
        .section-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;gap:10px 24px}
        .lead{color:var(--soft);max-width:86ch;margin:6px 0 14px}
        .small{color:var(--soft);font-size:13px;margin-top:8px}
        .empty{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:18px 20px;margin-top:12px;max-width:86ch}
        .notices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:12px;align-items:start;margin-top:22px}
        .notice{background:var(--note);color:var(--note-ink);border:1px solid var(--note-edge);border-left-width:6px;border-radius:6px;padding:12px 18px}
        .notice.quality{background:var(--card);color:var(--ink)}
        .notice h2{font-size:14px;line-height:1.4;letter-spacing:0}
        .notice ul{padding-left:18px}
        .find{display:flex;gap:10px;align-items:center;font-size:14px;color:var(--soft)}
        .find[hidden]{display:none}
        .find input{font:inherit;font-size:15px;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:6px;padding:6px 10px;width:min(280px,60vw)}
        .scroll{overflow-x:auto;border-radius:8px}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,560px),1fr));gap:0 40px}
        .findings{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:16px 40px;margin-top:12px}
        .findings ul{padding-left:18px}
        .method{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:18px 40px;margin-top:14px}
        .method dt{font-weight:700}
        .method dd{color:var(--soft);max-width:64ch}
        footer{margin:56px 0 40px;padding-top:16px;border-top:1px solid var(--line);color:var(--soft);font-size:13.5px}

        """
}
