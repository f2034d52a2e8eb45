// SPDX-License-Identifier: Apache-2.0
//
// A walk over the tokens of one JSON text, forward only. simdjson's first stage has found where they begin, checked
// UTF-8, and made sure that every text ends; what lies between two tokens that are wanted costs an addition for each.
//
// Any type may stand anywhere: what is not of the wanted type leaves its target untouched, and only damaged JSON is an
// error. In what is passed over brackets are counted and nothing else is looked at.
#pragma once

#include "Field.hpp"

#include <array>
#include <cstring>
#include <simdjson.h>
#include <string_view>
#include <utility>

namespace panorama {

class Cursor {
public:
    /// simdjson's parser for a processor, of which the first stage and the reading of texts are used.
    using Stages = simdjson::internal::dom_parser_implementation;

    /// Stands before the first token of a text that a parser's first stage went over; texts with escapes are put into
    /// `room`, which must have the size of the whole text and simdjson's padding.
    Cursor(const uint8_t *bytes, size_t count, const Stages &stages, uint8_t *room)
        : bytes(bytes), count(count), token(stages.structural_indexes.get()), end(token + stages.n_structural_indexes),
          stages(stages), room(room) {}

    bool is_at_end() const { return token == end; }

    /// The first byte of the next token; 0 behind the last.
    uint8_t peek() const { return token == end ? 0 : bytes[*token]; }

    /// Whether one value stands here and nothing behind it.
    bool is_one_value() { return skip() && is_at_end(); }

    /// Passes over a value.
    bool skip() {
        switch (kind_of(peek())) {
        case Kind::scalar:
            token++;
            return true;
        case Kind::opening:
            token++;
            return leave();
        default: return false;
        }
    }

    /// Hands the fields of an object to `body`, by name, until `wanted` is down to 0; anything but an object has none.
    template <typename Body>
    bool each_field(const int &wanted, Body &&body) {
        if (peek() != '{') return skip();
        token++;
        if (peek() == '}') {
            token++;
            return true;
        }
        // A name, a colon, a value, and what follows it.
        while (end - token >= 4) {
            if (bytes[token[0]] != '"' || bytes[token[1]] != ':') return false;
            const Key key(bytes + token[0] + 1);
            token += 2;
            const Field field = body(key);
            if (field == Field::damaged || (field == Field::left && !skip())) return false;
            const uint8_t next = peek();
            token++;
            if (next == '}') return true;
            if (next != ',') return false;
            if (wanted == 0) return leave();
        }
        return false;
    }

    /// Hands every field of an object to `body`.
    template <typename Body>
    bool each_field(Body &&body) {
        return each_field(1, std::forward<Body>(body));
    }

    /// Stands before every element of an array in turn and lets `body` read it; anything but an array has none.
    template <typename Body>
    bool each_element(Body &&body) {
        if (peek() != '[') return skip();
        token++;
        if (peek() == ']') {
            token++;
            return true;
        }
        while (token != end) {
            if (!body()) return false;
            const uint8_t next = peek();
            if (next != ',' && next != ']') return false;
            token++;
            if (next == ']') return true;
        }
        return false;
    }

    /// The next token as it is written.
    std::string_view written() const {
        const uint8_t *start = bytes + *token;
        const uint8_t *behind = bytes + (token + 1 == end ? count : token[1]);
        while (behind > start && behind[-1] <= ' ') behind--;
        return {reinterpret_cast<const char *>(start), size_t(behind - start)};
    }

    /// A text; `is_told` says afterwards whether its escapes can be told and none of them is NUL, which no name holds and
    /// what is written in C would take for its end.
    bool read_text(panorama_text &out, bool &is_told) {
        is_told = true;
        if (peek() != '"') return skip();
        const std::string_view token = written();
        this->token++;
        if (token.size() < 2 || token.back() != '"') return false;
        const auto *start = reinterpret_cast<const uint8_t *>(token.data()) + 1;
        const size_t length = token.size() - 2;
        if (!has_backslash(start, length)) {
            out = {start, length};
            return true;
        }
        const uint8_t *behind = unescape(stages, start, room, 0);
        is_told = behind != nullptr && std::memchr(room, 0, size_t(behind - room)) == nullptr;
        if (is_told) {
            out = {room, size_t(behind - room)};
            room += out.count;
        }
        return true;
    }

    /// A text whose escapes must be good.
    bool read_text(panorama_text &out) {
        bool is_told;
        return read_text(out, is_told) && is_told;
    }

    /// A positive number, given as a number or as a text of digits.
    bool read_id(int64_t &out) {
        const bool is_text = peek() == '"';
        int64_t number;
        if ((is_text || is_digit(peek())) && digits(bytes + *token + is_text, is_text, number) && number > 0) {
            out = number;
        }
        return skip();
    }

    /// A number that is not negative.
    bool read_count(int64_t &out) {
        if (is_digit(peek())) digits(bytes + *token, false, out);
        return skip();
    }

    /// True or false.
    bool read_flag(int &out) {
        const std::string_view token = written();
        if (token == "true") out = 1;
        else if (token == "false") out = 0;
        return skip();
    }

private:
    const uint8_t *bytes;
    size_t count;
    /// The places of the tokens that follow: brackets, colons, commas, and the beginnings of texts, numbers and literals.
    const uint32_t *token;
    const uint32_t *end;
    const Stages &stages;
    uint8_t *room;

    enum class Kind : int8_t { none, scalar, opening, closing };

    static Kind kind_of(uint8_t byte) {
        static constexpr auto kinds = [] {
            std::array<Kind, 256> kinds{};
            for (const char scalar : {'"', '-', 't', 'f', 'n'}) kinds[uint8_t(scalar)] = Kind::scalar;
            for (char digit = '0'; digit <= '9'; digit++) kinds[uint8_t(digit)] = Kind::scalar;
            for (const char opening : {'{', '['}) kinds[uint8_t(opening)] = Kind::opening;
            for (const char closing : {'}', ']'}) kinds[uint8_t(closing)] = Kind::closing;
            return kinds;
        }();
        return kinds[byte];
    }

    /// Goes on behind the end of the object or array it is in.
    bool leave() {
        static constexpr auto steps = [] {
            std::array<int8_t, 256> steps{};
            steps['{'] = steps['['] = 1;
            steps['}'] = steps[']'] = -1;
            return steps;
        }();
        const uint32_t *next = token;
        ptrdiff_t depth = 1;
        while (next != end && depth > 0) depth += steps[bytes[*next++]];
        token = next;
        return depth == 0;
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

    /// Looks at eight bytes at a time, also behind the end: most texts are short, and padding follows all of them.
    static bool has_backslash(const uint8_t *start, size_t count) {
        for (size_t offset = 0; offset < count; offset += 8) {
            uint64_t word;
            std::memcpy(&word, start + offset, sizeof word);
            // Backslashes become 0, and a byte that is 0 borrows (Warren, Hacker's Delight, section 6-1).
            word ^= 0x5c5c5c5c5c5c5c5c;
            if (((word - 0x0101010101010101) & ~word & 0x8080808080808080) == 0) continue;
            return std::memchr(start + offset, '\\', count - offset) != nullptr;
        }
        return false;
    }

    static bool ends_number(uint8_t byte) {
        return byte == ',' || byte == '}' || byte == ']' || byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    }

    /// A whole number of at most 63 bits, without a sign and alone; false where there is none.
    static bool digits(const uint8_t *start, bool is_text, int64_t &out) {
        const uint8_t *next = start;
        uint64_t number = 0;
        for (; is_digit(*next); next++) {
            if (next - start >= 19) return false;
            number = number * 10 + (*next - '0');
        }
        const bool is_alone = is_text ? *next == '"' : ends_number(*next);
        const bool has_idle_zero = *start == '0' && next - start > 1;
        if (next == start || !is_alone || has_idle_zero || number > INT64_MAX) return false;
        out = int64_t(number);
        return true;
    }
};

}  // namespace panorama
