// SPDX-License-Identifier: Apache-2.0
//
// What the names of types and actions, and the beginnings of titles, mean.
#pragma once

#include "CSimdjson.h"

#include <string_view>

namespace panorama {

inline panorama_event_type type_of(std::string_view name) {
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

inline panorama_event_action action_of(std::string_view name) {
    if (name.empty()) return panorama_action_none;
    if (name == "opened") return panorama_action_opened;
    if (name == "closed") return panorama_action_closed;
    if (name == "created") return panorama_action_created;
    if (name == "merged") return panorama_action_merged;
    return panorama_action_other;
}

inline bool is_snyk(std::string_view token) {
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

}  // namespace panorama
