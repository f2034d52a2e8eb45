// SPDX-License-Identifier: Apache-2.0

import CGzip
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct GzipTests {
    private let text = Array(
        ((1...400).map { InventedEvent(id: $0, developer: $0 % 7 + 1).line }.joined(separator: "\n") + "\n").utf8
    )

    /// The checksum a bit at a time.
    private func naiveChecksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { rest, byte in
            (0..<8).reduce(rest ^ UInt32(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xedb8_8320 : 0) }
        }
    }

    private func checksum(_ bytes: some Collection<UInt8>, behind: UInt32 = 0) -> UInt32 {
        Array(bytes).withUnsafeBufferPointer { panorama_gzip_checksum(behind, $0.baseAddress, $0.count) }
    }

    @Test
    func theChecksumOfEveryLengthIsTheOneComputedBitByBit() {
        #expect(checksum([]) == 0)
        #expect(checksum("123456789".utf8) == 0xcbf4_3926)
        for length in 0...700 {
            #expect(checksum(text[..<length]) == naiveChecksum(text[..<length]), "\(length) bytes")
        }
    }

    @Test
    func theChecksumIsTheSameWhereverBytesLie() {
        for start in 0..<64 {
            let part = text[start..<(start + 1_000)]
            let sum = text.withUnsafeBufferPointer {
                panorama_gzip_checksum(7, $0.baseAddress.map { $0 + start }, 1_000)
            }
            #expect(sum == checksum(part, behind: 7))
        }
    }

    @Test
    func theChecksumGoesOnBehindAnyPart() {
        let whole = checksum(text)
        #expect(whole == naiveChecksum(text))
        for cut in stride(from: 0, through: text.count, by: 61) {
            #expect(checksum(text[cut...], behind: checksum(text[..<cut])) == whole, "cut at \(cut)")
        }
    }

    /// Which fields a header may hold beside the fixed ones: a checksum of itself, extra bytes, a name, a comment.
    private static let headers: [UInt8] = (0..<16).map { (bits: UInt8) in bits << 1 }

    /// A member with other fields in its header.
    private func member(_ bytes: some Collection<UInt8>, flags: UInt8, checksumChange: UInt8 = 0) throws -> [UInt8] {
        let plain = try gzip(bytes)
        var header = Array(plain[..<10])
        header[3] = flags
        if flags & 4 != 0 { header += [5, 0] + [1, 0, 31, 139, 8] }
        if flags & 8 != 0 { header += Array("2025-01-01-15.json".utf8) + [0] }
        if flags & 16 != 0 { header += Array("a comment that is longer than a step".utf8) + [0] }
        if flags & 2 != 0 {
            let sum = naiveChecksum(header)
            header += [UInt8(truncatingIfNeeded: sum) ^ checksumChange, UInt8(truncatingIfNeeded: sum >> 8)]
        }
        return header + plain[10...]
    }

    @Test(arguments: headers)
    func headersOfAnyFieldsArePassedOverHoweverTheyAreCut(flags: UInt8) throws {
        let file = try member(text, flags: flags) + member(text[..<100], flags: flags)
        for fed in [1, 2, 9, 10, 11, 17, 40] {
            #expect(try inflate(file, fed: fed, room: 1 << 16, members: 2) == text + text[..<100], "\(fed) at a time")
        }
        #expect(try content(file).bytes == text + text[..<100])
        for length in 1..<90 {
            #expect(failure { try read(file[..<length]) } == .incomplete, "cut at \(length)")
        }
    }

    @Test
    func aHeaderWhoseChecksumIsWrongIsCorrupt() throws {
        for flags in Self.headers where flags & 2 != 0 {
            #expect(failure { try read(try member(text, flags: flags)) } == nil)
            #expect(failure { try read(try member(text, flags: flags, checksumChange: 1)) } == .corrupt)
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1_000, 1 << 20], [1, 5, 300, 70_000])
    func stepsOfAnySizeJoinMembersToTheirContent(fed: Int, room: Int) throws {
        let file = try gzip(text[..<3_000]) + gzip([]) + gzip(text[3_000...])
        #expect(try inflate(file, fed: fed, room: room, members: 3) == text)
    }

    /// What the members of a file hold, fed and taken in pieces.
    private func inflate(_ file: [UInt8], fed: Int, room: Int, members: Int) throws -> [UInt8] {
        let inflater = try GzipInflater()
        var (content, ends, position): ([UInt8], Int, Int) = ([], 0, 0)
        var output = [UInt8](repeating: 0, count: room)
        while ends < members {
            let input = Array(file[position..<min(position + fed, file.count)])
            let step = try input.withUnsafeBytes { input in
                try output.withUnsafeMutableBytes { try inflater.step(from: input, into: $0) }
            }
            position += step.consumed
            content += output[..<step.produced]
            ends += step.endsFrame ? 1 : 0
            try #require(step.consumed + step.produced > 0 || step.endsFrame, "no progress at \(position)")
        }
        #expect(position == file.count)
        return content
    }

    @Test
    func everyChangedBitOfATrailerIsFound() throws {
        let file = try gzip(text)
        for byte in file.count - 8..<file.count {
            for bit in 0..<8 {
                var damaged = file
                damaged[byte] ^= 1 << bit
                #expect(failure { try read(damaged) } == .corrupt, "bit \(bit) of byte \(byte)")
            }
        }
    }

    @Test
    func aFileCutInATrailerIsIncomplete() throws {
        let file = try gzip(text)
        for length in file.count - 9..<file.count {
            #expect(failure { try read(file[..<length]) } == .incomplete, "cut at \(length)")
        }
    }
}
