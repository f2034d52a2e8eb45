// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct DeveloperIDTests {
    @Test func anAccountWithoutNumberIsKeyedByItsLoginWithoutRegardToCase() {
        let id = DeveloperID.unidentified(login: "Torvalds")
        #expect(id == .unidentified(login: "torvalds"))
        #expect(id != .unidentified(login: "torvalds2"))
        #expect(!id.isIdentified)
        #expect(DeveloperID(rawValue: 1_024_025).isIdentified)
    }

    @Test(arguments: [("", -7_347_990_519_673_328_019), ("a/b", -8_291_234_170_096_871_345)])
    func isTheSameInEveryVersion(_ login: String, _ expected: Int64) {
        // Stored pairs are keyed by it.
        #expect(DeveloperID.unidentified(login: login).rawValue == expected)
    }
}
