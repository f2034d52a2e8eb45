// SPDX-License-Identifier: Apache-2.0
//
// A hash of what a JSON text says: white space, the order of an object's fields and the spelling of texts do not change
// it. It is the identity of events that have no id, as the feed wrote them from 2012 to 2014.
#pragma once

#include "Cursor.hpp"

namespace panorama {

/// Objects and arrays within one another that are looked into; what nests deeper is taken for no event.
constexpr int depth_limit = 256;

/// FNV-1a over bytes, started from a seed.
struct ByteHash {
    uint64_t value;

    explicit ByteHash(uint64_t seed) : value(0xcbf29ce484222325 ^ seed) {}

    void add(uint8_t byte) { value = (value ^ byte) * 0x100000001b3; }

    /// A code point as UTF-8.
    void add_code_point(uint32_t point) {
        if (point < 0x80) return add(uint8_t(point));
        if (point < 0x800) {
            add(uint8_t(0xc0 | point >> 6));
        } else {
            if (point < 0x10000) {
                add(uint8_t(0xe0 | point >> 12));
            } else {
                add(uint8_t(0xf0 | point >> 18));
                add(uint8_t(0x80 | (point >> 12 & 0x3f)));
            }
            add(uint8_t(0x80 | (point >> 6 & 0x3f)));
        }
        add(uint8_t(0x80 | (point & 0x3f)));
    }
};

/// Four hexadecimal digits from a place on; `false` where there are none.
inline bool hex4(std::string_view text, size_t at, uint32_t &value) {
    if (at + 4 > text.size()) return false;
    value = 0;
    for (size_t index = at; index < at + 4; index++) {
        const char letter = char(text[index] | 0x20);
        const bool is_letter = letter >= 'a' && letter <= 'f';
        if (!is_letter && (text[index] < '0' || text[index] > '9')) return false;
        value = value << 4 | uint32_t(is_letter ? letter - 'a' + 10 : text[index] - '0');
    }
    return true;
}

/// A text as it stands between its quotes, hashed as what it means: escapes are taken for the bytes they stand for.
inline uint64_t hash_text(uint64_t seed, std::string_view text) {
    ByteHash hash(seed);
    for (size_t index = 0; index < text.size(); index++) {
        if (text[index] != '\\' || index + 1 == text.size()) {
            hash.add(uint8_t(text[index]));
            continue;
        }
        index++;
        uint32_t point, low;
        switch (text[index]) {
        case 'b': hash.add('\b'); break;
        case 'f': hash.add('\f'); break;
        case 'n': hash.add('\n'); break;
        case 'r': hash.add('\r'); break;
        case 't': hash.add('\t'); break;
        case 'u':
            if (!hex4(text, index + 1, point)) {
                hash.add('u');
                break;
            }
            index += 4;
            if (point >= 0xd800 && point < 0xdc00 && index + 6 < text.size() && text[index + 1] == '\\'
                && text[index + 2] == 'u' && hex4(text, index + 3, low) && low >= 0xdc00 && low < 0xe000) {
                point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
                index += 6;
            }
            hash.add_code_point(point);
            break;
        default: hash.add(uint8_t(text[index]));
        }
    }
    return hash.value;
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014): every bit
/// of the input moves half of those of the output, so that sums of hashes stay apart.
inline uint64_t mix(uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

bool hash_object(Cursor &cursor, uint64_t &hash, uint64_t start, int depth);

/// Hashes the value before which a cursor stands; what nests too deep is an error, as is damaged JSON.
inline bool hash_value(Cursor &cursor, uint64_t &hash, int depth) {
    if (depth == 0) return false;
    if (cursor.peek() == '{') return hash_object(cursor, hash, 1, depth - 1);
    if (cursor.peek() == '[') {
        uint64_t chain = 2;
        const bool is_whole = cursor.each_element([&] {
            uint64_t inner;
            if (!hash_value(cursor, inner, depth - 1)) return false;
            chain = mix(chain ^ inner);
            return true;
        });
        hash = chain;
        return is_whole;
    }
    if (cursor.is_at_end()) return false;
    hash = hash_text(3, cursor.written());
    return cursor.skip();
}

/// Hashes an object: a sum, so that the order of fields does not show.
inline bool hash_object(Cursor &cursor, uint64_t &hash, uint64_t start, int depth) {
    uint64_t sum = start;
    const bool is_whole = cursor.each_field([&] {
        const std::string_view name = cursor.written();
        if (!cursor.pass_name()) return Field::damaged;
        const uint64_t outer = hash_text(0, name.substr(1, name.size() - 2));
        uint64_t inner;
        if (!hash_value(cursor, inner, depth)) return Field::damaged;
        sum += mix(outer ^ mix(inner));
        return Field::read;
    });
    hash = mix(sum);
    return is_whole;
}

/// Hashes the object that a whole text is; segments keep this, so it must stay what it is.
inline bool hash_document(Cursor cursor, uint64_t &hash) { return hash_object(cursor, hash, 0, depth_limit); }

}  // namespace panorama
