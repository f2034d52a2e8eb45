// SPDX-License-Identifier: Apache-2.0
//
// Small things that all readers of JSON here share: texts, names of fields, and what became of a field.
#pragma once

#include "CSimdjson.h"

#include <cstring>
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
    /// It stands before the value.
    left,
    /// It stands behind the value.
    read,
};

/// A field was read when its value could be.
inline Field read_if(bool is_whole) { return is_whole ? Field::read : Field::damaged; }

/// The name of a field, as it is written.
class Key {
public:
    explicit Key(const uint8_t *text) : start(reinterpret_cast<const char *>(text)) {}

    char first() const { return *start; }

    /// Reads no further than the name's length and the padding behind every text.
    template <size_t count>
    bool operator==(const char (&name)[count]) const {
        return std::memcmp(start, name, count - 1) == 0 && start[count - 1] == '"';
    }

    std::string_view written() const {
        const char *end = start;
        while (*end != '"') end += *end == '\\' ? 2 : 1;
        return {start, size_t(end - start)};
    }

private:
    const char *start;
};

}  // namespace panorama
