// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct MonthRunTests {
    @Test(arguments: [
        ([], ""), ([5], "2024-06"), ([0, 1, 2], "2024-01…2024-03"), ([11, 12], "2024-12…2025-01"),
        ([4, 0, 1, 5, 7], "2024-01…2024-02 2024-05…2024-06 2024-08"), ([3, 3, 2], "2024-03…2024-04"),
    ])
    func neighboursAreOneSpan(_ offsets: [Int], _ expected: String) {
        let months = offsets.map { Month(ordinal: 2024 * 12 + $0) }
        #expect(MonthSpan.runs(of: months).map(\.description).joined(separator: " ") == expected)
    }
}
