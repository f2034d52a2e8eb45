// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The hours that an entry such as `2012-03-05-4..7` of a list of bad files names.
///
/// Files of the time before 2015 are named by the hour in California. The hour that its clocks skip in spring has no file;
/// of the two that bear one name in autumn the second has none.
struct ListedHours {
    /// The hours in UTC, in order.
    let hours: [Int64]

    init?(_ entry: String) {
        let text = String(entry.prefix { $0 != " " })
        let dots = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let start = dots.first, dots.count <= 2, let first = Self.bounds(start) else { return nil }
        var last = first
        if dots.count == 2 {
            let isHour = dots[1].count <= 2
            guard let bounds = Self.bounds(isHour ? "\(start.prefix(10))-\(dots[1])" : dots[1]) else { return nil }
            last = bounds
        }
        guard let span = HourSpan(first: first.first, last: last.last) else { return nil }
        hours = (span.first...span.last).compactMap(Self.universal)
    }

    /// The hours of a day, or the one hour, by the clock of the file.
    private static func bounds(_ text: String) -> HourSpan? {
        let day = String(text.prefix(10))
        let rest = text.dropFirst(10)
        guard let start = HourSpan.hour("\(day)T00") else { return nil }
        if rest.isEmpty { return HourSpan(first: start, last: start + 23) }
        guard let first = rest.first, "-T".contains(first), let ofDay = Int64(rest.dropFirst()),
            (0..<24).contains(ofDay)
        else { return nil }
        return HourSpan(start + ofDay)
    }

    /// The hour in UTC; `nil` for one that the clock skipped.
    private static func universal(_ hour: Int64) -> Int64? {
        let year = HourSpan.text(hour).prefix(4)
        guard let start = HourSpan.hour("2015-01-01T00"), hour < start,
            let spring = sunday(onOrAfter: "\(year)-03-08"), let autumn = sunday(onOrAfter: "\(year)-11-01")
        else { return hour }
        if hour == spring + 2 { return nil }
        let isSummer = hour > spring + 2 && hour < autumn + 1
        return hour + (isSummer ? 7 : 8)
    }

    /// The first hour of a Sunday.
    private static func sunday(onOrAfter date: String) -> Int64? {
        // 1970-01-04 was a Sunday.
        HourSpan.hour("\(date)T00").map { $0 + ((3 - $0 / 24) % 7 + 7) % 7 * 24 }
    }
}
