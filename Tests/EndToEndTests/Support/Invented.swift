// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Archive hours of an invented GitHub, written once by the program itself for all tests.
enum Invented {
    /// Sixteen small hours over four months.
    static let hours: [URL] = {
        guard let folder = try? TemporaryFolder() else { return [] }
        kept = folder
        _ = try? Panorama.run(
            [
                "simulate", folder.url.path, "--from", "2024-12", "--to", "2025-03", "--hours-per-month", "4",
                "--events-per-hour", "400", "--repositories", "300", "--developers", "500",
            ]
        )
        let files = try? FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }()

    nonisolated(unsafe) private static var kept: TemporaryFolder?
}
