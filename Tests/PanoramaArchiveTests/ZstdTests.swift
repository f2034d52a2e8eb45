// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct ZstdTests {
    private let text = Array(
        ((1...40).map { InventedEvent(id: $0, developer: $0 % 7 + 1).line }.joined(separator: "\n") + "\n").utf8
    )
    private let skippable: [UInt8] = [0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]

    @Test(arguments: [
        ["-qc"], ["-qc", "-19"], ["-qc", "--no-check"], ["-qc", "--ultra", "-22"], ["-qc", "--long=27"],
    ])
    func anHourIsTheSameWhetherItIsPlainGzipOrZstd(arguments: [String]) throws {
        let plain = try read(text)
        let packed = try read(zstd(text, arguments), badLines: 0)
        #expect(packed.segment == plain.segment)
        #expect(packed.accepted == 40)
        #expect(packed.comment == nil)
        #expect(try read(gzip(text)).segment == packed.segment)
    }

    @Test(arguments: [1, 7, 100, 4_096, 1 << 20])
    func piecesOfAnySizeJoinToTheContent(pieces: Int) throws {
        for bytes in [text, Array(text.prefix(pieces)), [UInt8](repeating: 7, count: 4_096)] {
            #expect(try content(zstd(bytes), pieces: pieces).bytes == bytes)
            #expect(try content(gzip(bytes), pieces: pieces).bytes == bytes)
        }
    }

    @Test
    func framesJoinAndSkippableOnesAndPaddingArePassedOver() throws {
        let (first, rest) = (try zstd(text[..<100]), try zstd(text[100...]))
        let empty = try zstd([])
        let files = [
            first + rest, first + skippable + rest, skippable + first + rest + skippable, empty + first + empty + rest,
            first + [0, 0, 0] + rest + [0],
            skippable + skippable + first + rest + [UInt8](repeating: 0, count: 300_000),
        ]
        for (index, file) in files.enumerated() {
            let (bytes, trailing) = try content(file)
            #expect(bytes == text && trailing == 0, "file \(index)")
        }
        #expect(try content(skippable).bytes.isEmpty)
    }

    @Test
    func thousandsOfFramesJoin() throws {
        let frame = try zstd(text)
        let file = Array([[UInt8]](repeating: frame, count: 3_000).joined())
        #expect(try content(file).bytes.count == 3_000 * text.count)
    }

    @Test
    func everyCutIsIncomplete() throws {
        let file = try skippable + zstd(text[..<500]) + skippable + zstd(text[500...])
        let ends = try [
            skippable.count, skippable.count + zstd(text[..<500]).count, 2 * skippable.count + zstd(text[..<500]).count,
        ]
        for length in 1..<file.count where !ends.contains(length) && !(length == 1 || ends.contains(length - 1)) {
            #expect(failure { try read(file.prefix(length)) } == .incomplete, "cut at \(length)")
        }
        let plain = try zstd(text)
        for length in 1..<plain.count {
            #expect(failure { try read(plain.prefix(length)) } == .incomplete, "cut at \(length)")
        }
    }

    @Test
    func everyFlippedBitGivesTheSameContentOrAnError() throws {
        let bytes = Array(InventedEvent(id: 1).line.utf8)
        let file = try zstd(bytes)
        var noticed = 0
        for position in file.indices {
            for bit in 0..<8 {
                var damaged = file
                damaged[position] ^= 1 << bit
                do {
                    let found = try content(damaged).bytes
                    #expect(found == bytes || found == damaged, "bit \(bit) of byte \(position) went unnoticed")
                } catch let error as ArchiveError {
                    #expect([.corrupt, .incomplete, .tooLarge].contains(error.code), "\(error)")
                    noticed += 1
                }
            }
        }
        #expect(noticed > file.count * 7)
    }

    @Test
    func damageIsToldWithItsPlace() throws {
        var file = try zstd(text)
        file[file.count - 1] ^= 1
        #expect {
            try content(file)
        } throws: { error in
            guard let error = error as? ArchiveError else { return false }
            return error.code == .corrupt && error.message.contains("zstd data is damaged near byte")
                && error.message.contains("checksum")
        }
    }

    @Test
    func aFrameThatNeedsTooMuchMemorySaysSo() throws {
        // A frame that says its window is 256 MiB.
        let file: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x90, 0x09, 0x00, 0x00, 0x61]
        #expect {
            try content(file)
        } throws: { error in
            guard let error = error as? ArchiveError else { return false }
            return error.code == .tooLarge && error.message.contains("--long") && error.message.contains("128 MiB")
        }
    }

    @Test
    func bytesBehindTheLastFrameThatAreNoneAreTold() throws {
        let snapshot = try read(zstd(text) + Array("rubbish".utf8))
        #expect(snapshot.accepted == 40)
        #expect(snapshot.rejections.count == 1)
        #expect(snapshot.rejections.samples.first?.reason.contains("followed by 7") == true)
        #expect(try content(zstd(text) + gzip(text)).trailing > 0, "gzip behind zstd is not inflated")
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func aRealHourGivesTheSameSegmentAsZstd() throws {
        let file = try #require(RealData.data).appending(path: "hours/2015-01-01-0.json.gz")
        let folder = try TemporaryFolder()
        let packed = try folder.write(zstd(gunzip(file)), to: "2015-01-01-0.json.zst")
        let (first, second) = (try read(file: file), try read(file: packed))
        #expect(first.accepted == 7_702)
        #expect(first.segment == second.segment)
        #expect(first.months.map(\.records) == second.months.map(\.records))
    }
}
