// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct MetadataTests {
    @Test
    func aNewerRepositoryObjectChangesTheLandscape() throws {
        let place = try Place()
        let files = try TemporaryFolder()
        let event = InventedEvent(id: 1, repository: 65_600_975, name: "pytorch/pytorch").line
        try place.drop(files.write(event + "\n", to: "hour.json"))
        for (stars, day) in [(90_000, "2025-05-01"), (91_000, "2025-05-02"), (80_000, "2025-04-01")] {
            let object = #"""
                {
                  "id": 65600975,
                  "full_name": "pytorch/pytorch",
                  "description": "Tensors",
                  "stargazers_count": \#(stars),
                  "license": { "spdx_id": "NOASSERTION" },
                  "topics": ["gpu"],
                  "created_at": "2016-08-13T05:26:41Z",
                  "updated_at": "\#(day)T10:00:00Z"
                }
                """#
            try place.drop(files.write(object, to: "pytorch-\(day).json"))
            #expect(try place.once().status == 0)
            let projects = try #require(try place.landscape()["projects"] as? [[String: Any]])
            let facts = try #require(projects.first?["facts"] as? [String: Any])
            #expect(facts["stars"] as? Int == max(stars, day < "2025-05" ? 91_000 : 0))
            #expect(facts["seen"] as? String == max(day, day < "2025-05" ? "2025-05-02" : ""))
            #expect(facts["description"] as? String == "Tensors")
            #expect(facts["licence"] as? String == "NOASSERTION")
            #expect(facts["topics"] as? [String] == ["gpu"])
            #expect(facts["created"] as? String == "2016-08-13")
            #expect(facts["language"] is NSNull)
        }
    }
}
