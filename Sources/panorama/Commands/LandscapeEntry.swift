// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPipeline

/// Where a repository stands in a landscape, in the JSON of `explain` and `why-not`; a contract.
struct LandscapeEntry: Encodable {
    /// What keeps it out.
    struct ObstacleEntry: Encodable {
        var rule: String
        var message: String
        var value: Double?
        var need: Double?
    }

    var landscape: String
    var title: String
    var isIn: Bool
    var window: MonthSpan?
    var preset: String?
    var openrank: Double?
    var rank: Int?
    var of: Int
    var admission: String?
    var domain: TaxonomyPath?
    var domainRule: String?
    var obstacles: [ObstacleEntry]
    var notices: [String]

    init(_ standing: LandscapeStanding) {
        landscape = standing.landscape
        title = standing.title
        isIn = standing.rank != nil
        window = standing.window
        preset = standing.preset
        openrank = standing.openrank?.rounded(decimals: Standing.decimals)
        rank = standing.rank
        of = standing.count
        admission = standing.admission
        domain = standing.label?.path
        domainRule = standing.label?.rule
        notices = standing.notices
        obstacles = standing.obstacles.map { obstacle in
            ObstacleEntry(
                rule: obstacle.rule.name,
                message: obstacle.message,
                value: obstacle.value?.rounded(decimals: Standing.decimals),
                need: obstacle.need
            )
        }
    }
}

extension JSONEncoder {
    /// The form of all reports: keys sorted, so that equal reports are equal bytes.
    static var report: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// A value as text.
    func text(_ value: some Encodable) throws -> String { String(decoding: try encode(value), as: UTF8.self) }
}
