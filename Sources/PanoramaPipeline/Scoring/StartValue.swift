// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

/// What a node starts a month with: a value it carries, and what a developer's activity adds.
struct StartValue {
    private let parameters: ScoringParameters
    /// By months since it was published, the share of a value that is left.
    private let factors: [Double]

    /// Prepares the rules of some parameters.
    init(parameters: ScoringParameters) {
        self.parameters = parameters
        var factors = [1.0]
        while factors.count <= 256 { factors.append(factors[factors.count - 1] * parameters.attenuation) }
        self.factors = factors
    }

    /// What an entry of the month before carries into a month; 0 where it has faded.
    func carried(_ node: NodeScore, into month: Month) -> Double {
        let age = month.ordinal &- node.month
        guard (1..<factors.count).contains(age) else { return 0 }
        let carried = node.value * factors[age]
        // What it was worth when the last month without it began; of a node of the month before, what it carries.
        let rested = age > 1 ? node.value * factors[age - 2] : .infinity
        return carried > parameters.minimumCarry && rested > parameters.minimumAtRest ? carried : 0
    }

    /// What a developer's own activity adds: a logistic curve, at most 1 a month.
    func added(byActivity activity: Double) -> Double {
        1 / (1 + exp(parameters.newValueSteepness * (parameters.newValueMidpoint - activity)))
    }
}
