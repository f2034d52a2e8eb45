// SPDX-License-Identifier: Apache-2.0

import CZstd

extension SegmentEnvelope {
    /// The frames of a segment as they are, so that each can be unpacked or passed over.
    static func packedFrames(_ kind: Kind, _ bytes: [UInt8]) throws(SegmentError) -> [ArraySlice<UInt8>] {
        let head = seal(kind, frames: [])
        guard bytes.starts(with: head) else { throw SegmentError("the bytes are no segment of this kind and version") }
        var rest = bytes[head.count...]
        var frames: [ArraySlice<UInt8>] = []
        while !rest.isEmpty {
            let length = unsafe rest.withUnsafeBytes { unsafe ZSTD_findFrameCompressedSize($0.baseAddress, $0.count) }
            guard ZSTD_isError(length) == 0, length > 0, length <= rest.count else {
                throw SegmentError("the content is cut or damaged")
            }
            frames.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return frames
    }

    /// Unpacks one of ``packedFrames(_:_:)`` and checks it.
    static func unpack(_ kind: Kind, _ frame: ArraySlice<UInt8>) throws(SegmentError) -> [UInt8] {
        try open(kind, seal(kind, frames: []) + frame)
    }
}
