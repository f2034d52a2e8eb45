// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What `panorama inspect` says of files that hold no events.
@Suite
struct InspectKindTests {
    /// What `panorama inspect --json` says of a file.
    private func inspect(_ file: String, _ arguments: [String] = []) throws -> (status: Int32, report: [String: Any]) {
        let program = try Panorama.run(["inspect", "--json"] + arguments + [file])
        let object = try JSONSerialization.jsonObject(with: program.output) as? [String: Any]
        return (program.status, try #require((object?["files"] as? [[String: Any]])?.first))
    }

    @Test(arguments: [
        (
            "scores.csv", "repo_id,repository,month,openrank\n7,a/b,2025-01,1\n", "published-scores",
            "published scores, plain", 1
        ),
        (
            "pairs.csv",
            "month,developer_id,repository_id,pushes\n2025-01,1,7,3\n2025-01,2,7,1\n2025-02,1,7,1\n", "pairs",
            "counted pairs of developers and repositories, plain", 3
        ),
        (
            "repos.json",
            #"[{"id":7,"full_name":"a/b","description":null,"updated_at":"2025-01-15T07:30:00Z"}]"#, "repositories",
            "repository metadata, plain", 1
        ),
        (
            "tree/github/a/b/openrank.json", #"{"2025-03": 61.95, "2025-04": 63.1, "2025Q1": 180.2}"#,
            "published-scores", "OpenDigger's series 'openrank' of a/b, plain", 2
        ),
        (
            "tree/github/a/b/meta.json", #"{"updatedAt": 1741000000000, "type": "repo", "id": 7}"#,
            "published-scores", "OpenDigger's number of a/b, plain", 1
        ),
    ])
    func everyKindReadsAsWhatItIs(path: String, content: String, kind: String, words: String, accepted: Int) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(content, to: path).path
        let (status, report) = try inspect(file)
        #expect(status == 0, "\(report)")
        #expect(report["kind"] as? String == kind)
        #expect(report["accepted"] as? Int == accepted)
        #expect(report["events"] == nil)
        #expect(report["isUntold"] == nil)
        let text = try Panorama.run(["inspect", file]).text
        #expect(text.contains(": \(words)\n") && text.contains("\(accepted) accepted"), "\(text)")
    }

    @Test
    func aFileOfATreeSaysWhatItIsAbout() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(#"{"2025-03": 4}"#, to: "github/a/b/stars.json")
        #expect(try inspect(file.path).report["subject"] as? String == "a/b stars")
    }

    @Test
    func belowTheInboxThePathIsThatOfTheInbox() throws {
        let place = try Place()
        let file = try place.folder.write(#"{"2025-03": 4}"#, to: "inbox/openrank.json").path
        let configuration = place.url.appending(path: "panorama.yaml").path
        let (status, report) = try inspect(file, ["-c", configuration])
        #expect(status == 65)
        #expect((report["reason"] as? String)?.contains("does not say of which repository") == true, "\(report)")
    }
}
