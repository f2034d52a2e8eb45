// SPDX-License-Identifier: Apache-2.0
//
// A hash of what a JSON text says: white space, the order of an object's fields and the spelling of texts do not change
// it. It is the identity of events that have no id, as the feed wrote them from 2012 to 2014.
#pragma once

#include "OnDemand.hpp"

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

/// A key as it stands between its quotes.
inline std::string_view key_text(ondemand::raw_json_string key) {
    const char *end = key.raw();
    while (*end != '"') end += *end == '\\' ? 2 : 1;
    return {key.raw(), size_t(end - key.raw())};
}

inline error_code hash_value(ondemand::value value, uint64_t &hash, int depth) {
    if (depth == 0) return DEPTH_ERROR;
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::object) {
        uint64_t sum = 1;
        SIMDJSON_TRY(each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
            uint64_t inner;
            const uint64_t outer = hash_text(0, key_text(key));
            SIMDJSON_TRY(hash_value(field, inner, depth - 1));
            sum += mix(outer ^ mix(inner));
            return SUCCESS;
        }));
        hash = mix(sum);
        return SUCCESS;
    }
    if (type == ondemand::json_type::array) {
        uint64_t chain = 2;
        ondemand::array array;
        SIMDJSON_TRY(value.get_array().get(array));
        for (auto element : array) {
            ondemand::value item;
            SIMDJSON_TRY(std::move(element).get(item));
            uint64_t inner;
            SIMDJSON_TRY(hash_value(item, inner, depth - 1));
            chain = mix(chain ^ inner);
        }
        hash = chain;
        return SUCCESS;
    }
    std::string_view token = value.raw_json_token();
    while (!token.empty() && uint8_t(token.back()) <= ' ') token.remove_suffix(1);
    hash = hash_text(3, token);
    return SUCCESS;
}

/// Hashes a document from its start; texts that were read from it stay as they are.
inline error_code hash_document(ondemand::document &document, uint64_t &hash) {
    document.rewind();
    ondemand::object object;
    SIMDJSON_TRY(document.get_object().get(object));
    uint64_t sum = 0;
    for (auto result : object) {
        ondemand::field field;
        SIMDJSON_TRY(std::move(result).get(field));
        const uint64_t outer = hash_text(0, key_text(field.key()));
        uint64_t inner;
        SIMDJSON_TRY(hash_value(field.value(), inner, depth_limit));
        sum += mix(outer ^ mix(inner));
    }
    hash = mix(sum);
    return SUCCESS;
}

}  // namespace panorama
