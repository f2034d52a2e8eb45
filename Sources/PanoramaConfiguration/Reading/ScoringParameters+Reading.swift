// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension ScoringParameters {
    /// Reads a preset and what is to differ from it.
    init(_ fields: MappingReader) {
        self.init()
        if let name = fields.value("preset", .choice(of: Self.presets.keys.sorted())), let preset = Self.presets[name] {
            self = preset
        }
        if let counting = fields.nested("counting") {
            counting.read("every-event", .flag, into: &self.counting.everyEvent)
            counting.read("any-comment-is-valid", .flag, into: &self.counting.anyCommentIsValid)
            counting.read("closed-pull-request-is-valid", .flag, into: &self.counting.closedPullRequestIsValid)
            counting.finish()
        }
        if let weights = fields.nested("weights") {
            weights.read("issue-opened", .notNegative, into: &self.weights.issueOpened)
            weights.read("issue-comment", .notNegative, into: &self.weights.issueComment)
            weights.read("issue-closed", .notNegative, into: &self.weights.issueClosed)
            weights.read("review-comment", .notNegative, into: &self.weights.reviewComment)
            weights.read("pull-request-opened", .notNegative, into: &self.weights.pullRequestOpened)
            weights.read("push", .notNegative, into: &self.weights.push)
            weights.finish()
        }
        if let retention = fields.nested("retention") {
            // A node that keeps nothing of its own would make the procedure run for ever.
            let share = Reading<Double>.number("a number above 0 and at most 1") { $0 > 0 && $0 <= 1 }
            retention.read("developer", share, into: &self.retention.developer)
            retention.read("repository", share, into: &self.retention.repository)
            retention.read("background", share, into: &self.retention.background)
            retention.finish()
        }
        fields.read("edge-share", .number("a number from 0 to below 1") { $0 >= 0 && $0 < 1 }, into: &edgeShare)
        fields.read("attenuation", .number("a number from 0 to 1") { (0...1).contains($0) }, into: &attenuation)
        fields.read("minimum-carry", .notNegative, into: &minimumCarry)
        fields.read("minimum-at-rest", .notNegative, into: &minimumAtRest)
        fields.read("repository-limit", .integer(in: 1...Int.max), into: &repositoryLimit)
        fields.read("minimum-activity", .notNegative, into: &minimumActivity)
        fields.read("new-value-steepness", .number("a number above 0") { $0 > 0 }, into: &newValueSteepness)
        fields.read("new-value-midpoint", .notNegative, into: &newValueMidpoint)
        if fields.has("bots") {
            bots = fields.elements("bots").compactMap { name, node in
                fields.value(node, of: name, .word("the login of an account"))
            }
        }
        fields.finish()
    }
}
