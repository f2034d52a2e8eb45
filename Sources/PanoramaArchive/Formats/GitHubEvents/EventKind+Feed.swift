// SPDX-License-Identifier: Apache-2.0

import CSimdjson
import PanoramaModel

extension EventKind {
    /// What an event of the feed counts as, by type and action.
    ///
    /// A merge is `closed` until 2025-10 and `merged` after it; both close the pull request.
    init(type: panorama_event_type, action: panorama_event_action) {
        self =
            switch (type, action) {
            case (panorama_type_issues, panorama_action_opened): .issueOpened
            case (panorama_type_issues, panorama_action_closed): .issueClosed
            case (panorama_type_issues, _): .issueOther
            case (panorama_type_issue_comment, _): .issueComment
            case (panorama_type_pull_request, panorama_action_opened): .pullRequestOpened
            case (panorama_type_pull_request, panorama_action_closed),
                (panorama_type_pull_request, panorama_action_merged):
                .pullRequestClosed
            case (panorama_type_pull_request, _): .pullRequestOther
            case (panorama_type_pull_request_review, _): .review
            case (panorama_type_pull_request_review_comment, _): .reviewComment
            case (panorama_type_push, _): .push
            case (panorama_type_watch, _): .watch
            case (panorama_type_fork, _): .fork
            case (panorama_type_release, _): .release
            case (panorama_type_create, _): .create
            case (panorama_type_delete, _): .delete
            case (panorama_type_commit_comment, _): .commitComment
            case (panorama_type_gollum, _): .wiki
            case (panorama_type_member, _): .member
            case (panorama_type_public, _): .madePublic
            default: .other
            }
    }
}
