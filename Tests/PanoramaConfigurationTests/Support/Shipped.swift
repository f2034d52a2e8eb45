// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files that come with the program.
enum Shipped {
    /// The root of the package.
    static let root: String = {
        let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        return here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }()

    static let configuration = root + "/etc/panorama.yaml"
    static let taxonomy = root + "/etc/landscapes/llm-2025.yaml"

    /// The published table of projects, where it is at hand.
    static let projects =
        (ProcessInfo.processInfo.environment["PANORAMA_TEST_REFERENCE"] ?? root + "/../shared/reference")
        + "/landscape/projects-2025.csv"

    static let hasProjects = FileManager.default.fileExists(atPath: projects)
}
