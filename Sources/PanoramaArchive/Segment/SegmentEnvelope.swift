// SPDX-License-Identifier: Apache-2.0

import CZstd

/// The outer form of every segment: a magic word with the kind and version, then one zstd frame with a checksum.
package enum SegmentEnvelope {
    /// What a segment holds.
    package enum Kind: UInt8 {
        case events = 1
        case publishedScores = 2
        case pairs = 3
        case scores = 4
    }

    /// Version 1 of the form.
    private static let magic: [UInt8] = Array("PNRM".utf8) + [1]
    private static let level: Int32 = 3
    private static let sizeLimit: UInt64 = 1 << 34

    package static func seal(_ kind: Kind, _ payload: [UInt8]) throws(SegmentError) -> [UInt8] {
        guard let context = unsafe ZSTD_createCCtx() else { throw SegmentError("not enough memory to compress") }
        defer { unsafe ZSTD_freeCCtx(context) }
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
        _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        let head = magic + [kind.rawValue]
        let bound = ZSTD_compressBound(payload.count)
        var written = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: head.count + bound) { buffer, count in
            _ = unsafe buffer.initialize(fromContentsOf: head)
            let target = unsafe UnsafeMutableRawPointer(buffer.baseAddress?.advanced(by: head.count))
            written = unsafe payload.withUnsafeBytes { source in
                unsafe ZSTD_compress2(context, target, bound, source.baseAddress, source.count)
            }
            count = ZSTD_isError(written) == 0 ? head.count + written : 0
        }
        guard ZSTD_isError(written) == 0 else {
            throw SegmentError("cannot compress: \(unsafe String(cString: ZSTD_getErrorName(written)))")
        }
        return bytes
    }

    package static func open(_ kind: Kind, _ bytes: [UInt8]) throws(SegmentError) -> [UInt8] {
        let head = magic + [kind.rawValue]
        guard bytes.starts(with: head) else { throw SegmentError("the bytes are no segment of this kind and version") }
        let body = bytes[head.count...]
        let size = unsafe body.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size < sizeLimit else { throw SegmentError("the size of the content is not known or too large") }
        var result = 0
        let payload = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            result = unsafe body.withUnsafeBytes { source in
                unsafe ZSTD_decompress(buffer.baseAddress, buffer.count, source.baseAddress, source.count)
            }
            count = ZSTD_isError(result) == 0 ? result : 0
        }
        guard ZSTD_isError(result) == 0 else {
            throw SegmentError("the content is damaged: \(unsafe String(cString: ZSTD_getErrorName(result)))")
        }
        return payload
    }
}
