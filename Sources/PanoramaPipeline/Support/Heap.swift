// SPDX-License-Identifier: Apache-2.0

import CMalloc

/// What the C library does with memory that was freed.
enum Heap {
    /// Keeps freed memory in the process: files that are taken in one after the other ask for much the same again, and
    /// taking it from the system anew costs a page fault for every four KiB.
    static func keepFreed() {
        #if canImport(Glibc)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        #endif
    }

    /// Gives freed memory back to the system: a daemon that waits should not hold any.
    static func giveBackFreed() {
        #if canImport(Glibc)
        malloc_trim(0)
        #endif
    }
}
