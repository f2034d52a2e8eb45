// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#endif

/// Memory in pages of 2 MiB, where the system has them.
enum LargePages {
    private static let size: UInt = 2 << 20

    /// Wishes that memory that was not touched yet comes in large pages: a page fault for each instead of 512, and tables
    /// that are read all over need few of a core's places for addresses.
    static func prefer(_ memory: UnsafeRawBufferPointer) {
        #if canImport(Glibc)
        guard memory.count >= 2 * size, let start = memory.baseAddress else { return }
        let first = (UInt(bitPattern: start) + size - 1) / size * size
        let last = unsafe UInt(bitPattern: start + memory.count) / size * size
        if let aligned = unsafe UnsafeMutableRawPointer(bitPattern: first) {
            // Where the system does not know the wish, all is as before.
            _ = unsafe madvise(aligned, Int(last - first), MADV_HUGEPAGE)
        }
        #endif
    }
}
