// SPDX-License-Identifier: Apache-2.0
//
// A walk over the tokens of one JSON text, forward only. Of what is passed over only the end is looked for, many bytes
// at a time: texts must end and hold no control characters, brackets are counted, nothing else is looked at.
//
// Any type may stand anywhere: what is not of the wanted type leaves its target untouched, and only damaged JSON is an
// error.
#pragma once

#include "Field.hpp"
#include "Scan.hpp"

#include <array>
#include <cstring>
#include <simdjson.h>
#include <string_view>
#include <utility>

namespace panorama {

class Cursor {
public:
    /// simdjson's parser for a processor, of which the reading of texts is used.
    using Stages = simdjson::internal::dom_parser_implementation;

    /// Stands before the first token of a text in UTF-8, behind which `panorama_json_padding` bytes are readable; texts
    /// with escapes are put into `room`, which must have the size of the whole text and the padding.
    Cursor(const uint8_t *bytes, size_t count, const Stages &stages, uint8_t *room)
        : next(bytes), end(bytes + count), stages(stages), room(room) {
        pass_white_space();
    }

    bool is_at_end() const { return next == end; }

    /// The first byte of the next token; 0 behind the last.
    uint8_t peek() const { return next < end ? *next : 0; }

    /// Whether one value stands here and nothing behind it.
    bool is_one_value() { return skip() && is_at_end(); }

    /// Passes over a value.
    PANORAMA_INLINE bool skip() {
        switch (kind_of(peek())) {
        case Kind::text: return pass_last(end_of_text(next + 1, end));
        case Kind::scalar: return go_to(end_of_scalar(next, end));
        case Kind::opening:
            next++;
            return leave();
        default: return false;
        }
    }

    /// Stands before every field of an object in turn and lets `body` read it, until `wanted` is down to 0; anything
    /// but an object has none. What `body` does not read is passed over.
    template <typename Body>
    PANORAMA_INLINE bool each_field(const int &wanted, Body &&body) {
        if (peek() != '{') return skip();
        step();
        if (peek() == '}') return step();
        // A name, a colon, a value, and what follows it.
        while (peek() == '"') {
            const uint8_t *name = next;
            const Field field = body();
            if (field == Field::damaged) return false;
            if (field == Field::left && ((next == name && !pass_name()) || !skip())) return false;
            if (peek() != ',') return peek() == '}' && step();
            if (wanted == 0) return leave();
            step();
        }
        return false;
    }

    template <typename Body>
    PANORAMA_INLINE bool each_field(Body &&body) {
        return each_field(1, std::forward<Body>(body));
    }

    /// The first letter of the name of the field before which it stands.
    char letter() const { return char(next[1]); }

    /// Whether the field before which it stands has a name; if so, it stands before the value afterwards.
    template <size_t size>
    PANORAMA_INLINE bool at(const char (&name)[size]) {
        const uint8_t *quote = next + size;
        return std::memcmp(next + 1, name, size - 1) == 0 && *quote == '"' && pass_colon(quote + 1);
    }

    /// Goes on from the name of a field to its value.
    PANORAMA_INLINE bool pass_name() {
        const uint8_t *quote = end_of_text(next + 1, end);
        return quote != nullptr && pass_colon(quote + 1);
    }

    /// Stands before every element of an array in turn and lets `body` read it; anything but an array has none.
    template <typename Body>
    bool each_element(Body &&body) {
        if (peek() != '[') return skip();
        step();
        if (peek() == ']') return step();
        while (body()) {
            if (peek() != ',') return peek() == ']' && step();
            step();
        }
        return false;
    }

    /// The text, number or literal before which it stands as it is written; nothing of a text without end.
    std::string_view written() const {
        const uint8_t *behind;
        if (peek() == '"') {
            const uint8_t *quote = end_of_text(next + 1, end);
            behind = quote == nullptr ? next : quote + 1;
        } else {
            behind = end_of_scalar(next, end);
        }
        return {reinterpret_cast<const char *>(next), size_t(behind - next)};
    }

    /// A text; `is_told` says afterwards whether its escapes can be told and none of them is NUL, which no name holds
    /// and what is written in C would take for its end.
    PANORAMA_INLINE bool read_text(panorama_text &out, bool &is_told) {
        is_told = true;
        if (peek() != '"') return skip();
        const uint8_t *start = next + 1;
        bool may_have_escapes;
        const uint8_t *quote = end_of_text(start, end, may_have_escapes);
        if (!pass_last(quote)) return false;
        const size_t length = size_t(quote - start);
        if (may_have_escapes && std::memchr(start, '\\', length) != nullptr) {
            is_told = read_escaped(start, out);
        } else {
            out = {start, length};
        }
        return true;
    }

    /// A text whose escapes must be good.
    PANORAMA_INLINE bool read_text(panorama_text &out) {
        bool is_told;
        return read_text(out, is_told) && is_told;
    }

    /// A positive number, given as a number or as a text of digits.
    PANORAMA_INLINE bool read_id(int64_t &out) {
        const bool is_text = peek() == '"';
        int64_t number = 0;
        const uint8_t *behind = digits(next + is_text, number);
        if (behind == nullptr || (is_text ? *behind != '"' : !ends_number(*behind))) return skip();
        if (number > 0) out = number;
        return go_to(behind + is_text);
    }

    /// A number that is not negative.
    PANORAMA_INLINE bool read_count(int64_t &out) {
        int64_t number = 0;
        const uint8_t *behind = digits(next, number);
        if (behind == nullptr || !ends_number(*behind)) return skip();
        out = number;
        return go_to(behind);
    }

    /// True or false.
    bool read_flag(int &out) {
        const std::string_view token = written();
        if (token == "true") out = 1;
        else if (token == "false") out = 0;
        return skip();
    }

private:
    /// Stands at the first byte of a token or at the end.
    const uint8_t *next;
    const uint8_t *end;
    const Stages &stages;
    uint8_t *room;

    enum class Kind : int8_t { none, text, scalar, opening };

    static Kind kind_of(uint8_t byte) {
        static constexpr auto kinds = [] {
            std::array<Kind, 256> kinds{};
            kinds['"'] = Kind::text;
            for (const char scalar : {'-', 't', 'f', 'n'}) kinds[uint8_t(scalar)] = Kind::scalar;
            for (char digit = '0'; digit <= '9'; digit++) kinds[uint8_t(digit)] = Kind::scalar;
            for (const char opening : {'{', '['}) kinds[uint8_t(opening)] = Kind::opening;
            return kinds;
        }();
        return kinds[byte];
    }

    /// Goes on to the first token from a place on that is not behind the end.
    bool go_to(const uint8_t *place) {
        next = place;
        if (*next <= ' ') pass_white_space();
        return true;
    }

    /// Goes on behind a token of one byte.
    bool step() { return go_to(next + 1); }

    /// Goes on behind the last byte of a token; false when there is none.
    bool pass_last(const uint8_t *last) { return last != nullptr && go_to(last + 1); }

    /// Goes on to the value behind a name; stays where it is when no colon stands between them.
    PANORAMA_INLINE bool pass_colon(const uint8_t *behind_name) {
        if (behind_name >= end) return false;
        const uint8_t *name = next;
        next = behind_name;
        if (*next != ':') pass_white_space();
        if (peek() == ':') return step();
        next = name;
        return false;
    }

    /// Goes on behind the end of the object or array it is in.
    bool leave() {
        const uint8_t *behind = behind_closing_bracket(next, end);
        return behind != nullptr && go_to(behind);
    }

    void pass_white_space() {
        while (next < end && (*next == ' ' || *next == '\n' || *next == '\r' || *next == '\t')) next++;
    }

    /// Takes the escapes of a text for what they mean; false when they cannot be told or one of them is NUL.
    bool read_escaped(const uint8_t *start, panorama_text &out) {
        const uint8_t *behind = unescape(stages, start, room, 0);
        if (behind == nullptr || std::memchr(room, 0, size_t(behind - room)) != nullptr) return false;
        out = {room, size_t(behind - room)};
        room += out.count;
        return true;
    }

    /// From version 3.2 on simdjson asks whether lone surrogates are to be replaced.
    template <typename Stages>
    static auto unescape(const Stages &stages, const uint8_t *start, uint8_t *out, int)
        -> decltype(stages.parse_string(start, out, false)) {
        return stages.parse_string(start, out, false);
    }

    template <typename Stages>
    static auto unescape(const Stages &stages, const uint8_t *start, uint8_t *out, long)
        -> decltype(stages.parse_string(start, out)) {
        return stages.parse_string(start, out);
    }

    static bool ends_number(uint8_t byte) {
        return byte == ',' || byte == '}' || byte == ']' || byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    }

    /// Reads a whole number of at most 63 bits without a sign and goes on behind its digits; null where there is none.
    PANORAMA_INLINE const uint8_t *digits(const uint8_t *start, int64_t &out) const {
        const uint8_t *behind = start;
        uint64_t number = 0;
        for (; is_digit(*behind); behind++) {
            if (behind - start >= 19) return nullptr;
            number = number * 10 + (*behind - '0');
        }
        const bool has_idle_zero = *start == '0' && behind - start > 1;
        if (behind == start || behind >= end || has_idle_zero || number > INT64_MAX) return nullptr;
        out = int64_t(number);
        return behind;
    }
};

}  // namespace panorama
