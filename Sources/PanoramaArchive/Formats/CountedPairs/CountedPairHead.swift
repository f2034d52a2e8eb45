// SPDX-License-Identifier: Apache-2.0

/// The head line of counted pairs: which column stands where.
struct CountedPairHead {
    /// The columns in the order of the file.
    let columns: [CountedPairColumn]

    /// Reads a head line; `nil` when it is not that of counted pairs.
    ///
    /// It is one when it names a month and either a developer or a count.
    ///
    /// - Throws: ``ArchiveError`` when it is one with columns that are unknown, missing or there twice: unknown ones might
    ///   change what a row means.
    init?(_ line: some Collection<UInt8>) throws(ArchiveError) {
        guard let names = CSVRecord.columns(head: line) else { return nil }
        let known = names.compactMap(CountedPairColumn.init(name:))
        guard known.contains(.month),
            known.contains(where: { $0.isCount || $0 == .developerID || $0 == .developerLogin })
        else { return nil }
        var faults: [String] = []
        let unknown = names.filter { CountedPairColumn(name: $0) == nil }
        if !unknown.isEmpty {
            let all = CountedPairColumn.all.map(\.name).joined(separator: ", ")
            faults.append(
                "of its columns \(Self.list(unknown)) cannot be understood; leave out what is none of \(all)"
            )
        }
        let counts = Dictionary(known.map { ($0, 1) }, uniquingKeysWith: +)
        let twice = counts.filter { $0.value > 1 }.map(\.key.name).sorted()
        if !twice.isEmpty { faults.append("it has \(Self.list(twice)) twice") }
        if !known.contains(.developerID), !known.contains(.developerLogin) {
            faults.append("it lacks 'developer_id' or 'developer_login'")
        }
        if !known.contains(.repositoryID), !known.contains(.repositoryName) {
            faults.append("it lacks 'repository_id' or 'repository_name'")
        }
        if !known.contains(where: \.isCount) { faults.append("it lacks a count, such as 'issues_opened'") }
        guard faults.isEmpty else {
            throw ArchiveError(
                .unrecognised,
                "its head line is that of counted pairs, but \(faults.joined(separator: ", and "))"
            )
        }
        columns = known
    }

    /// Whether a good last row without a line feed can be the beginning of one whose meaning would not take its place.
    ///
    /// A row that is cut amid its last field looks whole, and what it says stays when the rest is there:
    /// - a month is whole or none, and so is a flag that is written; an empty one follows from the counts, which a 0 to come
    ///   would not take back;
    /// - of a count the larger one counts, and flags that follow from counts only grow with them;
    /// - another developer, repository or name is another pair.
    func isAmbiguous(cut row: UnsafeRawBufferPointer) -> Bool {
        switch columns.last {
        case .month, .count: false
        case .valid, .active: unsafe row.last == UInt8(ascii: ",")
        default: true
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { CSVRecord.quoted($0.utf8) }.joined(separator: ", ")
    }
}
