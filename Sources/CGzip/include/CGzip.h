// SPDX-License-Identifier: Apache-2.0
//
// gzip members, inflated by ISA-L and held against the checksums and lengths in their trailers.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Inflates one member after the other.
typedef struct panorama_gzip panorama_gzip;

/// Stands at the start of a member; NULL when memory is short.
panorama_gzip *panorama_gzip_create(void);
void panorama_gzip_destroy(panorama_gzip *gzip);

/// What is wrong with a member.
typedef enum {
    panorama_gzip_ok = 0,
    panorama_gzip_invalid_header,
    panorama_gzip_unsupported_method,
    panorama_gzip_invalid_block,
    panorama_gzip_invalid_symbol,
    panorama_gzip_reference_before_start,
    panorama_gzip_incorrect_checksum,
} panorama_gzip_status;

/// What one step did.
typedef struct {
    panorama_gzip_status status;
    size_t consumed;
    size_t produced;
    /// The member ended, its checksum and length were right, and the next may follow.
    int is_at_end;
} panorama_gzip_step;

/// Inflates from `input` to `output`, each below 4 GiB, until one of them is used up or the member ends; not to be
/// asked again once something was wrong.
panorama_gzip_step panorama_gzip_inflate(
    panorama_gzip *gzip, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count
);

/// The checksum of gzip (CRC-32 of ISO 3309, reflected) of some bytes behind others of which it is known; that of no
/// bytes is 0.
uint32_t panorama_gzip_checksum(uint32_t checksum, const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif
