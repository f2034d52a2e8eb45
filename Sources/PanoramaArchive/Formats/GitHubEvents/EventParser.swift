// SPDX-License-Identifier: Apache-2.0

import CSimdjson
import PanoramaModel

/// Reads one event of any era from one JSON text.
@safe struct EventParser: ~Copyable {
    /// An event with the texts it carries; they hold as long as the bytes they were read from, and until the parser's
    /// next use.
    @safe struct Event {
        var record: EventRecord
        var login: UnsafeRawBufferPointer
        var repositoryName: UnsafeRawBufferPointer
        /// As far as its shape tells.
        var era: EventEra?
        /// The type as written.
        var typeName: UnsafeRawBufferPointer
        /// The action as written; empty where there is none.
        var actionName: UnsafeRawBufferPointer
        /// What the payload says of repositories.
        var repositories: UnsafeBufferPointer<panorama_repository>
    }

    /// Why a text is not an event.
    enum Problem: Error {
        case malformed
        case notAnObject
        case withoutType
        case withoutTime
        case withoutSubject
        case textPayload
        case badTime
        case impossibleTime
    }

    private let parser: JSONParser
    private let plausible: ClosedRange<Int64>
    private var fullName = NameBuffer()
    private var clock = FeedClock()

    /// Makes a parser that takes events of a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(plausible: ClosedRange<Int64>) throws(ArchiveError) {
        parser = try JSONParser()
        self.plausible = plausible
    }

    /// Reads an event from bytes that ``LineReader/padding`` readable bytes follow.
    mutating func parse(_ json: UnsafeRawBufferPointer) throws(Problem) -> Event {
        var event = unsafe panorama_event()
        let bytes = unsafe json.bindMemory(to: UInt8.self)
        switch unsafe panorama_parse_event(parser.pointer, bytes.baseAddress, bytes.count, &event) {
        case panorama_event_ok: break
        case panorama_event_not_an_object: throw .notAnObject
        case panorama_event_without_type: throw .withoutType
        case panorama_event_without_created_at: throw .withoutTime
        case panorama_event_without_subject: throw .withoutSubject
        case panorama_event_with_text_payload: throw .textPayload
        default: throw .malformed
        }
        guard let (time, month) = unsafe clock.read(event.created_at.buffer) else { throw .badTime }
        guard plausible.contains(time) else { throw .impossibleTime }
        let login = unsafe event.actor_login.buffer
        let name = unsafe repositoryName(of: event)
        let developer = unsafe Self.developer(of: event, login)
        let repository = unsafe Self.repository(of: event, name)
        return unsafe Event(
            record: record(of: event, developer: developer, repository: repository, time: time, month: month),
            login: login,
            repositoryName: name,
            era: EventEra(shape: event.shape),
            typeName: event.type_name.buffer,
            actionName: event.action_name.buffer,
            repositories: repositories
        )
    }

    /// What the event that was read last says of repositories.
    private var repositories: UnsafeBufferPointer<panorama_repository> {
        var count = 0
        let start = unsafe panorama_event_repositories(parser.pointer, &count)
        return unsafe UnsafeBufferPointer(start: start, count: count)
    }

    private func record(
        of event: panorama_event,
        developer: Int64,
        repository: Int64,
        time: Int64,
        month: Int32
    ) -> EventRecord {
        let kind = unsafe EventKind(type: event.type, action: event.action)
        var flags: EventRecord.Flags = []
        let id: UInt64
        if unsafe event.id.count > 0 {
            id = unsafe Self.identity(event.id.buffer) ^ (kind == .other ? Self.mark(of: event.type_name.buffer) : 0)
        } else {
            id = unsafe event.content_hash
            flags.insert(.hashed)
        }
        // The feed before 2015 names no action of a comment: those that it tells of were made.
        if unsafe event.action == panorama_action_created || event.action == panorama_action_none {
            flags.insert(.created)
        }
        if unsafe event.is_snyk != 0 { flags.insert(.snyk) }
        if unsafe event.actor_login.buffer.isLoginOfBot { flags.insert(.bot) }
        let key = unsafe Self.key(of: kind, in: event)
        return EventRecord(
            developer: developer,
            repository: repository,
            key: key != 0 ? key : Self.needsKey(kind) ? Int64(truncatingIfNeeded: id) : 0,
            id: id,
            time: time,
            month: month,
            kind: kind,
            flags: flags
        )
    }

    // MARK: - Who and where

    /// `owner/name`, put together where the event gives the parts.
    private mutating func repositoryName(of event: panorama_event) -> UnsafeRawBufferPointer {
        guard unsafe event.repository_owner.count > 0, unsafe event.repository_name.count > 0 else {
            return unsafe event.repository_name.buffer
        }
        return unsafe fullName.join(event.repository_owner.buffer, event.repository_name.buffer)
    }

    /// GitHub's number, else a stand-in made of the login; 0 where the event gives neither.
    private static func developer(of event: panorama_event, _ login: UnsafeRawBufferPointer) -> Int64 {
        if unsafe event.actor_id != 0 || login.isEmpty { return unsafe event.actor_id }
        return unsafe DeveloperID.unidentified(bytes: login).rawValue
    }

    /// GitHub's number, else a stand-in made of a full name; 0 where the event gives neither.
    private static func repository(of event: panorama_event, _ name: UnsafeRawBufferPointer) -> Int64 {
        if unsafe event.repository_id != 0 { return unsafe event.repository_id }
        guard let slash = unsafe name.firstIndex(of: UInt8(ascii: "/")), slash > 0, slash + 1 < name.count else {
            return 0
        }
        return unsafe RepositoryID.unidentified(bytes: name).rawValue
    }

    // MARK: - What

    /// Digits as the number they are, anything else (and what does not fit) as a 64-bit FNV-1a hash.
    private static func identity(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var number: UInt64 = 0
        var isNumber = text.count <= 19
        for index in text.indices where isNumber {
            let digit = unsafe text[index] &- UInt8(ascii: "0")
            isNumber = digit < 10
            number = number &* 10 &+ UInt64(digit)
        }
        return isNumber ? number : unsafe hash(text)
    }

    /// Tells apart events of types that are all counted as other: the type is part of an event's identity.
    private static func mark(of typeName: UnsafeRawBufferPointer) -> UInt64 { unsafe hash(typeName) & 0xff_ffff_ffff }

    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
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
