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
    func theChecksumGoesOnBehindAnyPart() {
        let whole = checksum(text)
        #expect(whole == naiveChecksum(text))
        for cut in stride(from: 0, through: text.count, by: 61) {
            #expect(checksum(text[cut...], behind: checksum(text[..<cut])) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1_000, 1 << 20], [1, 5, 300, 70_000])
    func stepsOfAnySizeJoinMembersToTheirContent(fed: Int, room: Int) throws {
        let file = try gzip(text[..<3_000]) + gzip([]) + gzip(text[3_000...])
        let inflater = try GzipInflater()
        var (content, ends, position): ([UInt8], Int, Int) = ([], 0, 0)
        var output = [UInt8](repeating: 0, count: room)
        while ends < 3 {
            let input = Array(file[position..<min(position + fed, file.count)])
            let step = try input.withUnsafeBytes { input in
                try output.withUnsafeMutableBytes { try inflater.step(from: input, into: $0) }
            }
            position += step.consumed
            content += output[..<step.produced]
            ends += step.endsFrame ? 1 : 0
            try #require(step.consumed + step.produced > 0 || step.endsFrame, "no progress at \(position)")
        }
        #expect(content == text)
        #expect(position == file.count)
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
