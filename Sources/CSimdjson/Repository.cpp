// SPDX-License-Identifier: Apache-2.0

#include "Parser.hpp"
#include "Repository.hpp"

using namespace panorama;

panorama_repository_status panorama_parse_repository(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_repository *repository
) {
    clear(*repository);
    if (!parser->take(bytes, count)) return panorama_repository_malformed;
    Cursor cursor = parser->cursor();
    if (cursor.peek() != '{') {
        return cursor.is_one_value() ? panorama_repository_not_an_object : panorama_repository_malformed;
    }
    if (!read_repository(cursor, *repository) || !cursor.is_at_end()) return panorama_repository_malformed;
    return is_repository(*repository) ? panorama_repository_ok : panorama_repository_foreign;
}
