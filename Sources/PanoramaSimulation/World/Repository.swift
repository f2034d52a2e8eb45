// SPDX-License-Identifier: Apache-2.0

/// A repository of the simulated world.
struct Repository {
    /// How a repository is worked on.
    enum Group: Int, CaseIterable {
        /// One of the landscape.
        case landscape
        /// A large invented project with reviews and many hands.
        case community
        /// Somebody's own, mostly pushed to.
        case personal
    }

    /// How popularity goes over the months.
    enum Trend: UInt8 {
        case steady
        case rising
        case falling
        case dying
    }

    /// GitHub's number.
    var id: Int64
    /// The account that owns it now.
    var owner: Int32
    /// The name without the owner.
    var name: Name
    /// How it is worked on.
    var group: Group
    /// The community it belongs to: 0 for the landscape.
    var ecosystem: Int32
    /// The domain within the landscape; 0 elsewhere.
    var domain: Int32
    /// Where to find the language.
    var language: UInt8
    /// The second of creation.
    var created: Int64
    /// How popularity goes.
    var trend: Trend
    /// The second from which the trend works.
    var turn: Int64
    /// Popularity before the trend, in thousandths of a level.
    var weight: UInt32
    /// Stars at the start.
    var stars: Int32

    /// The key that everything invented about it is found again from.
    var key: UInt64 { SplitMix.mix(UInt64(bitPattern: id)) }
}
