// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaTesting
import Testing

@Suite struct GeneratorTests {
    @Test func theSequenceOfASeedIsThatOfThePublishedAlgorithm() {
        var random = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ]
        )
    }

    @Test func numbersStayBelowTheirBoundAndReachAllOfIt() {
        var random = SeededGenerator(seed: 1)
        #expect(Set((0..<1_000).map { _ in random.number(below: 7) }) == Set(0..<7))
        #expect(random.number(below: 0) == 0)
        #expect((0..<1_000).allSatisfy { _ in (0..<1).contains(random.fraction()) })
        #expect(random.shuffled(Array(0..<50)).sorted() == Array(0..<50))
    }

    @Test(arguments: 1...20)
    func aLandscapeIsThatOfItsSeed(_ seed: UInt64) {
        var generator = LandscapeGenerator(seed: seed)
        generator.isHostile = seed % 2 == 0
        generator.hasMissingMonth = seed % 3 == 0
        let landscape = generator.landscape()
        #expect(landscape == generator.landscape())
        #expect(landscape != LandscapeGenerator(seed: seed + 1).landscape())
        #expect(landscape.projects.map(\.rank) == Array(1...24))
        #expect(landscape.projects.allSatisfy { $0.scores.count == landscape.history.months.count })
        #expect(Set(landscape.projects.map(\.id)).count == 24)
        #expect(landscape.projects.contains { $0.label == nil } && landscape.projects.contains { $0.label != nil })
        #expect(landscape.history.hasData(landscape.window) || generator.hasMissingMonth)
    }

    @Test func aSingleMonthWithoutProjectsIsALandscapeToo() {
        var generator = LandscapeGenerator(seed: 1)
        generator.projects = 0
        generator.months = 1
        let landscape = generator.landscape()
        #expect(landscape.projects.isEmpty)
        #expect(landscape.window.count == 1)
    }
}
