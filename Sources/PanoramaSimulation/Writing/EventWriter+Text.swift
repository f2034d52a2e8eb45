// SPDX-License-Identifier: Apache-2.0

extension EventWriter {
    /// The title of an item, quoted.
    mutating func putTitle(_ item: Item) {
        var source = SplitMix(state: item.key)
        put("\"")
        switch item.topic {
        case .ordinary:
            switch source.below(5) {
            case 0: put("[Bug]: ")
            case 1: put("fix: ")
            case 2: put("feat: ")
            default: break
            }
            words.putWords(3 + source.below(9), &source, to: &out)
        case .dependency:
            put("Bump ")
            words.putWords(1, &source, to: &out)
            putVersions(&source)
        case .security:
            put("[Snyk] Security upgrade ")
            words.putWords(1, &source, to: &out)
            putVersions(&source)
        }
        put("\"")
    }

    private mutating func putVersions(_ source: inout SplitMix) {
        let major = Int64(source.below(20))
        let minor = Int64(source.below(40))
        put(" from ")
        put(major)
        put(".")
        put(minor)
        put(".0 to ")
        put(major)
        put(".")
        put(minor + 1)
        put(".")
        put(Int64(source.below(9)))
    }

    /// The body of an item, quoted, or `null` for none.
    mutating func putBody(_ item: Item) {
        var source = SplitMix(state: item.key ^ 0xb0d1)
        putBody(&source, base: item.isPull ? 90 : 150, limit: 30_000, none: 12)
    }

    /// A text of heavy-tailed length, quoted; `null` for so many in a hundred.
    mutating func putBody(_ source: inout SplitMix, base: Int, limit: Int, none: Int = 0) {
        guard source.below(100) >= none else {
            put("null")
            return
        }
        let length = heavyTailedLength(base: base, limit: limit, &source)
        put("\"")
        if length < 200 {
            words.putWords(max(1, length / 6), &source, to: &out)
        } else {
            words.putBody(length, &source, to: &out)
        }
        put("\"")
    }

    /// The branch that a pull request comes from.
    mutating func putBranch(_ item: Item) {
        var source = SplitMix(state: item.key ^ 0xb4a7)
        switch item.topic {
        case .dependency: put("dependabot/npm_and_yarn/")
        case .security: put("snyk-fix-")
        case .ordinary: putBranchKind(source.below(4))
        }
        out.append(hexadecimal: source.next(), digits: 8)
    }

    private mutating func putBranchKind(_ kind: Int) {
        switch kind {
        case 0: put("feature/")
        case 1: put("fix/")
        case 2: put("docs-")
        default: put("patch-")
        }
    }

    /// A branch that is pushed to, made or deleted.
    mutating func putBranch(_ repository: Repository, _ key: UInt64) {
        if key % 10 < 7 {
            put(defaultBranch(repository))
        } else {
            putWorkBranch(key)
        }
    }

    /// A branch for some work.
    mutating func putWorkBranch(_ key: UInt64) {
        putBranchKind(Int(key >> 8 & 3))
        out.append(hexadecimal: key >> 12, digits: 6)
    }
}
