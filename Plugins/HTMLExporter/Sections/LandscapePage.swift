// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The page: its head, and its sections from top to bottom.
struct LandscapePage {
    private let content: PageContent

    /// Makes the page of a landscape.
    init(_ landscape: Landscape, settings: HTMLExporterSettings) {
        content = PageContent(landscape, settings: settings)
    }

    /// The whole document.
    var document: Markup {
        let hasProjects = !content.projects.isEmpty
        let title: Markup = "\(content.landscape.title) · Panorama"
        let main = Markup([
            NoticesSection(content).markup,
            MapSection(content).markup,
            hasProjects ? OverviewSection(content).markup : "",
            FindingsSection(content).markup,
            hasProjects ? RankingSection(content).markup : "",
            MethodSection(content).markup,
        ])
        return """
            <!DOCTYPE html>
            <html lang="en" data-theme="\(content.settings.theme.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(PageSecurity.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Panorama">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <link rel="icon" href="\(PageIcon.address)">
            <style>\(StyleSheet.markup)</style>
            </head>
            <body>
            <a class="skip" href="#\(hasProjects ? "ranking" : "main")">Skip the map</a>
            \(HeaderSection(content).markup)
            <main id="main">
            \(main)</main>
            \(FooterSection(content).markup)
            <script>\(PageScript.markup)</script>
            </body>
            </html>

            """
    }
}
