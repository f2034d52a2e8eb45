// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaPluginKit
import PanoramaTesting
import Testing

@Suite struct PluginCompatibilityTests {
    @Test(arguments: TestedPlugin.all)
    func theSampleHoldsTheDefaults(_ plugin: TestedPlugin) {
        #expect(plugin.suite.sampleEqualsDefaults() == [])
    }

    @Test(arguments: TestedPlugin.all)
    func settingsSurviveEncoding(_ plugin: TestedPlugin) {
        #expect(plugin.suite.settingsSurviveEncoding() == [])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestedPlugin.all)
    func emptyInputWorks(_ plugin: TestedPlugin) async {
        #expect(await plugin.suite.emptyInputWorks() == [])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestedPlugin.all)
    func shuffledInputGivesEqualOutput(_ plugin: TestedPlugin) async {
        #expect(await plugin.suite.shuffledInputGivesEqualOutput() == [])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestedPlugin.all)
    func outputIsTheSameTwice(_ plugin: TestedPlugin) async {
        #expect(await plugin.suite.outputIsTheSameTwice() == [])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestedPlugin.all)
    func outcomeIsWellFormed(_ plugin: TestedPlugin) async {
        #expect(await plugin.suite.outcomeIsWellFormed() == [])
    }

    @Test(.timeLimit(.minutes(5)), arguments: TestedPlugin.all)
    func everyCaseMatches(_ plugin: TestedPlugin) async {
        #expect(await plugin.suite.everyCaseMatches() == [])
    }

    @Test(arguments: TestedPlugin.all)
    func theReadMeNamesThePluginAndEverySetting(_ plugin: TestedPlugin) throws {
        let text = try String(contentsOf: URL(filePath: "\(plugin.suite.folder)/README.md"), encoding: .utf8)
        #expect(text.hasPrefix("# `\(plugin.suite.subject.id)`: "))
        for child in Mirror(reflecting: plugin.suite.subject.defaults).children {
            let name = try #require(child.label)
            #expect(text.contains("| `\(name)` |"), "the table of settings lacks \(name)")
        }
    }

    @Test func everyPluginHasANameOfItsOwn() {
        let names = TestedPlugin.all.map { "\($0.suite.subject.role) \($0.suite.subject.id)" }
        #expect(
            names == [
                "classify taxonomy", "detect year-over-year", "export json", "export csv", "export markdown",
            ]
        )
    }
}
