// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

@testable import PanoramaArchive

/// What a file inflates to, asked for in pieces of a size.
func content(
    file: URL,
    limits: InflationLimits = InflationLimits(),
    pieces: Int = 1 << 20
) throws -> (bytes: [UInt8], trailing: Int) {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let stream = try ContentStream(FileBytes(descriptor: handle.fileDescriptor), limits: limits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieces, alignment: 64)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
        let count = try stream.read(into: buffer)
        bytes += buffer[..<count]
        if count < buffer.count { return (bytes, stream.trailingBytes) }
    }
}

/// What bytes inflate to, through a real file.
func content(
    _ compressed: some Sequence<UInt8>,
    limits: InflationLimits = InflationLimits(),
    pieces: Int = 1 << 20
) throws -> (bytes: [UInt8], trailing: Int) {
    let folder = try TemporaryFolder()
    return try content(file: try folder.write(compressed, to: "file"), limits: limits, pieces: pieces)
}

/// A zstd frame of zero bytes by the million, made by hand: blocks of 128 KiB that say one byte and how often it comes.
func zeroFrame(blocks: Int) -> [UInt8] {
    var frame: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]
    frame.reserveCapacity(frame.count + 4 * blocks)
    for block in 1...blocks {
        let header = (128 << 10) << 3 | 1 << 1 | (block == blocks ? 1 : 0)
        frame += [UInt8(header & 0xff), UInt8(header >> 8 & 0xff), UInt8(header >> 16), 0]
    }
    return frame
}
