// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// How a project moved against the year before, as far as a mark can say it.
enum Movement: Hashable, Sendable {
    /// Up by the threshold or more.
    case rise
    /// Down by the threshold or more.
    case fall
    /// Without a score the year before.
    case new
    /// In between, or not known.
    case steady

    /// The change in percent from which on it is marked.
    static let threshold = 10.0

    /// Judges a change.
    init(_ change: YearOverYear?) {
        guard let change, change.absolute.isFinite else {
            self = .steady
            return
        }
        guard let percent = change.percent else {
            self = change.current > 0 ? .new : .steady
            return
        }
        self = percent >= Self.threshold ? .rise : percent <= -Self.threshold ? .fall : .steady
    }

    /// The class of the style sheet.
    var style: Markup {
        switch self {
        case .rise: "rise"
        case .fall: "fall"
        case .new: "new"
        case .steady: "steady"
        }
    }
}
