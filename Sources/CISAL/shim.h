// SPDX-License-Identifier: Apache-2.0
//
// ISA-L's states hold arrays too large for Swift's importer, so they are made and stepped behind these functions.
#pragma once

#include <isa-l/igzip_lib.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/// An inflater at the start of a gzip member, or NULL when memory is short. Frees with `free`.
static inline struct inflate_state *panorama_inflate_create(void) {
    struct inflate_state *state = (struct inflate_state *)malloc(sizeof(struct inflate_state));
    if (state != NULL) {
        isal_inflate_init(state);
        state->crc_flag = ISAL_GZIP;
    }
    return state;
}

/// Back to the start of a gzip member.
static inline void panorama_inflate_next_member(struct inflate_state *state) {
    isal_inflate_reset(state);
    state->crc_flag = ISAL_GZIP;
}

/// What one step did.
struct panorama_inflate_step {
    size_t consumed;
    size_t produced;
    /// One of ISA-L's `ISAL_…` results; negative when the data is corrupt.
    int result;
    /// The member ended and its checksum and length were right.
    int finished;
};

/// Inflates from `input` to `output` until one of them is used up or the member ends.
static inline struct panorama_inflate_step panorama_inflate(
    struct inflate_state *state, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count
) {
    struct panorama_inflate_step step;
    state->next_in = (uint8_t *)input;
    state->avail_in = (uint32_t)input_count;
    state->next_out = output;
    state->avail_out = (uint32_t)output_count;
    step.result = isal_inflate(state);
    step.consumed = input_count - state->avail_in;
    step.produced = output_count - state->avail_out;
    step.finished = state->block_state == ISAL_BLOCK_FINISH;
    return step;
}
