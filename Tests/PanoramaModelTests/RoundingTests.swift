// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite struct RoundingTests {
    @Test(arguments: [
        (0.5, 0, 1.0), (-0.5, 0, -1.0), (2.5, 0, 3.0), (927.25, 0, 927.0), (1.23456, 3, 1.235), (-1.23456, 3, -1.235),
        (0.00004, 4, 0.0), (1e300, 4, 1e300), (0.1 + 0.2, 4, 0.3),
    ])
    func roundsHalfAwayFromZero(_ value: Double, _ decimals: Int, _ expected: Double) {
        #expect(value.rounded(decimals: decimals) == expected)
    }

    @Test(arguments: [
        (615.457125, 4, "615.4571"), (615.5, 2, "615.50"), (615.5, 0, "616"), (0, 4, "0.0000"), (-0.0, 1, "0.0"),
        (-0.00001, 4, "0.0000"), (-87.25, 1, "-87.3"), (0.0301, 4, "0.0301"), (9.9999, 2, "10.00"), (-0.05, 1, "-0.1"),
    ])
    func writesExactlyAsManyDecimalsAsAskedFor(_ value: Double, _ decimals: Int, _ expected: String) {
        #expect(value.fixed(decimals: decimals) == expected)
    }

    @Test(arguments: [9.3e14, 1e15, 9.2e18, 1e19, 1e300, Double.greatestFiniteMagnitude, .infinity, .nan])
    func writesNumbersOfAnySize(_ value: Double) {
        for decimals in 0...4 {
            #expect(!value.fixed(decimals: decimals).isEmpty)
            #expect(!(-value).fixed(decimals: decimals).isEmpty)
        }
    }

    @Test func agreesWithTheCLibraryAwayFromTies() {
        var state: UInt64 = 1
        var wrong: [Double] = []
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(Int64(bitPattern: state) >> 20) / 1e7
            if value.fixed(decimals: 4) != String(format: "%.4f", value) { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }
}
