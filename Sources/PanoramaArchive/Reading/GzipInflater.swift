// SPDX-License-Identifier: Apache-2.0

import CISAL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Inflates a gzip file of one or more members, a buffer at a time, by ISA-L.
///
/// Checksums and lengths in the trailers are verified. Zero bytes behind the last member are padding; other bytes there
/// are left out and reported by ``trailingBytes``.
@safe final class GzipInflater {
    private static let inputCapacity = 256 << 10

    private let file: FileBytes
    private let state: UnsafeMutablePointer<inflate_state>
    private let input: UnsafeMutableRawBufferPointer
    private var pending = 0..<0
    private var atMemberStart = true
    private var ended = false
    /// Bytes behind the last member that are neither padding nor a member.
    private(set) var trailingBytes = 0

    /// Prepares to inflate a file from its start.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable`` when memory is short.
    init(_ file: FileBytes) throws(ArchiveError) {
        guard let state = unsafe panorama_inflate_create() else {
            throw ArchiveError(.unreadable, "not enough memory to inflate")
        }
        self.file = file
        unsafe self.state = state
        unsafe input = .allocate(byteCount: Self.inputCapacity, alignment: 64)
    }

    deinit {
        unsafe free(state)
        unsafe input.deallocate()
    }

    /// Fills a buffer with inflated bytes.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end.
    /// - Throws: ``ArchiveError/Code/incomplete`` when the file ends within a member,
    ///   ``ArchiveError/Code/corrupt`` when the data is damaged.
    func read(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < output.count, !ended {
            if pending.isEmpty {
                let count = try unsafe file.read(into: input)
                pending = 0..<count
                if count == 0 {
                    guard atMemberStart else {
                        throw ArchiveError(
                            .incomplete,
                            "the gzip data ends early, after \(file.offset) bytes: the file is still being written or was cut"
                        )
                    }
                    ended = true
                    break
                }
            }
            if atMemberStart, file.offset > pending.count || pending.lowerBound > 0 {
                guard try skipToNextMember() else { continue }
            }
            unsafe filled += try step(into: UnsafeMutableRawBufferPointer(rebasing: output[filled...]))
        }
        return filled
    }

    private func step(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        atMemberStart = false
        let source = unsafe UnsafeRawBufferPointer(rebasing: input[pending])
        let step = unsafe panorama_inflate(
            state,
            source.bindMemory(to: UInt8.self).baseAddress,
            source.count,
            output.bindMemory(to: UInt8.self).baseAddress,
            output.count
        )
        pending = (pending.lowerBound + step.consumed)..<pending.upperBound
        guard step.result >= 0 else {
            let place = file.offset - pending.count
            throw ArchiveError(.corrupt, "the gzip data is damaged near byte \(place): \(Self.reason(step.result))")
        }
        if step.finished != 0 {
            unsafe panorama_inflate_next_member(state)
            atMemberStart = true
        } else if step.consumed == 0, step.produced == 0, !pending.isEmpty {
            throw ArchiveError(.corrupt, "the gzip data makes no progress near byte \(file.offset - pending.count)")
        }
        return step.produced
    }

    /// Passes over padding between members; false when no member follows in the pending bytes.
    private func skipToNextMember() throws(ArchiveError) -> Bool {
        while !pending.isEmpty, unsafe input[pending.lowerBound] == 0 {
            pending = (pending.lowerBound + 1)..<pending.upperBound
        }
        guard !pending.isEmpty else { return false }
        guard unsafe input[pending.lowerBound] == 0x1f else {
            trailingBytes = pending.count
            ended = true
            return false
        }
        return true
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
