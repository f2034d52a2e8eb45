// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@testable import PanoramaWatch

@Suite
struct InboxScannerTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func scan() throws -> InboxScan { try InboxScanner(root: directory.inbox).scan() }

    @Test
    func filesOfAllDirectoriesComeInByteOrder() throws {
        try directory.makeDirectory("inbox/a/b")
        for name in ["a/b/2", "a/b/1", "a.txt", "a/z", "Z", "é"] { try directory.write("inbox/" + name) }
        #expect(try scan().files.map(\.path) == ["Z", "a.txt", "a/b/1", "a/b/2", "a/z", "é"])
    }

    @Test
    func sizeTimesAndIdentityAreThoseOfTheFile() throws {
        try directory.write("inbox/a", "12345")
        directory.date("inbox/a", secondsAgo: 1_000)
        var status = stat()
        #expect(stat(directory.at("inbox/a"), &status) == 0)
        let file = try #require(try scan().files.first)
        #expect(file.size == 5)
        #expect(file.modified == Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
        #expect(file.changed == Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
        #expect(file.changed - file.modified > 900_000_000_000)
        #expect(file.inode == UInt64(status.st_ino) && file.device == UInt64(status.st_dev))
    }

    @Test
    func timesBeyondNanosecondsAreTheNearestThatCanBeSaid() {
        var status = stat()
        status.st_mtim = timespec(tv_sec: .max, tv_nsec: 999_999_999)
        status.st_ctim = timespec(tv_sec: .min, tv_nsec: 0)
        let file = InboxFile(path: "a", status: status)
        #expect(file.modified == .max)
        #expect(file.changed == .min)
    }

    @Test
    func readingAFileDoesNotChangeWhatAScanSays() throws {
        try directory.write("inbox/a")
        let before = try scan()
        usleep(20_000)
        _ = try Data(contentsOf: URL(fileURLWithPath: directory.at("inbox/a")))
        #expect(try scan() == before)
    }

    @Test
    func whatIsIgnoredOrNoFileIsLeftOut() throws {
        try directory.makeDirectory("inbox/.git")
        try directory.makeDirectory("inbox/batch.tmp")
        for name in [".a", "a.part", "b~", ".git/c", "batch.tmp/d", "kept"] { try directory.write("inbox/" + name) }
        #expect(mkfifo(directory.at("inbox/pipe"), 0o600) == 0)
        let scan = try scan()
        #expect(scan.files.map(\.path) == ["kept"])
        #expect(scan.problems.isEmpty)
    }

    @Test
    func linksToFilesAndDirectoriesAreFollowed() throws {
        try directory.makeDirectory("elsewhere/deep")
        try directory.write("elsewhere/a")
        try directory.write("elsewhere/deep/b")
        try directory.symlink("inbox/file", to: "../elsewhere/a")
        try directory.symlink("inbox/folder", to: "../elsewhere")
        try directory.link("elsewhere/a", "inbox/hard")
        #expect(try scan().files.map(\.path) == ["file", "folder/a", "folder/deep/b", "hard"])
    }

    @Test
    func aLinkBackIntoTheInboxIsAProblemAndEndsThere() throws {
        try directory.makeDirectory("inbox/a/b")
        try directory.write("inbox/a/b/file")
        try directory.symlink("inbox/a/b/up", to: "..")
        try directory.symlink("inbox/a/top", to: "../../inbox")
        try directory.symlink("inbox/self", to: "self")
        let scan = try scan()
        #expect(scan.files.map(\.path) == ["a/b/file"])
        #expect(scan.problems.map(\.path) == ["a/b/up", "a/top", "self"])
        #expect(scan.problems.allSatisfy { $0.kind == .loop })
    }

    @Test
    func aDirectoryAndALinkToItGiveItsFilesOnceUnderItsOwnName() throws {
        try directory.makeDirectory("inbox/zebra")
        try directory.write("inbox/zebra/file")
        try directory.symlink("inbox/aardvark", to: "zebra")
        let scan = try scan()
        #expect(scan.files.map(\.path) == ["zebra/file"])
        #expect(
            scan.problems.map(\.description) == ["aardvark: leads to zebra, which is scanned there; remove the link"]
        )
    }

    @Test
    func aLinkThatLeadsNowhereIsAProblem() throws {
        try directory.symlink("inbox/gone", to: "nothing")
        try directory.symlink("inbox/.hidden", to: "nothing")
        #expect(try scan().problems.map(\.kind) == [.danglingLink])
    }

    @Test
    func aNameThatIsNotUTF8IsAProblemNotSilence() throws {
        let name = Array((directory.inbox + "/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        try directory.write("inbox/café")
        let scan = try scan()
        #expect(scan.files.map(\.path) == ["café"])
        #expect(scan.problems.map(\.kind) == [.name])
        #expect(scan.problems.map(\.path) == [#"caf\xE9"#])
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aDirectoryThatMayNotBeReadIsAProblem() throws {
        try directory.makeDirectory("inbox/locked")
        chmod(directory.at("inbox/locked"), 0)
        defer { chmod(directory.at("inbox/locked"), 0o700) }
        #expect(try scan().problems.map(\.kind) == [.unreadable])
    }

    @Test
    func aPathTooLongForTheSystemIsAProblem() throws {
        let name = String(repeating: "d", count: 250)
        var descriptor = open(directory.inbox, O_RDONLY | O_DIRECTORY)
        for _ in 0..<20 {
            mkdirat(descriptor, name, 0o700)
            let next = openat(descriptor, name, O_RDONLY | O_DIRECTORY)
            close(descriptor)
            descriptor = next
        }
        close(descriptor)
        #expect(try scan().problems.map(\.kind) == [.unreadable])
    }

    @Test
    func aMissingInboxSaysSoAndWhatToDo() throws {
        let error = #expect(throws: WatchError.self) { try InboxScanner(root: directory.at("nowhere")).scan() }
        #expect(error?.code == .inboxMissing)
        #expect(error?.message.contains("mkdir -p \(directory.at("nowhere"))") == true)
    }

    @Test
    func anInboxThatIsAFileIsRefused() throws {
        try directory.write("file")
        let error = #expect(throws: WatchError.self) { try InboxScanner(root: directory.at("file")).scan() }
        #expect(error?.code == .inboxNotDirectory)
    }

    @Test
    func filesThatComeAndGoDuringAScanAreNoProblem() async throws {
        let directory = directory
        try directory.makeDirectory("inbox/sub")
        async let churn: Void = Self.churn(directory)
        for _ in 0..<200 { #expect(try scan().problems.isEmpty) }
        try await churn
    }

    @concurrent
    private static func churn(_ directory: TemporaryDirectory) async throws {
        for number in 0..<2_000 {
            try directory.write("inbox/sub/\(number % 20)")
            try directory.remove("inbox/sub/\(number % 20)")
        }
    }
}
