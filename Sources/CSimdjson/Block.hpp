// SPDX-License-Identifier: Apache-2.0
//
// Some bytes of JSON that are compared together.
//
// The vectors are the compiler's, so one source serves every processor. A loop that gains by it is compiled once more
// for newer processors, and which one runs is chosen when the program starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#define PANORAMA_ALSO_FOR_NEWER_PROCESSORS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define PANORAMA_ALSO_FOR_NEWER_PROCESSORS
#endif

/// What such a loop calls must become part of it, or it would be compiled for the oldest processor.
#define PANORAMA_INLINE __attribute__((always_inline)) inline

namespace panorama {

/// As many bytes as a mask has bits; the lowest bit tells of the first byte.
template <typename Mask>
class Block {
public:
    static constexpr size_t size = sizeof(Mask) * 8;

    PANORAMA_INLINE explicit Block(const uint8_t *start) { std::memcpy(&bytes, start, size); }

    PANORAMA_INLINE Mask equal(uint8_t byte) const {
        return __builtin_bit_cast(Mask, __builtin_convertvector(bytes == byte, Truths));
    }

    PANORAMA_INLINE Mask below(uint8_t byte) const {
        return __builtin_bit_cast(Mask, __builtin_convertvector(bytes < byte, Truths));
    }

    /// Where a brace stands, or the square bracket that differs from it by one bit.
    PANORAMA_INLINE Mask bracket(uint8_t brace) const {
        return __builtin_bit_cast(Mask, __builtin_convertvector((bytes | ('{' ^ '[')) == brace, Truths));
    }

private:
    using Bytes = uint8_t __attribute__((ext_vector_type(size)));
    using Truths = bool __attribute__((ext_vector_type(size)));

    Bytes bytes;
};

}  // namespace panorama
