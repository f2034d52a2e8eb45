// SPDX-License-Identifier: Apache-2.0

import CSimdjson
import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

/// What an event holds beside the few fields that are read must not show, wherever its texts and brackets lie.
@Suite
struct PassingOverTests {
    @Test(arguments: 0..<40)
    func anyPayloadLeavesTheEventTheSame(seed: UInt64) throws {
        var invention = InventedJSON(seed: seed)
        for _ in 0..<50 {
            let json = Array(invention.event.utf8)
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json)) }
            let found = try Found(json, behind: [])
            #expect(found == Found.expected, "\(String(decoding: json, as: UTF8.self))")
        }
    }

    @Test(arguments: [0, 1, 2])
    func noBeginningOfAnEventIsTakenForOneWhateverFollows(seed: UInt64) throws {
        var invention = InventedJSON(seed: seed)
        for _ in 0..<4 {
            let json = Array(invention.event.utf8)
            for count in 0..<json.count {
                #expect(throws: EventParser.Problem.malformed, "cut at \(count) of \(json.count)") {
                    try Found(json[..<count], behind: json[count...])
                }
            }
        }
    }

    @Test(arguments: 0..<10)
    func changedBytesAreTakenWhenTheyAreStillJSONAndRefusedWhenTheyAreNoUTF8(seed: UInt64) throws {
        var invention = InventedJSON(seed: seed)
        var (good, bad) = (0, 0)
        for _ in 0..<300 {
            var json = Array(invention.event.utf8)
            json[invention.number(below: json.count)] = UInt8(invention.number(below: 256))
            let isMalformed = malformed(json)
            if (try? JSONSerialization.jsonObject(with: Data(json))) is [String: Any] {
                good += 1
                #expect(!isMalformed, "\(String(decoding: json, as: UTF8.self))")
            } else if String(validating: json, as: UTF8.self) == nil {
                bad += 1
                #expect(isMalformed, "\(json)")
            }
        }
        #expect(good > 50 && bad > 50)
    }

    private func malformed(_ json: [UInt8]) -> Bool {
        do {
            _ = try Found(json, behind: [])
            return false
        } catch {
            return error as? EventParser.Problem == .malformed
        }
    }

    @Test
    func aControlCharacterInATextIsDamageAtEveryPlaceAndWhiteSpaceOutsideIsNot() throws {
        for length in 0...140 {
            let filler = String(repeating: "x", count: length)
            for (control, isDamage) in [("\u{1f}", true), ("\n", true), ("\0", true), ("\u{7f}", false)] {
                let json = Array(InventedJSON.event(payload: "[\"\(filler)\(control)\",{}]").utf8)
                let found = try? Found(json, behind: [])
                #expect(found == (isDamage ? nil : Found.expected), "\(length) before \(control.utf8.map { $0 })")
            }
            let spaced = Array(InventedJSON.event(payload: "[\"\(filler)\"\n\t\r ,{ } ]\n").utf8)
            #expect(try Found(spaced, behind: []) == Found.expected)
        }
    }

    /// Every place where a name that is read stands, at the top or within another object.
    private static let readNames = [
        #""id":"4711""#, #""type":"WatchEvent""#, #""created_at":"2025-01-15T07:30:00Z""#, #""payload":{}"#,
        #""actor":{"id":7}"#, #""actor":{"login":"dev"}"#, #""actor_id":7"#, #""actor_login":"dev""#,
        #""actor_attributes":{"login":"dev"}"#, #""repo":{"id":9}"#, #""repo":{"name":"owner/repo"}"#, #""repo_id":9"#,
        #""repository":{"id":9,"owner":"owner","language":"C","watchers":1,"forks":2,"fork":false}"#,
        #""payload":{"action":"opened","issue":{"id":1,"title":"[snyk]"}}"#,
        #""payload":{"issue_id":1,"comment_id":2}"#,
        #""payload":{"comment":{"id":1},"review":{"id":2},"push_id":3,"size":1,"commits":[]}"#,
        #""payload":{"pull_request":{"id":1,"head":{"repo":{"id":3,"full_name":"a/b","language":"C"}},"base":{"repo":null}}}"#,
        #""payload":{"forkee":{"id":3,"full_name":"a/b","stargazers_count":5,"license":{"spdx_id":"MIT"},"topics":["a"]}}"#,
        #""payload":{"actor":"dev","actor_gravatar":"1","repo":"owner/repo"}"#,
    ]

    @Test(arguments: readNames)
    func aNameWithoutItsColonIsDamageWhateverStandsInItsPlace(field: String) throws {
        let around = #"{"id":"1","type":"WatchEvent","actor":{},"created_at":"2025-01-15T07:30:00Z","#
        let whole = around + field + "}"
        #expect(!malformed(Array(whole.utf8)))
        let colons = field.indices.filter {
            field[$0] == ":" && !field[..<$0].hasSuffix("T07") && !field[..<$0].hasSuffix("30")
        }
        for colon in colons {
            for other in ["", " ", "  ", "\t", ",", "7", "\"", "::", ": :", "{", "}"] {
                let damaged = around + field[..<colon] + other + field[field.index(after: colon)...] + "}"
                #expect(malformed(Array(damaged.utf8)), "\(damaged)")
            }
            let spaced = around + field[..<colon] + " \t:\n " + field[field.index(after: colon)...] + "}"
            #expect(!malformed(Array(spaced.utf8)), "\(spaced)")
        }
    }

    @Test(arguments: [1, 31, 60, 63, 64, 65, 127, 128, 129, 191, 200])
    func runsOfBackslashesAndNestingOfAnyLengthEndWhereTheyEnd(length: Int) throws {
        for shift in 0..<66 {
            let filler = String(repeating: "x", count: shift)
            let pairs = String(repeating: #"\\"#, count: length)
            for text in [#""\#(filler)\#(pairs)""#, #""\#(filler)\#(pairs)\"}]""#] {
                let json = Array(InventedJSON.event(payload: "{\"a\":\(text)}", gap: text).utf8)
                #expect(try Found(json, behind: []) == Found.expected)
            }
            let unclosed = Array(InventedJSON.event(payload: #"{"a":"\#(filler)\#(pairs)\"}"#).utf8)
            #expect(malformed(unclosed))
            let nested = String(repeating: "[{\"a\":", count: length) + "0" + String(repeating: "}]", count: length)
            #expect(
                try Found(Array(InventedJSON.event(payload: "[\"\(filler)\",\(nested)]").utf8), behind: [])
                    == Found.expected
            )
        }
    }

    @Test
    func linesArePaddedAsFarAsParsersRead() {
        #expect(LineReader.padding >= panorama_json_padding)
    }

    @Test
    func bracketsAndQuotesCountOnlyOutsideOfTextsAtEveryPlace() throws {
        for length in 0...140 {
            let filler = String(repeating: "x", count: length)
            for backslashes in 0...5 {
                let run = String(repeating: "\\\\", count: backslashes)
                let payload = #"{"a":"\#(filler)\#(run)","b":"\#(run)\"}]","c":[{"d":"{["}]}"#
                let json = Array(InventedJSON.event(payload: payload).utf8)
                #expect(try Found(json, behind: []) == Found.expected, "\(length), \(backslashes)")
            }
        }
    }
}

/// What was found of an event.
private struct Found: Equatable {
    static let expected = Found(id: 4_711, developer: 7, repository: 9, login: "dev", name: "owner/repo", key: 0)

    let id: UInt64
    let developer: Int64
    let repository: Int64
    let login: String
    let name: String
    let key: Int64
}

extension Found {
    /// Reads an event from bytes behind which others lie, as in a buffer of lines.
    init(_ json: some Collection<UInt8>, behind: some Collection<UInt8>) throws {
        var parser = try EventParser(plausible: 0...2_000_000_000)
        let bytes = Array(json) + Array(behind) + [UInt8](repeating: 0, count: LineReader.padding)
        let count = json.count
        self = try bytes.withUnsafeBytes { bytes in
            let event = try parser.parse(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            return Found(
                id: event.record.id,
                developer: event.record.developer,
                repository: event.record.repository,
                login: String(decoding: event.login, as: UTF8.self),
                name: String(decoding: event.repositoryName, as: UTF8.self),
                key: event.record.key
            )
        }
    }
}

/// Makes up JSON with much that can mislead: quotes, brackets and backslashes in texts, texts of all lengths.
private struct InventedJSON {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// An event around a payload, whose fields that are read stand behind it.
    static func event(payload: String, actor: String = "0", gap: String = "null") -> String {
        #"{"payload":\#(payload),"gap":\#(gap),"type":"WatchEvent","actor":{"gap":\#(gap),"id":7,"login":"dev","more":\#(actor)},"#
            + #""repo":{"id":9,"name":"owner/repo"},"id":"4711","created_at":"2025-01-15T07:30:00Z"}"#
    }

    var event: String {
        mutating get {
            let payload = #"{"gap":\#(value(depth: 4)),"more":\#(value(depth: 3))}"#
            return Self.event(payload: payload, actor: value(depth: 3), gap: value(depth: 2))
        }
    }

    mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    private mutating func value(depth: Int) -> String {
        switch number(below: depth > 0 ? 9 : 5) {
        case 0: ["null", "true", "false"][number(below: 3)]
        case 1: ["0", "-1", "12345678901234567890", "1.5e-7"][number(below: 4)]
        case 2...4: text
        case 5, 6: "[" + elements(depth: depth) { $0.value(depth: depth - 1) } + "]"
        default: "{" + elements(depth: depth) { $0.text + ":" + $0.value(depth: depth - 1) } + "}"
        }
    }

    private mutating func elements(depth: Int, _ element: (inout InventedJSON) -> String) -> String {
        (0..<number(below: 4)).map { _ in element(&self) }.joined(separator: number(below: 8) == 0 ? " ,\n" : ",")
    }

    private var text: String {
        mutating get {
            let parts = [
                #"\""#, #"\\"#, #"\\\\\\"#, #"\n"#, #"\u00e9"#, "{", "}", "[", "]", ":", ",", "é", "漢字", "🦊",
                String(repeating: "x", count: number(below: 90)), "https://example.org/a-b", " ",
            ]
            return "\"" + (0..<number(below: 9)).map { _ in parts[number(below: parts.count)] }.joined() + "\""
        }
    }
}
