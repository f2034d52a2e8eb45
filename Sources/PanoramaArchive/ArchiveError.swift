// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A file could not be taken in.
package struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is; decides what happens to the file.
    package enum Code: Sendable {
        /// The system refused to read it.
        case unreadable
        /// The content is of no known form.
        case unrecognised
        /// The file ends too early: it may still be growing and is looked at again.
        case incomplete
        /// The compressed data is damaged.
        case corrupt
        /// The compressed data inflates to more than is let in, or needs more memory.
        case tooLarge
        /// Too large a share of its lines is no event.
        case tooManyBadLines
    }

    /// What kind of trouble it is.
    package var code: Code
    /// What is wrong, where, and what to do.
    package var message: String
    /// Lines that hold something, where the lines are the trouble.
    package var events = 0
    /// Those that were no good, likewise.
    package var rejections = RejectionLog()

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The content was read, but cannot be packed.
    init(_ error: SegmentError) {
        self.init(.unreadable, error.message)
    }

    /// What is wrong, and what that means for a file that ends too early.
    ///
    /// - Parameters:
    ///   - mayWait: whether the file is young enough to be waited for.
    ///   - patience: for how many seconds files are waited for since they last changed.
    /// - Returns: the reason, for people.
    package func reason(mayWait: Bool, patience: Double) -> String {
        guard code == .incomplete else { return message }
        if mayWait { return "\(message); the file is still being written or was cut" }
        return
            "\(message); it was waited for until it had not changed for \(DurationText.text(patience)), so it was cut: "
            + "fetch it again"
    }

    package var description: String { message }
}
