// SPDX-License-Identifier: Apache-2.0
//
// Small things that all readers of JSON here share: texts, digits, and what became of a field.
#pragma once

#include "CSimdjson.h"

#include <string_view>

namespace panorama {

inline panorama_text text(std::string_view view) {
    return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

inline std::string_view view(panorama_text text) {
    return {reinterpret_cast<const char *>(text.bytes), text.count};
}

inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

/// What a reader of a field did with its value.
enum class Field {
    /// The JSON is damaged.
    damaged,
    /// It stands where it stood, or before the value.
    left,
    /// It stands behind the value.
    read,
};

/// A field was read when its value could be.
inline Field read_if(bool is_whole) { return is_whole ? Field::read : Field::damaged; }

}  // namespace panorama
