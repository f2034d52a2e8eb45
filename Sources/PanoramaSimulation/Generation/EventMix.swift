// SPDX-License-Identifier: Apache-2.0

/// What can happen, and how often in which group of repositories.
enum Happening: Int, CaseIterable {
    case push
    case createBranch
    case createTag
    case createRepository
    case delete
    case watch
    case fork
    case comment
    case openIssue
    case closeIssue
    case reopenIssue
    case openPull
    case closePull
    case reopenPull
    case assignPull
    case review
    case reviewComment
    case release
    case wiki
    case member
    case publish
    case commitComment
    case discussion
}

/// Shares of the happenings in a group of repositories, in about 10,000; the trimmed feed has more pushes.
struct EventMix {
    private let table: AliasTable

    /// Makes the mix of a group.
    init(group: Repository.Group, trimmed: Bool) {
        let shares: [Happening: UInt32] =
            switch group {
            case .landscape, .community:
                [
                    .push: trimmed ? 7_000 : 4_300, .createBranch: 520, .createTag: 40, .createRepository: 2,
                    .delete: 400,
                    .watch: 800, .fork: 230, .comment: 1_150, .openIssue: 290, .closeIssue: 240, .reopenIssue: 15,
                    .openPull: 530, .closePull: 470, .reopenPull: 10, .review: 440, .reviewComment: 380,
                    .release: 60, .wiki: 25, .member: 10, .publish: 2, .commitComment: 25,
                    .discussion: trimmed ? 25 : 0, .assignPull: trimmed ? 30 : 0,
                ]
            case .personal:
                [
                    .push: trimmed ? 9_500 : 7_060, .createBranch: 760, .createTag: 60, .createRepository: 560,
                    .delete: 230,
                    .watch: 380, .fork: 70, .comment: 110, .openIssue: 70, .closeIssue: 50, .reopenIssue: 3,
                    .openPull: 230, .closePull: 210, .reopenPull: 3, .review: 30, .reviewComment: 20,
                    .release: 60, .wiki: 25, .member: 25, .publish: 30, .commitComment: 4,
                    .discussion: trimmed ? 2 : 0, .assignPull: trimmed ? 6 : 0,
                ]
            }
        table = AliasTable(weights: Happening.allCases.map { shares[$0] ?? 0 })
    }

    /// Draws what happens.
    @inline(__always)
    func draw(_ random: inout RandomSource) -> Happening {
        Happening(rawValue: table.draw(&random)) ?? .push
    }
}
