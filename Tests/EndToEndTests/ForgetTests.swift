// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `panorama forget`, as people run it.
@Suite(.timeLimit(.minutes(3)))
struct ForgetTests {
    private func forget(_ place: Place, _ snapshots: String...) throws -> Program {
        try Panorama.run(["forget", "-c", "panorama.yaml"] + snapshots, in: place.url)
    }

    @Test
    func editionsAreThoseOfAStateThatNeverSawTheFile() throws {
        let victims = [
            try #require(Invented.hours.dropFirst(2).first), try #require(Invented.hours.dropFirst(9).first),
        ]
        let clean = try Place()
        for hour in Invented.hours where !victims.contains(hour) { try clean.drop(hour) }
        try clean.once()

        let place = try Place()
        for hour in Invented.hours { try place.drop(hour) }
        try place.once()
        let all = try place.edition()
        #expect(try all != clean.edition())
        let name = victims[0].lastPathComponent
        let hash = try Program.run("sha256sum", [victims[1].path]).text.prefix(12)
        let program = try forget(place, name, String(hash))
        #expect(program.status == 0, "\(program.errorText)")
        let lines = program.text.split(separator: "\n")
        #expect(
            lines.count == 3 && lines[0].hasPrefix("forgotten: \(name): events, "),
            "\(program.text)"
        )
        #expect(lines[0].contains(/, [1-9][0-9]+ records, 20\d\d-\d\d$/), "\(lines[0])")
        #expect(lines[1].contains(victims[1].lastPathComponent) && lines[2].contains("panorama once"))

        #expect(try place.once().text.hasPrefix("files: nothing new;"))
        #expect(try place.edition() == clean.edition())
        let status = try Panorama.run(["status", "--files", "-c", "panorama.yaml"], in: place.url).text
        #expect(status.contains("files: 14 done, 2 forgotten\n"), "\(status)")
        #expect(status.contains("  forgotten  \(name): touch it in the inbox or drop it again"), "\(status)")

        for victim in victims { try place.drop(victim, as: "again-\(victim.lastPathComponent)") }
        #expect(try place.once().text.hasPrefix("files: 2 done;"))
        let files = try place.edition()
        #expect(files["landscape.csv"] == all["landscape.csv"] && files["scores.csv"] == all["scores.csv"])
    }

    @Test
    func aDaemonStartedAfterwardsMakesTheEditionWithoutIt() async throws {
        let place = try Place()
        for hour in Invented.hours.prefix(4) { try place.drop(hour) }
        try place.once()
        let before = try place.landscape()["edition"] as? String
        #expect(try forget(place, Invented.hours[0].lastPathComponent).status == 0)
        let daemon = try Panorama.start(["run", "-c", "panorama.yaml"], in: place.url)
        defer { daemon.terminate() }
        #expect(try await place.wait { try place.landscape()["edition"] as? String != before })

        // While it runs, the state is its own.
        let refused = try forget(place, Invented.hours[1].lastPathComponent)
        #expect(refused.status == 75)
        #expect(refused.errorText.contains("pid \(daemon.processIdentifier)") && refused.errorText.contains("stop it"))
        #expect((try place.status()["states"] as? [String: Int]) == ["done": 3, "forgotten": 1])
    }

    @Test
    func whatIsLostForGoodIsToldAndDoesNotStopIt() throws {
        let hours = Invented.hours.prefix(3)
        let clean = try Place()
        for hour in hours.dropFirst() { try clean.drop(hour) }
        try clean.once()
        let place = try Place()
        for hour in hours { try place.drop(hour) }
        try place.once()
        let name = hours[0].lastPathComponent
        let hash = try Program.run("sha256sum", [hours[0].path]).text.prefix(64)
        try FileManager.default.removeItem(
            at: place.url.appending(path: "state/segments/\(hash.prefix(2))/\(hash).segment")
        )
        let refused = try forget(place, name)
        #expect(refused.status != 0 && refused.errorText.contains("touch its file, \(name),"), "\(refused.errorText)")
        try FileManager.default.removeItem(at: place.url.appending(path: "inbox/\(name)"))
        let program = try forget(place, name)
        #expect(program.status == 0, "\(program.errorText)")
        let lost = "lost: the list of the names of \(name), whose file is not in the inbox; all names were made anew"
        #expect(program.text.contains("forgotten: \(name): ") && program.text.contains(lost), "\(program.text)")
        try place.once()
        #expect(try place.edition() == clean.edition())
    }

    @Test
    func whatIsNotKnownIsToldAndNothingForgotten() throws {
        let place = try Place()
        let name = Invented.hours[0].lastPathComponent
        let early = try forget(place, name)
        #expect(early.status == 66 && early.errorText.contains("panorama once"), "there is no state yet")
        try place.drop(Invented.hours[0])
        try place.once()
        let unknown = try forget(place, name, "x" + name)
        #expect(unknown.status == 66)
        #expect(unknown.errorText.contains("there is no snapshot 'x\(name)'"))
        #expect(unknown.errorText.contains("near: \(name)"), "\(unknown.errorText)")
        #expect((try place.status()["states"] as? [String: Int]) == ["done": 1])
        #expect(try forget(place).status == 64)
        #expect(try forget(place, "inbox/\(name)").status == 0, "as a shell completes it")
    }
}
