// SPDX-License-Identifier: Apache-2.0

import CMalloc

/// The C library's heap, during an intake.
enum Heap {
    #if canImport(Glibc)
    /// From this size on memory is mapped for itself, and given back to the system when it is freed.
    private static let mapped = 32 << 20

    /// Keeps freed memory in the process: files that are taken in one after the other ask for much the same again, and
    /// taking it from the system anew costs a page fault for every four KiB.
    static func keepFreed() {
        mallopt(M_MMAP_THRESHOLD, Int32(mapped))
        mallopt(M_TRIM_THRESHOLD, Int32(2 * mapped))
    }

    /// Lets the memory for which this thread asks next come in large pages, where the system has them: a page fault for
    /// every two MiB.
    static func preferLargePages() {
        panorama_prefer_large_pages(mapped - (1 << 20))
    }

    /// Gives freed memory back to the system: a daemon that waits should not hold any.
    static func giveBackFreed() {
        malloc_trim(0)
    }
    #else
    static func keepFreed() {}
    static func preferLargePages() {}
    static func giveBackFreed() {}
    #endif
}
