// SPDX-License-Identifier: Apache-2.0
//
// What GitHub says of a repository, wherever its object stands: alone, or in the payload of an event.
//
// Any type may stand anywhere. What is not of the wanted type is left out, as is a text that cannot be told (a lone
// surrogate, NUL); only damage to the structure of the JSON is an error.
#pragma once

#include "Cursor.hpp"

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
inline Field read_optional_text(Cursor &cursor, panorama_text &out) {
    static const uint8_t nothing = 0;
    if (cursor.peek() == '"') {
        panorama_text content = {nullptr, 0};
        bool is_told;
        if (!cursor.read_text(content, is_told)) return Field::damaged;
        if (is_told) out = content;
        return Field::read;
    }
    if (cursor.peek() == 'n') out = {&nothing, 0};
    return Field::left;
}

inline Field read_count(Cursor &cursor, int64_t &out) { return read_if(cursor.read_count(out)); }

inline Field read_flag(Cursor &cursor, int &out) { return read_if(cursor.read_flag(out)); }

/// The SPDX id of a licence object; empty where null says that there is no licence.
inline Field read_licence(Cursor &cursor, panorama_text &out) {
    if (cursor.peek() != '{') return cursor.peek() == 'n' ? read_optional_text(cursor, out) : Field::left;
    return read_if(cursor.each_field([&] {
        if (!cursor.at("spdx_id")) return Field::left;
        // A licence without an SPDX id is one that is not known, not the lack of one.
        panorama_text id = {nullptr, 0};
        const Field field = read_optional_text(cursor, id);
        if (id.count > 0) out = id;
        return field;
    }));
}

/// The texts of a list, as many as are kept.
inline Field read_topics(Cursor &cursor, panorama_repository &repository) {
    if (cursor.peek() != '[') return Field::left;
    int count = 0;
    const bool is_whole = cursor.each_element([&] {
        panorama_text topic = {nullptr, 0};
        const Field field = count == panorama_topic_limit ? Field::left : read_optional_text(cursor, topic);
        if (topic.count > 0) repository.topics[count++] = topic;
        return field == Field::left ? cursor.skip() : field == Field::read;
    });
    repository.topic_count = count;
    return read_if(is_whole);
}

}  // namespace repository_fields

/// Reads a repository as GitHub's REST interface gives it, also in the payload of an event; `is_repository` tells
/// afterwards whether it was one.
///
/// About seventy of its ninety fields are links: the first letter passes over most of them. An object of the number
/// `known` is left at that and gives nothing.
inline bool read_repository(Cursor &cursor, panorama_repository &repository, int64_t known = 0) {
    using namespace repository_fields;
    clear(repository);
    // Under these names stars and forks stand in objects of before 2014.
    int64_t watchers = -1, forks = -1;
    int wanted = 1;
    const bool is_whole = cursor.each_field(wanted, [&] {
        switch (cursor.letter()) {
        case 'a':
            if (cursor.at("archived")) return read_flag(cursor, repository.is_archived);
            break;
        case 'c':
            if (cursor.at("created_at")) return read_optional_text(cursor, repository.created_at);
            break;
        case 'd':
            if (cursor.at("description")) return read_optional_text(cursor, repository.description);
            break;
        case 'f':
            if (cursor.at("fork")) return read_flag(cursor, repository.is_fork);
            if (cursor.at("full_name")) return read_optional_text(cursor, repository.full_name);
            if (cursor.at("forks_count")) return read_count(cursor, repository.forks);
            if (cursor.at("forks")) return read_count(cursor, forks);
            break;
        case 'i':
            if (cursor.at("id")) {
                const Field field = read_count(cursor, repository.id);
                if (known > 0 && repository.id == known) wanted = 0;
                return field;
            }
            break;
        case 'l':
            if (cursor.at("language")) return read_optional_text(cursor, repository.language);
            if (cursor.at("license")) return read_licence(cursor, repository.licence);
            break;
        case 'p':
            if (cursor.at("pushed_at")) return read_optional_text(cursor, repository.pushed_at);
            break;
        case 's':
            if (cursor.at("stargazers_count")) return read_count(cursor, repository.stars);
            break;
        case 't':
            if (cursor.at("topics")) return read_topics(cursor, repository);
            break;
        case 'u':
            if (cursor.at("updated_at")) return read_optional_text(cursor, repository.updated_at);
            break;
        case 'w':
            if (cursor.at("watchers_count")) return read_count(cursor, watchers);
            break;
        }
        return Field::left;
    });
    if (wanted == 0) {
        clear(repository);
        return is_whole;
    }
    if (repository.stars < 0) repository.stars = watchers;
    if (repository.forks < 0) repository.forks = forks;
    return is_whole;
}

/// One more fact of the `repository` of an event of 2012 to 2014, which gives them under names of its own.
inline Field read_timeline_field(Cursor &cursor, panorama_repository &repository) {
    using namespace repository_fields;
    if (cursor.at("description")) return read_optional_text(cursor, repository.description);
    if (cursor.at("language")) return read_optional_text(cursor, repository.language);
    if (cursor.at("watchers")) return read_count(cursor, repository.stars);
    if (cursor.at("forks")) return read_count(cursor, repository.forks);
    if (cursor.at("fork")) return read_flag(cursor, repository.is_fork);
    if (cursor.at("created_at")) return read_optional_text(cursor, repository.created_at);
    return Field::left;
}

}  // namespace panorama
