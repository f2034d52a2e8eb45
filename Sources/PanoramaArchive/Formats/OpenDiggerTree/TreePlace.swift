// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What a file of OpenDigger's tree is about, as its place in the tree says: `…/<owner>/<name>/<metric>.json`.
struct TreePlace: Hashable {
    /// `owner/name`.
    var repository: String
    /// What is counted, such as `openrank`, in lower case; the name of the file.
    var metric: String

    /// The folders of platforms whose repositories bear names that may be others on GitHub.
    private static let otherPlatforms: Set<String> = [
        "gitee", "gitea", "gitlab", "gitlab.com", "gitlab.cn", "atomgit", "gitcode",
    ]

    /// The metrics of OpenDigger that are series of one number a month.
    private static let knownMetrics: Set<String> = [
        "openrank", "activity", "attention", "stars", "technical_fork", "participants", "contributors",
        "new_contributors", "inactive_contributors", "bus_factor", "issues_new", "issues_closed", "issue_comments",
        "issues_and_change_request_active", "change_requests", "change_requests_accepted", "change_requests_reviews",
        "code_change_lines_add", "code_change_lines_remove", "code_change_lines_sum",
    ]

    /// Whether the metric is one of OpenDigger's, so that even an empty object can only be its series.
    var hasKnownMetric: Bool { Self.knownMetrics.contains(metric) }

    /// The name of the file at a path in lower case, without the endings of compression.
    static func fileName(_ path: String) -> Substring {
        var name = (path.split(separator: "/").last ?? "").lowercased()[...]
        while let ending = [".gz", ".zst"].first(where: { name.hasSuffix($0) }) { name.removeLast(ending.count) }
        return name
    }

    /// Takes a path apart.
    ///
    /// - Throws: what is wrong with it and what to do.
    init(path: String) throws(TreeError) {
        let parts = path.split(separator: "/").map(String.init)
        let words = Self.fileName(path).split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 2, words[1] == "json", let metric = words.first, Self.isMetric(metric) else {
            throw TreeError(
                "it holds a monthly series, but its name does not say of what: name it openrank.json, participants.json "
                    + "or stars.json"
            )
        }
        self.metric = String(metric)
        let folders = parts.dropLast()
        repository = folders.suffix(2).joined(separator: "/")
        guard folders.count >= 2, RepositoryReference.isName(repository) else {
            throw TreeError(
                "it holds a monthly series, but its path does not say of which repository: put it into the folders of "
                    + "the repository, as in vllm-project/vllm/\(parts.last ?? "openrank.json")"
            )
        }
        let platform = folders.dropLast(2).last?.lowercased()
        if let platform, Self.otherPlatforms.contains(platform) {
            throw TreeError("it is about a repository on \(platform); only those on GitHub are known")
        }
        // Organisations may bear the name of a platform; only the folder of GitHub above tells them from it.
        let owner = folders.suffix(2).first?.lowercased() ?? ""
        if owner == "github" || Self.otherPlatforms.contains(owner), platform != "github" {
            throw TreeError(
                "its path is that of a developer in OpenDigger's tree, \(owner)/<login>, and developers' series are not "
                    + "read; a repository of the organisation '\(owner)' on GitHub goes into github/\(owner)/<name>"
            )
        }
    }

    private static func isMetric(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}

/// Why a file of OpenDigger's tree cannot be taken in.
struct TreeError: Error {
    /// What is wrong and what to do.
    let message: String

    init(_ message: String) { self.message = message }
}
