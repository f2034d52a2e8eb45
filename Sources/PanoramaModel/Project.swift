// SPDX-License-Identifier: Apache-2.0

/// A repository as a member of a landscape, with its score in every month of the landscape's history.
public struct Project: Hashable, Sendable, Identifiable {
    /// GitHub's number of the repository.
    public var id: RepositoryID
    /// `owner/name`, the newest known.
    public var repository: String
    /// Names it bore before, oldest first.
    public var formerNames: [String]
    /// The name for people; the repository's own part of `owner/name` unless a classifier knows better.
    public var title: String
    /// OpenRank per month, one value for each month of the landscape's history; 0 where the month knows none.
    public var scores: [Double]
    /// Mean monthly OpenRank over the landscape's window.
    public var openrank: Double
    /// OpenRank in the last month of the window.
    public var lastMonth: Double
    /// Place by ``openrank``, from 1; equal values are ordered by name.
    public var rank: Int
    /// Change against the same months of the year before; `nil` where those months have no data.
    public var yearOverYear: YearOverYear?
    /// Where it belongs; `nil` while unclassified.
    public var label: DomainLabel?
    /// Why it is in the landscape, in words.
    public var admission: String
    /// What GitHub says of it; `nil` where no file did.
    public var facts: RepositoryFacts?

    /// Makes a project that is neither ranked nor classified yet.
    public init(id: RepositoryID, repository: String, formerNames: [String] = [], scores: [Double], admission: String) {
        self.id = id
        self.repository = repository
        self.formerNames = formerNames
        self.title = Self.title(of: repository)
        self.scores = scores
        self.openrank = 0
        self.lastMonth = 0
        self.rank = 0
        self.admission = admission
    }

    /// Gives the project a name; those among the known ones that differ become former names, in their order.
    public mutating func rename(to repository: String, _ known: [String]) {
        self.repository = repository
        title = Self.title(of: repository)
        formerNames = known.filter { $0 != repository }
    }

    private static func title(of repository: String) -> String {
        repository.split(separator: "/").last.map(String.init) ?? repository
    }
}
