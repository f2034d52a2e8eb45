// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

/// The same events give the same edition, byte for byte, however they are delivered.
@Suite(.enabled(if: RealData.hasData, "the real events are not here"), .timeLimit(.minutes(5)))
struct DeliveryTests {
    private let settings = LandscapeSettings(id: "test", title: "Test", admission: Admission(limit: 40))

    /// Real events of four eras.
    private static let files = [
        "pre-2015/2011-02-15-0.json.gz", "pre-2015/2014-02-15-0.json.gz", "hours/2015-01-01-0.json.gz",
        "hours/2015-01-01-1.json.gz", "events-api/fwhyn-2025-08-GitHubEventsSuccessResponse.json",
        "events-api/glytching-2018-09-04-github-events.json", "post-trim/loopinlogsbro_EcceMe-events.json",
    ]

    private func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: #require(RealData.data).appending(path: file)))
    }

    /// The lines of an hour as plain text.
    private func lines(_ file: String) throws -> [Data.SubSequence] {
        try gunzip(#require(RealData.data).appending(path: file)).split(separator: 0x0a)
    }

    /// What an edition says, without its manifest.
    private func edition(_ deliver: (Workplace) throws -> Void) async throws -> [String] {
        let place = try Workplace()
        try deliver(place)
        try await place.once(settings)
        return try ["list.txt", "coverage.csv", "coverage.json"].map { try place.latest($0) }
    }

    private func name(_ place: Workplace) throws -> String {
        struct Named: Decodable { var edition: String }
        return try JSONDecoder().decode(Named.self, from: Data(place.latest("manifest.json").utf8)).edition
    }

    @Test
    func shuffledDuplicatedAndOverlappingDeliveriesGiveTheSameEdition() async throws {
        let plain = try await edition { place in
            for file in Self.files { try place.drop(bytes(file), as: file.replacing("/", with: "-")) }
        }
        for seed in 1...3 as ClosedRange<UInt64> {
            var random = SplitMix(seed: seed)
            let other = try await edition { place in
                var number = 0
                func drop(_ bytes: some Sequence<UInt8>) throws {
                    number += 1
                    try place.drop(bytes, as: "folder\(number % 3)/\(1_000 - number)")
                }
                for file in (Self.files + Self.files.prefix(2)).shuffled(using: &random) { try drop(bytes(file)) }
                try drop(bytes("hours/2015-01-01-1.republished.json.gz"))
                let hour = try lines("hours/2015-01-01-0.json.gz").shuffled(using: &random)
                try drop(hour.prefix(5_000).joined(separator: [0x0a]))
                try drop(gzip(hour.suffix(4_000).joined(separator: [0x0a])))
                try drop([UInt8(ascii: "[")] + hour.suffix(3_000).joined(separator: [0x2c]) + [UInt8(ascii: "]")])
                let timeline = try lines("pre-2015/2014-02-15-0.json.gz").shuffled(using: &random)
                try drop(timeline.prefix(4_000).joined(separator: [0x0a]))
            }
            #expect(other == plain)
        }
    }

    @Test
    func anEditionIsNamedByWhatItSays() async throws {
        let place = try Workplace()
        try place.drop(bytes("hours/2015-01-01-1.json.gz"), as: "hour.json.gz")
        try await place.once(settings)
        let first = try name(place)
        try place.drop(bytes("hours/2015-01-01-1.republished.json.gz"), as: "again.json.gz")
        let summary = try await place.once(settings)
        #expect(summary.outcomes.map(\.1) == [.made(2, [])], "its manifest names the new input")
        #expect(try name(place) == first, "the republished hour adds nothing")
        try place.drop(bytes("hours/2015-01-01-0.json.gz"), as: "other.json.gz")
        try await place.once(settings)
        #expect(try name(place) != first)
    }
}
