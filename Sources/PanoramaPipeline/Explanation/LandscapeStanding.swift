// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// Where a repository stands in a landscape, or what keeps it out.
package struct LandscapeStanding: Sendable {
    /// The key of the landscape in the configuration.
    package var landscape: String
    /// Its title.
    package var title: String
    /// The months that projects are ranked over; `nil` where there is no data.
    package var window: MonthSpan?
    /// The scoring preset with its overrides, or the vintage; `nil` where there is no data.
    package var preset: String?
    /// What a reader of the landscape is told, each a sentence.
    package var notices: [String] = []
    /// Mean monthly OpenRank of the repository over the window, by the landscape's scores; `nil` when no data knows it.
    package var openrank: Double?
    /// Its place; `nil` when it is not in.
    package var rank: Int?
    /// Projects of the landscape.
    package var count = 0
    /// Why it is in, in words.
    package var admission: String?
    /// Where it belongs.
    package var label: DomainLabel?
    /// What keeps it out, in the order in which the rules act: the first decides, the others hold as well.
    package var obstacles: [Obstacle] = []

    init(_ settings: LandscapeSettings) {
        landscape = settings.id
        title = settings.title
    }
}
