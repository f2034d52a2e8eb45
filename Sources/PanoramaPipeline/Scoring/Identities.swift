// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

/// Who is meant by the names that events of a month gave without GitHub's number, as those of 2012 to 2014 did.
///
/// What nobody was ever seen with stays under its name.
struct Identities {
    /// Those of developers.
    var developers = Names()
    /// Those of repositories.
    var repositories = Names()

    /// Puts the numbers in place of the stand-ins that are known.
    func resolve(_ records: inout [EventRecord]) {
        guard !developers.isEmpty || !repositories.isEmpty else { return }
        for index in records.indices {
            let record = records[index]
            if record.developer < 0, let id = developers.bearer(of: record.developer, at: record.time) {
                records[index].developer = id
            }
            if record.repository < 0, let id = repositories.bearer(of: record.repository, at: record.time) {
                records[index].repository = id
            }
        }
    }

    /// Puts the numbers in place of the stand-ins of pairs; `time` is that of their names, the start of their month.
    func resolve(_ pairs: inout [Pair], at time: Int64) {
        guard !developers.isEmpty || !repositories.isEmpty else { return }
        for index in pairs.indices {
            let (developer, repository) = (pairs[index].developer.rawValue, pairs[index].repository.rawValue)
            if developer < 0, let id = developers.bearer(of: developer, at: time) {
                pairs[index].developer = DeveloperID(rawValue: id)
            }
            if repository < 0, let id = repositories.bearer(of: repository, at: time) {
                pairs[index].repository = RepositoryID(rawValue: id)
            }
        }
    }

    /// Adds to a fingerprint all that the answers depend on.
    func add(to fingerprint: inout Fingerprint) {
        for names in [developers, repositories] { fingerprint.add(names.fingerprint) }
    }

    /// Who is meant by names of one table.
    struct Names {
        /// Names that mean the same one all month: nearly all.
        private var steady: [Int64: Int64] = [:]
        private var changing: [Int64: ArraySlice<NameHistory.Reign>] = [:]
        private var digest = Fingerprint("names 1")

        /// Whether none is known.
        var isEmpty: Bool { steady.isEmpty && changing.isEmpty }

        /// Stands for all the answers.
        var fingerprint: String { digest.hex }

        /// Adds a name by its stand-in, with the reigns that the month sees; stand-ins come in ascending order.
        mutating func add(_ standIn: Int64, _ reigns: ArraySlice<NameHistory.Reign>) {
            guard let first = reigns.first else { return }
            if reigns.count == 1 { steady[standIn] = first.id } else { changing[standIn] = reigns }
            // What the answers are and no more, so that a month is left alone by all that does not change them.
            digest.add(standIn)
            digest.add(Int64(reigns.count))
            digest.add(first.id)
            for reign in reigns.dropFirst() {
                digest.add(reign.start)
                digest.add(reign.id)
            }
        }

        /// The one whom a name means at a time of the month; `nil` when nobody was ever seen with it.
        ///
        /// - Complexity: O(log(changes of the name in the month)).
        func bearer(of standIn: Int64, at time: Int64) -> Int64? {
            steady[standIn] ?? changing[standIn].map { $0[$0.index(at: time)].id }
        }
    }
}
