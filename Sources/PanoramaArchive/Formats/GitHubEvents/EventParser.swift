// SPDX-License-Identifier: Apache-2.0

import CSimdjson
import PanoramaModel

/// Reads one event from one line, by simdjson.
@safe struct EventParser: ~Copyable {
    /// An event with the names it carries; they hold until the parser's next use.
    @safe struct Event {
        var record: EventRecord
        var login: UnsafeRawBufferPointer
        var repositoryName: UnsafeRawBufferPointer
    }

    /// Why a line is not an event.
    enum Problem: Error {
        case malformed
        case notAnObject
        case withoutType
        case withoutTime
        case withoutActor
        case withoutRepository
        case badTime
        case impossibleTime
    }

    private let parser: OpaquePointer
    private let plausible: ClosedRange<Int64>

    /// Makes a parser that takes events of a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(plausible: ClosedRange<Int64>) throws(ArchiveError) {
        guard let parser = unsafe panorama_parser_create() else {
            throw ArchiveError(.unreadable, "not enough memory to parse")
        }
        unsafe self.parser = parser
        self.plausible = plausible
    }

    deinit { unsafe panorama_parser_destroy(parser) }

    /// Reads an event from bytes that ``LineReader/padding`` readable bytes follow.
    func parse(_ line: UnsafeRawBufferPointer) throws(Problem) -> Event {
        var event = unsafe panorama_event()
        let bytes = unsafe line.bindMemory(to: UInt8.self)
        switch unsafe panorama_parse_event(parser, bytes.baseAddress, bytes.count, &event) {
        case panorama_event_ok: break
        case panorama_event_not_an_object: throw .notAnObject
        case panorama_event_without_type: throw .withoutType
        case panorama_event_without_created_at: throw .withoutTime
        case panorama_event_without_actor: throw .withoutActor
        case panorama_event_without_repository: throw .withoutRepository
        default: throw .malformed
        }
        guard let time = unsafe Timestamp.epochSeconds(event.created_at.buffer) else { throw .badTime }
        guard plausible.contains(time) else { throw .impossibleTime }
        let kind = unsafe EventKind(type: event.type, action: event.action)
        let id = unsafe Self.identity(event.id.count > 0 ? event.id.buffer : line)
        var flags: EventRecord.Flags = []
        if unsafe event.action == panorama_action_created { flags.insert(.created) }
        if unsafe event.is_snyk != 0 { flags.insert(.snyk) }
        let login = unsafe event.actor_login.buffer
        if unsafe Self.isBot(login) { flags.insert(.bot) }
        let key = unsafe Self.key(of: kind, in: event)
        return unsafe Event(
            record: EventRecord(
                developer: event.actor_id,
                repository: event.repository_id,
                key: key != 0 ? key : Self.needsKey(kind) ? Int64(truncatingIfNeeded: id) : 0,
                id: id,
                time: time,
                month: Int32(truncatingIfNeeded: Month(epochSeconds: time).ordinal),
                kind: kind,
                flags: flags
            ),
            login: login,
            repositoryName: event.repository_name.buffer
        )
    }

    /// Whether a login ends in `[bot]`, in any case.
    private static func isBot(_ login: UnsafeRawBufferPointer) -> Bool {
        guard login.count >= 5 else { return false }
        return unsafe zip(login.suffix(5), "[bot]".utf8).allSatisfy { byte, expected in
            byte == expected || ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == expected)
        }
    }

    /// Digits as the number they are, anything else (and what does not fit) as a 64-bit FNV-1a hash.
    private static func identity(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var number: UInt64 = 0
        var isNumber = text.count <= 19
        for index in text.indices where isNumber {
            let digit = unsafe text[index] &- UInt8(ascii: "0")
            isNumber = digit < 10
            number = number &* 10 &+ UInt64(digit)
        }
        if isNumber { return number }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in text.indices { unsafe hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
        return hash
    }

    private static func needsKey(_ kind: EventKind) -> Bool { kind.isCollaboration || kind == .push }

    /// The id by which an event of a kind is counted distinctly; 0 where the payload has none.
    private static func key(of kind: EventKind, in event: panorama_event) -> Int64 {
        switch kind {
        case .issueOpened, .issueClosed, .issueOther: unsafe event.issue_id
        case .issueComment, .reviewComment: unsafe event.comment_id
        case .pullRequestOpened, .pullRequestClosed, .pullRequestOther: unsafe event.pull_request_id
        case .review: unsafe event.review_id
        case .push: unsafe event.push_id
        default: 0
        }
    }
}

extension panorama_text {
    var buffer: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: bytes, count: count) }
}
