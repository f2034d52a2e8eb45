// SPDX-License-Identifier: Apache-2.0

/// A person, a bot or an organisation.
struct Account {
    /// The kinds of account.
    enum Kind: UInt8 {
        case user
        case bot
        case organisation
    }

    /// GitHub's number.
    var id: Int64
    /// The login, with `[bot]` for an app.
    var login: Name
    /// The login as addresses have it.
    var escapedLogin: Name
    /// The login without `[bot]`.
    var displayLogin: Name
    /// The kind.
    var kind: Kind
}
