// SPDX-License-Identifier: Apache-2.0
//
// How the C library's heap takes memory from the system and gives it back; only glibc's can be told.
#pragma once

#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

/// Some of the heap's memory; of no size when there is none.
struct panorama_pages {
    uintptr_t start;
    size_t size;
};

/// Takes a piece of the heap, asks for large pages where it lies, and gives it back untouched: this thread's next
/// pieces will lie there, as a rule.
static inline struct panorama_pages panorama_prefer_large_pages(size_t size) {
    const uintptr_t large = 2 << 20;
    struct panorama_pages pages = {0, 0};
    void *piece = malloc(size);
    if (piece == NULL) return pages;
    const uintptr_t start = ((uintptr_t)piece + large - 1) / large * large;
    const uintptr_t end = ((uintptr_t)piece + size) / large * large;
    if (start < end && madvise((void *)start, end - start, MADV_HUGEPAGE) == 0) {
        pages.start = start;
        pages.size = end - start;
    }
    free(piece);
    return pages;
}

/// Takes that wish back; memory that was unmapped since does not matter.
static inline void panorama_prefer_small_pages(struct panorama_pages pages) {
    madvise((void *)pages.start, pages.size, MADV_NOHUGEPAGE);
}
#endif
