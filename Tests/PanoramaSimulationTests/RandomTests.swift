// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@testable import PanoramaSimulation

/// Chance that can be repeated.
@Suite struct RandomTests {
    @Test func splitMixGivesThePublishedNumbers() {
        // The first outputs for the seed 1234567, as listed with the reference implementation's test vectors.
        var source = SplitMix(state: 1_234_567)
        #expect(source.next() == 6_457_827_717_110_365_317)
        #expect(source.next() == 3_203_168_211_198_807_973)
        #expect(source.next() == 9_817_491_932_198_370_423)
    }

    @Test func streamsOfOneSeedDiffer() {
        var one = RandomSource(seed: 1, stream: 1)
        var same = RandomSource(seed: 1, stream: 1)
        var other = RandomSource(seed: 1, stream: 2)
        let numbers = (0..<8).map { _ in one.next() }
        #expect(numbers == (0..<8).map { _ in same.next() })
        #expect(Set(numbers).isDisjoint(with: (0..<8).map { _ in other.next() }))
    }

    @Test(
        arguments: [[1], [0, 5], [1, 2, 3, 4], [1_000_000, 1, 0, 500_000], [7, 7, 7], [4_000_000_000, 1]] as [[UInt32]]
    )
    func aliasTablesDrawInProportionToTheWeights(weights: [UInt32]) {
        let table = AliasTable(weights: weights)
        var random = RandomSource(seed: 9)
        let draws = 100_000
        var counts = [Int](repeating: 0, count: weights.count)
        for _ in 0..<draws { counts[table.draw(&random)] += 1 }
        let total = weights.reduce(0.0) { $0 + Double($1) }
        for (count, weight) in zip(counts, weights) {
            let expected = Double(draws) * Double(weight) / total
            #expect(abs(Double(count) - expected) <= 5 * expected.squareRoot() + 1)
            if weight == 0 { #expect(count == 0) }
        }
    }

    @Test(arguments: [
        (Int64(0), "0"), (7, "7"), (10, "10"), (-42, "-42"), (999_999, "999999"),
        (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
    ])
    func wholeNumbersAreWrittenInDecimal(number: Int64, text: String) {
        var buffer = ByteBuffer(capacity: 1)
        buffer.append(decimal: number)
        #expect(buffer.withBytes { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test func nodeIdentifiersHaveTheFormOfRealOnes() {
        let parameters = SimulationParameters(
            first: .init(ordinal: 24_300),
            last: .init(ordinal: 24_300),
            directory: "x"
        )
        var writer = EventWriter(world: WorldBuilder.build(parameters))
        writer.put(node: "U_", repository: nil, 167_951_519)
        writer.put(" ")
        writer.put(node: "I_", repository: 141_753_419, 3_226_238_560)
        #expect(writer.out.withBytes { String(decoding: $0, as: UTF8.self) } == "U_kgDOCgK8nw I_kwDOCHL8S87ATH5g")
    }
}
