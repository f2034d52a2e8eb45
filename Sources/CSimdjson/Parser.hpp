// SPDX-License-Identifier: Apache-2.0
//
// The memory in which one text after the other is parsed.
#pragma once

#include "Cursor.hpp"

#include <memory>
#include <new>

struct panorama_parser {
    /// What the last event said of repositories: no payload says anything of more.
    panorama_repository repositories[4];
    size_t repository_count = 0;

    /// Finds the tokens of a text behind which `panorama_json_padding` bytes are readable; false when it is no JSON.
    ///
    /// Ends the program when memory is short, as Swift's own collections do.
    bool index(const uint8_t *text, size_t size) noexcept {
        if (stages == nullptr || size > capacity) grow(size);
        if (!simdjson::validate_utf8(reinterpret_cast<const char *>(text), size)) return false;
        bytes = text;
        count = size;
        return true;
    }

    /// Stands before the first token of the text whose tokens were found last; of several at a time only one may read
    /// texts.
    panorama::Cursor cursor() const { return {bytes, count, *stages, room.get()}; }

private:
    std::unique_ptr<panorama::Cursor::Stages> stages;
    /// Room for all texts: none gets longer when its escapes are taken for what they mean.
    std::unique_ptr<uint8_t[]> room;
    size_t capacity = 0;
    const uint8_t *bytes = nullptr;
    size_t count = 0;

    void grow(size_t size) {
        const size_t wanted = size + size / 4 + (64 << 10);
        room.reset(new uint8_t[wanted + simdjson::SIMDJSON_PADDING]);
        const auto error = stages == nullptr
            ? simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1, stages)
            : stages->set_capacity(wanted);
        if (error != simdjson::SUCCESS) throw std::bad_alloc();
        capacity = wanted;
    }
};
