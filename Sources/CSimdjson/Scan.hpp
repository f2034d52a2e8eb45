// SPDX-License-Identifier: Apache-2.0
//
// Where a text ends, a number, an object. All of these read beyond `end`, as far as `scan_reach`, and take nothing of
// it for JSON.
#pragma once

#include "Block.hpp"

namespace panorama {

/// How many bytes a scan may read beyond the end.
constexpr ptrdiff_t scan_reach = Block<uint64_t>::size;

/// The quote that ends the text in which `next` stands, which no backslash escapes; null when there is none or a
/// control character comes first.
PANORAMA_ALSO_FOR_NEWER_PROCESSORS
const uint8_t *end_of_long_text(const uint8_t *next, const uint8_t *end);

/// The same for texts most of which are short; says whether the text may hold a backslash.
PANORAMA_INLINE const uint8_t *end_of_text(const uint8_t *next, const uint8_t *end, bool &may_have_escapes) {
    using Few = Block<uint16_t>;
    may_have_escapes = false;
    for (int rounds = 6; rounds > 0 && next < end; rounds--, next += Few::size) {
        const Few block(next);
        const unsigned found = block.equal('"') | block.equal('\\') | block.below(0x20);
        if (found == 0) continue;
        next += __builtin_ctz(found);
        if (next < end && *next == '"') return next;
        break;
    }
    may_have_escapes = true;
    return end_of_long_text(next, end);
}

PANORAMA_INLINE const uint8_t *end_of_text(const uint8_t *next, const uint8_t *end) {
    bool may_have_escapes;
    return end_of_text(next, end, may_have_escapes);
}

/// Behind the number or literal in which `next` stands: the first byte that can be part of neither.
PANORAMA_INLINE const uint8_t *end_of_scalar(const uint8_t *next, const uint8_t *end) {
    using Few = Block<uint16_t>;
    for (; next < end; next += Few::size) {
        const Few block(next);
        const unsigned found = block.equal(',') | block.bracket('}') | block.below(0x21) | block.equal(':')
            | block.equal('"') | block.bracket('{');
        if (found == 0) continue;
        next += __builtin_ctz(found);
        break;
    }
    return next < end ? next : end;
}

/// Behind the bracket that closes the object or array in which `next` stands, outside of its texts; null when none does
/// or a text holds a control character.
PANORAMA_ALSO_FOR_NEWER_PROCESSORS
const uint8_t *behind_closing_bracket(const uint8_t *next, const uint8_t *end);

}  // namespace panorama
