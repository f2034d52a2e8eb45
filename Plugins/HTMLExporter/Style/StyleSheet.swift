// SPDX-License-Identifier: Apache-2.0

/// The style sheet of the page, put together from its parts.
enum StyleSheet {
    /// The style sheet; the same for every landscape, since its hash is part of the page's policy.
    static let markup = Markup([
        StyleColours.markup, StyleFrame.markup, StyleMap.markup, StyleTables.markup, StylePrint.markup,
    ])
}
