// SPDX-License-Identifier: Apache-2.0

/// The first line of a file that looks like the head of a table, but of none that is known.
struct UnknownTable {
    /// The longest line that is looked at, in bytes.
    private static let limit = 4 << 10

    /// The line as it is shown.
    let head: String

    /// Looks at a first line; `nil` when it is no words between commas, semicolons or tabs.
    init?(_ line: some Collection<UInt8>) {
        guard line.count <= Self.limit else { return nil }
        let fields = Array(line).split(omittingEmptySubsequences: false) { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x09
        }
        guard fields.count > 1, fields.allSatisfy(Self.isWord) else { return nil }
        head = CSVRecord.quoted(line)
    }

    /// What is wrong with it and what would be good.
    var message: String {
        "its first line looks like the head of a table, but not of one that is known: \(head). Published scores have the columns "
            + "repository, month, openrank, maybe repo_id and vintage; counted pairs have month, developer_id or developer_login, "
            + "repository_id or repository_name, and counts such as issues_opened (Documentation/Files.md lists them). "
            + "Columns are separated by commas"
    }

    /// Whether a field is the name of a column: letters first, then also digits and what stands between words.
    private static func isWord(_ field: ArraySlice<UInt8>) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
        }
        let inner = field.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: " ") }
        guard let first = inner.first, isLetter(first) else { return false }
        return inner.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".-/()".utf8.contains(byte)
        }
    }
}
