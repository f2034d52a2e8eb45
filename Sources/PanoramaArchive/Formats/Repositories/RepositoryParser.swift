// SPDX-License-Identifier: Apache-2.0

import CSimdjson

/// Reads one repository object of GitHub's REST interface from one JSON text.
@safe struct RepositoryParser: ~Copyable {
    /// Why a text is not a repository that can be taken in.
    enum Problem: Error {
        case malformed
        case notAnObject
        case foreign
        case withoutTime
        case badTime
        case impossibleTime
    }

    /// A repository; its texts hold as long as the bytes they were read from, and until the parser's next use.
    @safe struct Observation {
        var repository: panorama_repository
        /// When it was so, in seconds since 1970-01-01T00:00:00Z.
        var seen: Int64
    }

    private let parser: JSONParser
    private let plausible: ClosedRange<Int64>

    /// Makes a parser that takes repositories seen in a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(plausible: ClosedRange<Int64>) throws(ArchiveError) {
        parser = try JSONParser()
        self.plausible = plausible
    }

    /// Reads a repository from bytes that ``LineReader/padding`` readable bytes follow.
    ///
    /// An object does not say when it was fetched. It counts as seen at its `updated_at`, which moves whenever something
    /// that is kept of it changes: what a later event tells is newer, or the same. Without one, `pushed_at` or `created_at`
    /// stand in, as times when it can at the earliest have been so.
    func parse(_ json: UnsafeRawBufferPointer) throws(Problem) -> Observation {
        var repository = unsafe panorama_repository()
        let bytes = unsafe json.bindMemory(to: UInt8.self)
        switch unsafe panorama_parse_repository(parser.pointer, bytes.baseAddress, bytes.count, &repository) {
        case panorama_repository_ok: break
        case panorama_repository_not_an_object: throw .notAnObject
        case panorama_repository_foreign: throw .foreign
        default: throw .malformed
        }
        let times = unsafe [repository.updated_at, repository.pushed_at, repository.created_at]
        guard let time = unsafe times.first(where: { unsafe $0.count > 0 }) else { throw .withoutTime }
        guard let seen = unsafe Timestamp.epochSeconds(time.buffer) else { throw .badTime }
        guard plausible.contains(seen) else { throw .impossibleTime }
        return unsafe Observation(repository: repository, seen: seen)
    }
}

extension RepositoryParser.Problem {
    /// The problem in words.
    var reason: String {
        switch self {
        case .malformed: "it is not one complete JSON object"
        case .notAnObject: "it is JSON, but not an object"
        case .foreign: "it is no repository as GitHub's REST interface gives it, with a numeric 'id' and a 'full_name'"
        case .withoutTime: "the repository has no 'updated_at', 'pushed_at' or 'created_at' that says how new it is"
        case .badTime: "the repository's 'updated_at' is not a time such as 2025-01-31T23:59:59Z"
        case .impossibleTime: "the repository's 'updated_at' lies before GitHub began or after tomorrow"
        }
    }
}
