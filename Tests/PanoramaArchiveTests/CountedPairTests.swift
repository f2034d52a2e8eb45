// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct CountedPairTests {
    private static let head = "month,developer_id,developer_login,repository_id,repository_name,issues_opened,pushes"
    private let january = Month("2025-01") ?? Month(ordinal: 0)

    private func pairs(_ text: String, of month: String = "2025-01") throws -> [Pair] {
        let snapshot = try read(text)
        #expect(snapshot.kind == .pairs)
        var pairs = try CountedPairSegment.decode(snapshot.segment, month: try #require(Month(month)))
        pairs.unify()
        return pairs
    }

    @Test
    func aRowIsAPairWithItsCounts() throws {
        let counters = ActivityCounts.Counter.allCases
        let head =
            "month,developer_id,developer_login,repository_id,repository_name,"
            + counters.map(\.rawValue).joined(separator: ",") + ",valid,active"
        let pairs = try pairs("\(head)\n2025-01,7,ada,100,o/r,1,2,3,4,5,6,7,8,9,4294967295,0,1\n")
        let pair = try #require(pairs.first)
        #expect(pairs.count == 1)
        #expect(pair.developer.rawValue == 7 && pair.repository.rawValue == 100)
        #expect(counters.map { pair.counts[$0] } == [1, 2, 3, 4, 5, 6, 7, 8, 9, .max])
        #expect(!pair.isValid && pair.isActive && !pair.isBot)
    }

    @Test
    func columnsMayStandInAnyOrderAndCase() throws {
        let expected = try pairs("\(Self.head)\n2025-01,7,ada,100,o/r,2,3\n")
        #expect(
            try pairs(
                "\u{feff}Pushes,Repository_Name,MONTH,developer_login,developer_id,repository_id,issues_opened\r\n"
                    + "3,o/r,2025-01,ada,7,100,2\r\n"
            ) == expected
        )
    }

    @Test(arguments: [
        ("issues_opened", true, true), ("issues_closed", true, true), ("issue_comments", true, true),
        ("review_comments", true, true), ("pull_requests_opened", true, true), ("pull_requests_closed", true, true),
        ("reviews", false, true), ("pushes", false, false), ("stars", false, false), ("forks", false, false),
    ])
    func flagsThatAreNotGivenFollowFromTheCounts(column: String, isValid: Bool, isActive: Bool) throws {
        for (end, row) in [("", "1"), (",valid,active", "1,,"), (",active", "1,")] {
            let pair = try pairs("month,developer_id,repository_id,\(column)\(end)\n2025-01,1,2,\(row)\n").first
            #expect(pair?.isValid == isValid && pair?.isActive == isActive)
        }
        let first = try pairs("valid,active,month,developer_id,repository_id,\(column)\n,,2025-01,1,2,1\n").first
        #expect(first?.isValid == isValid && first?.isActive == isActive, "the place of the columns does not matter")
        let given = try pairs("month,developer_id,repository_id,\(column),valid,active\n2025-01,1,2,1,1,0\n").first
        #expect(given?.isValid == true && given?.isActive == false)
    }

    @Test
    func whatHasNoNumberIsKeyedByName() throws {
        let pairs = try pairs(
            "month,developer_id,developer_login,repository_id,repository_name,pushes\n2025-01,,Ada,,O/R,1\n"
        )
        #expect(pairs.first?.developer == .unidentified(login: "ada"))
        #expect(pairs.first?.repository == .unidentified(name: "o/r"))
        #expect(try self.pairs("month,developer_login,repository_name,pushes\n2025-01,Ada,O/R,1\n") == pairs)
    }

    @Test(arguments: [("dependabot[bot]", true), ("Renovate[Bot]", true), ("robot", false), ("", false)])
    func loginsThatEndInBotAreBots(login: String, isBot: Bool) throws {
        #expect(try pairs("\(Self.head)\n2025-01,7,\(login),100,o/r,1,0\n").first?.isBot == isBot)
    }

    @Test
    func namesAreSeenAtTheStartOfTheMonth() throws {
        let snapshot = try read(
            "\(Self.head)\n2025-02,7,ada,100,o/new,1,0\n2025-01,7,ada,100,o/old,1,0\n2025-01,8,,101,/,1,0\n"
        )
        #expect(snapshot.rejections.count == 0)
        let (january, february) = (Int64(1_735_689_600), Int64(1_738_368_000))
        var developers: [NameObservation] = []
        var repositories: [NameObservation] = []
        try NameList.forEach(snapshot.names) { table, name in
            if table == .developers { developers.append(name) } else { repositories.append(name) }
        }
        #expect(developers == [NameObservation(id: 7, name: "ada", first: january, last: february)])
        #expect(
            repositories == [
                NameObservation(id: 100, name: "o/new", first: february, last: february),
                NameObservation(id: 100, name: "o/old", first: january, last: january),
            ]
        )
    }

    @Test
    func monthsAreToldApart() throws {
        let text = "\(Self.head)\n2025-02,7,,1,,1,0\n2025-01,7,,1,,2,0\n2025-02,8,,1,,3,0\n2025-01,7,,1,,1,9\n"
        let snapshot = try read(text)
        #expect(snapshot.months.map(\.month.description) == ["2025-01", "2025-02"])
        #expect(snapshot.months.map(\.records) == [2, 2])
        #expect(snapshot.accepted == 4)
        #expect(try pairs(text).map(\.counts.issuesOpened) == [2])
        #expect(try pairs(text).map(\.counts.pushes) == [9])
        #expect(try pairs(text, of: "2025-02").map(\.counts.issuesOpened) == [1, 3])
        #expect(try CountedPairSegment.decode(snapshot.segment, month: january.advanced(by: 2)).isEmpty)
    }

    @Test(arguments: [
        ("2025-1,7,a,1,o/r,1,1", "month is not YYYY-MM"),
        ("2025-13,7,a,1,o/r,1,1", "month is not YYYY-MM"),
        ("2007-12,7,a,1,o/r,1,1", "month is before GitHub began or after now: 2007-12"),
        ("2031-01,7,a,1,o/r,1,1", "month is before GitHub began or after now: 2031-01"),
        (",7,a,1,o/r,1,1", "month is not YYYY-MM"),
        ("2025-01,0,a,1,o/r,1,1", "developer_id is not a positive number of 63 bits: '0'"),
        ("2025-01,-7,a,1,o/r,1,1", "developer_id is not a positive number"),
        ("2025-01,7.0,a,1,o/r,1,1", "developer_id is not a positive number"),
        ("2025-01,9223372036854775808,a,1,o/r,1,1", "developer_id is not a positive number of 63 bits"),
        ("2025-01,7,a,99999999999999999999,o/r,1,1", "repository_id is not a positive number of 63 bits"),
        ("2025-01,7,a,x,o/r,1,1", "repository_id is not a positive number of 63 bits: 'x'"),
        ("2025-01,,,1,o/r,1,1", "the developer has neither a number nor a login"),
        ("2025-01,7,a,,,1,1", "the repository has neither a number nor a name"),
        ("2025-01,7,a,,/,1,1", "repository_name is not owner/name: '/'"),
        ("2025-01,7,a,,o/r/s,1,1", "repository_name is not owner/name"),
        ("2025-01,7,o/r,1,a,1,1", "developer_login is none: 'o/r'"),
        ("2025-01,7,a b,1,o/r,1,1", "developer_login is none"),
        ("2025-01,7,a,1,o/r,-1,1", "issues_opened is not a number from 0 to 4294967295: '-1'"),
        ("2025-01,7,a,1,o/r,1,4294967296", "pushes is not a number from 0 to 4294967295: '4294967296'"),
        ("2025-01,7,a,1,o/r,1,1.5", "pushes is not a number from 0 to 4294967295"),
        ("2025-01,7,a,1,o/r,1, 1", "pushes is not a number"),
        ("2025-01,7,a,1,o/r,1", "expected 7 fields, found 6"),
        ("2025-01,7,a,1,o/r,1,1,1,1", "expected 7 fields, found more"),
        ("2025-01,7,\"a,1,o/r,1,1", "a quote is not closed or stands amid a field"),
        ("2025-01,7,a\"b\",1,o/r,1,1", "a quote is not closed or stands amid a field"),
        ("2025-01,7,\"a\"b,1,o/r,1,1", "a quote is not closed or stands amid a field"),
        ("2025-01,7,a,1,o/r,\(String(repeating: "1", count: 90)),1", String(repeating: "1", count: 60) + "…'"),
    ])
    func aBadRowIsToldWithItsPlaceAndTheOthersAreKept(row: String, reason: String) throws {
        let snapshot = try read("\(Self.head)\n2025-01,7,a,1,o/r,1,1\n\(row)\n2025-01,8,b,1,o/r,1,1\n")
        #expect(snapshot.accepted == 2)
        #expect(snapshot.rejections.count == 1)
        let sample = try #require(snapshot.rejections.samples.first)
        #expect(sample.line == 3)
        #expect(sample.offset == Self.head.utf8.count + 1 + 22)
        #expect(sample.reason.contains(reason), "\(sample.reason)")
    }

    @Test(arguments: ["", "\""])
    func theFirstRowHasNoMonthBeforeIt(quote: String) throws {
        let month = String(repeating: "\0", count: 7)
        let snapshot = try read("\(Self.head)\n\(quote)\(month)\(quote),7,a,1,o/r,1,1\n2025-01,7,a,1,o/r,1,1\n")
        #expect(snapshot.months.map(\.month.description) == ["2025-01"])
        #expect(snapshot.rejections.samples.map(\.line) == [2])
    }

    @Test(arguments: [
        ("2", "2025-01,7,a,1,o/r,1,1,2"), ("x", "2025-01,7,a,1,o/r,1,1,x"), ("10", "2025-01,7,a,1,o/r,1,1,10"),
    ])
    func aFlagIsZeroOrOne(flag: String, row: String) throws {
        let snapshot = try read("\(Self.head),valid\n2025-01,7,a,1,o/r,1,1,1\n\(row)\n")
        #expect(snapshot.rejections.samples.map(\.reason) == ["valid is neither 0 nor 1: '\(flag)'"])
    }

    @Test
    func anEmptyCountIsNothing() throws {
        #expect(try pairs("\(Self.head)\n2025-01,7,a,1,o/r,,3\n").first?.counts.issuesOpened == 0)
    }

    @Test
    func fieldsMayBeQuoted() throws {
        let plain = try read("\(Self.head)\n2025-01,7,ada,100,o/r,2,3\n")
        let quoted = try read("\"month\",\(Self.head.dropFirst(6))\n\"2025-01\",\"7\",\"ada\",100,\"o/r\",\"2\",3\n")
        #expect(quoted.segment == plain.segment)
        #expect(quoted.names == plain.names)
        let doubled = try read("\(Self.head)\n2025-01,7,\"a\"\"b\",100,o/r,2,3\n2025-01,7,ada,100,\"a,b\",2,3\n")
        #expect(doubled.rejections.samples.map(\.reason) == ["developer_login is none: 'a\"b'"])
        #expect(doubled.accepted == 1, "a name of another form beside a number is passed over")
    }

    @Test(arguments: [
        ("month,developer_id,repository_id,pushes,weight,Region", ["'weight', 'region'", "cannot be understood"]),
        ("month,developer_id,repository_id,pushes,pushes", ["'pushes' twice"]),
        ("month,repository_id,pushes", ["lacks 'developer_id' or 'developer_login'"]),
        ("month,developer_id,pushes", ["lacks 'repository_id' or 'repository_name'"]),
        ("month,developer_id,repository_id", ["lacks a count"]),
        ("month,developer_id,colour", ["'colour'", "repository_id", "lacks a count"]),
    ])
    func aHeadLineThatIsNotRightSaysAllThatIsWrong(head: String, words: [String]) throws {
        let error = try #require(throws: ArchiveError.self) { try read("\(head)\n2025-01,1,2,3,4,5\n") }
        #expect(error.code == .unrecognised)
        for word in words { #expect(error.message.contains(word), "\(error.message)") }
    }

    @Test
    func aLineOfManyColumnsIsNoHeadLine() throws {
        let head = "month,developer_id,repository_id,pushes"
        #expect(try CountedPairHead((head + String(repeating: ",pushes", count: 100)).utf8) == nil)
        #expect(try CountedPairHead((head + ",\"" + String(repeating: "a", count: 100_000) + "\"").utf8) == nil)
        let error = #expect(throws: ArchiveError.self) {
            try CountedPairHead((head + String(repeating: ",pushes", count: 60)).utf8)
        }
        #expect(error?.message.contains("'pushes' twice") == true)
    }

    @Test
    func aLongNameOfAColumnIsCut() throws {
        let name = String(repeating: "a", count: 1_000)
        let error = #expect(throws: ArchiveError.self) {
            try CountedPairHead("month,developer_id,repository_id,pushes,\(name)".utf8)
        }
        let message = try #require(error?.message)
        #expect(message.contains("'\(name.prefix(60))…'"), "\(message)")
    }

    @Test
    func tooManyBadRowsFailTheFile() throws {
        let text = "\(Self.head)\n2025-01,7,a,1,o/r,1,1\nx\n"
        #expect(failure { try read(text, badLines: 0.4) } == .tooManyBadLines)
        #expect(failure { try read("\(Self.head)\n", badLines: 1) } == .tooManyBadLines)
    }

    @Test
    func aCutLastRowMakesTheFileIncompleteWhereItsRestMayCome() throws {
        let text = "\(Self.head)\n2025-01,7,a,1,o/r,1,1\n2025-01,8,b"
        #expect(failure { try read(text) } == .incomplete)
        #expect(try read(text, awaitsRest: false).rejections.count == 1)
        #expect(try read("\(Self.head)\n2025-01,7,a,1,o/r,1,1").accepted == 1, "a count that was cut grows later")
        let named = "month,developer_id,pushes,repository_name\n2025-01,7,1,own/proj"
        #expect(failure { try read(named) } == .incomplete, "another repository would stay")
        #expect(try read(named, awaitsRest: false).accepted == 1)
    }

    @Test(arguments: ["valid", "active"])
    func aLastFlagThatIsNotWrittenYetMakesTheFileIncomplete(column: String) throws {
        let text = "month,developer_id,repository_id,issue_comments,\(column)\n2025-01,7,1,1,"
        #expect(failure { try read(text) } == .incomplete, "a 0 to come would not take the flag back")
        #expect(try pairs(text + "\n").first?.isValid == true)
        #expect(try read(text, awaitsRest: false).accepted == 1)
        for (flag, expected) in [("0", false), ("1", true), ("\"0\"", false)] {
            let pair = try #require(try pairs(text + flag).first, "a flag that is written is whole")
            #expect((column == "valid" ? pair.isValid : pair.isActive) == expected)
        }
    }

    @Test
    func aLastMonthIsWholeOrNone() throws {
        let text = "developer_id,repository_id,pushes,month\n7,1,1,2025-0"
        #expect(failure { try read(text) } == .incomplete)
        #expect(try read(text + "1").accepted == 1)
    }

    @Test
    func compressedFilesAreTheSame() throws {
        let plain = try read("\(Self.head)\n2025-01,7,ada,100,o/r,2,3\n")
        // gzip and zstd of the same text.
        for bytes in [Self.gzip, Self.zstd] { #expect(try read(bytes).segment == plain.segment) }
    }

    @Test(arguments: UInt64(0)..<30)
    func orderRepetitionAndBlocksDoNotShow(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let rows = (0..<120).map { _ in
            "2025-0\(Int.random(in: 1...2, using: &random)),\(Int.random(in: 1...6, using: &random)),,"
                + "\(Int.random(in: 1...5, using: &random)),,\(Int.random(in: 0...3, using: &random)),"
                + "\(Int.random(in: 0...9, using: &random))"
        }
        let text = { (rows: [String]) in "\(Self.head)\n" + rows.joined(separator: "\n") + "\n" }
        var expected: [String: [UInt32]] = [:]
        for row in rows {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            let key = "\(fields[0]) \(fields[1]) \(fields[3])"
            let old = expected[key] ?? [0, 0]
            expected[key] = [max(old[0], UInt32(fields[5]) ?? 0), max(old[1], UInt32(fields[6]) ?? 0)]
        }
        let shuffled = rows.shuffled(using: &random)
        for text in [text(rows), text(shuffled), text(rows + shuffled)] {
            var found: [String: [UInt32]] = [:]
            for month in ["2025-01", "2025-02"] {
                for pair in try pairs(text, of: month) {
                    found["\(month) \(pair.developer.rawValue) \(pair.repository.rawValue)"] = [
                        pair.counts.issuesOpened, pair.counts.pushes,
                    ]
                }
            }
            #expect(found == expected)
        }
        #expect(try read(text(shuffled)).segment == read(text(rows)).segment)
        #expect(try inBlocks(rows, of: 7) == pairs(text(rows)))
    }

    /// The pairs of January, read with very small blocks.
    private func inBlocks(_ rows: [String], of size: Int) throws -> [Pair] {
        let head = try #require(try CountedPairHead(Self.head.utf8))
        var collector = CountedPairCollector(head, months: january...january.advanced(by: 1), blockSize: size)
        for (number, row) in zip(2..., rows) {
            let reason = try unsafe Array(row.utf8).withUnsafeBytes { bytes in
                try unsafe collector.add(
                    Line(bytes: bytes, number: number, offset: 0, isTerminated: true, isTooLong: false)
                )
            }
            #expect(reason == nil)
        }
        let segment = try collector.snapshot(FileAccount(rejections: RejectionLog())).segment
        #expect(collector.count == rows.count)
        var pairs = try CountedPairSegment.decode(segment, month: january)
        pairs.unify()
        return pairs
    }

    @Test(arguments: UInt64(0)..<20)
    func rowsThatAreReadInOnePassMeanWhatTheirFieldsMean(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let row = "2025-01,1024025,Ada-L[bot],2325298,o.w/r_1,0,1,20,3,4,5,6,4294967295,8,9,1,0"
        let names = CountedPairColumn.all.map(\.name)
        let head = try #require(try CountedPairHead(names.joined(separator: ",").utf8))
        var parser = CountedPairParser(head, months: january...january)
        var plain = 0
        for _ in 0..<400 {
            var bytes = Array(row.utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(bytes[place], at: place)
                case 2: bytes[place] = [0x2c, 0x22, 0x30, 0x2f, 0x5d, 0x20, 0xff].randomElement(using: &random) ?? 0
                default: bytes.swapAt(place, 0)
                }
            }
            let (fields, onePass) = unsafe bytes.withUnsafeBytes { bytes in
                let plain = unsafe parser.plainRow(bytes).map(told)
                return (unsafe (try? parser.parseFields(bytes)).map(told), plain)
            }
            if let onePass {
                plain += 1
                #expect(onePass == fields, "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(plain > 50)
    }

    /// All that a row says.
    private func told(_ row: CountedPairRow) -> String {
        let login = unsafe String(decoding: row.login, as: UTF8.self)
        let name = unsafe String(decoding: row.repositoryName, as: UTF8.self)
        return "\(row.month) \(row.pair) \(login) \(name)"
    }

    @Test(arguments: UInt64(0)..<10)
    func damageIsAnErrorNotACrash(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let rows = (0..<50).map { "2025-0\($0 % 2 + 1),\($0 + 1),,\($0 % 5 + 1),,1,\($0)" }
        let bytes = try read("\(Self.head)\n" + rows.joined(separator: "\n") + "\n").segment
        let expected = try CountedPairSegment.decode(bytes, month: january)
        for _ in 0..<60 {
            var damaged = bytes
            damaged[.random(in: 0..<bytes.count, using: &random)] ^= .random(in: 1...255, using: &random)
            if let pairs = try? CountedPairSegment.decode(damaged, month: january) {
                #expect(pairs == expected, "damage went unnoticed")
            }
            #expect(throws: SegmentError.self) {
                try CountedPairSegment.decode(
                    Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))),
                    month: january
                )
            }
        }
    }

    private static let gzip: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4d, 0xca, 0x41, 0x0a, 0x80, 0x20, 0x10, 0x46,
        0xe1, 0xbd, 0x67, 0xf9, 0x23, 0x35, 0xa2, 0xe3, 0x88, 0xe0, 0x90, 0x82, 0x3a, 0xe2, 0x68, 0xd0, 0xed, 0xab,
        0x5d, 0xcb, 0x8f, 0xf7, 0x0a, 0xd7, 0x11, 0x11, 0xe8, 0xa2, 0xcc, 0x8d, 0xba, 0x4b, 0xe1, 0x87, 0xcc, 0x67,
        0xaa, 0xe8, 0xd4, 0x58, 0xd2, 0xe0, 0x7e, 0x7f, 0xf5, 0xa7, 0xea, 0x0b, 0x21, 0x89, 0x4c, 0x12, 0xf7, 0xfe,
        0x95, 0x02, 0xda, 0x94, 0x48, 0xa2, 0xac, 0xb6, 0xfb, 0xa2, 0x0d, 0x0e, 0xf8, 0xe0, 0x61, 0xb4, 0x06, 0xaf,
        0x1d, 0x16, 0x9b, 0x7a, 0x00, 0x51, 0x96, 0x00, 0xb2, 0x70, 0x00, 0x00, 0x00,
    ]

    private static let zstd: [UInt8] = [
        0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x68, 0x8d, 0x02, 0x00, 0x92, 0x85, 0x11, 0x11, 0xa0, 0x6f, 0x20, 0x89, 0x29,
        0x79, 0x3a, 0x19, 0xf1, 0xff, 0x15, 0x37, 0xb0, 0xa0, 0xbf, 0x85, 0x3c, 0xc0, 0x70, 0xe1, 0x29, 0x9c, 0xc7,
        0x20, 0xac, 0x96, 0x62, 0xc4, 0x64, 0x84, 0x53, 0x46, 0x01, 0xdf, 0xed, 0xab, 0xe4, 0xd5, 0xb1, 0xa5, 0xa7,
        0xef, 0xfa, 0xef, 0xb8, 0xa1, 0x8a, 0xcb, 0xa5, 0x3b, 0x9d, 0xba, 0x77, 0xd9, 0x93, 0xa3, 0x63, 0xfe, 0x96,
        0x4b, 0xb3, 0xa5, 0xbf, 0xb6, 0xbd, 0xb8, 0xd1, 0xe8, 0x30, 0x02, 0x00, 0x63, 0xf2, 0x00, 0x8c, 0x69, 0x07,
        0x3c, 0x6d, 0x98, 0xbb,
    ]
}
