// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A column of counted pairs.
enum CountedPairColumn: Hashable {
    case month
    case developerID
    case developerLogin
    case repositoryID
    case repositoryName
    case count(ActivityCounts.Counter)
    case valid
    case active

    /// Every column, in the order in which they are documented.
    static let all: [CountedPairColumn] =
        [.month, .developerID, .developerLogin, .repositoryID, .repositoryName]
        + ActivityCounts.Counter.allCases.map(CountedPairColumn.count) + [.valid, .active]

    /// The column of a name; `nil` when none bears it.
    init?(name: String) {
        guard let column = Self.all.first(where: { $0.name == name }) else { return nil }
        self = column
    }

    /// What the head line calls it.
    var name: String {
        switch self {
        case .month: "month"
        case .developerID: "developer_id"
        case .developerLogin: "developer_login"
        case .repositoryID: "repository_id"
        case .repositoryName: "repository_name"
        case .count(let counter): counter.rawValue
        case .valid: "valid"
        case .active: "active"
        }
    }

    /// Whether it holds a count.
    var isCount: Bool { if case .count = self { true } else { false } }
}
