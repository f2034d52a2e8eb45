// SPDX-License-Identifier: Apache-2.0

/// An issue or a pull request that events can go on about.
struct Item {
    /// Where it stands.
    enum State: UInt8 {
        case open
        case closed
        case merged
    }

    /// The repository it is in.
    var repository: Int32
    /// The account that opened it.
    var opener: Int32
    /// Its number in the repository.
    var number: Int32
    /// GitHub's number of it as an issue.
    var issueID: Int64
    /// GitHub's number of it as a pull request; 0 for an issue.
    var pullID: Int64
    /// The second it was opened.
    var opened: Int64
    /// The second of the last event about it.
    var touched: Int64
    /// The second it was closed.
    var closed: Int64
    /// The key that title, body, labels and branch are found again from.
    var key: UInt64
    /// Comments so far.
    var comments: Int32
    /// Review comments so far.
    var reviewComments: Int32
    /// Where it stands.
    var state: State
    /// Whether the branch is in a fork.
    var fromFork: Bool
    /// What kind of title it has.
    var topic: Topic

    /// What it is about.
    enum Topic: UInt8 {
        case ordinary
        case dependency
        case security
    }

    /// Whether it is a pull request.
    var isPull: Bool { pullID != 0 }
}

/// The items of one group of repositories that were opened last: a ring that forgets the oldest.
struct RecentItems {
    private var items: [Item] = []
    private var next = 0
    private let limit: Int

    /// Makes an empty ring that remembers so many.
    init(limit: Int) {
        self.limit = max(32, min(1 << 16, limit))
    }

    /// Remembers an item.
    mutating func add(_ item: Item) {
        if items.count < limit {
            items.append(item)
        } else {
            items[next] = item
            next = (next + 1) % limit
        }
    }

    /// Finds an item that pleases, by chance; `nil` after some draws in vain.
    mutating func find(_ random: inout RandomSource, where pleases: (Item) -> Bool) -> Int? {
        guard !items.isEmpty else { return nil }
        for _ in 0..<12 {
            let index = random.below(items.count)
            if pleases(items[index]) { return index }
        }
        return nil
    }

    /// An item by its place in the ring.
    subscript(index: Int) -> Item {
        get { items[index] }
        set { items[index] = newValue }
    }
}
