// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit
import Testing

@testable import PanoramaConfiguration

@Suite
struct SettingsTests {
    typealias Page = TestPage.Configuration

    @Test
    func whatIsNotWrittenKeepsItsDefault() throws {
        #expect(decode(Page.self, "{}").value == Page())
        let (value, errors) = decode(Page.self, "colors: {riser: blue}\nminimum-score: 4\nis-public: true\n")
        #expect(errors.isEmpty)
        var expected = Page()
        expected.colors.riser = "blue"
        expected.minimumScore = 4
        expected.isPublic = true
        #expect(value == expected)
    }

    @Test
    func listsAndDictionariesReplaceTheirDefaultsWhole() {
        let (value, errors) = decode(Page.self, "labels: {snake_case: 2, kebab-case: 3, anyCase: 4}\ntags: [z]\n")
        #expect(errors.isEmpty)
        #expect(value?.labels == ["snake_case": 2, "kebab-case": 3, "anyCase": 4])
        #expect(value?.tags == ["z"])
        #expect(decode(Page.self, "tags:\n").value?.tags == [])
    }

    @Test
    func enumerationsWithValuesAreChosenByOneKey() {
        #expect(decode(Page.self, "source: {some: {minimum-score: 2}}").value?.source == .some(minimumScore: 2))
        #expect(decode(Page.self, "source: {everything: {}}").value?.source == .everything)
        #expect(
            decode(Page.self, "source: {some: {minimum-scor: 2}}").errors
                == ["1:17: unknown key 'minimum-scor'; did you mean 'minimum-score'? (known here: minimum-score)"]
        )
    }

    @Test
    func allMistakesAreFoundAtOnce() {
        let text = """
            title: 5
            columns: 256
            minimum-score: many
            theme: drak
            is-public: yes
            colours: {}
            colors: {riser: [], fallen: 1}
            rules:
              - {match: a, minimum-score: 1}
              - {match: 7, minimum-score: 1.5, theme: darkest}
              - {mtach: b, minimum-score: 1}
              - {match: c}
              - nonsense
              - {match: "", minimum-score: 1, extra: 1}
            labels: {a: 1, b: two}
            since: 2025
            pinned: [a/b, c, {id: 5, nme: x}]
            """
        #expect(
            decode(Page.self, text).errors == [
                "1:8: 'title' must be text, not 5; put it in quotes: \"5\"",
                "2:10: 'columns' must be a whole number from 0 to 255, not 256",
                "3:16: 'minimum-score' must be a number, not 'many'",
                "4:8: 'theme' must be light, dark or high-contrast, not 'drak'; did you mean 'dark'?",
                "5:12: 'is-public' must be true or false, not 'yes'",
                "6:1: unknown key 'colours'; did you mean 'colors'? (known here: title, columns, minimum-score, theme, is-public, colors, rules, labels, tags, since, pinned, source)",
                "7:17: 'riser' must be text, not a list",
                "7:21: unknown key 'fallen'; did you mean 'faller'? (known here: riser, faller)",
                "10:13: 'match' must be text, not 7; put it in quotes: \"7\"",
                "10:31: 'minimum-score' must be a whole number, not 1.5",
                "10:43: 'theme' must be light, dark or high-contrast, not 'darkest'; did you mean 'dark'?",
                "11:6: unknown key 'mtach'; did you mean 'match'? (known here: match, minimum-score, theme)",
                "12:5: 'minimum-score' is missing",
                "13:5: 'rules[4]' must be a mapping of keys to values, not 'nonsense'",
                "14:13: 'match' is empty; write what to match",
                "14:35: unknown key 'extra' (known here: match, minimum-score, theme)",
                "15:19: 'b' must be a whole number, not 'two'",
                "16:8: 'since' must be a month as YYYY-MM, not 2025; write 2025-01 for the first month of 2025, 2025-12 for its last",
                "17:15: 'pinned[1]' must be a repository as owner/name or its number, not 'c'",
                "17:26: unknown key 'nme' (known here: id, repository)",
            ]
        )
    }

    @Test
    func whatFollowsFromAKnownMistakeIsNotReported() {
        // The alias is the one mistake; the rule it stands in lacks nothing else.
        let (value, errors) = decode(Page.self, "rules: [{match: *gone, minimum-score: 1}, *lost]\ntitle: *no\n")
        #expect(value == nil)
        #expect(errors.map { $0.prefix(5) } == ["1:17:", "1:43:", "2:8: "])
        #expect(decode(Page.self, "rules: []\ntitle: *no\n").errors.count == 1)
    }

    @Test
    func pluginsWithoutSettingsTakeNone() {
        #expect(decode(NoSettings.self, "{}").errors.isEmpty)
        #expect(decode(NoSettings.self, "a: 1").errors == ["1:1: unknown key 'a' (no keys are known here)"])
    }

    @Test
    func problemsPointAtWhatTheyAreAbout() {
        #expect(decode(Page.self, "\ncolumns: 0").errors == ["2:10: 'columns' must be at least 1; write 1"])
    }

    @Test
    func propertyNamesAreHyphenatedInYAML() {
        #expect(KeySpelling.hyphenated("minimumScore") == "minimum-score")
        #expect(KeySpelling.hyphenated("meanOpenRank") == "mean-open-rank")
        #expect(KeySpelling.hyphenated("repositoryID") == "repository-id")
        #expect(KeySpelling.hyphenated("useHTMLPage") == "use-html-page")
        #expect(KeySpelling.hyphenated("top10Projects") == "top10-projects")
        #expect(KeySpelling.hyphenated("name") == "name")
        #expect(decode(Page.self, "minimumScore: 1").errors.first?.contains("did you mean 'minimum-score'?") == true)
    }

    private func checkLimits<Number: FixedWidthInteger & Codable & Sendable>(_ type: Number.Type) {
        #expect(value(type, "\(Number.max)").value == .max)
        #expect(value(type, "\(Number.min)").value == .min)
        for text in ["\(Int128(Number.max) + 1)", "\(Int128(Number.min) - 1)", "1.0", "1e2", "'1'", "true", "[]", "1x"]
        {
            let (number, errors) = value(type, text)
            #expect(number == nil)
            #expect(errors.count == 1)
            #expect(errors.first?.hasPrefix("1:8: 'value' must be a whole number") == true)
        }
        #expect(
            value(type, "\(Int128(Number.max) + 1)").errors.first?.contains("from \(Number.min) to \(Number.max)")
                == true
        )
        let huge = String(repeating: "9", count: 300)
        #expect(value(type, huge).errors.count == 1)
    }

    @Test
    func everyIntegerIsCheckedAgainstItsRange() {
        checkLimits(Int.self)
        checkLimits(Int8.self)
        checkLimits(Int16.self)
        checkLimits(Int32.self)
        checkLimits(Int64.self)
        checkLimits(UInt.self)
        checkLimits(UInt8.self)
        checkLimits(UInt16.self)
        checkLimits(UInt32.self)
        checkLimits(UInt64.self)
    }

    @Test
    func numbersAreExactAndFiniteUnlessWrittenOtherwise() {
        #expect(value(Double.self, "0.1").value == 0.1)
        #expect(value(Double.self, "7").value == 7)
        #expect(value(Double.self, "5e-324").value == .leastNonzeroMagnitude)
        #expect(value(Double.self, "1.7976931348623157e308").value == .greatestFiniteMagnitude)
        #expect(value(Double.self, String(repeating: "9", count: 300)).value == 1e300)
        #expect(value(Double.self, "-.inf").value == -.infinity)
        #expect(value(Double.self, ".nan").value?.isNaN == true)
        #expect(value(Double.self, "1e309").errors == ["1:8: 'value' must be a number, not 1e309"])
        #expect(value(Double.self, String(repeating: "9", count: 310)).errors.count == 1)
        #expect(value(Double.self, "'1'").errors.count == 1)
        #expect(
            value(Int.self, "'5'").errors == ["1:8: 'value' must be a whole number, not '5'; write it without quotes"]
        )
        #expect(value(Float.self, "1e38").value == 1e38)
        #expect(value(Float.self, "1e39").errors.count == 1)
    }

    @Test
    func textTruthAndNothingAreToldApart() {
        #expect(value(String.self, "no").value == "no")
        #expect(value(String.self, "''").value == "")
        #expect(value(String.self, "\"\\0\"").value == "\0")
        #expect(value(String.self, "2025-01").value == "2025-01")
        #expect(value(String.self, "true").errors.count == 1)
        #expect(value(String.self, "1.5").errors == ["1:8: 'value' must be text, not 1.5; put it in quotes: \"1.5\""])
        #expect(value(Bool.self, "True").value == true)
        #expect(value(Bool.self, "1").errors == ["1:8: 'value' must be true or false, not 1"])
        #expect(value(String.self, "~").value == nil)
        #expect(value(String.self, "~").errors.isEmpty)
        #expect(
            decode(Page.self, "columns: ").errors
                == ["1:9: 'columns' must be a whole number from 0 to 255, not empty; write a value or remove the key"]
        )
    }

    @Test
    func whatIsEncodedDecodesToTheSame() throws {
        var random = SeededGenerator(state: 3)
        let words = ["", "a", "true", "5", "~", "é\u{0}\n\"", " x ", "#no", "{", "2025-01", "camelCase"]
        func word() -> String { words.randomElement(using: &random) ?? "" }
        for _ in 0..<200 {
            var settings = Page()
            settings.title = Bool.random(using: &random) ? word() : nil
            settings.columns = .random(in: 1...255, using: &random)
            settings.minimumScore =
                [0, -0.0, Double.leastNonzeroMagnitude, 1e300, .infinity, 0.1].randomElement(using: &random) ?? 0
            settings.theme = Page.Theme.allCases.randomElement(using: &random) ?? .dark
            settings.rules = (0..<Int.random(in: 0...3, using: &random)).map { index in
                Page.Rule(match: word() + "x", minimumScore: .random(in: .min ... .max, using: &random), theme: nil)
            }
            settings.labels = [word(): 1, word() + "y": 2]
            settings.tags = [word(), word()]
            settings.since = Month(ordinal: .random(in: 0..<100_000, using: &random))
            settings.pinned = [RepositoryReference(id: RepositoryID(rawValue: 5), name: "a/b"), .init(name: "c/d")]
            settings.source = .some(minimumScore: 0.25)
            let node = try SettingsEncoder.node(of: settings)
            let report = Diagnostics()
            #expect(SettingsReader(written: node, report: report).read(Page.self) == settings)
            #expect(report.errors.isEmpty)
            // Equal values give equal text, whatever the order of their sets and dictionaries.
            var copy = settings
            copy.tags = Set(settings.tags.reversed())
            copy.labels = Dictionary(uniqueKeysWithValues: settings.labels.reversed().map { ($0.key, $0.value) })
            #expect(CanonicalText.of(try SettingsEncoder.node(of: copy)) == CanonicalText.of(node))
        }
    }

    @Test(arguments: [
        ("sharedDevelopers", "shared-developers"), ("shared_developer", "shared-developers"), ("hop", "hops"),
        ("hpos", "hops"), ("LIMIT", "limit"), ("lmiit", "limit"), ("xyz", nil), ("", nil), ("h", nil),
    ])
    func nearWordsAreSuggested(_ written: String, _ meant: String?) {
        #expect(Suggestion.nearest(to: written, among: ["seeds", "hops", "shared-developers", "limit"]) == meant)
    }
}
