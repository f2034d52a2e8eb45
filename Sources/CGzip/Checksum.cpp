// SPDX-License-Identifier: Apache-2.0

#include "CGzip.h"

#include <cstring>
#include <isa-l/crc.h>

#if defined(__x86_64__)
#include <immintrin.h>

namespace {

/// Bytes that are folded at a time.
constexpr size_t stride = 128;

/// x^n modulo the polynomial of the checksum, bits reversed and one place up, as a carry-less product wants it.
constexpr uint64_t power(unsigned n) {
    uint32_t rest = 0x80000000;
    for (; n > 0; n--) rest = rest >> 1 ^ (rest & 1 ? 0xedb88320 : 0);
    return uint64_t(rest) << 1;
}

/// Replaces sixteen bytes each by what they are a stride further on, and adds the bytes that stand there (Gopal, Ozturk
/// and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", 2009).
__attribute__((target("avx2,vpclmulqdq")))
inline __m256i fold(__m256i bytes, __m256i powers, const uint8_t *further) {
    const __m256i low = _mm256_clmulepi64_epi128(bytes, powers, 0x00);
    const __m256i high = _mm256_clmulepi64_epi128(bytes, powers, 0x11);
    const __m256i there = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(further));
    return _mm256_xor_si256(_mm256_xor_si256(low, high), there);
}

/// The checksum by products of 32 bytes at a time; at least one stride is given.
__attribute__((target("avx2,vpclmulqdq")))
uint32_t wide_checksum(uint32_t checksum, const uint8_t *bytes, size_t count) {
    constexpr uint64_t low = power(8 * stride + 32), high = power(8 * stride - 32);
    const __m256i powers = _mm256_set_epi64x(int64_t(high), int64_t(low), int64_t(high), int64_t(low));
    const __m256i start = _mm256_set_epi64x(0, 0, 0, int64_t(uint64_t(~checksum)));
    __m256i folded[4];
    std::memcpy(folded, bytes, stride);
    folded[0] = _mm256_xor_si256(folded[0], start);
    const uint8_t *end = bytes + count;
    for (bytes += stride; end - bytes >= ptrdiff_t(stride); bytes += stride) {
        for (int part = 0; part < 4; part++) folded[part] = fold(folded[part], powers, bytes + 32 * part);
    }
    // What was folded holds the start already, and stands in for all bytes before it.
    uint8_t last[stride];
    std::memcpy(last, folded, stride);
    checksum = crc32_gzip_refl(~uint32_t(0), last, stride);
    return crc32_gzip_refl(checksum, bytes, uint64_t(end - bytes));
}

const bool has_wide_products = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("vpclmulqdq");

}  // namespace
#endif

uint32_t panorama_gzip_checksum(uint32_t checksum, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (has_wide_products && count >= stride) return wide_checksum(checksum, bytes, count);
#endif
    return crc32_gzip_refl(checksum, bytes, count);
}
