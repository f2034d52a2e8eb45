// SPDX-License-Identifier: Apache-2.0

/// A run of calendar hours in UTC, both ends included, each counted from 1970-01-01T00:00:00Z.
public struct HourSpan: Hashable, Sendable {
    /// The first hour.
    public let first: Int64
    /// The last hour, not before ``first``.
    public let last: Int64

    /// Makes a span; `nil` when `last` lies before `first`.
    public init?(first: Int64, last: Int64) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Makes the span of a single hour.
    public init(_ hour: Int64) {
        first = hour
        last = hour
    }

    /// The number of hours, at least 1.
    public var count: Int { Int(last &- first) &+ 1 }

    /// The fewest spans that hold exactly the given hours, which ascend.
    ///
    /// - Complexity: O(hours).
    public static func runs(of hours: some Sequence<Int64>) -> [HourSpan] {
        var runs: [HourSpan] = []
        for hour in hours {
            if let run = runs.last, hour == run.last + 1 {
                runs[runs.count - 1] = HourSpan(first: run.first, last: hour) ?? run
            } else {
                runs.append(HourSpan(hour))
            }
        }
        return runs
    }

    /// An hour as `2025-03-02T05`.
    public static func text(_ hour: Int64) -> String {
        let date = CivilDate(epochSeconds: hour &* 3_600)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let ofDay = Int(hour &- date.epochDay &* 24)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T\(padded(ofDay, 2))"
    }

    /// The hour that a text such as `2025-03-02T05` names; `nil` for anything else.
    public static func hour(_ text: String) -> Int64? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 10, parts[1].utf8.count == 2,
            let month = Month(String(parts[0].prefix(7))), parts[0].dropFirst(7).first == "-",
            let day = UInt8(parts[0].suffix(2)), let ofDay = UInt8(parts[1]), ofDay < 24
        else { return nil }
        let hour = CivilDate(year: month.year, month: month.month, day: Int(day)).epochDay * 24 + Int64(ofDay)
        return self.text(hour) == text ? hour : nil
    }
}

extension HourSpan: CustomStringConvertible {
    /// The span as `2025-03-02T05…2025-03-14T08`, or `2025-03-02T05` when it is a single hour.
    public var description: String {
        first == last ? Self.text(first) : "\(Self.text(first))…\(Self.text(last))"
    }
}

extension HourSpan: Codable {
    private enum CodingKeys: String, CodingKey {
        case first = "from"
        case last = "to"
    }

    /// Decodes an object with `from` and `to`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func hour(_ key: CodingKeys) throws -> Int64 {
            let text = try container.decode(String.self, forKey: key)
            guard let hour = Self.hour(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "expected an hour as YYYY-MM-DDTHH, found '\(text)'"
                )
            }
            return hour
        }
        let (first, last) = try (hour(.first), hour(.last))
        guard let span = HourSpan(first: first, last: last) else {
            throw DecodingError.dataCorruptedError(
                forKey: .last,
                in: container,
                debugDescription: "the last hour lies before the first"
            )
        }
        self = span
    }

    /// Encodes an object with `from` and `to`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.text(first), forKey: .first)
        try container.encode(Self.text(last), forKey: .last)
    }
}
