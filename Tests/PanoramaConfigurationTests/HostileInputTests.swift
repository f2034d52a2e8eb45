// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import PanoramaConfiguration

@Suite
struct HostileInputTests {
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 200_000),
            String(repeating: "- ", count: 500_000), String(repeating: "? ", count: 500_000),
            (0..<5_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
        ]
    )
    func deepNestingIsRefused(_ text: String) {
        let (root, errors) = parse(text)
        #expect(root == nil)
        #expect(errors.count == 1)
        #expect(errors.first?.contains("nested more than 64 deep") == true)
    }

    @Test
    func sixtyFourLevelsAreAllowedAndSixtyFiveAreNot() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(parse(nested(64)).errors.isEmpty)
        #expect(parse(nested(65)).errors.count == 1)
        // Aliases count with what they stand for.
        let half = "a: &x " + nested(40) + "\nb: "
        #expect(parse(half + String(repeating: "[", count: 23) + "*x" + String(repeating: "]", count: 23)).errors == [])
        #expect(
            parse(half + String(repeating: "[", count: 24) + "*x" + String(repeating: "]", count: 24)).errors.count == 1
        )
    }

    @Test(.timeLimit(.minutes(5)))
    func aliasesThatMultiplyAreRefused() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        let (root, errors) = parse(text)
        #expect(root == nil)
        #expect(errors.count == 1)
        #expect(errors.first?.contains("more than 100000 keys and values") == true)
    }

    @Test(
        arguments: [
            ([0x61, 0x3a, 0x20, 0xff], "1:4: not UTF-8: invalid leading UTF-8 octet; save the file as UTF-8"),
            (
                [0x0a, 0xc3, 0xa9, 0x3a, 0x20, 0xc0, 0x80],
                "2:4: not UTF-8: invalid length of a UTF-8 sequence; save the file as UTF-8"
            ),
            ([0x61, 0xe2, 0x82], "1:2: not UTF-8: incomplete UTF-8 octet sequence; save the file as UTF-8"),
            ([0x61, 0xed, 0xa0, 0x80], "1:2: not UTF-8: invalid Unicode character; save the file as UTF-8"),
            (
                [0x61, 0x3a, 0x0a, 0x00],
                "2:1: not YAML: a control character; remove it, or write it as an escape in double quotes"
            ),
            (
                [0x61, 0x3a, 0x20, 0x1b],
                "1:4: not YAML: a control character; remove it, or write it as an escape in double quotes"
            ),
            ([0xff, 0xfe, 0x61, 0x00], "1:1: not UTF-8: invalid leading UTF-8 octet; save the file as UTF-8"),
        ] as [([UInt8], String)]
    )
    func bytesThatAreNotTextHaveTheirPlace(_ bytes: [UInt8], _ message: String) {
        #expect(parse(bytes).errors == [message])
    }

    @Test
    func aFileThatIsTooLargeIsRefused() {
        let (root, errors) = parse(Array(repeating: UInt8(ascii: "#"), count: 16 << 20 + 1))
        #expect(root == nil)
        #expect(errors == ["1:1: is larger than 16 MiB; split the file"])
    }

    @Test(.timeLimit(.minutes(5)))
    func randomBytesNeverDoMoreThanFail() {
        var random = SeededGenerator(state: 1)
        let alphabet = Array(" \n\t:-?[]{},&*!|>'\"%@`#ab01.~<é".utf8) + [0, 0xff, 0xef, 0xbb, 0xbf]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let (root, errors) = parse(bytes)
            #expect(root != nil || !errors.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func damagedConfigurationsNeverDoMoreThanFail() throws {
        let text = Array(try String(contentsOfFile: Shipped.configuration, encoding: .utf8).utf8)
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { !$0.contains(UInt8(ascii: "#")) }
        let whole = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        let taxonomy = Array(try String(contentsOfFile: Shipped.taxonomy, encoding: .utf8).utf8.prefix(3_000))
        let folder = try TestFolder()
        var random = SeededGenerator(state: 2)
        for _ in 0..<300 {
            for (name, bytes) in [("panorama.yaml", whole), ("landscapes/llm-2025.yaml", taxonomy)] {
                var damaged = bytes
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let place = Int.random(in: 0..<damaged.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: damaged.remove(at: place)
                    default:
                        damaged.insert(Array("[]{}:-&*#\"'\n 09".utf8).randomElement(using: &random) ?? 0, at: place)
                    }
                }
                try folder.write(damaged, to: name)
            }
            for mistake in folder.mistakes() { #expect(!mistake.isEmpty) }
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func thousandsOfMistakesInOnePluginEndSoon() {
        let rules = (0..<2_000).map { "  - {match: \($0), minimum-score: x\($0)}\n" }.joined()
        let (value, errors) = decode(TestPage.Configuration.self, "rules:\n" + rules)
        #expect(value == nil)
        #expect(errors.count == 100)
    }

    @Test(.timeLimit(.minutes(5)))
    func thousandsOfProblemsBesideAMistakeEndSoon() {
        let same = String(repeating: "          - 5\n", count: 12_000)
        let text = "layers:\n  - name: A\n    domains:\n      - name: B\n        repositories:\n          - x\n" + same
        let errors = decode(TestTaxonomy.Configuration.self, text).errors
        #expect(errors.count == 12_000)
        #expect(
            errors.first
                == "6:13: 'repositories[0]': expected a repository as owner/name or its positive number, found 'x'"
        )
        #expect(errors.last == "12006:13: repository 5 is listed twice; remove one")
    }

    @Test(.timeLimit(.minutes(5)))
    func thousandsOfUnknownKeysEndSoon() throws {
        let text = (0..<40_000).map { "inbix\($0): 1\n" }.joined()
        let folder = try TestFolder(["panorama.yaml": text + minimal()])
        #expect(folder.mistakes().count == 40_000)
    }

    @Test
    func pipesFoldersAndMissingFilesAreRefusedAtOnce() throws {
        let folder = try TestFolder(["a/b": ""])
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(folder.mistakes("pipe") == ["pipe:1:1: cannot be read: it is not a regular file"])
        #expect(folder.mistakes("a") == ["a:1:1: cannot be read: it is not a regular file"])
        #expect(folder.mistakes("none") == ["none:1:1: cannot be read: No such file or directory"])
    }

    @Test
    func longAndStrangeKeysAreShownShortAndOnOneLine() {
        let key = "\"a\\nb\\e\\u202e" + String(repeating: "x", count: 500) + "\""
        let errors = decode(TestPage.Configuration.self, key + ": 1").errors
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("1:1: unknown key 'a\\nb\\u{1b}\\u{202e}xxx") == true)
        #expect(errors.first?.contains("\n") == false)
        #expect((errors.first?.count ?? 0) < 300)
    }

    @Test(.timeLimit(.minutes(5)))
    func namingAFileOverAndOverIsBounded() throws {
        let folder = try TestFolder()
        let layers = "layers:\n" + String(repeating: "  - {name: a, domains: []}\n", count: 15_000)
        try folder.write(Array(layers.utf8), to: "big.yaml")
        let plugins = String(repeating: "- {classify: taxonomy, file: big.yaml}\n", count: 40)
        try folder.write(Array(minimal(landscape: "plugins:\n" + plugins).utf8), to: "panorama.yaml")
        let mistakes = folder.mistakes()
        #expect(!mistakes.isEmpty)
        #expect(mistakes.allSatisfy { $0.contains("the files named so far hold too many values") })
    }
}
