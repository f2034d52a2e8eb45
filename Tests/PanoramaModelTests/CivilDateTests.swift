// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
        // An independent walk through the calendar, by the rule of leap years.
        var (year, month, day) = (1800, 1, 1)
        var expected = CivilDate(year: 1800, month: 1, day: 1).epochDay
        var wrong: [String] = []
        while year < 2200 {
            let date = CivilDate(year: year, month: month, day: day)
            if date.epochDay != expected || CivilDate(epochSeconds: expected * 86_400) != date
                || CivilDate(epochSeconds: expected * 86_400 + 86_399) != date
            {
                wrong.append("\(year)-\(month)-\(day)")
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            day += 1
            if day > days { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            expected += 1
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2025, 5, 27, 20_235), (0, 3, 1, -719_468),
    ])
    func daysAreCountedFrom1970(_ year: Int, _ month: Int, _ day: Int, _ expected: Int64) {
        #expect(CivilDate(year: year, month: month, day: day).epochDay == expected)
    }

    @Test(arguments: [Int64.min, Int64.min + 1, -1, 0, Int64.max])
    func everyInstantHasADate(_ seconds: Int64) {
        let date = CivilDate(epochSeconds: seconds)
        #expect((1...12).contains(date.month))
        #expect((1...31).contains(date.day))
    }
}
