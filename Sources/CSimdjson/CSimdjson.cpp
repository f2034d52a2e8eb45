// SPDX-License-Identifier: Apache-2.0

#include "CSimdjson.h"

#include <new>
#include <simdjson.h>
#include <string_view>
#include <utility>

using namespace simdjson;

struct panorama_parser {
    ondemand::parser parser;
};

const size_t panorama_json_padding = SIMDJSON_PADDING;

panorama_parser *panorama_parser_create(void) { return new (std::nothrow) panorama_parser; }

void panorama_parser_destroy(panorama_parser *parser) { delete parser; }

namespace {

panorama_text text(std::string_view view) {
    return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

panorama_event_type type_of(std::string_view name) {
    // The first differing letters decide; a full comparison confirms.
    struct Entry {
        std::string_view name;
        panorama_event_type type;
    };
    static constexpr Entry entries[] = {
        {"PushEvent", panorama_type_push},
        {"CreateEvent", panorama_type_create},
        {"PullRequestEvent", panorama_type_pull_request},
        {"IssueCommentEvent", panorama_type_issue_comment},
        {"WatchEvent", panorama_type_watch},
        {"PullRequestReviewEvent", panorama_type_pull_request_review},
        {"PullRequestReviewCommentEvent", panorama_type_pull_request_review_comment},
        {"IssuesEvent", panorama_type_issues},
        {"DeleteEvent", panorama_type_delete},
        {"ForkEvent", panorama_type_fork},
        {"ReleaseEvent", panorama_type_release},
        {"CommitCommentEvent", panorama_type_commit_comment},
        {"GollumEvent", panorama_type_gollum},
        {"MemberEvent", panorama_type_member},
        {"PublicEvent", panorama_type_public},
    };
    for (const auto &entry : entries) {
        if (entry.name == name) return entry.type;
    }
    return panorama_type_other;
}

panorama_event_action action_of(std::string_view name) {
    if (name == "opened") return panorama_action_opened;
    if (name == "closed") return panorama_action_closed;
    if (name == "created") return panorama_action_created;
    if (name == "merged") return panorama_action_merged;
    return panorama_action_other;
}

/// A positive number, given as a number or as a text of digits; 0 for anything else.
error_code read_id(ondemand::value value, int64_t &id) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::number) {
        int64_t number;
        if (value.get_int64().get(number) == SUCCESS && number > 0) id = number;
    } else if (type == ondemand::json_type::string) {
        uint64_t number;
        if (value.get_uint64_in_string().get(number) == SUCCESS && number > 0 && number <= INT64_MAX) {
            id = int64_t(number);
        }
    }
    return SUCCESS;
}

/// A text; left empty for anything else.
error_code read_text(ondemand::value value, panorama_text &out) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type == ondemand::json_type::string) {
        std::string_view view;
        SIMDJSON_TRY(value.get_string().get(view));
        out = text(view);
    }
    return SUCCESS;
}

/// Hands every field of an object to `body`, as key and value; anything but an object has none.
template <typename Body>
error_code each_field(ondemand::value value, Body &&body) {
    ondemand::json_type type;
    SIMDJSON_TRY(value.type().get(type));
    if (type != ondemand::json_type::object) return SUCCESS;
    ondemand::object object;
    SIMDJSON_TRY(value.get_object().get(object));
    for (auto result : object) {
        ondemand::field field;
        SIMDJSON_TRY(std::move(result).get(field));
        SIMDJSON_TRY(body(field.key(), field.value()));
    }
    return SUCCESS;
}

/// The account or repository of an event: its id and the text under `name_key`.
error_code read_identity(ondemand::value value, std::string_view name_key, int64_t &id, panorama_text &name) {
    return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
        if (key == "id") return read_id(field, id);
        if (key == name_key) return read_text(field, name);
        return SUCCESS;
    });
}

bool is_snyk(std::string_view token) {
    // The raw token of a title: a quote, then the text.
    static constexpr std::string_view prefix = "\"[snyk]";
    if (token.size() < prefix.size()) return false;
    for (size_t index = 0; index < prefix.size(); index++) {
        const char letter = token[index];
        const char lower = letter >= 'A' && letter <= 'Z' ? char(letter | 0x20) : letter;
        if (lower != prefix[index]) return false;
    }
    return true;
}

/// What the event is about: its id and, for issues and pull requests, whether the title marks it as Snyk's.
error_code read_subject(ondemand::value value, int64_t &id, int &snyk) {
    return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
        if (key == "id") return read_id(field, id);
        if (key == "title" && is_snyk(field.raw_json_token())) snyk = 1;
        return SUCCESS;
    });
}

error_code read_payload(ondemand::value value, panorama_event &event) {
    int ignored = 0;
    return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
        if (key == "action") {
            panorama_text action = {nullptr, 0};
            SIMDJSON_TRY(read_text(field, action));
            if (action.bytes != nullptr) {
                event.action = action_of({reinterpret_cast<const char *>(action.bytes), action.count});
            }
            return SUCCESS;
        }
        if (key == "issue") return read_subject(field, event.issue_id, event.is_snyk);
        if (key == "pull_request") return read_subject(field, event.pull_request_id, event.is_snyk);
        if (key == "comment") return read_subject(field, event.comment_id, ignored);
        if (key == "review") return read_subject(field, event.review_id, ignored);
        if (key == "push_id") return read_id(field, event.push_id);
        return SUCCESS;
    });
}

error_code read_event(ondemand::document &document, panorama_event &event) {
    ondemand::object object;
    SIMDJSON_TRY(document.get_object().get(object));
    for (auto result : object) {
        ondemand::field field;
        SIMDJSON_TRY(std::move(result).get(field));
        const auto key = field.key();
        if (key == "id") {
            ondemand::json_type type;
            SIMDJSON_TRY(field.value().type().get(type));
            if (type == ondemand::json_type::number) {
                event.id = text(field.value().raw_json_token());
            } else {
                SIMDJSON_TRY(read_text(field.value(), event.id));
            }
        } else if (key == "type") {
            SIMDJSON_TRY(read_text(field.value(), event.type_name));
        } else if (key == "actor") {
            SIMDJSON_TRY(read_identity(field.value(), "login", event.actor_id, event.actor_login));
        } else if (key == "repo") {
            SIMDJSON_TRY(read_identity(field.value(), "name", event.repository_id, event.repository_name));
        } else if (key == "payload") {
            SIMDJSON_TRY(read_payload(field.value(), event));
        } else if (key == "created_at") {
            SIMDJSON_TRY(read_text(field.value(), event.created_at));
        }
    }
    // Behind the last token there is no location.
    return document.current_location().error() == OUT_OF_BOUNDS ? SUCCESS : TRAILING_CONTENT;
}

}  // namespace

panorama_event_status panorama_parse_event(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_event *event
) {
    *event = panorama_event{};
    ondemand::document document;
    const auto *characters = reinterpret_cast<const char *>(bytes);
    if (parser->parser.iterate(characters, count, count + SIMDJSON_PADDING).get(document) != SUCCESS) {
        return panorama_event_malformed;
    }
    ondemand::json_type type;
    if (document.type().get(type) != SUCCESS) return panorama_event_malformed;
    if (type != ondemand::json_type::object) return panorama_event_not_an_object;
    if (read_event(document, *event) != SUCCESS) return panorama_event_malformed;
    if (event->type_name.count == 0) return panorama_event_without_type;
    if (event->created_at.count == 0) return panorama_event_without_created_at;
    if (event->actor_id == 0) return panorama_event_without_actor;
    if (event->repository_id == 0) return panorama_event_without_repository;
    event->type = type_of({reinterpret_cast<const char *>(event->type_name.bytes), event->type_name.count});
    return panorama_event_ok;
}
