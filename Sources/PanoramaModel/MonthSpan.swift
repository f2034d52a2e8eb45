// SPDX-License-Identifier: Apache-2.0

/// A run of months, both ends included: a window, a base period, the reach of an archive.
public struct MonthSpan: Hashable, Sendable {
    /// The first month.
    public let first: Month
    /// The last month, not before ``first``.
    public let last: Month

    /// Makes a span; `nil` when `last` lies before `first`.
    public init?(first: Month, last: Month) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Makes the span of a single month.
    public init(_ month: Month) {
        first = month
        last = month
    }

    /// The number of months, at least 1.
    public var count: Int { first.distance(to: last) + 1 }

    /// The months in order.
    public var months: ClosedRange<Month> { first...last }

    /// The same months of the year before.
    public var yearEarlier: MonthSpan { shifted(by: -12) }

    /// The span moved by a number of months.
    public func shifted(by months: Int) -> MonthSpan {
        MonthSpan(unchecked: first.advanced(by: months), last.advanced(by: months))
    }

    private init(unchecked first: Month, _ last: Month) {
        self.first = first
        self.last = last
    }
}

extension MonthSpan: CustomStringConvertible {
    /// The span as `2025-01…2025-04`, or `2025-01` when it is a single month.
    public var description: String { first == last ? "\(first)" : "\(first)…\(last)" }
}

extension MonthSpan: Codable {
    private enum CodingKeys: String, CodingKey {
        case first = "from"
        case last = "to"
    }

    /// Decodes a mapping with `from` and `to`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let first = try container.decode(Month.self, forKey: .first)
        let last = try container.decode(Month.self, forKey: .last)
        guard let span = MonthSpan(first: first, last: last) else {
            throw DecodingError.dataCorruptedError(
                forKey: .last,
                in: container,
                debugDescription: "the last month, \(last), lies before the first, \(first)"
            )
        }
        self = span
    }
}
