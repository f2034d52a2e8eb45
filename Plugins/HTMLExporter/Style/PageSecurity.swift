// SPDX-License-Identifier: Apache-2.0

/// What the page may do: run its own script and use its own styles, known by their hashes, and nothing else.
enum PageSecurity {
    /// The SHA-256 of ``StyleSheet/markup`` in Base64.
    static let styleHash = "3Xsg89/iho94xtDCHnXKn+G0/Fm72L/nmVXQJ4KGzzM="
    /// The SHA-256 of ``PageScript/markup`` in Base64.
    static let scriptHash = "NASKO+eJGtQheaASg0uNxnmrRwX5k2MR+cvp8Q5irWY="

    /// The content security policy.
    static let policy: Markup = """
        default-src 'none'; style-src 'sha256-\(Markup(trusted: styleHash))'; \
        script-src 'sha256-\(Markup(trusted: scriptHash))'; img-src data:; base-uri 'none'; form-action 'none'
        """
}
