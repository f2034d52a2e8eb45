// SPDX-License-Identifier: Apache-2.0

import CZstd

/// Puts content into compressed files, so that the fuzzer need not find out what a checksum is.
enum Wrapping {
    /// Whether bytes would be read as a compressed file; of fewer bytes than a mark has, those that are there decide.
    static func isCompressed(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        // The frames of zstd that are passed over begin with any of sixteen bytes (RFC 8878, section 3.1.2).
        let skippable: [UInt8] = [0x50 | first & 0x0f, 0x2a, 0x4d, 0x18]
        return [[0x1f, 0x8b], [0x28, 0xb5, 0x2f, 0xfd], skippable].contains { mark in
            bytes.prefix(mark.count).elementsEqual(mark.prefix(bytes.count))
        }
    }

    /// A gzip file of the given number of members (RFC 1952), each of stored blocks (RFC 1951, section 3.2.4).
    static func gzip(_ bytes: [UInt8], members: Int) -> [UInt8] {
        pieces(of: bytes, count: members).flatMap { piece in
            var member: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]
            var start = piece.startIndex
            repeat {
                let end = min(start + 65_535, piece.endIndex)
                let size = UInt16(end - start)
                member.append(end == piece.endIndex ? 1 : 0)
                member += littleEndian(UInt32(size) | UInt32(~size) << 16)
                member += piece[start..<end]
                start = end
            } while start < piece.endIndex
            return member + littleEndian(checksum(piece)) + littleEndian(UInt32(piece.count))
        }
    }

    /// A zstd file of the given number of frames.
    static func zstd(_ bytes: [UInt8], frames: Int) -> [UInt8] {
        pieces(of: bytes, count: frames).flatMap { piece in
            unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(piece.count)) { buffer, count in
                count = unsafe piece.withUnsafeBytes { source in
                    unsafe ZSTD_compress(buffer.baseAddress, buffer.count, source.baseAddress, source.count, 1)
                }
                precondition(ZSTD_isError(count) == 0, "the content cannot be packed")
            }
        }
    }

    private static func pieces(of bytes: [UInt8], count: Int) -> [ArraySlice<UInt8>] {
        (0..<count).map { bytes[(bytes.count * $0 / count)..<(bytes.count * ($0 + 1) / count)] }
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 as in RFC 1952, section 8, a byte at a time.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : (value >> 1) ^ 0xedb8_8320 }
    }
}
