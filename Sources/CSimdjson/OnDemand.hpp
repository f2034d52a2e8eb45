// SPDX-License-Identifier: Apache-2.0
//
// What every reader here does with On-Demand values. Any type may stand anywhere: what is not of the wanted type leaves
// its target untouched, and only damaged JSON is an error.
#pragma once

#include "CSimdjson.h"

#include <simdjson.h>
#include <string_view>
#include <utility>

struct panorama_parser {
    simdjson::ondemand::parser parser;
    /// What the last event said of repositories: no payload says anything of more.
    panorama_repository repositories[4];
    size_t repository_count = 0;
};

namespace panorama {

using namespace simdjson;

inline panorama_text text(std::string_view view) {
    return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

inline std::string_view view(panorama_text text) {
    return {reinterpret_cast<const char *>(text.bytes), text.count};
}

/// A positive number, given as a number or as a text of digits.
inline error_code read_id(ondemand::value value, int64_t &id) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::number) {
        int64_t number;
        if (value.get_int64().get(number) == SUCCESS && number > 0) id = number;
    } else if (type == ondemand::json_type::string) {
        uint64_t number;
        if (value.get_uint64_in_string().get(number) == SUCCESS && number > 0 && number <= INT64_MAX) {
            id = int64_t(number);
        }
    }
    return SUCCESS;
}

/// A text.
inline error_code read_text(ondemand::value value, panorama_text &out) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::string) {
        std::string_view content;
        SIMDJSON_TRY(value.get_string().get(content));
        out = text(content);
    }
    return SUCCESS;
}

/// Hands the fields of an object to `body`, as key and value, until `wanted` is down to 0; anything but an object has none.
template <typename Body>
error_code each_field(ondemand::value value, const int &wanted, Body &&body) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type != ondemand::json_type::object) return SUCCESS;
    ondemand::object object;
    SIMDJSON_TRY(value.get_object().get(object));
    for (auto result : object) {
        ondemand::field field;
        SIMDJSON_TRY(std::move(result).get(field));
        SIMDJSON_TRY(body(field.key(), field.value()));
        if (wanted == 0) break;
    }
    return SUCCESS;
}

/// Hands every field of an object to `body`.
template <typename Body>
error_code each_field(ondemand::value value, Body &&body) {
    return each_field(value, 1, std::forward<Body>(body));
}

}  // namespace panorama
