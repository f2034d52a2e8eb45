// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

/// What a node starts a month with, as ``MonthScorer`` has it: a value it carries, and what a developer's activity adds.
struct StartValue {
    let parameters: ScoringParameters

    /// What an entry of the month before carries into a month; 0 where it has faded.
    func carried(_ node: NodeScore, into month: Month) -> Double {
        let age = month.ordinal &- node.month
        guard (1...256).contains(age) else { return 0 }
        var factor = 1.0
        var rested = Double.infinity
        for step in 0..<age {
            // What it was worth when the last month without it began; of a node of the month before, what it carries.
            if step == age - 2 { rested = node.value * factor }
            factor *= parameters.attenuation
        }
        let carried = node.value * factor
        return carried > parameters.minimumCarry && rested > parameters.minimumAtRest ? carried : 0
    }

    /// What a developer's own activity adds: a logistic curve, at most 1 a month.
    func added(byActivity activity: Double) -> Double {
        1 / (1 + exp(parameters.newValueSteepness * (parameters.newValueMidpoint - activity)))
    }
}
