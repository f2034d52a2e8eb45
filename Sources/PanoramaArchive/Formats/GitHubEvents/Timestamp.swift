// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Instants as GitHub writes them.
enum Timestamp {
    /// Seconds since 1970-01-01T00:00:00Z of `YYYY-MM-DDTHH:MM:SSZ` or of the same with an offset such as `-08:00`.
    ///
    /// A space may stand for the `T`, `/` for the `-` of the date, and a space before an offset, as in 2012:
    /// `2012/03/11 12:00:00 -0700`. Warehouses write `2015-01-01 00:00:00 UTC`, or no zone and mean the same. A fraction of
    /// a second is left out. `nil` for anything else, also for days that no month has.
    static func epochSeconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count >= 19 else { return nil }
        func digits(_ at: Int, _ count: Int) -> Int? {
            var value = 0
            for index in at..<(at + count) {
                let digit = unsafe text[index] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                value = value * 10 + Int(digit)
            }
            return value
        }
        guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2),
            let hour = digits(11, 2), let minute = digits(14, 2), let second = digits(17, 2)
        else { return nil }
        let separator = unsafe text[4]
        guard unsafe text[7] == separator, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
            unsafe text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
            unsafe text[13] == UInt8(ascii: ":"), unsafe text[16] == UInt8(ascii: ":")
        else { return nil }
        guard (1...12).contains(month), hour < 24, minute < 60, second <= 60 else { return nil }
        var zone = unsafe fractionEnd(text)
        if zone < text.count, unsafe text[zone] == UInt8(ascii: " ") { zone += 1 }
        // A time without a zone is that of a warehouse, which writes a space for the `T`.
        guard unsafe zone < text.count || text[10] == UInt8(ascii: " "),
            let offset = unsafe offset(UnsafeRawBufferPointer(rebasing: text[zone...]))
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        let seconds = date.epochDay * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        guard day >= 1, CivilDate(epochSeconds: date.epochDay * 86_400) == date else { return nil }
        return seconds - offset
    }

    /// Where a fraction of the seconds ends that may stand behind them.
    private static func fractionEnd(_ text: UnsafeRawBufferPointer) -> Int {
        guard text.count > 19, unsafe text[19] == UInt8(ascii: ".") else { return 19 }
        var end = 20
        while end < text.count, unsafe text[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        return end > 20 ? end : 19
    }

    /// Seconds east of Greenwich of `Z`, `UTC`, nothing, `+HH:MM` or `-HHMM`.
    private static func offset(_ text: UnsafeRawBufferPointer) -> Int64? {
        if unsafe text.isEmpty || text.elementsEqual("Z".utf8) || text.elementsEqual("UTC".utf8) { return 0 }
        let sign: Int64
        switch unsafe text.first {
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        default: return nil
        }
        let digits = unsafe text.dropFirst().filter { $0 != UInt8(ascii: ":") }.map { Int64($0) - 48 }
        guard digits.count == 4, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        return sign * ((digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60)
    }
}
