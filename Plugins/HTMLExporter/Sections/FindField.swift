// SPDX-License-Identifier: Apache-2.0

/// A field to find projects by; the script shows it and makes it work.
enum FindField {
    /// A field with its label.
    static func markup(_ id: String, _ label: String) -> Markup {
        """
        <p class="find" hidden><label for="\(id)">\(label)</label>\
        <input type="search" id="\(id)" autocomplete="off" spellcheck="false" placeholder="Project, repository or domain"></p>
        """
    }
}
