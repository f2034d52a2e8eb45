// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaSimulation
import Testing

/// Lines that come twice.
@Suite struct CopyTests {
    @Test func someEventsComeTwiceInAFileAndSomeAgainInTheNextByteForByte() throws {
        let simulation = try SimulatedEvents.archive.get()
        let groups = Dictionary(grouping: simulation.events, by: \.key)
        let copies = groups.values.filter { $0.count > 1 }
        let inSameFile = copies.filter { Set($0.map(\.file)).count == 1 }
        let inNextFile = copies.filter { Set($0.map(\.file)).count > 1 }
        #expect(!inSameFile.isEmpty)
        #expect(!inNextFile.isEmpty)
        for copy in copies { #expect(Set(copy.map(\.line)).count == 1) }
        #expect(groups.count == simulation.summary.distinctEvents)
        let surplus = simulation.summary.events - simulation.summary.distinctEvents
        #expect(surplus == simulation.summary.copiesInSameFile + simulation.summary.copiesInNextFile)
        #expect(surplus * 50 < simulation.summary.events)
    }
}
