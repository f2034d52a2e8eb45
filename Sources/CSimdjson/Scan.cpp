// SPDX-License-Identifier: Apache-2.0

#include "Scan.hpp"

namespace panorama {

namespace {

using Many = Block<uint64_t>;

constexpr uint64_t even_places = 0x5555555555555555;

/// Tells which bytes a backslash escapes, block after block.
class Escapes {
public:
    /// A byte is escaped when an odd number of backslashes stands before it. Adding the first of a run of backslashes
    /// to the run carries a bit behind its end, where the place tells whether the run is as long as even or odd
    /// (Langdale, Lemire, "Parsing Gigabytes of JSON per Second", 2019, section 3.1.1).
    PANORAMA_INLINE uint64_t escaped(uint64_t backslashes) {
        const uint64_t first = carried;
        backslashes &= ~first;
        carried = 0;
        if (backslashes == 0) return first;
        const uint64_t starts = backslashes & ~(backslashes << 1);
        const uint64_t from_even = backslashes + (starts & even_places);
        uint64_t from_odd;
        carried = __builtin_add_overflow(backslashes, starts & ~even_places, &from_odd);
        return first | (~backslashes & ((from_even & ~even_places) | (from_odd & even_places)));
    }

private:
    /// 1 when the last byte was a backslash that escapes the first byte of the next block.
    uint64_t carried = 0;
};

/// The parity of the bits up to each place: set from an opening quote on, until before the closing one.
PANORAMA_INLINE uint64_t parities(uint64_t bits) {
    for (int distance = 1; distance < 64; distance *= 2) bits ^= bits << distance;
    return bits;
}

/// The places of a block that lie before the end.
PANORAMA_INLINE uint64_t places(const uint8_t *next, const uint8_t *end) {
    return end - next >= ptrdiff_t(Many::size) ? ~uint64_t(0) : (uint64_t(1) << (end - next)) - 1;
}

/// Counts the brackets outside of texts, block after block, until the first that was opened is closed.
class Brackets {
public:
    /// Where a text holds a control character.
    uint64_t controls = 0;

    /// The place behind the closing bracket; 0 when it is not among the block's places.
    PANORAMA_INLINE size_t close(const uint8_t *next, uint64_t places) {
        const Many block(next);
        const uint64_t quotes = block.equal('"') & ~escapes.escaped(block.equal('\\')) & places;
        const uint64_t in_text = parities(quotes) ^ carried;
        carried = in_text >> 63 ? ~uint64_t(0) : 0;
        controls |= block.below(0x20) & in_text & places;
        const uint64_t opening = block.bracket('{') & ~in_text & places;
        const uint64_t closing = block.bracket('}') & ~in_text & places;
        const ptrdiff_t closed = __builtin_popcountll(closing);
        if (closed >= depth) {
            if (const size_t behind = close(opening, closing)) return behind;
        }
        depth += __builtin_popcountll(opening) - closed;
        return 0;
    }

private:
    Escapes escapes;
    /// All bits are set when the next block starts within a text.
    uint64_t carried = 0;
    ptrdiff_t depth = 1;

    PANORAMA_INLINE size_t close(uint64_t opening, uint64_t closing) const {
        for (ptrdiff_t closed = 1; closing != 0; closed++, closing &= closing - 1) {
            const auto place = __builtin_ctzll(closing);
            const ptrdiff_t opened = __builtin_popcountll(opening & ((uint64_t(1) << place) - 1));
            if (depth + opened == closed) return size_t(place) + 1;
        }
        return 0;
    }
};

}  // namespace

PANORAMA_ALSO_FOR_NEWER_PROCESSORS
const uint8_t *end_of_long_text(const uint8_t *next, const uint8_t *end) {
    Escapes escapes;
    for (; next < end; next += Many::size) {
        const Many block(next);
        const uint64_t quotes = block.equal('"') & ~escapes.escaped(block.equal('\\'));
        const uint64_t found = (quotes | block.below(0x20)) & places(next, end);
        if (found == 0) continue;
        const auto place = __builtin_ctzll(found);
        return next[place] == '"' ? next + place : nullptr;
    }
    return nullptr;
}

PANORAMA_ALSO_FOR_NEWER_PROCESSORS
const uint8_t *behind_closing_bracket(const uint8_t *next, const uint8_t *end) {
    Brackets brackets;
    size_t behind = 0;
    for (; end - next >= ptrdiff_t(Many::size); next += Many::size) {
        behind = brackets.close(next, ~uint64_t(0));
        if (behind != 0) break;
    }
    if (behind == 0 && next < end) behind = brackets.close(next, places(next, end));
    return behind == 0 || brackets.controls != 0 ? nullptr : next + behind;
}

}  // namespace panorama
