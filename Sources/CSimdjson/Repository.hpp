// SPDX-License-Identifier: Apache-2.0
//
// What GitHub says of a repository, wherever its object stands: alone, or in the payload of an event.
//
// Any type may stand anywhere. What is not of the wanted type is left out, as is a text that cannot be told (a lone
// surrogate, NUL); only damage to the structure of the JSON is an error.
#pragma once

#include "OnDemand.hpp"

namespace panorama {

/// Makes a repository of which nothing is known. Topics are not touched: their count says that there are none.
inline void clear(panorama_repository &repository) {
    const panorama_text none = {nullptr, 0};
    repository.id = 0;
    repository.full_name = repository.owner = repository.name = none;
    repository.description = repository.language = repository.licence = none;
    repository.created_at = repository.updated_at = repository.pushed_at = none;
    repository.stars = repository.forks = -1;
    repository.is_archived = repository.is_fork = repository.topic_count = -1;
}

/// Whether a text is two parts with one slash between them.
inline bool is_full_name(panorama_text text) {
    const auto name = view(text);
    const auto slash = name.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < name.size()
        && name.find('/', slash + 1) == std::string_view::npos;
}

/// Whether an object was a repository as GitHub's REST interface gives it: with a number and a full name.
inline bool is_repository(const panorama_repository &repository) {
    return repository.id > 0 && is_full_name(repository.full_name);
}

namespace repository_fields {

/// A text, or empty where null says that there is none.
inline error_code read_optional_text(ondemand::value value, panorama_text &out) {
    static const uint8_t nothing = 0;
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::string) {
        std::string_view content;
        if (value.get_string().get(content) == SUCCESS && content.find('\0') == std::string_view::npos) {
            out = text(content);
        }
    } else if (type == ondemand::json_type::null) {
        out = {&nothing, 0};
    }
    return SUCCESS;
}

/// A number that is not negative.
inline error_code read_count(ondemand::value value, int64_t &out) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    int64_t number;
    if (type == ondemand::json_type::number && value.get_int64().get(number) == SUCCESS && number >= 0) out = number;
    return SUCCESS;
}

/// True or false.
inline error_code read_flag(ondemand::value value, int &out) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    bool flag;
    if (type == ondemand::json_type::boolean && value.get_bool().get(flag) == SUCCESS) out = flag ? 1 : 0;
    return SUCCESS;
}

/// The SPDX id of a licence object; empty where null says that there is no licence.
inline error_code read_licence(ondemand::value value, panorama_text &out) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::null) return read_optional_text(value, out);
    return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
        if (key == "spdx_id") {
            // A licence without an SPDX id is one that is not known, not the lack of one.
            panorama_text id = {nullptr, 0};
            SIMDJSON_TRY(read_optional_text(field, id));
            if (id.count > 0) out = id;
        }
        return SUCCESS;
    });
}

/// The texts of a list, as many as are kept.
inline error_code read_topics(ondemand::value value, panorama_repository &repository) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type != ondemand::json_type::array) return SUCCESS;
    ondemand::array array;
    SIMDJSON_TRY(value.get_array().get(array));
    int count = 0;
    for (auto result : array) {
        ondemand::value element;
        SIMDJSON_TRY(std::move(result).get(element));
        if (count == panorama_topic_limit) continue;
        panorama_text topic = {nullptr, 0};
        SIMDJSON_TRY(read_optional_text(element, topic));
        if (topic.count > 0) repository.topics[count++] = topic;
    }
    repository.topic_count = count;
    return SUCCESS;
}

}  // namespace repository_fields

/// Reads a repository as GitHub's REST interface gives it, also in the payload of an event; `is_repository` tells
/// afterwards whether it was one.
///
/// About seventy of its ninety fields are links: the first letter passes over most of them. An object of the number
/// `known` is left at that and gives nothing.
inline error_code read_repository(ondemand::value value, panorama_repository &repository, int64_t known = 0) {
    using namespace repository_fields;
    clear(repository);
    // Under these names stars and forks stand in objects of before 2014.
    int64_t watchers = -1, forks = -1;
    int wanted = 1;
    SIMDJSON_TRY(each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
        switch (key.raw()[0]) {
        case 'a':
            if (key == "archived") return read_flag(field, repository.is_archived);
            break;
        case 'c':
            if (key == "created_at") return read_optional_text(field, repository.created_at);
            break;
        case 'd':
            if (key == "description") return read_optional_text(field, repository.description);
            break;
        case 'f':
            if (key == "fork") return read_flag(field, repository.is_fork);
            if (key == "full_name") return read_optional_text(field, repository.full_name);
            if (key == "forks_count") return read_count(field, repository.forks);
            if (key == "forks") return read_count(field, forks);
            break;
        case 'i':
            if (key == "id") {
                SIMDJSON_TRY(read_count(field, repository.id));
                if (known > 0 && repository.id == known) wanted = 0;
            }
            break;
        case 'l':
            if (key == "language") return read_optional_text(field, repository.language);
            if (key == "license") return read_licence(field, repository.licence);
            break;
        case 'p':
            if (key == "pushed_at") return read_optional_text(field, repository.pushed_at);
            break;
        case 's':
            if (key == "stargazers_count") return read_count(field, repository.stars);
            break;
        case 't':
            if (key == "topics") return read_topics(field, repository);
            break;
        case 'u':
            if (key == "updated_at") return read_optional_text(field, repository.updated_at);
            break;
        case 'w':
            if (key == "watchers_count") return read_count(field, watchers);
            break;
        }
        return SUCCESS;
    }));
    if (wanted == 0) {
        clear(repository);
        return SUCCESS;
    }
    if (repository.stars < 0) repository.stars = watchers;
    if (repository.forks < 0) repository.forks = forks;
    return SUCCESS;
}

/// One more fact of the `repository` of an event of 2012 to 2014, which gives them under names of its own.
inline error_code read_timeline_field(
    ondemand::raw_json_string key, ondemand::value field, panorama_repository &repository
) {
    using namespace repository_fields;
    if (key == "description") return read_optional_text(field, repository.description);
    if (key == "language") return read_optional_text(field, repository.language);
    if (key == "watchers") return read_count(field, repository.stars);
    if (key == "forks") return read_count(field, repository.forks);
    if (key == "fork") return read_flag(field, repository.is_fork);
    if (key == "created_at") return read_optional_text(field, repository.created_at);
    return SUCCESS;
}

}  // namespace panorama
