// SPDX-License-Identifier: Apache-2.0

#include "CSimdjsonSeries.h"

#include <simdjson.h>
#include <string_view>
#include <utility>

using namespace simdjson;

namespace {

panorama_text text(std::string_view view) {
    return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

/// Reads a field; where the value is a number or a text, all of it is checked.
error_code read_field(ondemand::field &field, const char *start, panorama_field &out) {
    out = panorama_field{};
    out.offset = size_t(field.key().raw() - start);
    std::string_view key;
    SIMDJSON_TRY(field.unescaped_key().get(key));
    out.key = text(key);
    ondemand::json_type type;
    SIMDJSON_TRY(field.value().type().get(type));
    if (type == ondemand::json_type::number) {
        out.kind = panorama_field_number;
        return field.value().get_double().get(out.number);
    }
    if (type == ondemand::json_type::string) {
        out.kind = panorama_field_text;
        std::string_view view;
        SIMDJSON_TRY(field.value().get_string().get(view));
        out.text = text(view);
    }
    return SUCCESS;
}

}  // namespace

panorama_fields_status panorama_each_field(
    const uint8_t *bytes, size_t count, panorama_take_field take, void *context
) {
    ondemand::parser parser;
    ondemand::document document;
    const auto *characters = reinterpret_cast<const char *>(bytes);
    if (parser.iterate(characters, count, count + SIMDJSON_PADDING).get(document) != SUCCESS) {
        return panorama_fields_malformed;
    }
    ondemand::json_type type;
    if (document.type().get(type) != SUCCESS) return panorama_fields_malformed;
    if (type != ondemand::json_type::object) return panorama_fields_not_an_object;
    ondemand::object object;
    if (document.get_object().get(object) != SUCCESS) return panorama_fields_malformed;
    for (auto result : object) {
        ondemand::field field;
        panorama_field out;
        if (std::move(result).get(field) != SUCCESS || read_field(field, characters, out) != SUCCESS) {
            return panorama_fields_malformed;
        }
        if (take(context, &out) != 0) return panorama_fields_stopped;
    }
    // Behind the last token there is no location.
    return document.current_location().error() == OUT_OF_BOUNDS ? panorama_fields_ok : panorama_fields_malformed;
}
