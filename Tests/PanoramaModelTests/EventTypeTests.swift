// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite
struct EventTypeTests {
    @Test func everyTypeHasAPlaceOfItsOwn() {
        #expect(EventType.allCases.map { Int($0.index) } == Array(0..<EventType.allCases.count))
    }

    @Test(arguments: [
        (EventKind.issueOpened, "IssuesEvent"), (.issueOther, "IssuesEvent"), (.issueComment, "IssueCommentEvent"),
        (.pullRequestClosed, "PullRequestEvent"), (.review, "PullRequestReviewEvent"),
        (.reviewComment, "PullRequestReviewCommentEvent"), (.wiki, "GollumEvent"), (.madePublic, "PublicEvent"),
        (.push, "PushEvent"), (.other, "other"),
    ])
    func kindsThatDifferByActionAloneShareATypeByTheNameOfTheFeed(kind: EventKind, name: String) {
        #expect(kind.type.name == name)
    }

    @Test func everyTypeIsThatOfSomeKind() {
        #expect(Set(EventKind.allCases.map(\.type)) == Set(EventType.allCases))
    }

    @Test func countsAddUpByType() {
        var counts: EventTypeCounts = [.push: 2, .watch: 1]
        counts += [.push: 40, .other: 7]
        #expect(counts == [.watch: 1, .push: 42, .other: 7])
        #expect(counts.total == 50)
        #expect(counts[.fork] == 0)
    }

    @Test func countsAreWrittenByNameAndReadBack() throws {
        let counts: EventTypeCounts = [.push: 2, .issueComment: 1]
        let data = try JSONEncoder().encode(counts)
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Int])
        #expect(object.count == EventType.allCases.count && object["PushEvent"] == 2 && object["ForkEvent"] == 0)
        #expect(try JSONDecoder().decode(EventTypeCounts.self, from: data) == counts)
        let other = Data(#"{"PushEvent":3,"Gone":1}"#.utf8)
        #expect(try JSONDecoder().decode(EventTypeCounts.self, from: other) == [.push: 3])
    }

    @Test(arguments: [(0, 0), (3_599, 0), (3_600, 1), (-1, -1), (-3_600, -1), (-3_601, -2)] as [(Int64, Int64)])
    func anInstantLiesInItsHour(seconds: Int64, hour: Int64) {
        #expect(HourCounts.hour(ofEpochSeconds: seconds) == hour)
    }
}
