// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A repository of the published landscape, as the simulated world knows it.
struct LandscapeProject {
    /// The domains of the landscape, and one more for namesakes and other bystanders.
    enum Domain: Int, CaseIterable {
        case generalAssistant
        case codingAssistant
        case searchEngine
        case agentFramework
        case clientInterface
        case toolUse
        case apiManagement
        case dataLabeling
        case dataIntegration
        case dataGovernance
        case serving
        case training
        case distributedProcessing
        case gpuKernels
        case compiler
        case evaluationPlatform
        case operations
        case appFramework
        case vectorStorageAndSearch
        case bystander
    }

    /// GitHub's number.
    let id: Int64
    /// `owner/name` as the landscape names it.
    let fullName: String
    /// The domain.
    let domain: Domain
    /// The main language.
    let language: String
    /// The first second of its first day.
    let created: Int64
    /// OpenRank: the mean of January to April 2024, then January to July 2025.
    let levels: [Int]

    /// Makes a row of the table.
    init(_ id: Int64, _ name: String, _ domain: Domain, _ language: String, created: String, levels: [Int]) {
        self.id = id
        fullName = name
        self.domain = domain
        self.language = language
        self.created = Self.seconds(created)
        self.levels = levels
    }

    /// The first second of a day written `YYYY-MM-DD`.
    static func seconds(_ day: String) -> Int64 {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return 0 }
        return CivilDate(year: parts[0], month: parts[1], day: parts[2]).epochDay * 86_400
    }
}

extension LandscapeProject {
    private static let base = Month(ordinal: 2024 * 12)
    private static let start = Month(ordinal: 2025 * 12)

    /// The level of a month in thousandths: the published ones, what lies between them on a line, the nearest outside.
    ///
    /// A repository is absent before the month of its creation. One that was created after the first level's months
    /// comes in at half of its first published level and reaches it on a line.
    func level(in month: Month) -> Int {
        let creation = Month(epochSeconds: created)
        guard month >= creation, let last = levels.last else { return 0 }
        let published = levels.dropFirst()
        let index = Self.start.distance(to: month)
        if index >= 0 {
            return 1_000 * (index < published.count ? published[published.startIndex + index] : last)
        }
        let target = published.first ?? last
        let firstLevel = levels[0] > 0 ? levels[0] : target / 2
        let from = levels[0] > 0 ? Self.base.advanced(by: 3) : creation
        let way = from.distance(to: Self.start)
        let gone = from.distance(to: month)
        guard way > 0, gone > 0 else { return 1_000 * firstLevel }
        return 1_000 * firstLevel + 1_000 * (target - firstLevel) * gone / way
    }
}
