// SPDX-License-Identifier: Apache-2.0

import CISAL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Inflates gzip members by ISA-L; checksums and lengths in their trailers are verified.
@safe final class GzipInflater: Inflater {
    static let compression = Compression.gzip
    static let magicLength = 2

    private let state: UnsafeMutablePointer<inflate_state>

    init() throws(ArchiveError) {
        guard let state = unsafe panorama_inflate_create() else {
            throw ArchiveError(.unreadable, "not enough memory to inflate")
        }
        unsafe self.state = state
    }

    deinit { unsafe free(state) }

    static func frameStart(_ head: [UInt8]) -> FrameStart {
        if head.starts(with: [0x1f, 0x8b]) { return .frame }
        return head == [0x1f] ? .cut : .none
    }

    func step(
        from input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> InflateStep {
        let step = unsafe panorama_inflate(
            state,
            input.bindMemory(to: UInt8.self).baseAddress,
            input.count,
            output.bindMemory(to: UInt8.self).baseAddress,
            output.count
        )
        guard step.result >= 0 else {
            throw InflateProblem(code: .corrupt, reason: Self.reason(step.result), consumed: step.consumed)
        }
        let endsMember = step.finished != 0
        if endsMember { unsafe panorama_inflate_next_member(state) }
        return InflateStep(consumed: step.consumed, produced: step.produced, endsFrame: endsMember)
    }

    private static func reason(_ result: Int32) -> String {
        switch result {
        case ISAL_INVALID_BLOCK: "invalid block"
        case ISAL_INVALID_SYMBOL: "invalid symbol"
        case ISAL_INVALID_LOOKBACK: "reference before the start"
        case ISAL_INVALID_WRAPPER: "invalid gzip header"
        case ISAL_UNSUPPORTED_METHOD: "unsupported compression method"
        case ISAL_INCORRECT_CHECKSUM: "checksum or length does not match"
        default: "error \(result)"
        }
    }
}
