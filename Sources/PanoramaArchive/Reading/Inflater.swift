// SPDX-License-Identifier: Apache-2.0

/// Undoes one form of compression from buffer to buffer, frame after frame; knows nothing of files.
///
/// A frame is what stands alone: a gzip member, a zstd frame.
protocol Inflater: AnyObject {
    /// The compression it undoes.
    static var compression: Compression { get }
    /// The number of bytes by which a frame is told.
    static var magicLength: Int { get }

    /// Prepares for the first frame.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable`` when memory is short.
    init() throws(ArchiveError)

    /// Whether bytes are the start of a frame.
    static func frameStart(_ head: [UInt8]) -> FrameStart

    /// Inflates until input or output is used up or the frame ends; then it is ready for the next frame.
    func step(
        from input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> InflateStep
}

/// What bytes are to a form of compression.
enum FrameStart {
    /// A frame starts with them.
    case frame
    /// They are too few, but a frame may start so.
    case cut
    /// No frame starts so.
    case none
}

/// What one step of an inflater did.
struct InflateStep {
    var consumed: Int
    var produced: Int
    /// The frame ended and its checksum was right.
    var endsFrame: Bool
}

/// Why an inflater cannot go on.
struct InflateProblem: Error {
    var code: ArchiveError.Code
    var reason: String
    /// Bytes of the input before the trouble, as far as the inflater knows.
    var consumed = 0
}
