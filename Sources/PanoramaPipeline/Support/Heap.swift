// SPDX-License-Identifier: Apache-2.0

import CMalloc
import Synchronization

/// The C library's heap, during an intake.
enum Heap {
    #if canImport(Glibc)
    /// From this size on memory is mapped for itself, and given back to the system when it is freed.
    private static let mapped = 32 << 20
    /// Where large pages were asked for.
    private static let large = Mutex<[panorama_pages]>([])

    /// Keeps freed memory in the process: files that are taken in one after the other ask for much the same again, and
    /// taking it from the system anew costs a page fault for every four KiB.
    static func keepFreed() {
        mallopt(M_MMAP_THRESHOLD, Int32(mapped))
        mallopt(M_TRIM_THRESHOLD, Int32(2 * mapped))
    }

    /// Wishes that the memory for which this thread asks next come in large pages, where the system has them: a page fault
    /// for every two MiB.
    static func preferLargePages() {
        let pages = panorama_prefer_large_pages(mapped - (1 << 20))
        if pages.size > 0 { large.withLock { $0.append(pages) } }
    }

    /// Gives freed memory back to the system: a daemon that waits should not hold any.
    static func giveBackFreed() {
        // Else the system might fill large pages again around what is still in use.
        let pages = large.withLock { pages in
            defer { pages = [] }
            return pages
        }
        for pages in pages { panorama_prefer_small_pages(pages) }
        malloc_trim(0)
    }
    #else
    static func keepFreed() {}
    static func preferLargePages() {}
    static func giveBackFreed() {}
    #endif
}
