// SPDX-License-Identifier: Apache-2.0

import PanoramaConfiguration
import PanoramaPluginKit
import Testing

@Suite
struct ConfigurationMistakesTests {
    @Test
    func fiveMistakesInThreeFilesGiveFiveMessages() throws {
        let folder = try TestFolder([
            "panorama.yaml": """
            imbox: in
            state: state
            output: out
            settle: fast
            landscapes:
              llm:
                include: [5]
                plugins:
                  - classify: taxonomy
                    file: landscapes/t.yaml
                  - export: html
                    file: page.yaml
                    columns: 0
            """,
            "landscapes/t.yaml": """
            layers:
              - name: A
                domains:
                  - nmae: B
                    repositories: [5]
            """,
            "page.yaml": "theme: dim\n",
        ])
        #expect(
            folder.mistakes() == [
                "landscapes/t.yaml:4:9: unknown key 'nmae'; did you mean 'name'? (known here: name, repositories, subdomains)",
                "page.yaml:1:8: 'theme' must be light, dark or high-contrast, not 'dim'",
                "panorama.yaml:1:1: unknown key 'imbox'; did you mean 'inbox'? (known here: inbox, state, output, watch, settle, rescan, incomplete, quiet, bad-lines, done, failed, scoring, landscapes)",
                "panorama.yaml:4:9: 'settle' must be a duration from 0s to 1h, such as 500ms, 2s, 10m, 1h or 1d, not 'fast'",
                "panorama.yaml:13:18: 'columns' must be at least 1; write 1",
            ]
        )
    }

    @Test
    func aDozenMistakesOfADozenKindsGiveTwelveMessages() throws {
        let folder = try TestFolder([
            "panorama.yaml": """
            inbox: in
            state: in/state
            output: out
            output: out2
            watch: inotifi
            bad-lines: 150%
            scoring: {retention: {developer: 0}}
            landscapes:
              llm:
                title: 2025
                discover: {seeds: [pytorch], hop: 2}
                admit: {from: 2025-05, to: 2025-01}
                include: [a/b]
                exclude: [A/B]
                plugins:
                  - classify: taxonomy
                    file: t.yaml
                  - export: htlm
            """,
            "t.yaml": "layers:\n  - {name: A, domains: [{name: B, repositories: [7, 7]}]}\n",
        ])
        let mistakes = folder.mistakes()
        #expect(mistakes.count == 12)
        #expect(
            mistakes == [
                "panorama.yaml:2:8: 'state' lies in 'inbox' (\(folder.path)/in), so that it would be taken in as input; choose a folder outside",
                "panorama.yaml:4:1: key 'output' is written twice, first in line 3, column 1; remove one",
                "panorama.yaml:5:8: 'watch' must be inotify or poll, not 'inotifi'; did you mean 'inotify'?",
                "panorama.yaml:6:12: 'bad-lines' must be a share from 0% to 100%, such as 1% or 0.01, not '150%'",
                "panorama.yaml:7:34: 'developer' must be a number above 0 and at most 1, not 0",
                "panorama.yaml:10:12: 'title' must be text on one line, not 2025; put it in quotes: \"2025\"",
                "panorama.yaml:11:24: 'seeds[0]' must be a repository as owner/name or its number, not 'pytorch'",
                "panorama.yaml:11:34: unknown key 'hop'; did you mean 'hops'? (known here: seeds, hops, shared-developers, limit, bots)",
                "panorama.yaml:12:32: the window ends in 2025-01, before it begins in 2025-05; exchange 'from' and 'to'",
                "panorama.yaml:14:15: 'A/B' is in 'include' too (line 13, column 15); remove it from one of them",
                "panorama.yaml:18:17: no plugin 'htlm' for 'export'; did you mean 'html'? (there are: csv, html, json, markdown)",
                "t.yaml:2:53: repository 7 is listed twice; remove one",
            ]
        )
    }

    @Test
    func errorsAreLinesThatEditorsUnderstand() throws {
        let folder = try TestFolder(["panorama.yaml": "inbox: 5\n"])
        let error = #expect(throws: ConfigurationError.self) { try folder.load() }
        #expect(
            error?.description == """
                \(folder.path)/panorama.yaml:1:1: error: 'landscapes' is missing; write for example 'landscapes: { llm: { title: My landscape } }'
                \(folder.path)/panorama.yaml:1:1: error: 'output' is missing; write for example 'output: /var/lib/panorama/output'
                \(folder.path)/panorama.yaml:1:1: error: 'state' is missing; write for example 'state: /var/lib/panorama/state'
                \(folder.path)/panorama.yaml:1:8: error: 'inbox' must be a path, not 5; put it in quotes: "5"
                """
        )
    }

    @Test(arguments: [
        ("settle: 2h", "4:9: 'settle' must be a duration from 0s to 1h, such as 500ms, 2s, 10m, 1h or 1d, not '2h'"),
        ("rescan: 0", "4:9: 'rescan' must be a duration from 1s to 7d, such as 500ms, 2s, 10m, 1h or 1d, not 0"),
        ("quiet: -1s", "4:8: 'quiet' must be a duration from 0s to 1d, such as 500ms, 2s, 10m, 1h or 1d, not '-1s'"),
        ("quiet: .nan", "4:8: 'quiet' must be a duration from 0s to 1d, such as 500ms, 2s, 10m, 1h or 1d, not .nan"),
        (
            "incomplete: [1]",
            "4:13: 'incomplete' must be a duration from 0s to 30d, such as 500ms, 2s, 10m, 1h or 1d, not a list"
        ),
        ("bad-lines: 5", "4:12: 'bad-lines' must be a share from 0% to 100%, such as 1% or 0.01, not 5"),
        (
            "bad-lines:",
            "4:11: 'bad-lines' must be a share from 0% to 100%, such as 1% or 0.01, not empty; write a value or remove the key"
        ),
        (
            "scoring: {preset: opendigger-2025}",
            "4:19: 'preset' must be opendigger-2024 or opendigger-2026, not 'opendigger-2025'; did you mean 'opendigger-2024'?"
        ),
        ("scoring: {edge-share: 1}", "4:23: 'edge-share' must be a number from 0 to below 1, not 1"),
        ("scoring: {attenuation: 1.1}", "4:24: 'attenuation' must be a number from 0 to 1, not 1.1"),
        ("scoring: {weights: {push: -1}}", "4:27: 'push' must be a number of at least 0, not -1"),
        ("scoring: {weights: {push: .inf}}", "4:27: 'push' must be a number of at least 0, not .inf"),
        (
            "scoring: {weights: {pushes: 1}}",
            "4:21: unknown key 'pushes'; did you mean 'push'? (known here: issue-opened, issue-comment, issue-closed, review-comment, pull-request-opened, push)"
        ),
        (
            "scoring: {repository-limit: 0}",
            "4:29: 'repository-limit' must be a whole number of at least 1, not 0"
        ),
        ("scoring: {new-value-steepness: 0}", "4:32: 'new-value-steepness' must be a number above 0, not 0"),
        ("scoring: {bots: [a b]}", "4:18: 'bots[0]' must be the login of an account, not 'a b'"),
        ("scoring: {bots: ghost}", "4:17: 'bots' must be a list, not 'ghost'; write [ ] around it"),
        ("scoring: fast", "4:10: 'scoring' must be a mapping of keys to values, not 'fast'"),
    ])
    func everyKeyOfTheProgramIsChecked(_ line: String, _ message: String) throws {
        let folder = try TestFolder(["panorama.yaml": minimal(top: line)])
        #expect(folder.mistakes() == ["panorama.yaml:" + message])
    }

    @Test(arguments: [
        ("title: ''", "7:12: 'title' must be text on one line, not ''; write at least one word"),
        ("title: \"a\\nb\"", "7:12: 'title' must be text on one line, not 'a\\nb'; write at least one word"),
        ("scores: publish", "7:13: 'scores' must be computed or published, not 'publish'; did you mean 'published'?"),
        ("vintage: V2", "7:5: 'vintage' chooses among published scores; write 'scores: published' or remove it"),
        ("discover: {}", "7:15: 'seeds' is missing; write for example 'seeds: [pytorch/pytorch]'"),
        (
            "discover: {sedes: [a/b]}",
            "7:16: unknown key 'sedes'; did you mean 'seeds'? (known here: seeds, hops, shared-developers, limit, bots)"
        ),
        ("discover: {seeds: []}", "7:23: 'seeds' is empty; write at least one repository, as owner/name or its number"),
        ("discover: {seeds: a/b}", "7:23: 'seeds' must be a list, not 'a/b'; write [ ] around it"),
        ("discover: {seeds: [5], hops: 11}", "7:34: 'hops' must be a whole number from 1 to 10, not 11"),
        ("discover: {seeds: [5], hops: 2.0}", "7:34: 'hops' must be a whole number from 1 to 10, not 2.0"),
        (
            "discover: {seeds: [5], limit: 99999999999999999999}",
            "7:35: 'limit' must be a whole number of at least 1, not 99999999999999999999; write a number from 1 to 9223372036854775807"
        ),
        ("discover: {seeds: [5], bots: no}", "7:34: 'bots' must be true or false, not 'no'"),
        ("discover: {seeds: [-5]}", "7:24: 'seeds[0]' must be a repository as owner/name or its number, not -5"),
        (
            "discover: {seeds: [https://github.com/a/b/tree/main]}",
            "7:24: 'seeds[0]' must be a repository as owner/name or its number, not 'https://github.com/a/b/tree/main'; write 'a/b'"
        ),
        (
            "scores: published\ndiscover: {seeds: [5]}",
            "8:5: 'discover' needs developers, whom published scores do not name; remove it or write 'scores: computed'"
        ),
        (
            "admit: {to: 2025}",
            "7:17: 'to' must be a month as YYYY-MM, not 2025; write 2025-01 for the first month of 2025, 2025-12 for its last"
        ),
        ("admit: {from: 2025-1}", "7:19: 'from' must be a month as YYYY-MM, not '2025-1'; write 2025-01"),
        (
            "admit: {from: 2025-13}",
            "7:19: 'from' must be a month as YYYY-MM, not '2025-13'; months go from 2025-01 to 2025-12"
        ),
        ("admit: {from: January}", "7:19: 'from' must be a month as YYYY-MM, not 'January'"),
        ("admit: {mean-openrank: -1}", "7:28: 'mean-openrank' must be a number of at least 0, not -1"),
        ("include: [{}]", "7:15: 'repository' or 'id' is missing; write for example 'repository: pytorch/pytorch'"),
        ("include: [{id: 5, name: a/b}]", "7:23: unknown key 'name' (known here: id, repository)"),
        (
            "include: [{id: 5}]\nexclude: [x/y, 5]",
            "8:20: '#5' is in 'include' too (line 7, column 15); remove it from one of them"
        ),
        (
            "include: [{id: 0}]",
            "7:20: 'id' must be a whole number of at least 1, not 0"
        ),
        (
            "pluggins: []",
            "7:5: unknown key 'pluggins'; did you mean 'plugins'? (known here: title, scores, vintage, discover, admit, include, exclude, plugins)"
        ),
        (
            "plugins: [html]",
            "7:15: 'plugins[0]' must be a mapping that chooses a plugin, not 'html'; write 'export: html'"
        ),
        ("plugins: {export: html}", "7:14: 'plugins' must be a list, not a mapping; write [ ] around it"),
        (
            "plugins: [{columns: 5}]",
            "7:15: 'classify', 'detect' or 'export' is missing; write for example 'export: json'"
        ),
        (
            "plugins: [{exprot: html}]",
            "7:16: unknown key 'exprot'; did you mean 'export'? (known here: classify, detect, export)"
        ),
        (
            "plugins: [{detect: html}]",
            "7:24: no plugin 'html' for 'detect'; write 'export: html' (there are: year-over-year)"
        ),
        (
            "plugins: [{export: html, detect: year-over-year}]",
            "7:30: an entry chooses one plugin, and this one has 'export' in line 7 already; begin a new entry with '- detect: …'"
        ),
        (
            "plugins: [{export: html, file: none.yaml}]",
            "7:36: file 'FOLDER/none.yaml' cannot be read: No such file or directory"
        ),
        ("plugins: [{export: html, file: \"\\0\"}]", "7:36: 'file' must be a path, not '\\u{0}'"),
        (
            "plugins: [{export: html, title: impossible}]",
            "7:15: plugin 'html' cannot be set up: there is no such title"
        ),
        ("plugins: [{export: csv, columns: 1}]", "7:29: unknown key 'columns' (no keys are known here)"),
    ])
    func everyKeyOfALandscapeIsChecked(_ lines: String, _ message: String) throws {
        let folder = try TestFolder(["panorama.yaml": minimal(landscape: lines)])
        #expect(folder.mistakes() == ["panorama.yaml:" + message.replacing("FOLDER", with: folder.path)])
    }

    @Test(arguments: ["-a", ".a", "a b", "a/b", "..", "é", "\"\"", String(repeating: "a", count: 65)])
    func namesOfLandscapesMustBeNamesOfFolders(_ name: String) throws {
        let text = "inbox: i\nstate: s\noutput: o\nlandscapes:\n  \(name): {include: [5]}\n"
        let mistakes = try TestFolder(["panorama.yaml": text]).mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("panorama.yaml:5:3: ") == true)
        #expect(mistakes.first?.contains("cannot name a landscape") == true)
    }

    @Test(arguments: ["landscapes:", "landscapes: {}"])
    func withoutLandscapesFilesAreTakenInAndThatIsAll(_ line: String) throws {
        #expect(try TestFolder(["panorama.yaml": "inbox: i\nstate: s\noutput: o\n\(line)\n"]).mistakes().isEmpty)
    }

    @Test(arguments: [
        ("a", "b", "a/c", "3:9: 'output' lies in 'inbox'"), ("a/b", "c", "a", "1:8: 'inbox' lies in 'output'"),
        ("a", "a", "b", "2:8: 'state' lies in 'inbox'"), ("a", "b", "./a/", "3:9: 'output' lies in 'inbox'"),
        ("a", "b", "c/../b", "3:9: 'output' is the same folder as 'state'"), ("/", "b", "c", nil),
        ("a", "ab", "a-b", ""), ("~/in", "b", "c", "1:8: 'inbox' must be a path, not '~/in'; '~' means nothing here"),
    ])
    func foldersMustNotContainEachOther(_ inbox: String, _ state: String, _ output: String, _ message: String?) throws {
        let text = "inbox: \(inbox)\nstate: \(state)\noutput: \(output)\nlandscapes: {a: {include: [5]}}\n"
        let mistakes = try TestFolder(["panorama.yaml": text]).mistakes()
        if let message, message.isEmpty {
            #expect(mistakes.isEmpty)
        } else if let message {
            #expect(mistakes.count == 1)
            #expect(mistakes.first?.hasPrefix("panorama.yaml:" + message) == true)
        } else {
            // The root holds everything.
            #expect(mistakes.count == 2)
        }
    }

    @Test
    func aFileThatTwoLandscapesNameIsBlamedOnce() throws {
        let folder = try TestFolder([
            "panorama.yaml": """
            inbox: in
            state: state
            output: out
            landscapes:
              a: {plugins: [{classify: taxonomy, file: t.yaml}]}
              b: {plugins: [{classify: taxonomy, file: ./t.yaml}]}
            """,
            "t.yaml": "layers: 5\n",
        ])
        #expect(folder.mistakes() == ["t.yaml:1:9: 'layers' must be a list, not 5"])
    }

    @Test
    func syntaxErrorsOfIncludedFilesPointIntoThem() throws {
        let folder = try TestFolder([
            "panorama.yaml": minimal(
                landscape:
                    "plugins:\n  - {classify: taxonomy, file: t.yaml}\n  - {export: html, file: l.yaml}\n  - {detect: x}"
            ),
            "t.yaml": "layers:\n  - [\n",
            "l.yaml": "- a\n",
        ])
        #expect(folder.mistakes().map { $0.prefix(12) } == ["l.yaml:1:1: ", "panorama.yam", "t.yaml:3:1: "])
    }
}
