// SPDX-License-Identifier: Apache-2.0
//
// What GitHub says of a repository, out of one JSON text.
#pragma once

#include "CSimdjsonParser.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Topics that are kept of a repository; GitHub allows no more.
enum { panorama_topic_limit = 20 };

/// A repository, as far as it is kept.
///
/// A text without bytes (NULL) was not given or is no text; one with bytes but a count of 0 was given as null or empty.
typedef struct {
    /// GitHub's number; 0 where none is given.
    int64_t id;
    /// `owner/name`.
    panorama_text full_name;
    /// The two parts of the name where the object gives them alone.
    panorama_text owner;
    panorama_text name;
    panorama_text description;
    panorama_text language;
    /// The licence's SPDX id; empty where there is no licence.
    panorama_text licence;
    panorama_text created_at;
    panorama_text updated_at;
    panorama_text pushed_at;
    /// -1 where it is not given.
    int64_t stars;
    int64_t forks;
    /// 0 or 1; -1 where it is not given.
    int is_archived;
    int is_fork;
    /// The number of `topics`; -1 where none are given, not even an empty list.
    int topic_count;
    panorama_text topics[panorama_topic_limit];
} panorama_repository;

/// Why a text is not a repository.
typedef enum {
    panorama_repository_ok = 0,
    /// Not JSON, or not a single JSON value.
    panorama_repository_malformed,
    /// JSON, but not an object.
    panorama_repository_not_an_object,
    /// An object without a numeric `id` or without a `full_name` of the form `owner/name`.
    panorama_repository_foreign,
} panorama_repository_status;

/// Reads a repository object of GitHub's REST interface from `count` bytes, behind which `panorama_json_padding` more
/// are readable.
panorama_repository_status panorama_parse_repository(
    panorama_parser *parser, const uint8_t *bytes, size_t count, panorama_repository *repository
);

#ifdef __cplusplus
}
#endif
