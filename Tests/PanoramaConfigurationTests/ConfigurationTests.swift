// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit
import Testing

@Suite
struct ConfigurationTests {
    @Test
    func everyKeyArrivesWhereItBelongs() throws {
        let folder = try TestFolder([
            "panorama.yaml": """
            inbox: ./a/../in
            state: /srv/state/
            output: out
            watch: poll
            settle: 500ms
            rescan: 90
            incomplete: 1.5h
            quiet: 0s
            bad-lines: 2.5%
            scoring:
              preset: opendigger-2026
              bots: [k8s-ci-robot, "7"]
              weights: {issue-opened: 1, issue-comment: 2, issue-closed: 3, review-comment: 4, pull-request-opened: 5, push: 0}
              retention: {developer: 1, repository: 0.25, background: 0.1}
              edge-share: 0
              attenuation: 1
              minimum-carry: 0
              minimum-at-rest: 2.5
              counting: {every-event: true, any-comment-is-valid: true, closed-pull-request-is-valid: false}
              repository-limit: 1
              minimum-activity: 0.5
              new-value-steepness: 0.2
              new-value-midpoint: 0
            landscapes:
              second-1st:
                include: [pytorch/pytorch]
                plugins: [{export: csv}]
              A_b:
                title: Two
                discover: {seeds: [5, a/b, {id: 6, repository: c/d}, {repository: e/f}], hops: 10, shared-developers: 1, limit: 2, bots: true}
                admit: {mean-openrank: 0.5, from: 2024-12, to: 2025-01}
                include: [7]
                exclude: [c/d]
                plugins:
                  - export: html
                    columns: 7
                  - detect: year-over-year
                  - classify: taxonomy
                    layers: []
                  - export: json
              published:
                scores: published
                vintage: V2
                admit: {from: 2025-01}
                include:
                exclude:
                  - 8
                plugins: [{export: json}]
            """
        ])
        let configuration = try folder.load()
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.inbox == folder.path + "/in")
        #expect(configuration.state == "/srv/state")
        #expect(configuration.output == folder.path + "/out")
        #expect(
            configuration.intake
                == IntakeSettings(watch: .poll, settle: 0.5, rescan: 90, incomplete: 5_400, quiet: 0, badLines: 0.025)
        )
        var scoring = ScoringParameters()
        scoring.bots = ["k8s-ci-robot", "7"]
        scoring.weights.issueOpened = 1
        scoring.weights.issueComment = 2
        scoring.weights.issueClosed = 3
        scoring.weights.reviewComment = 4
        scoring.weights.pullRequestOpened = 5
        scoring.weights.push = 0
        scoring.retention.developer = 1
        scoring.retention.repository = 0.25
        scoring.retention.background = 0.1
        scoring.edgeShare = 0
        scoring.attenuation = 1
        scoring.minimumCarry = 0
        scoring.minimumAtRest = 2.5
        scoring.counting.everyEvent = true
        scoring.counting.anyCommentIsValid = true
        scoring.counting.closedPullRequestIsValid = false
        scoring.repositoryLimit = 1
        scoring.minimumActivity = 0.5
        scoring.newValueSteepness = 0.2
        scoring.newValueMidpoint = 0
        #expect(configuration.scoring == scoring)
        func id(_ number: Int64) -> RepositoryID { RepositoryID(rawValue: number) }
        #expect(
            configuration.landscapes.map(\.settings) == [
                LandscapeSettings(
                    id: "second-1st",
                    title: "second-1st",
                    admission: Admission(),
                    include: [RepositoryReference(name: "pytorch/pytorch")]
                ),
                LandscapeSettings(
                    id: "A_b",
                    title: "Two",
                    discovery: Discovery(
                        seeds: [
                            RepositoryReference(id: id(5)), RepositoryReference(name: "a/b"),
                            RepositoryReference(id: id(6), name: "c/d"), RepositoryReference(name: "e/f"),
                        ],
                        hops: 10,
                        sharedDevelopers: 1,
                        limit: 2,
                        countsBots: true
                    ),
                    admission: Admission(meanOpenRank: 0.5, from: Month("2024-12"), to: Month("2025-01")),
                    include: [RepositoryReference(id: id(7))],
                    exclude: [RepositoryReference(name: "c/d")]
                ),
                LandscapeSettings(
                    id: "published",
                    title: "published",
                    scores: .published(vintage: "V2"),
                    admission: Admission(from: Month("2025-01")),
                    exclude: [RepositoryReference(id: id(8))]
                ),
            ]
        )
        let plugins = configuration.landscapes[1].plugins
        #expect(plugins.exporters.map { type(of: $0).id } == ["html", "json"])
        #expect((plugins.exporters.first as? TestPage)?.configuration.columns == 7)
        #expect(plugins.detectors.count == 1)
        #expect(plugins.classifiers.count == 1)
    }

    @Test
    func relativePathsAreSeenFromTheFolderOfTheFile() throws {
        let folder = try TestFolder([
            "etc/panorama.yaml": minimal(landscape: "plugins: [{classify: taxonomy, file: ../x/t.yaml}]"),
            "x/t.yaml": "layers:\n  - {name: A, domains: [{name: B, repositories: [5]}]}\n",
        ])
        let configuration = try folder.load("etc/panorama.yaml")
        #expect(configuration.path == folder.path + "/etc/panorama.yaml")
        #expect(configuration.inbox == folder.path + "/etc/in")
        #expect(configuration.landscapes.first?.plugins.classifiers.first?.candidates.count == 1)
        #expect(
            configuration.warnings.map(\.description) == [
                "\(folder.path)/etc/panorama.yaml:6:3: warning: landscape 'llm' has no exporter and so no files;"
                    + " add one to 'plugins', such as 'export: json'"
            ]
        )
    }

    @Test
    func whatAnEntrySaysWinsOverItsFile() throws {
        let folder = try TestFolder([
            "panorama.yaml": minimal(landscape: "plugins: [{export: html, file: page.yaml, columns: 9}]"),
            "page.yaml": "columns: 4\ntitle: From the file\n",
        ])
        let page = try #require(try folder.load().landscapes.first?.plugins.exporters.first as? TestPage)
        #expect(page.configuration.columns == 9)
        #expect(page.configuration.title == "From the file")
    }

    @Test
    func samePluginWithSameSettingsIsWarnedOf() throws {
        let folder = try TestFolder([
            "panorama.yaml": minimal(
                landscape:
                    "include: [5]\nplugins:\n  - export: html\n  - {export: html, columns: 4}\n  - {export: html, columns: 3}"
            )
        ])
        #expect(
            try folder.load().warnings.map(\.description) == [
                "\(folder.path)/panorama.yaml:11:9: warning: the same plugin with the same settings stands in line 9 already;"
                    + " remove one"
            ]
        )
    }

    @Test
    func fingerprintsAreEqualWhenTheMeaningIs() throws {
        func fingerprint(_ landscape: String, files: [String: String] = [:], folder name: String = "") throws -> String
        {
            var all = files.reduce(into: [:]) { $0[name + $1.key] = $1.value }
            all[name + "panorama.yaml"] = minimal(landscape: landscape)
            let configuration = try TestFolder(all).load(name + "panorama.yaml")
            return try #require(configuration.landscapes.first?.fingerprint)
        }
        let one = try fingerprint(
            """
            title: X   # a comment
            include: [5, a/b]
            plugins:
              - {export: html, columns: 3, theme: dark}
            """
        )
        let same = try fingerprint(
            """
            plugins:
              - file: page.yaml
                export: "html"
            include:
              - {id: 0x5}
              - "a/b"
            scores: computed
            title: 'X'
            """,
            files: ["page.yaml": "minimum-score: 1.50\ntheme: dark\n"],
            folder: "elsewhere/"
        )
        #expect(one == same)
        #expect(!one.contains("/tmp") && !one.contains("comment"))
        for other in [
            "title: Y\ninclude: [5, a/b]\nplugins:\n  - {export: html, theme: dark}",
            "title: X\ninclude: [a/b, 5]\nplugins:\n  - {export: html, theme: dark}",
            "title: X\ninclude: [5, a/b]\nplugins:\n  - {export: html, theme: light}",
            "title: X\ninclude: [5, a/b]\nplugins:\n  - {export: html, theme: dark}\n  - export: csv",
            "title: X\ninclude: [5, a/b]\nadmit: {mean-openrank: 1}\nplugins:\n  - {export: html, theme: dark}",
        ] {
            #expect(try fingerprint(other) != one)
        }
    }
}
