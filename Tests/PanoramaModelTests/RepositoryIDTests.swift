// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct RepositoryIDTests {
    @Test func aRepositoryWithoutNumberIsKeyedByItsNameWithoutRegardToCase() {
        let id = RepositoryID.unidentified(name: "PaddlePaddle/Paddle")
        #expect(id == .unidentified(name: "paddlepaddle/paddle"))
        #expect(id != .unidentified(name: "paddlepaddle/paddle2"))
        #expect(!id.isIdentified)
    }

    @Test func neverMeetsANumberOfGitHub() {
        let ids = (0..<20_000).map { RepositoryID.unidentified(name: "owner/project-\($0)") }
        #expect(ids.allSatisfy { $0.rawValue < 0 })
        #expect(Set(ids).count == ids.count)
        #expect(RepositoryID(rawValue: 65_600_975).isIdentified)
    }

    @Test(arguments: [("", -7_347_990_519_673_328_019), ("a/b", -8_291_234_170_096_871_345)])
    func isTheSameInEveryVersion(_ name: String, _ expected: Int64) {
        // Stored scores are keyed by it.
        #expect(RepositoryID.unidentified(name: name).rawValue == expected)
    }

    @Test func lettersBeyondASCIIKeepTheirCase() {
        #expect(RepositoryID.unidentified(name: "É/x") != .unidentified(name: "é/x"))
    }
}
