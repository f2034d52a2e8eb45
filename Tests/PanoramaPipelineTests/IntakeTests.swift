// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaStore
import PanoramaWatch
import Synchronization
import TestSupport
import Testing

@testable import PanoramaPipeline

/// What a file is known by: the SHA-256 of all its bytes, however far it was read.
@Suite(.timeLimit(.minutes(2)))
struct IntakeTests {
    private let place: Workplace
    private let store: Store
    private let intake: Intake

    init() throws {
        place = try Workplace()
        store = try Store(directory: place.folder.path("state"))
        intake = Intake(
            store: store,
            inbox: place.folder.path("inbox"),
            settings: IntakeSettings(badLines: 0.5),
            folder: NameFolder(store: store)
        )
    }

    /// Takes a file in that is older than any that is waited for.
    private func take(_ name: String) throws -> FileEntry {
        let scan = try InboxScanner(root: place.folder.path("inbox")).scan()
        let file = try #require(scan.files.first { $0.path == name })
        return try #require(
            try intake.take(FileEntry(file), now: Int64(Date.now.timeIntervalSince1970 * 1e9) + 36_000_000_000_000)
        )
    }

    /// SHA-256 by the system's program.
    private func sha256(_ bytes: some Sequence<UInt8>) throws -> String {
        String(try Program.run("sha256sum", input: Data(bytes)).text.prefix(64))
    }

    private func events(_ ids: Range<Int>) -> [UInt8] {
        Array(ids.map { InventedEvent(id: $0, developer: $0).line + "\n" }.joined().utf8)
    }

    @Test
    func aFileOfTheSizeOfAKnownOneIsToldFromItByItsBytes() throws {
        let files = (0..<3).map { events((1_000 + $0 * 100)..<(1_100 + $0 * 100)) }
        #expect(Set(files.map(\.count)).count == 1)
        for (index, bytes) in files.enumerated() {
            try place.drop(bytes, as: "\(index).json")
            let entry = try take("\(index).json")
            #expect(entry.state == .done)
            #expect(entry.sha256 == (try sha256(bytes)))
        }
        #expect(try store.snapshots().map(\.accepted) == [100, 100, 100])
        try place.drop(files[1], as: "again.json")
        let again = try take("again.json")
        #expect(again.state == .duplicate)
        #expect(again.sha256 == (try sha256(files[1])))
    }

    /// Files whose reading ends before their bytes do, or at the last of them.
    enum Failing: CaseIterable {
        case damagedHalfWay
        case cut
        case unknownByItsHead
        case ofTooManyBadLines

        func bytes(_ events: [UInt8]) throws -> [UInt8] {
            switch self {
            case .damagedHalfWay:
                var bytes = try gzip(events)
                for index in 0..<64 { bytes[bytes.count / 2 + index] = 0xff }
                return bytes
            case .cut: return try gzip(events).dropLast(9_000)
            case .unknownByItsHead: return Array("month,developer_id,colour\n".utf8) + events
            case .ofTooManyBadLines: return events + Array(repeatElement(Array("bad\n".utf8), count: 9_000).joined())
            }
        }
    }

    @Test(arguments: Failing.allCases)
    func theHashOfAFileThatFailsIsThatOfAllItsBytes(failing: Failing) throws {
        var random = SplitMix(seed: 1)
        let events = (0..<4_000).map { id in
            let noise = (0..<20).map { _ in String(random.next(), radix: 16) }.joined()
            let payload = #"{"action":"opened","issue":{"id":\#(id),"title":"\#(noise)"}}"#
            return InventedEvent(id: id, payload: payload).line + "\n"
        }
        let bytes = try failing.bytes(Array(events.joined().utf8))
        #expect(bytes.count > 2 * 256 << 10, "more than is read at a time")
        try place.drop(bytes, as: "a")
        let entry = try take("a")
        #expect(entry.state == .failed)
        #expect(entry.sha256 == (try sha256(bytes)))
        #expect(try store.snapshots().isEmpty)
    }

    @Test
    func aFileThatChangesWhileItIsReadIsLeftWaitingAndTakenInOnceItIsStill() throws {
        try place.drop(events(0..<20_000), as: "a.json")
        let writer = Writer(place.folder.path("inbox/a.json"), InventedEvent(id: 50_000).line + "\n")
        let entry = try take("a.json")
        writer.stop()
        #expect(entry.state == .waiting)
        #expect(entry.reason == "it changed while it was read")
        #expect(entry.sha256 == nil)
        #expect(try store.files() == [entry])
        #expect(try store.snapshots().isEmpty)

        let still = try take("a.json")
        #expect(still.state == .done)
        let bytes = try Data(contentsOf: place.folder.url.appending(path: "inbox/a.json"))
        #expect(still.sha256 == (try sha256(bytes)))
        #expect(try store.snapshots().map(\.accepted) == [bytes.count { $0 == UInt8(ascii: "\n") }])
    }

    /// Appends a line to a file a thousand times a second, on a thread of its own, so that no reading of many lines ends
    /// before it did.
    private final class Writer: Sendable {
        private let isOver = Atomic(false)
        private let changes = DispatchSemaphore(value: 0)
        private let end = DispatchSemaphore(value: 0)

        /// Begins; returns when the file has changed once.
        init(_ path: String, _ line: String) {
            Thread.detachNewThread { [self] in
                let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
                while !isOver.load(ordering: .relaxed) {
                    write(file, line, line.utf8.count)
                    changes.signal()
                    usleep(1_000)
                }
                close(file)
                end.signal()
            }
            changes.wait()
        }

        /// Ends; the file is still then.
        func stop() {
            isOver.store(true, ordering: .relaxed)
            end.wait()
        }
    }
}
