// SPDX-License-Identifier: Apache-2.0

import CZstd

/// The outer form of every segment: a magic word with the kind and version, then zstd frames with checksums.
///
/// The content is that of all frames, one after the other; several let a large content be packed piece by piece.
package enum SegmentEnvelope {
    /// What a segment holds.
    package enum Kind: UInt8, CaseIterable {
        case events = 15
        case publishedScores = 2
        case pairs = 16
        case scores = 4
        case hours = 5
        case facts = 6
        case standIns = 7
        case names = 8
        case countedPairs = 17
        case publishedSeries = 11
        case ledger = 12
    }

    /// Version 1 of the form.
    private static let magic: [UInt8] = Array("PNRM".utf8) + [1]
    private static let level: Int32 = 1
    /// The largest frame, unpacked.
    private static let sizeLimit: UInt64 = 1 << 30
    /// The most bytes that zstd makes of one: a block of 128 KiB takes at least four.
    private static let expansionLimit: UInt64 = 1 << 15

    /// Packs a content whole.
    package static func seal(_ kind: Kind, _ content: [UInt8]) throws(SegmentError) -> [UInt8] {
        seal(kind, frames: [try frame(content)])
    }

    /// Joins frames.
    package static func seal(_ kind: Kind, frames: [[UInt8]]) -> [UInt8] {
        var bytes = magic + [kind.rawValue]
        bytes.reserveCapacity(frames.reduce(bytes.count) { $0 + $1.count })
        for frame in frames { bytes += frame }
        return bytes
    }

    /// Packs a piece of content as a frame.
    package static func frame(_ content: [UInt8]) throws(SegmentError) -> [UInt8] {
        guard content.count <= sizeLimit else {
            throw SegmentError("\(content.count) bytes are too many for a frame of at most \(sizeLimit)")
        }
        guard let context = unsafe ZSTD_createCCtx() else { throw SegmentError("not enough memory to compress") }
        defer { unsafe ZSTD_freeCCtx(context) }
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        var written = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(content.count)) { buffer, count in
            written = unsafe content.withUnsafeBytes { source in
                unsafe ZSTD_compress2(context, buffer.baseAddress, buffer.count, source.baseAddress, source.count)
            }
            count = ZSTD_isError(written) == 0 ? written : 0
        }
        guard ZSTD_isError(written) == 0 else {
            throw SegmentError("cannot compress: \(unsafe String(cString: ZSTD_getErrorName(written)))")
        }
        return bytes
    }

    /// Unpacks a content and checks it.
    package static func open(_ kind: Kind, _ bytes: ArraySlice<UInt8>) throws(SegmentError) -> [UInt8] {
        var content: [UInt8] = []
        for frame in try packedFrames(kind, bytes) {
            let piece = try unpack(frame)
            if content.isEmpty { content = piece } else { content += piece }
        }
        return content
    }

    /// Unpacks a content frame by frame and checks it.
    package static func forEachFrame(
        _ kind: Kind,
        _ bytes: [UInt8],
        _ body: ([UInt8]) throws(SegmentError) -> Void
    ) throws(SegmentError) {
        for frame in try packedFrames(kind, bytes[...]) { try body(unpack(frame)) }
    }

    /// The frames of a segment as they are, at least one, so that each can be unpacked or passed over.
    package static func packedFrames(
        _ kind: Kind,
        _ bytes: ArraySlice<UInt8>
    ) throws(SegmentError) -> [ArraySlice<UInt8>] {
        let head = magic + [kind.rawValue]
        guard bytes.starts(with: head) else { throw SegmentError("the bytes are no segment of this kind and version") }
        var rest = bytes.dropFirst(head.count)
        var frames: [ArraySlice<UInt8>] = []
        repeat {
            let length = unsafe rest.withUnsafeBytes { unsafe ZSTD_findFrameCompressedSize($0.baseAddress, $0.count) }
            guard ZSTD_isError(length) == 0, length > 0, length <= rest.count else {
                throw SegmentError("the content is cut or damaged")
            }
            frames.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        } while !rest.isEmpty
        return frames
    }

    /// Unpacks one of ``packedFrames(_:_:)`` and checks it.
    package static func unpack(_ frame: ArraySlice<UInt8>) throws(SegmentError) -> [UInt8] {
        let size = unsafe frame.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size <= sizeLimit, size / expansionLimit <= UInt64(frame.count) else {
            throw SegmentError("the content is cut or damaged")
        }
        return try unpack(frame, size: Int(size))
    }

    private static func unpack(_ frame: ArraySlice<UInt8>, size: Int) throws(SegmentError) -> [UInt8] {
        var result = 0
        let content = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            result = unsafe frame.withUnsafeBytes { source in
                unsafe ZSTD_decompress(buffer.baseAddress, buffer.count, source.baseAddress, source.count)
            }
            count = ZSTD_isError(result) == 0 ? result : 0
        }
        guard ZSTD_isError(result) == 0, result == size else {
            throw SegmentError("the content is damaged: \(unsafe String(cString: ZSTD_getErrorName(result)))")
        }
        return content
    }
}
