// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Real events and published scores beside the project; tests that need them are skipped where they are absent.
package enum RealData {
    /// The folder of real events: `PANORAMA_TEST_DATA`, else `../shared/data`.
    package static let data = folder(variable: "PANORAMA_TEST_DATA", beside: "shared/data")

    /// The folder of published landscapes and scores: `PANORAMA_TEST_REFERENCE`, else `../shared/reference`.
    package static let reference = folder(variable: "PANORAMA_TEST_REFERENCE", beside: "shared/reference")

    /// Whether real events are here.
    package static var hasData: Bool { data != nil }

    /// Whether published scores are here.
    package static var hasReference: Bool { reference != nil }

    /// The project's own folder.
    package static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func folder(variable: String, beside path: String) -> URL? {
        let named = ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0) }
        let candidates = [named, project.deletingLastPathComponent().appending(path: path)]
        return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0.path) }
    }
}
