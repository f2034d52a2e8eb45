// SPDX-License-Identifier: Apache-2.0
//
// A hash of what a JSON text says: white space and the order of an object's fields do not change it. It is the identity
// of events that have no id, as the feed wrote them from 2012 to 2014.
#pragma once

#include "OnDemand.hpp"

namespace panorama {

/// FNV-1a over bytes, started from a seed.
inline uint64_t hash_bytes(uint64_t seed, std::string_view bytes) {
    uint64_t hash = 0xcbf29ce484222325 ^ seed;
    for (const char byte : bytes) hash = (hash ^ uint8_t(byte)) * 0x100000001b3;
    return hash;
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

inline error_code hash_value(ondemand::value value, uint64_t &hash) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::object) {
        uint64_t sum = 1;
        SIMDJSON_TRY(each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
            uint64_t inner;
            const uint64_t outer = hash_bytes(0, key_text(key));
            SIMDJSON_TRY(hash_value(field, inner));
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
            SIMDJSON_TRY(hash_value(item, inner));
            chain = mix(chain ^ inner);
        }
        hash = chain;
        return SUCCESS;
    }
    std::string_view token = value.raw_json_token();
    while (!token.empty() && uint8_t(token.back()) <= ' ') token.remove_suffix(1);
    hash = hash_bytes(3, token);
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
        const uint64_t outer = hash_bytes(0, key_text(field.key()));
        uint64_t inner;
        SIMDJSON_TRY(hash_value(field.value(), inner));
        sum += mix(outer ^ mix(inner));
    }
    hash = mix(sum);
    return SUCCESS;
}

}  // namespace panorama
