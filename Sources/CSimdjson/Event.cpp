// SPDX-License-Identifier: Apache-2.0

#include "CSimdjson.h"

#include "ContentHash.hpp"
#include "EventReader.hpp"

#include <new>

using namespace panorama;

const size_t panorama_json_padding = simdjson::SIMDJSON_PADDING;
static_assert(simdjson::SIMDJSON_PADDING >= scan_reach, "a scan reads further than texts are padded");

panorama_parser *panorama_parser_create(void) {
    std::unique_ptr<panorama_parser> parser(new (std::nothrow) panorama_parser);
    return parser != nullptr && parser->prepare() ? parser.release() : nullptr;
}

void panorama_parser_destroy(panorama_parser *parser) { delete parser; }

namespace {

/// Forty bits: an identity has the type and the second beside it, and segments hold the fewer bytes.
constexpr uint64_t content_hash_mask = (uint64_t(1) << 40) - 1;

}  // namespace

panorama_event_status panorama_parse_event(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_event *event
) {
    *event = panorama_event{};
    parser->repository_count = 0;
    if (!parser->take(bytes, count)) return panorama_event_malformed;
    if (parser->cursor().peek() != '{') {
        return parser->cursor().is_one_value() ? panorama_event_not_an_object : panorama_event_malformed;
    }
    EventReader reader(*event, *parser);
    if (!reader.read()) return panorama_event_malformed;
    const auto status = reader.finish();
    if (status != panorama_event_ok || event->id.count != 0) return status;
    if (!hash_document(parser->cursor(), event->content_hash)) return panorama_event_malformed;
    event->content_hash &= content_hash_mask;
    return panorama_event_ok;
}

const panorama_repository *panorama_event_repositories(const panorama_parser *parser, size_t *count) {
    *count = parser->repository_count;
    return parser->repositories;
}
