// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text so that it cannot take hold of a terminal, whatever a file holds.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{fffd}"
                    default: scalar
                    }
                }
            )
        )
    }
}
