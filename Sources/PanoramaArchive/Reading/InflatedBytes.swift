// SPDX-License-Identifier: Apache-2.0

/// Reads the content of a compressed file, a buffer at a time, through an inflater.
///
/// A file may hold several frames. Zero bytes behind a frame are padding; other bytes there are left out and reported by
/// ``trailingBytes``.
@safe final class InflatedBytes<Codec: Inflater> {
    private static var inputCapacity: Int { 256 << 10 }

    private let file: FileBytes
    private let codec: Codec
    private let limits: InflationLimits
    private let input: UnsafeMutableRawBufferPointer
    /// Where in ``input`` the bytes lie that were read and not yet inflated.
    private var pending = 0..<0
    private var inflated = 0
    private var isAtFrameStart = true
    /// The last step filled its output, so there may be more without more input.
    private var mayHoldOutput = false
    private var isAtEnd = false
    /// Bytes behind the last frame that are neither padding nor a frame, as far as they were read.
    private(set) var trailingBytes = 0

    /// Prepares to inflate a file from its start.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable`` when memory is short.
    init(_ file: FileBytes, limits: InflationLimits) throws(ArchiveError) {
        codec = try Codec()
        self.file = file
        self.limits = limits
        unsafe input = .allocate(byteCount: Self.inputCapacity, alignment: 64)
    }

    deinit { unsafe input.deallocate() }

    private static var name: String { Codec.compression.rawValue }

    /// Fills a buffer with inflated bytes.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end.
    /// - Throws: ``ArchiveError/Code/incomplete`` when the file ends within a frame,
    ///   ``ArchiveError/Code/corrupt`` when the data is damaged, ``ArchiveError/Code/tooLarge`` beyond the limits.
    func read(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < output.count {
            if isAtFrameStart {
                guard try findFrame() else { break }
            } else if pending.isEmpty, try !refill(), !mayHoldOutput {
                throw cut
            }
            unsafe filled += try step(into: UnsafeMutableRawBufferPointer(rebasing: output[filled...]))
        }
        return filled
    }

    private var cut: ArchiveError {
        ArchiveError(.incomplete, "the \(Self.name) data ends early, after \(file.offset) bytes")
    }

    private func step(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        let source = unsafe UnsafeRawBufferPointer(rebasing: input[pending])
        let step: InflateStep
        do throws(InflateProblem) {
            step = try unsafe codec.step(from: source, into: output)
        } catch {
            let trouble = error.code == .corrupt ? "is damaged" : "cannot be read"
            throw ArchiveError(
                error.code,
                "the \(Self.name) data \(trouble) near byte \(place + error.consumed): \(error.reason)"
            )
        }
        pending = (pending.lowerBound + step.consumed)..<pending.upperBound
        inflated += step.produced
        isAtFrameStart = step.endsFrame
        mayHoldOutput = step.produced == output.count
        if step.consumed == 0, step.produced == 0, !step.endsFrame, !pending.isEmpty {
            throw ArchiveError(.corrupt, "the \(Self.name) data makes no progress near byte \(place)")
        }
        try limits.check(inflated: inflated, compressed: place, Codec.compression)
        return step.produced
    }

    /// How much of the file was inflated.
    private var place: Int { file.offset - pending.count }

    /// Reads on behind the pending bytes; false at the end of the file.
    private func refill() throws(ArchiveError) -> Bool {
        let rest = pending.count
        unsafe input.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[pending]))
        let count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: input[rest...]))
        pending = 0..<(rest + count)
        return count > 0
    }

    /// Passes over padding to the next frame; false when none follows.
    private func findFrame() throws(ArchiveError) -> Bool {
        while !isAtEnd {
            while !pending.isEmpty, unsafe input[pending.lowerBound] == 0 {
                pending = (pending.lowerBound + 1)..<pending.upperBound
            }
            if pending.count < Codec.magicLength, try refill() { continue }
            switch unsafe Codec.frameStart(Array(input[pending].prefix(Codec.magicLength))) {
            case .frame: return true
            case .cut: throw cut
            case .none:
                trailingBytes = pending.count
                isAtEnd = true
            }
        }
        return false
    }
}
