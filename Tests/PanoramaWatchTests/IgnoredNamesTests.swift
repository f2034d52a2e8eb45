// SPDX-License-Identifier: Apache-2.0

import PanoramaWatch
import Testing

@Suite
struct IgnoredNamesTests {
    @Test(arguments: [
        "", ".hidden", ".nfs0000000012345678", "..", "2025-01-01-0.json.gz~", "a.tmp", "a.TMP", "a.part", "a.partial",
        "a.crdownload", "a.FilePart", "a.swp", "a.download", "a.json.gz.part",
    ])
    func unfinishedNamesAreIgnored(_ name: String) {
        #expect(IgnoredNames.contains(name))
    }

    @Test(arguments: [
        "2025-01-01-0.json.gz", "tmp", "part", "a.tmp.gz", "a~b", "a.parts", "xtmp", "download", "a.", "données.csv",
    ])
    func finishedNamesCount(_ name: String) {
        #expect(!IgnoredNames.contains(name))
    }
}
