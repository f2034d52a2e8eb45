// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct GroupStatisticsTests {
    private func project(_ id: Int64, base: Double?, current: Double) -> Project {
        var project = Project(
            id: RepositoryID(rawValue: id),
            repository: "a/\(id)",
            scores: [],
            admission: "included"
        )
        project.openrank = current
        project.yearOverYear = base.map { YearOverYear(base: $0, current: current) }
        return project
    }

    @Test func theBaseIsTheMeanOverThoseThatWereThere() {
        let statistics = GroupStatistics([
            project(1, base: 60, current: 100), project(2, base: 0, current: 50), project(3, base: 40, current: 0),
        ])
        #expect(statistics.count == 3)
        #expect(statistics.sum == 150)
        #expect(statistics.mean == 50)
        #expect(statistics.yearOverYear == YearOverYear(base: 50, current: 50))
    }

    @Test func anUnknownChangeMakesThatOfTheGroupUnknown() {
        #expect(
            GroupStatistics([project(1, base: 60, current: 1), project(2, base: nil, current: 1)]).yearOverYear == nil
        )
    }

    @Test func aGroupOfNewProjectsHasNoPercentage() throws {
        let change = try #require(GroupStatistics([project(1, base: 0, current: 10)]).yearOverYear)
        #expect(change.absolute == 10)
        #expect(change.percent == nil)
    }

    @Test func nothingIsZero() {
        let statistics = GroupStatistics([])
        #expect(statistics.count == 0)
        #expect(statistics.mean == 0)
        #expect(statistics.yearOverYear == nil)
    }

    @Test func theOrderOfTheProjectsDoesNotMatterToTheLastBit() {
        let projects = (1...200).map { project($0, base: 1 / Double($0), current: 1e3 / Double($0)) }
        #expect(GroupStatistics(projects) == GroupStatistics(projects.reversed()))
        #expect(GroupStatistics(projects) == GroupStatistics(projects.sorted { $0.repository < $1.repository }))
    }
}
