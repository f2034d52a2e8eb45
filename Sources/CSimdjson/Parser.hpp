// SPDX-License-Identifier: Apache-2.0
//
// The memory in which one text after the other is parsed.
#pragma once

#include "Cursor.hpp"

#include <memory>

struct panorama_parser {
    /// What the last event said of repositories: no payload says anything of more.
    panorama_repository repositories[4];
    size_t repository_count = 0;

    /// Whether there is memory for the parser.
    bool prepare() {
        const simdjson::implementation *processor = simdjson::get_active_implementation();
        return processor->create_dom_parser_implementation(1, 1, stages) == simdjson::SUCCESS;
    }

    /// Takes a text behind which `panorama_json_padding` bytes are readable; false when it is no UTF-8.
    ///
    /// Ends the program when memory is short, as Swift's own collections do.
    bool take(const uint8_t *text, size_t size) noexcept {
        if (size > capacity) grow(size);
        if (!simdjson::validate_utf8(reinterpret_cast<const char *>(text), size)) return false;
        bytes = text;
        count = size;
        return true;
    }

    /// Stands before the first token of the text that was taken last; of several at a time only one may read texts.
    panorama::Cursor cursor() const { return {bytes, count, *stages, room.get()}; }

private:
    std::unique_ptr<panorama::Cursor::Stages> stages;
    /// Room for all texts: none gets longer when its escapes are taken for what they mean.
    std::unique_ptr<uint8_t[]> room;
    size_t capacity = 0;
    const uint8_t *bytes = nullptr;
    size_t count = 0;

    void grow(size_t size) {
        capacity = size + size / 4 + (64 << 10);
        room.reset(new uint8_t[capacity + simdjson::SIMDJSON_PADDING]);
    }
};
