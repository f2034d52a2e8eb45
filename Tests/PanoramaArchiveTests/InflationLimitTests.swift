// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct InflationLimitTests {
    private let line = Array(InventedEvent(id: 1).line.utf8) + [0x0a]

    /// Ten gibibytes of zero bytes as gzip, written member by member.
    private func gzipBomb(in folder: TemporaryFolder, head: [UInt8]) throws -> URL {
        let zeros = try Program.run("sh", ["-c", "head -c 67108864 /dev/zero | gzip -nc"]).output
        let file = try folder.write(gzip(head), to: "bomb.json.gz")
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.seekToEnd()
        for _ in 0..<160 { try handle.write(contentsOf: zeros) }
        return file
    }

    /// The error of reading a file as a snapshot.
    private func error(_ file: URL) throws -> ArchiveError {
        try #require(throws: ArchiveError.self) { try read(file: file) }
    }

    @Test(.timeLimit(.minutes(2)))
    func aBombOfManyGzipMembersIsStoppedEarly() throws {
        let folder = try TemporaryFolder()
        let error = try error(gzipBomb(in: folder, head: line))
        #expect(error.code == .tooLarge)
        #expect(error.message.contains("200 times") && error.message.contains("256 MiB"), "\(error)")
        #expect(error.message.contains("drop it uncompressed"))
    }

    @Test(.timeLimit(.minutes(2)), arguments: [1, 4])
    func aBombOfZstdIsStoppedEarly(frames: Int) throws {
        let folder = try TemporaryFolder()
        let frame = zeroFrame(blocks: 80 << 10)
        let bomb = try zstd(line) + [[UInt8]](repeating: frame, count: frames).joined()
        #expect(bomb.count < 2 << 20)
        let file = try folder.write(bomb, to: "bomb")
        let error = try #require(throws: ArchiveError.self) { try content(file: file) }
        #expect(error.code == .tooLarge)
    }

    @Test
    func aRatioIsHeldAgainstWhatWasReadSoFarAndOnlyBehindAFirstAmount() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        let limits = InflationLimits(bytes: 1 << 30, ratio: 100, freeBytes: 1 << 19)
        for file in [try gzip(zeros), try zstd(zeros), try gzip(zeros.prefix(1 << 18)) + gzip(zeros)] {
            #expect(throws: ArchiveError.self) { try content(file, limits: limits, pieces: 1 << 16) }
            let free = InflationLimits(bytes: 1 << 30, ratio: 100, freeBytes: 2 << 20)
            #expect(try content(file, limits: free).bytes.count >= zeros.count)
        }
        var random = SplitMix(seed: 1)
        let noise = (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let damaged = try gzip(noise + zeros)
        #expect(try content(damaged, limits: limits).bytes == noise + zeros, "a run of zero bytes in an honest file")
    }

    @Test(arguments: ["gzip", "zstd"])
    func aContentBeyondTheLargestSizeIsNotLetIn(tool: String) throws {
        let bytes = Array([[UInt8]](repeating: line, count: 1_000).joined())
        let file = tool == "gzip" ? try gzip(bytes) : try zstd(bytes)
        let exact = InflationLimits(bytes: bytes.count, ratio: 10_000, freeBytes: 0)
        #expect(try content(file, limits: exact, pieces: 999).bytes == bytes)
        let error = try #require(throws: ArchiveError.self) {
            try content(file, limits: InflationLimits(bytes: bytes.count - 1, ratio: 10_000, freeBytes: 0), pieces: 999)
        }
        #expect(error.code == .tooLarge)
        #expect(error.message.contains("\(tool) data inflates to more than") && error.message.contains("split"))
    }

    @Test
    func aPlainFileHasNoLimits() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        #expect(try content(zeros, limits: InflationLimits(bytes: 1, ratio: 1, freeBytes: 0)).bytes == zeros)
    }
}
