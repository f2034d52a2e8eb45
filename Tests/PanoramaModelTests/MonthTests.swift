// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct MonthTests {
    @Test(arguments: [
        ("2025-01", 2025, 1), ("1970-12", 1970, 12), ("0000-01", 0, 1), ("9999-12", 9999, 12), ("0099-07", 99, 7),
    ])
    func isReadAndWrittenAsYearAndMonth(_ text: String, _ year: Int, _ number: Int) throws {
        let month = try #require(Month(text))
        #expect(month.year == year)
        #expect(month.month == number)
        #expect("\(month)" == text)
        #expect(Month(year: year, month: number) == month)
    }

    @Test(arguments: [
        "", "2025", "2025-00", "2025-13", "2025-1", "25-01", "2025-01-01", "2025/01", "2025-0a", " 2025-01", "2025-01 ",
        "+202-01", "-025-01", "٢٠٢٥-٠١", "2025–01",
    ])
    func refusesWhatIsNotAMonth(_ text: String) {
        #expect(Month(text) == nil)
    }

    @Test(arguments: [(2025, 0), (2025, 13), (-1, 1), (10_000, 1), (Int.max, 1), (2025, Int.min)])
    func refusesYearsAndMonthsOutOfRange(_ year: Int, _ month: Int) {
        #expect(Month(year: year, month: month) == nil)
    }

    @Test func stepsOverTheEndOfAYear() throws {
        let december = try #require(Month("2024-12"))
        let january = try #require(Month("2025-01"))
        #expect(december.advanced(by: 1) == january)
        #expect(january.advanced(by: -1) == december)
        #expect(january.distance(to: december) == -1)
        #expect(december < january)
        #expect(january.advanced(by: -12).description == "2024-01")
    }

    @Test(arguments: [
        ("1970-01", 0), ("1970-02", 2_678_400), ("2015-01", 1_420_070_400), ("2025-05", 1_746_057_600),
        ("1969-12", -2_678_400),
    ])
    func beginsAtItsFirstInstantInUTC(_ text: String, _ start: Int64) throws {
        let month = try #require(Month(text))
        #expect(month.startEpochSeconds == start)
        #expect(Month(epochSeconds: start) == month)
        #expect(Month(epochSeconds: start - 1) == month.advanced(by: -1))
    }

    @Test(arguments: [("2025-01", 744), ("2025-02", 672), ("2024-02", 696), ("2025-04", 720), ("2100-02", 672)])
    func hasTheHoursOfItsDays(_ text: String, _ hours: Int) {
        #expect(Month(text)?.hours == hours)
    }

    @Test func anyOrdinalsCanBeCompared() {
        let (first, last) = (Month(ordinal: .min), Month(ordinal: .max))
        #expect(first != last && first < last && Set([first, last, first]).count == 2)
    }

    @Test func everyHourOfAQuadrennialBelongsToTheMonthThatCountsIt() throws {
        let first = try #require(Month("2023-01"))
        for month in first..<first.advanced(by: 48) {
            let hours = (0..<Int64(month.hours)).map { Month(epochSeconds: month.startEpochSeconds + $0 * 3_600) }
            #expect(hours.allSatisfy { $0 == month })
        }
    }
}
