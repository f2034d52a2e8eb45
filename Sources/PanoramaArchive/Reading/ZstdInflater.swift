// SPDX-License-Identifier: Apache-2.0

import CZstd

/// Inflates zstd frames by libzstd; skippable frames are passed over, checksums are verified where frames have them.
@safe final class ZstdInflater: Inflater {
    static let compression = Compression.zstd
    static let magicLength = 4

    /// Frames may refer back this far, as a power of two: 128 MiB, what `zstd` itself takes without being asked.
    ///
    /// So much memory is needed for a frame of that window; files made with `zstd --long=28` and above want more.
    private static let windowLog: Int32 = 27

    private let context: OpaquePointer

    init() throws(ArchiveError) {
        guard let context = unsafe ZSTD_createDCtx() else {
            throw ArchiveError(.unreadable, "not enough memory to inflate")
        }
        unsafe self.context = context
        _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    }

    deinit { unsafe _ = ZSTD_freeDCtx(context) }

    static func frameStart(_ head: [UInt8]) -> FrameStart {
        let bytes = Array(head.prefix(magicLength))
        let frame: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]
        let skippable: [UInt8] = [0x50 | (bytes.first ?? 0) & 0x0f, 0x2a, 0x4d, 0x18]
        if bytes == frame || bytes == skippable { return .frame }
        // A single byte such as '[' does not make a skippable frame likely.
        let mayBeSkippable = bytes.count >= 2 && skippable.starts(with: bytes)
        return !bytes.isEmpty && frame.starts(with: bytes) || mayBeSkippable ? .cut : .none
    }

    func step(
        from input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> InflateStep {
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = unsafe ZSTD_decompressStream(context, &target, &source)
        guard ZSTD_isError(result) == 0 else { throw Self.problem(result) }
        return unsafe InflateStep(consumed: source.pos, produced: target.pos, endsFrame: result == 0)
    }

    private static func problem(_ result: Int) -> InflateProblem {
        switch ZSTD_getErrorCode(result) {
        case ZSTD_error_frameParameter_windowTooLarge:
            InflateProblem(
                code: .tooLarge,
                reason: "a frame refers back over more than \(1 << (windowLog - 20)) MiB (made with 'zstd --long'?); "
                    + "compress the file again without that"
            )
        case ZSTD_error_dictionary_wrong:
            InflateProblem(code: .corrupt, reason: "it needs a dictionary; compress the file again without one")
        default:
            InflateProblem(code: .corrupt, reason: unsafe String(cString: ZSTD_getErrorName(result)))
        }
    }
}
