// SPDX-License-Identifier: Apache-2.0

#include "CSimdjson.h"

#include "ContentHash.hpp"
#include "OnDemand.hpp"
#include "Repository.hpp"

#include <iterator>
#include <new>

using namespace panorama;

const size_t panorama_json_padding = SIMDJSON_PADDING;

panorama_parser *panorama_parser_create(void) { return new (std::nothrow) panorama_parser; }

void panorama_parser_destroy(panorama_parser *parser) { delete parser; }

namespace {

/// Forty bits: an identity has the type and the second beside it, and segments hold the fewer bytes.
constexpr uint64_t content_hash_mask = (uint64_t(1) << 40) - 1;

panorama_event_type type_of(std::string_view name) {
    struct Entry {
        std::string_view name;
        panorama_event_type type;
    };
    // The most frequent first.
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
    if (name.empty()) return panorama_action_none;
    if (name == "opened") return panorama_action_opened;
    if (name == "closed") return panorama_action_closed;
    if (name == "created") return panorama_action_created;
    if (name == "merged") return panorama_action_merged;
    return panorama_action_other;
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

/// Reads one event, field by field; remembers what only the whole event tells.
class EventReader {
public:
    EventReader(panorama_event &event, panorama_parser &parser) : event(event), parser(parser) {}

    error_code read(ondemand::document &document) {
        ondemand::object object;
        SIMDJSON_TRY(document.get_object().get(object));
        for (auto result : object) {
            ondemand::field field;
            SIMDJSON_TRY(std::move(result).get(field));
            SIMDJSON_TRY(read_field(field.key(), field.value()));
        }
        // Behind the last token there is no location.
        return document.current_location().error() == OUT_OF_BOUNDS ? SUCCESS : TRAILING_CONTENT;
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

    error_code read_field(ondemand::raw_json_string key, ondemand::value value) {
        switch (*key.raw()) {
        case 'i':
            if (key == "id") return read_event_id(value);
            break;
        case 't':
            if (key == "type") return read_text(value, event.type_name);
            break;
        case 'p':
            if (key == "payload") return read_payload(value);
            break;
        case 'c':
            if (key == "created_at") return read_text(value, event.created_at);
            break;
        case 'a':
            if (key == "actor") return read_actor(value);
            if (key == "actor_attributes") {
                return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
                    return key == "login" ? read_text(field, attributed_login) : SUCCESS;
                });
            }
            // Exports from warehouses lay actor and repository flat.
            if (key == "actor_id") return has_subject = true, read_id(value, event.actor_id);
            if (key == "actor_login") return has_subject = true, read_text(value, event.actor_login);
            break;
        case 'r':
            if (key == "repo") return read_repo(value);
            if (key == "repository") return read_timeline_repository(value);
            if (key == "repo_id") return has_subject = true, read_id(value, event.repository_id);
            if (key == "repo_name") return has_subject = true, read_text(value, event.repository_name);
            break;
        }
        return SUCCESS;
    }

    error_code read_event_id(ondemand::value value) {
        ondemand::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type == ondemand::json_type::number) {
            std::string_view token = value.raw_json_token();
            while (!token.empty() && (token.back() < '0' || token.back() > '9')) token.remove_suffix(1);
            event.id = text(token);
            return SUCCESS;
        }
        return read_text(value, event.id);
    }

    error_code read_actor(ondemand::value value) {
        has_subject = true;
        ondemand::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type != ondemand::json_type::object) {
            if (type == ondemand::json_type::string) is_timeline = true;
            return read_text(value, event.actor_login);
        }
        int wanted = 2;
        return each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
            if (key == "id") return wanted--, read_id(field, event.actor_id);
            if (key == "login") return wanted--, read_text(field, event.actor_login);
            return SUCCESS;
        });
    }

    error_code read_repo(ondemand::value value) {
        has_subject = true;
        int wanted = 2;
        return each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
            if (key == "id") return wanted--, read_id(field, event.repository_id);
            if (key == "name") return wanted--, read_text(field, event.repository_name);
            return SUCCESS;
        });
    }

    error_code read_timeline_repository(ondemand::value value) {
        has_subject = true;
        is_timeline = true;
        panorama_repository *repository = timeline_repository = place();
        return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
            if (key == "id") return read_id(field, event.repository_id);
            if (key == "name") return read_text(field, event.repository_name);
            if (key == "owner") return read_text(field, event.repository_owner);
            return repository == nullptr ? SUCCESS : read_timeline_field(key, field, *repository);
        });
    }

    /// What the event is about: an object with its id, in older feeds the bare id.
    error_code read_subject(ondemand::value value, int64_t &id, bool *is_whole = nullptr) {
        ondemand::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type != ondemand::json_type::object) return read_id(value, id);
        // A pull request names its repositories too.
        const bool has_branches = is_whole != nullptr;
        int wanted = has_branches ? 4 : 2;
        return each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
            const char first = *key.raw();
            if (first == 'i' && key == "id") return wanted--, read_id(field, id);
            if (first == 't' && key == "title") {
                wanted--;
                if (is_whole != nullptr) *is_whole = true;
                if (is_snyk(field.raw_json_token())) event.is_snyk = 1;
            }
            if (has_branches && (key == "head" || key == "base")) return wanted--, read_branch(field);
            return SUCCESS;
        });
    }

    error_code read_payload(ondemand::value value) {
        ondemand::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        has_text_payload = type == ondemand::json_type::string;
        return each_field(value, [&](ondemand::raw_json_string key, ondemand::value field) {
            switch (*key.raw()) {
            case 'a':
                if (key == "action") return read_text(field, event.action_name);
                if (key == "actor") return read_text(field, payload_actor);
                if (key == "actor_gravatar") is_beta = true;
                break;
            case 'c':
                if (key == "comment") return read_id_of(field, event.comment_id);
                if (key == "comment_id") return read_id(field, event.comment_id);
                if (key == "commits") has_whole_payload = true;
                break;
            case 'f':
                if (key == "forkee") return read_whole_repository(field);
                break;
            case 'i':
                if (key == "issue") return read_subject(field, event.issue_id);
                if (key == "issue_id") return read_id(field, event.issue_id);
                break;
            case 'p':
                if (key == "push_id") return read_id(field, event.push_id);
                if (key == "pull_request") {
                    has_pull_request = true;
                    return read_subject(field, event.pull_request_id, &has_whole_payload);
                }
                break;
            case 'r':
                if (key == "review") return read_id_of(field, event.review_id);
                if (key == "repo") return read_text(field, payload_repository);
                break;
            case 's':
                if (key == "size") has_whole_payload = true;
                break;
            }
            return SUCCESS;
        });
    }

    /// Head or base of a pull request: the repository it is in.
    error_code read_branch(ondemand::value value) {
        int wanted = 1;
        return each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
            return key == "repo" ? (wanted--, read_whole_repository(field)) : SUCCESS;
        });
    }

    /// A repository in the payload; since 2025-10-07 most are a number and a link, of which nothing is kept.
    error_code read_whole_repository(ondemand::value value) {
        panorama_repository *repository = place();
        if (repository == nullptr) return SUCCESS;
        // Most pull requests have head and base in one repository, and say the same of it twice.
        const int64_t known = parser.repository_count > 1 ? parser.repositories[parser.repository_count - 2].id : 0;
        SIMDJSON_TRY(read_repository(value, *repository, known));
        if (!is_repository(*repository)) parser.repository_count--;
        return SUCCESS;
    }

    /// Room for what is said of one more repository; none when a payload says more than payloads do.
    panorama_repository *place() {
        if (parser.repository_count == std::size(parser.repositories)) return nullptr;
        panorama_repository *repository = &parser.repositories[parser.repository_count++];
        clear(*repository);
        return repository;
    }

    /// The id of an object, or the bare id.
    error_code read_id_of(ondemand::value value, int64_t &id) {
        ondemand::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type != ondemand::json_type::object) return read_id(value, id);
        int wanted = 1;
        return each_field(value, wanted, [&](ondemand::raw_json_string key, ondemand::value field) {
            return key == "id" ? (wanted--, read_id(field, id)) : SUCCESS;
        });
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

panorama_event_status panorama_parse_event(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_event *event
) {
    *event = panorama_event{};
    parser->repository_count = 0;
    ondemand::document document;
    const auto *characters = reinterpret_cast<const char *>(bytes);
    if (parser->parser.iterate(characters, count, count + SIMDJSON_PADDING).get(document) != SUCCESS) {
        return panorama_event_malformed;
    }
    ondemand::json_type type;
    if (document.type().get(type) != SUCCESS) return panorama_event_malformed;
    if (type != ondemand::json_type::object) return panorama_event_not_an_object;
    EventReader reader(*event, *parser);
    if (reader.read(document) != SUCCESS) return panorama_event_malformed;
    const auto status = reader.finish();
    if (status != panorama_event_ok || event->id.count != 0) return status;
    if (hash_document(document, event->content_hash) != SUCCESS) return panorama_event_malformed;
    event->content_hash &= content_hash_mask;
    return panorama_event_ok;
}

const panorama_repository *panorama_event_repositories(const panorama_parser *parser, size_t *count) {
    *count = parser->repository_count;
    return parser->repositories;
}
