// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PanoramaConfiguration

@Suite
struct YAMLParserTests {
    @Test
    func everyNodeKnowsWhereItBegins() throws {
        let text = """
            a: 1
            list:
              - x
              - {k: "v", 'w': [p, é, q]}
            nothing:
            block: |
              text
            """
        let (root, errors) = parse(text)
        #expect(errors.isEmpty)
        let node = try #require(root)
        func place(_ path: String...) -> String {
            let found = node.nearest(to: path)
            return found.isExact ? "\(found.node.position.line):\(found.node.position.column)" : "?"
        }
        #expect(place() == "1:1")
        #expect(place("a") == "1:4")
        #expect(place("list") == "3:3")
        #expect(place("list", "0") == "3:5")
        #expect(place("list", "1") == "4:5")
        #expect(place("list", "1", "k") == "4:9")
        #expect(place("list", "1", "w") == "4:19")
        #expect(place("list", "1", "w", "2") == "4:26")
        #expect(place("nothing") == "5:9")
        #expect(place("block") == "6:8")
        let key = try #require(node.mapping?["list"]?.sequence?[1].mapping?.entry("w"))
        #expect((key.position.line, key.position.column) == (4, 14))
    }

    @Test
    func aByteOrderMarkIsSkippedAndDoesNotShiftColumns() {
        let (root, errors) = parse([0xef, 0xbb, 0xbf] + Array("a: [".utf8))
        #expect(root == nil)
        #expect(errors.count == 1)
        let (plain, _) = parse([0xef, 0xbb, 0xbf] + Array("key: 5".utf8))
        #expect(plain?.mapping?.entry("key")?.position == SourcePosition(file: "f", line: 1, column: 1))
    }

    @Test
    func aliasesRepeatTheirValue() {
        let (root, errors) = parse("a: &x [1, 2]\nb: *x\nc: {d: *x}\n")
        #expect(errors.isEmpty)
        #expect(root?.mapping?["b"] == root?.mapping?["a"])
        #expect(root?.mapping?["c"]?.mapping?["d"]?.sequence?.count == 2)
    }

    @Test(arguments: [
        ("a: *x", "1:4: no value before this one is marked '&x'; write the value itself"),
        ("a: &x [*x]", "1:8: no value before this one is marked '&x'; write the value itself"),
        ("a: 1\nb: 2\na: 3", "3:1: key 'a' is written twice, first in line 1, column 1; remove one"),
        ("? [1]\n: 2", "1:3: a key must be a single value, not a list"),
        ("a: !foo 3", "1:4: the tag '!foo' has no meaning here; leave it out"),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here; a file holds one, so remove this '---'"),
        ("", "1:1: is empty; write at least one key"),
        ("# only a comment\n", "1:1: is empty; write at least one key"),
        (
            "a:\n\t- 1",
            "2:1: not YAML: found character that cannot start any token while scanning for the next token; indent with spaces, not tabs"
        ),
        (
            "a: \"open\nb: 1\n",
            "3:1: not YAML: found unexpected end of stream while scanning a quoted scalar that begins in line 1; a quote or bracket is not closed"
        ),
        (
            "a: b: c",
            "1:5: not YAML: mapping values are not allowed in this context; put text that holds ': ' in quotes, or begin the key on a line of its own"
        ),
        (
            "a: [1, 2\nb: 3",
            "2:2: not YAML: did not find expected ',' or ']' while parsing a flow sequence that begins in line 1; put a comma between two entries and close the bracket"
        ),
        (
            "a: @x",
            "1:4: not YAML: found character that cannot start any token while scanning for the next token; put text that begins with this character in quotes"
        ),
    ])
    func everyMistakeHasItsPlaceAndAdvice(_ text: String, _ message: String) {
        #expect(parse(text).errors == [message])
    }

    @Test
    func theFirstOfTwoEqualKeysCounts() {
        #expect(parse("a: 1\na: 2").root?.mapping?["a"]?.scalar?.text == "1")
    }

    @Test
    func aTextMayHoldEveryCharacterThatYAMLCanEscape() {
        #expect(parse("a: \"x\\0y\\u2028\\U0001F600\"").root?.mapping?["a"]?.scalar?.text == "x\0y\u{2028}😀")
    }

    @Test(arguments: [
        ("", YAMLScalar.Resolved.null), ("~", .null), ("null", .null), ("Null", .null), ("nULL", .text),
        ("true", .boolean(true)), ("FALSE", .boolean(false)), ("yes", .text), ("no", .text), ("on", .text),
        ("0", .integer(0)), ("-0", .integer(0)), ("+7", .integer(7)), ("007", .integer(7)), ("0x1F", .integer(31)),
        ("0o17", .integer(15)), ("0b1", .text), ("1_000", .text), ("0x", .text), ("-", .text), ("+", .text),
        ("170141183460469231731687303715884105727", .integer(.max)),
        ("170141183460469231731687303715884105728", .integer(nil)),
        ("1.", .float(1)), (".5", .float(0.5)), ("1e3", .float(1_000)), ("-1.5E-2", .float(-0.015)), (".", .text),
        ("1e", .text), ("e3", .text), ("1.2.3", .text), (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)),
        ("inf", .text), ("nan", .text), ("2025-01", .text), ("2025", .integer(2025)), ("1:30", .text), ("0x1p3", .text),
    ])
    func plainValuesFollowTheCoreSchema(_ text: String, _ resolved: YAMLScalar.Resolved) {
        #expect(YAMLScalar(text, isPlain: true).resolved == resolved)
        #expect(YAMLScalar(text, isPlain: false).resolved == .text)
    }

    @Test
    func aTagMakesTextOfAnything() {
        #expect(parse("!!str 5").root?.scalar?.resolved == .text)
        #expect(parse("! 5").root?.scalar?.resolved == .text)
    }
}
