// SPDX-License-Identifier: Apache-2.0

import CGzip

/// Inflates gzip members by ISA-L; checksums and lengths in their trailers are verified.
@safe final class GzipInflater: Inflater {
    static let compression = Compression.gzip
    static let magicLength = 2

    private let members: OpaquePointer

    init() throws(ArchiveError) {
        guard let members = unsafe panorama_gzip_create() else {
            throw ArchiveError(.unreadable, "not enough memory to inflate")
        }
        unsafe self.members = members
    }

    deinit { unsafe panorama_gzip_destroy(members) }

    static func frameStart(_ head: [UInt8]) -> FrameStart {
        if head.starts(with: [0x1f, 0x8b]) { return .frame }
        return head == [0x1f] ? .cut : .none
    }

    func step(
        from input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> InflateStep {
        let step = unsafe panorama_gzip_inflate(
            members,
            input.bindMemory(to: UInt8.self).baseAddress,
            input.count,
            output.bindMemory(to: UInt8.self).baseAddress,
            output.count
        )
        if let reason = Self.reason(step.status) {
            throw InflateProblem(code: .corrupt, reason: reason, consumed: step.consumed)
        }
        return InflateStep(consumed: step.consumed, produced: step.produced, endsFrame: step.is_at_end != 0)
    }

    private static func reason(_ status: panorama_gzip_status) -> String? {
        switch status {
        case panorama_gzip_ok: nil
        case panorama_gzip_invalid_header: "invalid gzip header"
        case panorama_gzip_unsupported_method: "unsupported compression method"
        case panorama_gzip_invalid_symbol: "invalid symbol"
        case panorama_gzip_reference_before_start: "reference before the start"
        case panorama_gzip_incorrect_checksum: "checksum or length does not match"
        default: "invalid block"
        }
    }
}
