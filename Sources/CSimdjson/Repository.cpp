// SPDX-License-Identifier: Apache-2.0

#include "Repository.hpp"

using namespace panorama;

panorama_repository_status panorama_parse_repository(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_repository *repository
) {
    clear(*repository);
    ondemand::document document;
    const auto *characters = reinterpret_cast<const char *>(bytes);
    if (parser->parser.iterate(characters, count, count + SIMDJSON_PADDING).get(document) != SUCCESS) {
        return panorama_repository_malformed;
    }
    ondemand::json_type type;
    if (document.type().get(type) != SUCCESS) return panorama_repository_malformed;
    if (type != ondemand::json_type::object) return panorama_repository_not_an_object;
    ondemand::value value;
    if (document.get_value().get(value) != SUCCESS) return panorama_repository_malformed;
    if (read_repository(value, *repository) != SUCCESS) return panorama_repository_malformed;
    // Behind the last token there is no location.
    if (document.current_location().error() != OUT_OF_BOUNDS) return panorama_repository_malformed;
    return is_repository(*repository) ? panorama_repository_ok : panorama_repository_foreign;
}
