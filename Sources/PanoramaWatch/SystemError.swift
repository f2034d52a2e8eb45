// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A system call failed; the number says why.
struct SystemError: Error, Hashable, CustomStringConvertible {
    /// The value of `errno`.
    var number: CInt

    /// The words of the system for it.
    var description: String {
        guard let words = strerror(number) else { return "error \(number)" }
        return String(cString: words)
    }

    /// What the last failed call of this thread left behind.
    ///
    /// Not inlined, so that nothing the compiler inserts runs between the call and the look at `errno`.
    @inline(never)
    static func last() -> SystemError { SystemError(number: errno) }

    /// Whether the entry went away, or became something else, between two calls; other programs may do that any time.
    var meansVanished: Bool { number == ENOENT || number == ENOTDIR }
}
