// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaSimulation

/// A simulation's files, read back and parsed.
///
/// Unchecked, as `Any` is not sendable: nothing changes after the initialiser, so no lock is needed.
struct SimulatedEvents: @unchecked Sendable {
    /// An event with what the tests ask about.
    struct Event {
        let line: Data
        let file: String
        let json: [String: Any]

        var id: String { json["id"] as? String ?? "" }
        var type: String { json["type"] as? String ?? "" }
        var created: String { json["created_at"] as? String ?? "" }
        var actor: [String: Any] { json["actor"] as? [String: Any] ?? [:] }
        var login: String { actor["login"] as? String ?? "" }
        var repository: [String: Any] { json["repo"] as? [String: Any] ?? [:] }
        var repositoryID: Int64 { (repository["id"] as? NSNumber)?.int64Value ?? 0 }
        var repositoryName: String { repository["name"] as? String ?? "" }
        var payload: [String: Any] { json["payload"] as? [String: Any] ?? [:] }
        var action: String { payload["action"] as? String ?? "" }
        var key: String { "\(id) \(type) \(created)" }
    }

    let summary: SimulationSummary
    let events: [Event]
    /// Lines that are not JSON objects.
    let unreadable: Int

    /// Runs a simulation in plain form in a directory of its own and reads it back.
    init(_ change: (inout SimulationParameters) -> Void) throws {
        let directory = try TemporaryDirectory()
        var parameters = SimulationParameters(
            first: Month(ordinal: 2025 * 12),
            last: Month(ordinal: 2025 * 12),
            form: .plain,
            directory: directory.path
        )
        change(&parameters)
        parameters.directory = directory.path
        summary = try Simulation(parameters).run()
        var events: [Event] = []
        var unreadable = 0
        for file in summary.files {
            let data = try Data(contentsOf: URL(fileURLWithPath: directory.path).appendingPathComponent(file))
            for line in data.split(separator: UInt8(ascii: "\n")) {
                guard let json = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
                    unreadable += 1
                    continue
                }
                events.append(Event(line: Data(line), file: file, json: json))
            }
        }
        self.events = events
        self.unreadable = unreadable
    }

    /// A year around the landscape's months, small.
    static let year = Result {
        try SimulatedEvents {
            $0.first = Month(ordinal: 2024 * 12 + 6)
            $0.last = Month(ordinal: 2025 * 12 + 5)
            $0.hoursPerMonth = 8
            $0.eventsPerHour = 500
            $0.repositories = 900
            $0.developers = 3_000
        }
    }

    /// Some hours of the full form.
    static let archive = Result {
        try SimulatedEvents {
            $0.hoursPerMonth = 4
            $0.eventsPerHour = 2_500
        }
    }

    /// Some hours of the trimmed form.
    static let trimmed = Result {
        try SimulatedEvents {
            $0.first = Month(ordinal: 2026 * 12)
            $0.last = Month(ordinal: 2026 * 12)
            $0.hoursPerMonth = 4
            $0.eventsPerHour = 4_000
        }
    }
}

/// A directory that goes away with its owner.
final class TemporaryDirectory {
    /// Where it is.
    let path: String

    /// Makes the directory.
    init() throws {
        let name = "panorama-simulation-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
