// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct DaemonTests {
    @Test(.timeLimit(.minutes(2)), arguments: ["inotify", "poll"])
    func aFileRenamedIntoTheInboxMakesANewEditionWithoutARestart(mode: String) async throws {
        let place = try Place(configuration: "watch: \(mode)\n" + Place.configuration)
        let hours = Invented.hours
        try place.drop(#require(hours.first))
        let daemon = try Panorama.start(["run", "-c", "panorama.yaml"], in: place.url)
        defer { daemon.terminate() }
        #expect(try await place.wait { try place.landscape()["edition"] != nil })
        let first = try place.landscape()
        try place.drop(#require(hours.last), as: "sub-\(UUID().uuidString).json.gz")
        #expect(try await place.wait { try place.landscape()["edition"] as? String != first["edition"] as? String })
        let second = try place.landscape()
        #expect(first["projects"] as? NSArray != second["projects"] as? NSArray)
        #expect(daemon.isRunning)

        // A second instance is refused and names the first; a status from beside disturbs nothing.
        let other = try place.once()
        #expect(other.status == 75)
        #expect(other.errorText.contains("\(daemon.processIdentifier)"))
        #expect((try place.status()["snapshots"] as? [Any])?.count == 2)

        let signalled = ContinuousClock.now
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0 && daemon.terminationReason == .exit)
        #expect(ContinuousClock.now - signalled < .seconds(10))
    }

    @Test(.timeLimit(.minutes(4)))
    func aKillAtAnyInstantLeavesTheSameEdition() async throws {
        let clean = try Place()
        for hour in Invented.hours { try clean.drop(hour) }
        try clean.once()

        let place = try Place()
        var random = SplitMix(seed: 11)
        for hour in Invented.hours {
            let daemon = try Panorama.start(["run", "-c", "panorama.yaml"], in: place.url)
            try place.drop(hour)
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
            kill(daemon.processIdentifier, SIGKILL)
            daemon.waitUntilExit()
            #expect(daemon.terminationReason == .uncaughtSignal)
        }
        #expect(try place.once().status == 0)
        #expect(try place.edition() == clean.edition())
        let status = try place.status()
        #expect(status["states"] as? [String: Int] == ["done": Invented.hours.count])
    }

    @Test(.timeLimit(.minutes(5)))
    func aWholeNewSubdirectoryIsPickedUp() async throws {
        let place = try Place()
        let daemon = try Panorama.start(["run", "-c", "panorama.yaml"], in: place.url)
        defer { daemon.terminate() }
        let outside = place.url.appending(path: "outside/2025/01")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        for hour in Invented.hours.prefix(3) {
            try FileManager.default.copyItem(at: hour, to: outside.appending(path: hour.lastPathComponent))
        }
        try FileManager.default.moveItem(
            at: place.url.appending(path: "outside/2025"),
            to: place.url.appending(path: "inbox/2025")
        )
        #expect(try await place.wait { (try place.status()["states"] as? [String: Int]) == ["done": 3] })
    }
}
