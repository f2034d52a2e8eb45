// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@testable import PanoramaSimulation

/// What can be asked for, and when.
@Suite struct ParameterTests {
    private static let january = Month(ordinal: 2025 * 12)

    private static func parameters(_ change: (inout SimulationParameters) -> Void) -> SimulationParameters {
        var parameters = SimulationParameters(first: january, last: january, directory: "out")
        change(&parameters)
        return parameters
    }

    @Test(arguments: [
        (parameters { $0.last = Month(ordinal: 2024 * 12) }, "last month"),
        (parameters { $0.first = Month(ordinal: 2015 * 12) }, "first month"),
        (parameters { $0.hoursPerMonth = 0 }, "hours per month"),
        (parameters { $0.hoursPerMonth = 745 }, "hours per month"),
        (parameters { $0.eventsPerHour = 0 }, "events per hour"),
        (parameters { $0.eventsPerHour = 500_001 }, "events per hour"),
        (parameters { $0.repositories = 199 }, "repositories"),
        (parameters { $0.developers = 99 }, "developers"),
        (parameters { $0.directory = "" }, "directory"),
    ])
    func parametersOutOfTheirRangesAreRefusedByName(parameters: SimulationParameters, name: String) {
        let error = #expect(throws: SimulationError.self) { _ = try Simulation(parameters) }
        #expect(error?.code == .invalidParameter)
        #expect(error?.message.contains(name) == true)
    }

    @Test(arguments: [1, 2, 3, 8, 13, 100, 743, 744, 5_000])
    func hoursAreDistinctOrderedAndSpreadOverTheMonth(count: Int) {
        for month in [Self.january, Month(ordinal: 2025 * 12 + 1)] {
            let hours = SimulationSchedule.hours(of: month, count: count, seed: 5)
            let end = month.advanced(by: 1).startEpochSeconds
            #expect(hours.count == min(count, month.hours))
            #expect(hours == Set(hours).sorted())
            #expect(hours.allSatisfy { $0 >= month.startEpochSeconds && $0 < end && $0 % 3_600 == 0 })
            if count >= 8 {
                let gaps = zip(hours, hours.dropFirst()).map { $1 - $0 }
                #expect(gaps.allSatisfy { $0 <= 4 * Int64(month.hours) * 3_600 / Int64(count) + 7_200 })
                #expect(gaps.contains(3_600))
            }
        }
    }

    @Test func nightsAndWeekendsAreQuieterAndTheMeanHolds() {
        let hours = SimulationSchedule.hours(of: Self.january, count: 744, seed: 1)
        let counts = hours.map { SimulationSchedule.events(in: $0, mean: 10_000, seed: 1) }
        #expect((9_500...10_500).contains(counts.reduce(0, +) / counts.count))
        // 2025-01-01 was a Wednesday: day 3 is a Saturday, day 6 a Tuesday (from 0).
        let saturday = counts[(3 * 24)..<(4 * 24)].reduce(0, +)
        let tuesday = counts[(6 * 24)..<(7 * 24)].reduce(0, +)
        #expect(saturday * 10 < tuesday * 8)
        #expect(counts[6 * 24 + 3] < counts[6 * 24 + 15])
    }
}
