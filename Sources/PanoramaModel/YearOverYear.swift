// SPDX-License-Identifier: Apache-2.0

/// Change of a mean monthly score against the same months of the year before.
///
/// A project that is absent in the base period counts there as 0, as in the published landscape of 2025; its percentage
/// is then undefined.
public struct YearOverYear: Hashable, Sendable, Codable {
    /// Mean of the base period.
    public var base: Double
    /// Mean of the window.
    public var current: Double

    /// Makes a change from the two means.
    public init(base: Double, current: Double) {
        self.base = base
        self.current = current
    }

    /// Difference of the means.
    public var absolute: Double { current - base }

    /// Difference in percent of the base; `nil` when the base is 0.
    public var percent: Double? { base > 0 ? (current - base) / base * 100 : nil }
}
