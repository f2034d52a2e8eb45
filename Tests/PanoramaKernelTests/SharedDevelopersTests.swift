// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import TestSupport
import Testing

@Suite
struct SharedDevelopersTests {
    @Test(arguments: UInt64(0)..<100)
    func countsAgreeWithSets(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let developerCount = Int.random(in: 1...20, using: &random)
        let repositoryCount = Int.random(in: 1...15, using: &random)
        let pairs = (0..<Int.random(in: 0...120, using: &random)).map { _ in
            (
                Int32.random(in: 0..<Int32(developerCount), using: &random),
                Int32.random(in: 0..<Int32(repositoryCount), using: &random)
            )
        }
        let circle = (0..<repositoryCount).map { _ in Bool.random(using: &random) }
        let counts = SharedDevelopers.counts(
            developers: pairs.map(\.0),
            repositories: pairs.map(\.1),
            developerCount: developerCount,
            repositoryCount: repositoryCount,
            circle: circle
        )
        let inCircle = Set(pairs.filter { circle[Int($0.1)] }.map(\.0))
        for repository in 0..<repositoryCount {
            let here = Set(pairs.filter { Int($0.1) == repository }.map(\.0))
            #expect(counts[repository] == here.intersection(inCircle).count)
        }
    }
}
