// SPDX-License-Identifier: Apache-2.0
//
// Reads one event of any era out of its text.
#pragma once

#include "EventNames.hpp"
#include "Parser.hpp"
#include "Repository.hpp"

#include <iterator>

namespace panorama {

// Of its own to the one source that includes it, so that the compiler makes one function of it.
namespace {

/// Reads one event, field by field; remembers what only the whole event tells.
class EventReader {
public:
    EventReader(panorama_event &event, panorama_parser &parser)
        : event(event), parser(parser), cursor(parser.cursor()) {}

    /// False when the text is not one object, whole and alone.
    bool read() {
        return cursor.each_field([&] { return read_field(); }) && cursor.is_at_end();
    }

    /// Puts together what stands in more than one place.
    panorama_event_status finish() {
        if (event.type_name.count == 0) return panorama_event_without_type;
        if (event.created_at.count == 0) return panorama_event_without_created_at;
        if (!has_subject) return panorama_event_without_subject;
        if (has_text_payload) return panorama_event_with_text_payload;
        event.type = type_of(view(event.type_name));
        event.action = action_of(view(event.action_name));
        if (event.actor_login.count == 0) {
            if (attributed_login.count != 0) event.actor_login = attributed_login;
            else if (event.actor_id == 0) event.actor_login = payload_actor;
        }
        // The beta feed wrote "/" where it had lost the name.
        if (event.repository_id == 0 && (event.repository_name.count == 0 || view(event.repository_name) == "/")) {
            event.repository_name = payload_repository;
        }
        if (timeline_repository != nullptr) {
            timeline_repository->id = event.repository_id;
            timeline_repository->owner = event.repository_owner;
            timeline_repository->name = event.repository_name;
        }
        event.shape = shape();
        return panorama_event_ok;
    }

private:
    panorama_event &event;
    panorama_parser &parser;
    Cursor cursor;
    panorama_text attributed_login = {nullptr, 0};
    panorama_text payload_actor = {nullptr, 0};
    panorama_text payload_repository = {nullptr, 0};
    panorama_repository *timeline_repository = nullptr;
    bool has_subject = false;
    bool has_text_payload = false;
    bool is_timeline = false;
    bool is_beta = false;
    bool has_whole_payload = false;
    bool has_pull_request = false;

    PANORAMA_INLINE Field read_field() {
        switch (cursor.letter()) {
        case 'i':
            if (cursor.at("id")) return read_event_id();
            break;
        case 't':
            if (cursor.at("type")) return read_text(event.type_name);
            break;
        case 'p':
            if (cursor.at("payload")) return read_payload();
            break;
        case 'c':
            if (cursor.at("created_at")) return read_text(event.created_at);
            break;
        case 'a':
            if (cursor.at("actor")) return read_actor();
            if (cursor.at("actor_attributes")) {
                return read_if(cursor.each_field([&] {
                    return cursor.at("login") ? read_text(attributed_login) : Field::left;
                }));
            }
            // Exports from warehouses lay actor and repository flat.
            if (cursor.at("actor_id")) return has_subject = true, read_id(event.actor_id);
            if (cursor.at("actor_login")) return has_subject = true, read_text(event.actor_login);
            break;
        case 'r':
            if (cursor.at("repo")) return read_repo();
            if (cursor.at("repository")) return read_timeline_repository();
            if (cursor.at("repo_id")) return has_subject = true, read_id(event.repository_id);
            if (cursor.at("repo_name")) return has_subject = true, read_text(event.repository_name);
            break;
        }
        return Field::left;
    }

    PANORAMA_INLINE Field read_text(panorama_text &out) { return read_if(cursor.read_text(out)); }

    PANORAMA_INLINE Field read_id(int64_t &out) { return read_if(cursor.read_id(out)); }

    Field read_event_id() {
        if (cursor.peek() == '"') return read_text(event.id);
        if (cursor.peek() != '-' && !is_digit(cursor.peek())) return Field::left;
        std::string_view number = cursor.written();
        while (!number.empty() && !is_digit(uint8_t(number.back()))) number.remove_suffix(1);
        event.id = text(number);
        return Field::left;
    }

    Field read_actor() {
        has_subject = true;
        if (cursor.peek() == '"') is_timeline = true;
        if (cursor.peek() != '{') return read_text(event.actor_login);
        int wanted = 2;
        return read_if(cursor.each_field(wanted, [&] {
            if (cursor.at("id")) return wanted--, read_id(event.actor_id);
            if (cursor.at("login")) return wanted--, read_text(event.actor_login);
            return Field::left;
        }));
    }

    Field read_repo() {
        has_subject = true;
        int wanted = 2;
        return read_if(cursor.each_field(wanted, [&] {
            if (cursor.at("id")) return wanted--, read_id(event.repository_id);
            if (cursor.at("name")) return wanted--, read_text(event.repository_name);
            return Field::left;
        }));
    }

    Field read_timeline_repository() {
        has_subject = true;
        is_timeline = true;
        panorama_repository *repository = timeline_repository = place();
        return read_if(cursor.each_field([&] {
            if (cursor.at("id")) return read_id(event.repository_id);
            if (cursor.at("name")) return read_text(event.repository_name);
            if (cursor.at("owner")) return read_text(event.repository_owner);
            return repository == nullptr ? Field::left : read_timeline_field(cursor, *repository);
        }));
    }

    /// What the event is about: an object with its id, in older feeds the bare id.
    Field read_subject(int64_t &id, bool *is_whole = nullptr) {
        if (cursor.peek() != '{') return read_id(id);
        // A pull request names its repositories too.
        const bool has_branches = is_whole != nullptr;
        int wanted = has_branches ? 4 : 2;
        return read_if(cursor.each_field(wanted, [&] {
            switch (cursor.letter()) {
            case 'i':
                if (cursor.at("id")) return wanted--, read_id(id);
                break;
            case 't':
                if (cursor.at("title")) {
                    wanted--;
                    if (is_whole != nullptr) *is_whole = true;
                    if (is_snyk(cursor.written())) event.is_snyk = 1;
                }
                break;
            case 'h':
                if (has_branches && cursor.at("head")) return wanted--, read_branch();
                break;
            case 'b':
                if (has_branches && cursor.at("base")) return wanted--, read_branch();
                break;
            }
            return Field::left;
        }));
    }

    Field read_payload() {
        has_text_payload = cursor.peek() == '"';
        return read_if(cursor.each_field([&] {
            switch (cursor.letter()) {
            case 'a':
                if (cursor.at("action")) return read_text(event.action_name);
                if (cursor.at("actor")) return read_text(payload_actor);
                if (cursor.at("actor_gravatar")) is_beta = true;
                break;
            case 'c':
                if (cursor.at("comment")) return read_id_of(event.comment_id);
                if (cursor.at("comment_id")) return read_id(event.comment_id);
                if (cursor.at("commits")) has_whole_payload = true;
                break;
            case 'f':
                if (cursor.at("forkee")) return read_whole_repository();
                break;
            case 'i':
                if (cursor.at("issue")) return read_subject(event.issue_id);
                if (cursor.at("issue_id")) return read_id(event.issue_id);
                break;
            case 'p':
                if (cursor.at("push_id")) return read_id(event.push_id);
                if (cursor.at("pull_request")) {
                    has_pull_request = true;
                    return read_subject(event.pull_request_id, &has_whole_payload);
                }
                break;
            case 'r':
                if (cursor.at("review")) return read_id_of(event.review_id);
                if (cursor.at("repo")) return read_text(payload_repository);
                break;
            case 's':
                if (cursor.at("size")) has_whole_payload = true;
                break;
            }
            return Field::left;
        }));
    }

    /// Head or base of a pull request: the repository it is in.
    Field read_branch() {
        int wanted = 1;
        return read_if(cursor.each_field(wanted, [&] {
            return cursor.at("repo") ? (wanted--, read_whole_repository()) : Field::left;
        }));
    }

    /// A repository in the payload; since 2025-10-07 most are a number and a link, of which nothing is kept.
    Field read_whole_repository() {
        panorama_repository *repository = place();
        if (repository == nullptr) return Field::left;
        // Most pull requests have head and base in one repository, and say the same of it twice.
        const int64_t known = parser.repository_count > 1 ? parser.repositories[parser.repository_count - 2].id : 0;
        if (!read_repository(cursor, *repository, known)) return Field::damaged;
        if (!is_repository(*repository)) parser.repository_count--;
        return Field::read;
    }

    /// Room for what is said of one more repository; none when a payload says more than payloads do.
    panorama_repository *place() {
        if (parser.repository_count == std::size(parser.repositories)) return nullptr;
        panorama_repository *repository = &parser.repositories[parser.repository_count++];
        clear(*repository);
        return repository;
    }

    /// The id of an object, or the bare id.
    PANORAMA_INLINE Field read_id_of(int64_t &id) {
        if (cursor.peek() != '{') return read_id(id);
        int wanted = 1;
        return read_if(cursor.each_field(wanted, [&] {
            return cursor.at("id") ? (wanted--, read_id(id)) : Field::left;
        }));
    }

    panorama_event_shape shape() const {
        if (is_timeline) return panorama_shape_timeline;
        if (is_beta) return panorama_shape_beta;
        if (has_whole_payload) return panorama_shape_full;
        if (event.type == panorama_type_push || has_pull_request) return panorama_shape_trimmed;
        return panorama_shape_plain;
    }
};

}  // namespace

}  // namespace panorama
