// SPDX-License-Identifier: Apache-2.0

/// A calendar month in UTC, the unit of time of every score.
///
/// Stored as the number of months since January of year 0, so that arithmetic and order are those of integers.
public struct Month: Hashable, Sendable, Comparable, Strideable {
    /// Months since January of year 0.
    public let ordinal: Int

    /// Makes the month with the given count of months since January of year 0.
    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Makes a month from a year and a month number of 1 to 12; `nil` when out of range.
    public init?(year: Int, month: Int) {
        guard (1...12).contains(month), (0...9999).contains(year) else { return nil }
        self.init(ordinal: year * 12 + month - 1)
    }

    /// Makes the month that holds an instant, given in seconds since 1970-01-01T00:00:00Z.
    public init(epochSeconds: Int64) {
        let date = CivilDate(epochSeconds: epochSeconds)
        self.init(ordinal: date.year * 12 + date.month - 1)
    }

    /// The year.
    public var year: Int { ordinal / 12 }

    /// The number of the month in its year, 1 to 12.
    public var month: Int { ordinal % 12 + 1 }

    /// The first instant of the month, in seconds since 1970-01-01T00:00:00Z.
    public var startEpochSeconds: Int64 {
        CivilDate(year: year, month: month, day: 1).epochDay * 86_400
    }

    /// The number of hours of the month, 672 to 744.
    public var hours: Int {
        Int((advanced(by: 1).startEpochSeconds - startEpochSeconds) / 3_600)
    }

    /// The month that many months later.
    public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }

    /// The number of months to another.
    public func distance(to other: Month) -> Int { other.ordinal - ordinal }

    /// Compares by value; what `Strideable` gives would subtract, which ordinals from damaged files do not bear.
    public static func == (left: Month, right: Month) -> Bool { left.ordinal == right.ordinal }

    /// Orders by value.
    public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }
}

extension Month: LosslessStringConvertible {
    /// Reads `YYYY-MM`; `nil` for anything else.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 7, digits[4] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for digit in digits[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                value = value * 10 + Int(digit - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7) else { return nil }
        self.init(year: year, month: month)
    }

    /// The month as `YYYY-MM`.
    public var description: String {
        let year = String(self.year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + (month < 10 ? "-0" : "-") + String(month)
    }
}

extension Month: Codable {
    /// Decodes `YYYY-MM`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = Month(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a month as YYYY-MM, found '\(text)'"
            )
        }
        self = month
    }

    /// Encodes as `YYYY-MM`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
