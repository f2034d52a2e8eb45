// SPDX-License-Identifier: Apache-2.0

#include "CGzip.h"

#include <isa-l/igzip_lib.h>
#include <new>

struct panorama_gzip {
    panorama_gzip() { start_member(); }

    panorama_gzip_step inflate(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
        state.next_in = const_cast<uint8_t *>(input);
        state.avail_in = uint32_t(input_count);
        state.next_out = output;
        state.avail_out = uint32_t(output_count);
        int result = part == Part::header ? read_header() : ISAL_DECOMP_OK;
        if (result == ISAL_DECOMP_OK && part == Part::content) result = read_content(output);
        const bool is_at_end = result == ISAL_DECOMP_OK && part == Part::trailer && read_trailer(result);
        panorama_gzip_step step = {
            status_of(result), input_count - state.avail_in, output_count - state.avail_out, is_at_end
        };
        if (is_at_end) start_member();
        return step;
    }

private:
    enum class Part { header, content, trailer };

    inflate_state state;
    isal_gzip_header header;
    Part part;
    uint32_t checksum;
    /// The number of bytes of content, modulo 2³² as in the trailer.
    uint32_t length;
    uint64_t trailer;
    unsigned trailer_count;

    void start_member() {
        isal_inflate_init(&state);
        // The checksum is computed here: ISA-L's takes twice as long.
        state.crc_flag = ISAL_DEFLATE;
        isal_gzip_header_init(&header);
        part = Part::header;
        checksum = length = 0;
        trailer = trailer_count = 0;
    }

    int read_header() {
        const int result = isal_read_gzip_header(&state, &header);
        if (result == ISAL_DECOMP_OK) part = Part::content;
        return result;
    }

    int read_content(const uint8_t *output) {
        const int result = isal_inflate(&state);
        if (result < 0) return result;
        const size_t count = size_t(state.next_out - output);
        checksum = panorama_gzip_checksum(checksum, output, count);
        length += uint32_t(count);
        if (state.block_state == ISAL_BLOCK_FINISH) {
            part = Part::trailer;
            take_read_ahead();
        }
        return result;
    }

    /// ISA-L reads up to eight bytes ahead: of these, whole bytes behind the content are the trailer's first.
    void take_read_ahead() {
        const unsigned bits = state.read_in_length > 0 ? unsigned(state.read_in_length) : 0;
        const uint64_t ahead = bits < 8 ? 0 : state.read_in >> bits % 8;
        for (unsigned byte = 0; byte < bits / 8; byte++) add_to_trailer(uint8_t(ahead >> 8 * byte));
    }

    void add_to_trailer(uint8_t byte) { trailer |= uint64_t(byte) << 8 * trailer_count++; }

    /// Whether the whole trailer was read; `result` says whether it was right.
    bool read_trailer(int &result) {
        for (; trailer_count < 8 && state.avail_in > 0; state.avail_in--) add_to_trailer(*state.next_in++);
        if (trailer_count < 8) return false;
        if (trailer == (uint64_t(length) << 32 | checksum)) return true;
        result = ISAL_INCORRECT_CHECKSUM;
        return false;
    }

    static panorama_gzip_status status_of(int result) {
        switch (result) {
        case ISAL_INVALID_BLOCK: return panorama_gzip_invalid_block;
        case ISAL_INVALID_SYMBOL: return panorama_gzip_invalid_symbol;
        case ISAL_INVALID_LOOKBACK: return panorama_gzip_reference_before_start;
        case ISAL_INVALID_WRAPPER: return panorama_gzip_invalid_header;
        case ISAL_UNSUPPORTED_METHOD: return panorama_gzip_unsupported_method;
        case ISAL_INCORRECT_CHECKSUM: return panorama_gzip_incorrect_checksum;
        default: return result < 0 ? panorama_gzip_invalid_block : panorama_gzip_ok;
        }
    }
};

panorama_gzip *panorama_gzip_create(void) { return new (std::nothrow) panorama_gzip; }

void panorama_gzip_destroy(panorama_gzip *gzip) { delete gzip; }

panorama_gzip_step panorama_gzip_inflate(
    panorama_gzip *gzip, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count
) {
    return gzip->inflate(input, input_count, output, output_count);
}
