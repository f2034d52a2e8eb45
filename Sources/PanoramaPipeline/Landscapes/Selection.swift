// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The repositories of a landscape before plugins see them, and what the choice rests on.
struct Selection {
    /// The months that projects are ranked over.
    var window: MonthSpan
    /// What may be in the landscape.
    var candidates: Candidates
    /// The scores of the candidates.
    var history: ScoreHistory
    /// What is in the landscape, named, by score: the candidates that reach the bar, up to the limit but for what the curator
    /// included.
    var chosen: [Project]
    /// The repository whose way was followed; `nil` when none was or no data knows it.
    var watched: RepositoryID?
    /// Its place among the candidates that reach the bar, from 1; `nil` when it does not or is chosen.
    var placeBeyondLimit: Int?
    /// How near it came in each hop of the discovery that began without it.
    var relations: [Discoverer.Relation]

    /// What a reader must be told of the scores, the window and the names in the configuration.
    var notices: [String] { history.notices + history.notices(for: window) + candidates.notices }
}
