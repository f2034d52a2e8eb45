// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// The settings of the detector.
package struct YearOverYearSettings: PluginConfiguration, Hashable {
    /// What the size of a change is.
    package enum Measure: String, Codable, CaseIterable, Sendable {
        /// The difference of the means.
        case absolute
        /// The difference in percent of the base.
        case percent
    }

    /// The most risers and the most fallers to give.
    package var n = 5
    /// What the size of a change is.
    package var by = Measure.absolute
    /// The first month of the period; `nil` for the first of the landscape's window.
    package var from: Month?
    /// The last month of the period; `nil` for the last of the landscape's window.
    package var to: Month?

    /// Makes the defaults.
    package init() {}

    /// A number below 1, or a period that ends before it begins.
    package func problems() -> [SettingProblem] {
        var problems: [SettingProblem] = []
        if n < 1 { problems.append(SettingProblem(["n"], "'n' must be at least 1, found \(n)")) }
        if let from, let to, to < from {
            problems.append(SettingProblem(["to"], "'to' must not be before 'from', \(from), found \(to)"))
        }
        return problems
    }
}
