// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite
struct ApportionmentTests {
    @Test
    func thirdsAddUpToTheirSum() {
        #expect([1.0 / 3, 1.0 / 3, 1.0 / 3].apportioned(to: 1, decimals: 2) == [0.34, 0.33, 0.33])
        #expect([0.005, 0.005, 0.01].apportioned(to: 0.02, decimals: 2) == [0.01, 0, 0.01])
        #expect([Double]().apportioned(to: 0, decimals: 2).isEmpty)
        #expect(
            [2.5].apportioned(to: 2.5, decimals: 0) == [3],
            "what is printed of a single part is what is printed of all"
        )
    }

    @Test(arguments: 0..<200)
    func partsStayWithinAUnitAndAddUpExactly(seed: Int) {
        var random = SystemRandomNumberGenerator()
        let decimals = seed % 7
        let values = (0..<(seed + 1)).map { _ in Double.random(in: 0...1, using: &random) * (seed % 2 == 0 ? 1 : 1_000)
        }
        // A total that is off by rounding, as a score is that was not summed from its parts.
        let total = values.reduce(0, +) * (1 + .random(in: -1...1, using: &random) * 1e-14)
        let printed = values.apportioned(to: total, decimals: decimals)
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let units = printed.map { ($0 * scale).rounded() }
        #expect(units.reduce(0, +) == (total * scale).rounded())
        for (value, unit) in zip(values, units) { #expect((value * scale - unit).magnitude <= 1.000_001) }
    }

    @Test
    func aTotalThatHasNothingToDoWithThePartsDoesNotHang() {
        #expect([1.0, 2].apportioned(to: 1e18, decimals: 2) == [1, 2])
        #expect([1.0, 2].apportioned(to: .nan, decimals: 2) == [1, 2])
        #expect([1.0, 2].apportioned(to: 2.99, decimals: 2) == [1, 1.99])
    }
}
