// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import TestSupport
import Testing

/// Tables whose columns are not known.
@Suite
struct UnknownTableTests {
    private func message(_ content: String) -> String {
        do {
            _ = try read(content)
            return "taken"
        } catch {
            return (error as? ArchiveError)?.code == .unrecognised ? "\(error)" : "another error: \(error)"
        }
    }

    @Test(arguments: [
        "repository,month,score", "repository;month;openrank", "a,b,c", "Repository Name\tMonth\tOpenRank (mean)",
        "\u{feff}\"repo\",\"month\"", "month;developer_id;repository_id;issues_opened",
    ])
    func areToldWithTheColumnsThatWouldBeGood(head: String) {
        for rows in ["", "\n", "\na/b,2025-01,3.5\nc/d,2025-01,{\"x\":1}\n"] {
            let message = message(head + rows)
            for part in ["looks like the head of a table", "month, openrank", "developer_id", "separated by commas"] {
                #expect(message.contains(part), "\(message)")
            }
        }
    }

    @Test(arguments: [
        "hello", "{\"a\":1,\"b\":2}", "[1,2]", "1,2,3", "a,,b", "\"id\":\"1\",\"type\":\"PushEvent\"", "a: b, c",
    ])
    func areNotSeenInOtherLines(line: String) {
        #expect(message(line + "\n").contains("holds nothing that Panorama knows"))
    }

    @Test
    func aLineOfWordsBeforeGoodEventsCostsItselfAlone() throws {
        let lines = (1...3).map { InventedEvent(id: $0).line }.joined(separator: "\n")
        let snapshot = try read("a,b,c\n" + lines + "\n")
        #expect(snapshot.accepted == 3)
        #expect(snapshot.rejections.count == 1)
    }
}
