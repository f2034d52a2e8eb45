// SPDX-License-Identifier: Apache-2.0

/// Names that producers give to what is not finished, and file managers to what is not meant for others.
///
/// They hold for files and directories alike: everything that starts with a dot (`.nfs…` among it), everything that
/// ends in `~`, and the endings of ``endings`` in any case of letters.
package enum IgnoredNames {
    /// The endings, without their dot.
    package static let endings = ["tmp", "part", "partial", "crdownload", "filepart", "swp", "download"]

    private static let endingBytes = endings.map { Array($0.utf8) }
    private static let dot = UInt8(ascii: ".")

    /// Whether the last component of a path is such a name.
    package static func contains(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { contains($0) }
    }

    /// By what a name is known for such a one, as what is said of it; `nil` for other names.
    package static func mark(_ name: String) -> String? {
        guard contains(name) else { return nil }
        if name.first == "." { return "begins with a dot" }
        let ending = name.lowercased().split(separator: ".").last ?? ""
        return "ends in \(name.last == "~" ? "~" : ".\(ending)")"
    }

    static func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first, let last = name.last else { return true }
        if first == dot || last == UInt8(ascii: "~") { return true }
        guard let point = name.lastIndex(of: dot) else { return false }
        let ending = name[(point + 1)...]
        return endingBytes.contains { known in
            known.count == ending.count && zip(known, ending).allSatisfy { $0 == lowercase($1) }
        }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
