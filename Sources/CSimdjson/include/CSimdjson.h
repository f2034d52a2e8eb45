// SPDX-License-Identifier: Apache-2.0
//
// One GitHub event out of one JSON text.
#pragma once

#include "CPrefetch.h"
#include "CSimdjsonParser.h"
#include "CSimdjsonRepository.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The event types that are counted; all others are `panorama_type_other`.
typedef enum {
    panorama_type_other = 0,
    panorama_type_issues,
    panorama_type_issue_comment,
    panorama_type_pull_request,
    panorama_type_pull_request_review,
    panorama_type_pull_request_review_comment,
    panorama_type_push,
    panorama_type_watch,
    panorama_type_fork,
    panorama_type_release,
    panorama_type_create,
    panorama_type_delete,
    panorama_type_commit_comment,
    panorama_type_gollum,
    panorama_type_member,
    panorama_type_public,
} panorama_event_type;

/// The actions that matter.
typedef enum {
    panorama_action_none = 0,
    panorama_action_opened,
    panorama_action_closed,
    panorama_action_merged,
    panorama_action_created,
    panorama_action_other,
} panorama_event_action;

/// Whose shape an event has; most events of the second and last shape look alike and are `panorama_shape_plain`.
typedef enum {
    /// `actor` and `repo` objects, nothing that tells more.
    panorama_shape_plain = 0,
    /// 2011-02 to 2012-03: as plain, with the names repeated in the payload.
    panorama_shape_beta,
    /// 2012-03 to 2014: `actor` a text, `repository` an object, no id.
    panorama_shape_timeline,
    /// 2015 to 2025-10-07: a push with its size or commits, a whole pull request.
    panorama_shape_full,
    /// Since 2025-10-07: payloads without these.
    panorama_shape_trimmed,
} panorama_event_shape;

/// An event, as far as it is counted.
typedef struct {
    panorama_event_type type;
    panorama_event_action action;
    panorama_event_shape shape;
    /// The type as written.
    panorama_text type_name;
    /// The action as written; empty where there is none.
    panorama_text action_name;
    /// The event's id as written, digits as a rule; empty where there is none.
    panorama_text id;
    /// For an event without an id, a hash of its content that neither white space nor the order of fields changes.
    uint64_t content_hash;
    /// `created_at` as written.
    panorama_text created_at;
    /// The developer; 0 where the event gives no number, empty where it gives no login.
    int64_t actor_id;
    panorama_text actor_login;
    /// The repository; 0 where the event gives no number, empty where it gives no name.
    int64_t repository_id;
    /// `owner/name`, or the bare name where `repository_owner` is given.
    panorama_text repository_name;
    panorama_text repository_owner;
    /// Ids of what the event is about; 0 where the payload has none.
    int64_t issue_id;
    int64_t comment_id;
    int64_t pull_request_id;
    int64_t review_id;
    int64_t push_id;
    /// The issue's or pull request's title starts with `[snyk]`, in any case.
    int is_snyk;
} panorama_event;

/// Why a text is not an event.
typedef enum {
    panorama_event_ok = 0,
    /// Not JSON, or not a single JSON value.
    panorama_event_malformed,
    /// JSON, but not an object.
    panorama_event_not_an_object,
    panorama_event_without_type,
    panorama_event_without_created_at,
    /// Neither an actor nor a repository stands in it, not even an empty one.
    panorama_event_without_subject,
    /// The payload is a text, as warehouses export it, and what was done is hidden in it.
    panorama_event_with_text_payload,
} panorama_event_status;

/// Reads one event from `count` bytes, behind which `panorama_json_padding` more are readable.
panorama_event_status panorama_parse_event(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_event *event
);

/// What the event that was read last says of repositories beside its own name: those of a pull request, a new fork, the
/// repository of an event of 2012 to 2014. They hold until the parser's next use.
const panorama_repository *panorama_event_repositories(const panorama_parser *parser, size_t *count);

#ifdef __cplusplus
}
#endif
