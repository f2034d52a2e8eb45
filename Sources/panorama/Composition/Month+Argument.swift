// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PanoramaModel

extension Month {
    /// Reads a month from the command line.
    static func argument(_ text: String) throws -> Month {
        guard let month = Month(text) else {
            throw ValidationError("expected a month such as 2025-04, found '\(text)'")
        }
        return month
    }
}
