// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PanoramaArchive

@Suite
struct TimestampTests {
    private func seconds(_ text: String) -> Int64? { Array(text.utf8).withUnsafeBytes { Timestamp.epochSeconds($0) } }

    @Test(arguments: [
        "2015-01-31T23:51:16Z", "2015-01-31T23:51:16.001Z", "2015-01-31T23:51:16.00001Z", "2015-01-31T15:51:16-08:00",
        "2015-01-31T15:51:16.5-08:00", "2015/01/31 15:51:16 -0800", "2015-02-01T01:51:16+0200",
        "2015-01-31 23:51:16 UTC", "2015-01-31 23:51:16", "2015-01-31 23:51:16.000000",
    ])
    func everyWayOfWritingAnInstantIsTheSame(text: String) {
        #expect(seconds(text) == 1_422_748_276)
    }

    @Test(arguments: [
        "2015-01-31T23:51:16", "2015-01-31T23:51:16.", "2015-01-31T23:51:16.5",
        "2015-01-31T23:51:16.5 ", "2015-02-29T00:00:00Z", "2015-13-01T00:00:00Z", "2015-01-31T24:00:00Z",
        "2015-01-31T23:51:16x", "2015-01-31T23:51:16+8", "", "Z",
    ])
    func whatIsNoInstantIsNone(text: String) {
        #expect(seconds(text) == nil)
    }
}
