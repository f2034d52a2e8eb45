// SPDX-License-Identifier: Apache-2.0

/// GitHub's number of a repository: it stays when the repository is renamed or moved.
public struct RepositoryID: Hashable, Sendable, Comparable, RawRepresentable, Codable {
    /// The number; negative for a repository that is known by name alone, see ``unidentified(name:)``.
    public let rawValue: Int64

    /// Wraps a number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Stands for a repository whose number no source gave, keyed by its name without regard to case.
    ///
    /// The value is negative, a 63-bit FNV-1a hash of the lower-cased name, so it never meets a number of GitHub's.
    public static func unidentified(name: String) -> RepositoryID {
        unidentified(bytes: name.utf8)
    }

    /// As ``unidentified(name:)``, of the bytes of a name.
    package static func unidentified(bytes: some Sequence<UInt8>) -> RepositoryID {
        RepositoryID(rawValue: standIn(for: bytes))
    }

    /// Whether GitHub's number is known.
    public var isIdentified: Bool { rawValue >= 0 }

    /// Orders by value.
    public static func < (left: RepositoryID, right: RepositoryID) -> Bool { left.rawValue < right.rawValue }
}

/// GitHub's number of an account.
public struct DeveloperID: Hashable, Sendable, Comparable, RawRepresentable, Codable {
    /// The number; negative for an account that is known by login alone, see ``unidentified(login:)``.
    public let rawValue: Int64

    /// Wraps a number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Stands for an account whose number no source gave, keyed by its login without regard to case.
    ///
    /// The value is made as that of ``RepositoryID/unidentified(name:)``.
    public static func unidentified(login: String) -> DeveloperID {
        unidentified(bytes: login.utf8)
    }

    /// As ``unidentified(login:)``, of the bytes of a login.
    package static func unidentified(bytes: some Sequence<UInt8>) -> DeveloperID {
        DeveloperID(rawValue: standIn(for: bytes))
    }

    /// Whether GitHub's number is known.
    public var isIdentified: Bool { rawValue >= 0 }

    /// Orders by value.
    public static func < (left: DeveloperID, right: DeveloperID) -> Bool { left.rawValue < right.rawValue }
}

/// A negative number made of a name without regard to case: a 63-bit FNV-1a hash of it in lower case.
private func standIn(for name: some Sequence<UInt8>) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name {
        let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
    }
    return -1 - Int64(hash >> 1)
}
