// SPDX-License-Identifier: Apache-2.0

/// A repository as an event shows it: one of the world, or somebody's fork of it.
struct RepositoryView {
    /// GitHub's number.
    var id: Int64
    /// The account that owns it.
    var owner: Int32
    /// The repository of the world.
    var origin: Repository
    /// Whether it is a fork.
    var isFork: Bool
    /// The second of creation.
    var created: Int64

    /// The repository itself.
    init(_ repository: Repository) {
        id = repository.id
        owner = repository.owner
        origin = repository
        isFork = false
        created = repository.created
    }

    /// A fork of it.
    init(fork id: Int64, of repository: Repository, owner: Int32, created: Int64) {
        self.id = id
        self.owner = owner
        origin = repository
        isFork = true
        self.created = created
    }
}

extension EventWriter {
    /// Addresses in a repository object: key, and what follows the name of the repository.
    private static let addresses: [(StaticString, StaticString)] = [
        ("\"url\":\"https://api.github.com/repos/", "\""),
        (",\"forks_url\":\"https://api.github.com/repos/", "/forks\""),
        (",\"keys_url\":\"https://api.github.com/repos/", "/keys{/key_id}\""),
        (",\"collaborators_url\":\"https://api.github.com/repos/", "/collaborators{/collaborator}\""),
        (",\"teams_url\":\"https://api.github.com/repos/", "/teams\""),
        (",\"hooks_url\":\"https://api.github.com/repos/", "/hooks\""),
        (",\"issue_events_url\":\"https://api.github.com/repos/", "/issues/events{/number}\""),
        (",\"events_url\":\"https://api.github.com/repos/", "/events\""),
        (",\"assignees_url\":\"https://api.github.com/repos/", "/assignees{/user}\""),
        (",\"branches_url\":\"https://api.github.com/repos/", "/branches{/branch}\""),
        (",\"tags_url\":\"https://api.github.com/repos/", "/tags\""),
        (",\"blobs_url\":\"https://api.github.com/repos/", "/git/blobs{/sha}\""),
        (",\"git_tags_url\":\"https://api.github.com/repos/", "/git/tags{/sha}\""),
        (",\"git_refs_url\":\"https://api.github.com/repos/", "/git/refs{/sha}\""),
        (",\"trees_url\":\"https://api.github.com/repos/", "/git/trees{/sha}\""),
        (",\"statuses_url\":\"https://api.github.com/repos/", "/statuses/{sha}\""),
        (",\"languages_url\":\"https://api.github.com/repos/", "/languages\""),
        (",\"stargazers_url\":\"https://api.github.com/repos/", "/stargazers\""),
        (",\"contributors_url\":\"https://api.github.com/repos/", "/contributors\""),
        (",\"subscribers_url\":\"https://api.github.com/repos/", "/subscribers\""),
        (",\"subscription_url\":\"https://api.github.com/repos/", "/subscription\""),
        (",\"commits_url\":\"https://api.github.com/repos/", "/commits{/sha}\""),
        (",\"git_commits_url\":\"https://api.github.com/repos/", "/git/commits{/sha}\""),
        (",\"comments_url\":\"https://api.github.com/repos/", "/comments{/number}\""),
        (",\"issue_comment_url\":\"https://api.github.com/repos/", "/issues/comments{/number}\""),
        (",\"contents_url\":\"https://api.github.com/repos/", "/contents/{+path}\""),
        (",\"compare_url\":\"https://api.github.com/repos/", "/compare/{base}...{head}\""),
        (",\"merges_url\":\"https://api.github.com/repos/", "/merges\""),
        (",\"archive_url\":\"https://api.github.com/repos/", "/{archive_format}{/ref}\""),
        (",\"downloads_url\":\"https://api.github.com/repos/", "/downloads\""),
        (",\"issues_url\":\"https://api.github.com/repos/", "/issues{/number}\""),
        (",\"pulls_url\":\"https://api.github.com/repos/", "/pulls{/number}\""),
        (",\"milestones_url\":\"https://api.github.com/repos/", "/milestones{/number}\""),
        (",\"notifications_url\":\"https://api.github.com/repos/", "/notifications{?since,all,participating}\""),
        (",\"labels_url\":\"https://api.github.com/repos/", "/labels{/name}\""),
        (",\"releases_url\":\"https://api.github.com/repos/", "/releases{/id}\""),
        (",\"deployments_url\":\"https://api.github.com/repos/", "/deployments\""),
    ]

    /// A repository with everything that the feed tells about it.
    mutating func putRepository(_ view: RepositoryView, _ second: Int64, forkee: Bool = false) {
        let origin = view.origin
        let key = origin.key
        put("{\"id\":")
        put(view.id)
        put(",\"node_id\":\"")
        put(node: "R_", repository: nil, view.id)
        put("\",\"name\":\"")
        put(origin.name)
        put("\",\"full_name\":\"")
        putFullName(view.owner, origin.name)
        put("\",\"private\":false,\"owner\":")
        putUser(view.owner)
        put(",\"html_url\":\"https://github.com/")
        putFullName(view.owner, origin.name)
        put("\",\"description\":")
        putDescription(origin)
        put(",\"fork\":")
        put(view.isFork)
        put(",")
        for (before, after) in Self.addresses {
            put(before)
            putFullName(view.owner, origin.name)
            put(after)
        }
        put(",\"created_at\":")
        put(time: view.created)
        put(",\"updated_at\":")
        put(time: max(view.created, second - Int64(key % 40_000)))
        put(",\"pushed_at\":")
        put(time: max(view.created, second - Int64(key % 9_000)))
        put(",\"git_url\":\"git://github.com/")
        putFullName(view.owner, origin.name)
        put(".git\",\"ssh_url\":\"git@github.com:")
        putFullName(view.owner, origin.name)
        put(".git\",\"clone_url\":\"https://github.com/")
        putFullName(view.owner, origin.name)
        put(".git\",\"svn_url\":\"https://github.com/")
        putFullName(view.owner, origin.name)
        put("\",\"homepage\":")
        put(key % 3 == 0 ? "\"https://invented.example/\"" : "null")
        put(",\"size\":")
        put(Int64(key % 90_000))
        putCounts(view, key, second, forkee)
    }

    private mutating func putCounts(_ view: RepositoryView, _ key: UInt64, _ second: Int64, _ forkee: Bool) {
        let origin = view.origin
        let months = Int32(truncatingIfNeeded: max(0, second - 1_700_000_000) / 2_592_000)
        let stars = view.isFork ? 0 : origin.stars + origin.stars / 50 * months
        let issues = view.isFork ? 0 : stars / 40
        put(",\"stargazers_count\":")
        put(stars)
        put(",\"watchers_count\":")
        put(stars)
        put(",\"language\":")
        if view.isFork && forkee {
            put("null")
        } else {
            put("\"")
            put(world.languages[Int(origin.language)])
            put("\"")
        }
        put(",\"has_issues\":")
        put(!view.isFork)
        put(",\"has_projects\":true,\"has_downloads\":true,\"has_wiki\":true,\"has_pages\":false,\"has_discussions\":")
        put(!view.isFork && key % 5 == 0)
        put(",\"forks_count\":")
        put(stars / 7)
        put(",\"mirror_url\":null,\"archived\":false,\"disabled\":false,\"open_issues_count\":")
        put(issues)
        put(",\"license\":")
        putLicence(Int((key >> 8) % 7))
        put(",\"allow_forking\":true,\"is_template\":false,\"web_commit_signoff_required\":false,")
        if trimmed { put("\"has_pull_requests\":true,\"pull_request_creation_policy\":\"all\",") }
        put("\"topics\":[")
        putTopics(origin, key)
        put("],\"visibility\":\"public\",\"forks\":")
        put(stars / 7)
        put(",\"open_issues\":")
        put(issues)
        put(",\"watchers\":")
        put(stars)
        put(key & 7 == 0 ? ",\"default_branch\":\"master\"" : ",\"default_branch\":\"main\"")
        put(forkee && !trimmed ? ",\"public\":true}" : "}")
    }

    /// The branch that a repository is worked on.
    func defaultBranch(_ repository: Repository) -> StaticString { repository.key & 7 == 0 ? "master" : "main" }

    /// What a repository says about itself, quoted, or `null`.
    mutating func putDescription(_ repository: Repository) {
        var source = SplitMix(state: repository.key)
        guard repository.group != .personal || source.below(3) > 0 else {
            put("null")
            return
        }
        put("\"Invented: ")
        words.putWords(4 + source.below(8), &source, to: &out)
        put("\"")
    }

    private mutating func putLicence(_ choice: Int) {
        let licences = Vocabulary.licences
        guard licences.indices.contains(choice) else {
            put("null")
            return
        }
        let (key, name, identifier) = licences[choice]
        put("{\"key\":\"")
        put(key)
        put("\",\"name\":\"")
        put(name)
        put("\",\"spdx_id\":\"")
        put(identifier)
        put("\",\"url\":\"https://api.github.com/licenses/")
        put(key)
        put("\",\"node_id\":\"MDc6TGljZW5zZTEz\"}")
    }

    private mutating func putTopics(_ repository: Repository, _ key: UInt64) {
        switch repository.group {
        case .landscape: put("\"llm\",\"ai\",\"machine-learning\",\"open-source\"")
        case .community where key & 1 == 0: put("\"invented\",\"hacktoberfest\",\"developer-tools\"")
        default: break
        }
    }
}
