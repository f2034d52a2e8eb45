// SPDX-License-Identifier: Apache-2.0
//
// How the C library's heap takes memory from the system and gives it back; only glibc's can be told.
#pragma once

#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

/// Takes a piece of the heap, asks for large pages where it lies, and gives it back untouched.
static inline void panorama_prefer_large_pages(size_t size) {
    const uintptr_t large = 2 << 20;
    void *piece = malloc(size);
    if (piece == NULL) return;
    const uintptr_t start = ((uintptr_t)piece + large - 1) / large * large, end = ((uintptr_t)piece + size) / large * large;
    if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
    free(piece);
}
#endif
