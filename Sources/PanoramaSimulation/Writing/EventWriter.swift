// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes events as GitHub's feed has them, in either era, as bytes.
///
/// Each part of an event has its own file: `EventWriter+Issue`, `EventWriter+PullRequest` and so on.
struct EventWriter: ~Copyable {
    /// Where the lines go.
    var out = ByteBuffer(capacity: 4 << 20)
    /// The world; names change at the start of hours.
    var world: World
    /// Whether payloads have the form since 2025-10-07.
    var trimmed = false
    /// The words of texts.
    let words: TextMaker
    private var day: Int64 = .min
    private var date = CivilDate(year: 1970, month: 1, day: 1)

    /// Makes a writer of a world.
    init(world: World) {
        self.world = world
        words = TextMaker(Vocabulary.text)
    }

    // MARK: - Pieces

    @inline(__always)
    mutating func put(_ text: StaticString) { out.append(text) }

    @inline(__always)
    mutating func put(_ name: Name) { out.append(name, world.arena) }

    @inline(__always)
    mutating func put(_ number: Int64) { out.append(decimal: number) }

    @inline(__always)
    mutating func put(_ number: Int32) { out.append(decimal: Int64(number)) }

    @inline(__always)
    mutating func put(_ truth: Bool) { put(truth ? "true" : "false") }

    /// A second as a quoted time in UTC.
    mutating func put(time second: Int64) {
        let days = second >= 0 ? second / 86_400 : -1
        if days != day {
            day = days
            date = CivilDate(epochSeconds: second)
        }
        let rest = Int(second - days * 86_400)
        put("\"")
        put(Int64(date.year))
        put("-")
        out.append(twoDigits: date.month)
        put("-")
        out.append(twoDigits: date.day)
        put("T")
        out.append(twoDigits: rest / 3_600)
        put(":")
        out.append(twoDigits: rest / 60 % 60)
        put(":")
        out.append(twoDigits: rest % 60)
        put("Z\"")
    }

    /// A time, or `null` for none.
    mutating func put(time second: Int64?) {
        if let second { put(time: second) } else { put("null") }
    }

    /// GitHub's node identifier of something in a repository, or of something of its own when the repository is nil.
    ///
    /// The form is GitHub's: a prefix, then base64 of a MessagePack array of 0 and the numbers.
    mutating func put(node prefix: StaticString, repository: Int64?, _ id: Int64) {
        put(prefix)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { bytes in
            var count = 0
            func add(_ byte: UInt8) {
                bytes[count] = byte
                count += 1
            }
            func add(number: Int64) {
                let wide = number > Int64(UInt32.max)
                add(wide ? 0xcf : 0xce)
                var shift = wide ? 56 : 24
                while shift >= 0 {
                    add(UInt8(truncatingIfNeeded: number >> Int64(shift)))
                    shift -= 8
                }
            }
            add(repository == nil ? 0x92 : 0x93)
            add(0)
            if let repository { add(number: repository) }
            add(number: id)
            out.append(base64: UnsafeBufferPointer(rebasing: bytes[..<count]))
        }
    }

    /// `owner/name` of a repository.
    @inline(__always)
    mutating func putFullName(_ owner: Int32, _ name: Name) {
        put(world.accounts[Int(owner)].login)
        put("/")
        put(name)
    }

    /// `owner/name` of a repository.
    @inline(__always)
    mutating func putFullName(_ repository: Repository) { putFullName(repository.owner, repository.name) }

    // MARK: - The envelope

    /// Everything before the payload.
    mutating func begin(_ type: StaticString, id: Int64, actor: Int32, _ repository: Repository) {
        let account = world.accounts[Int(actor)]
        put("{\"id\":\"")
        put(id)
        put("\",\"type\":\"")
        put(type)
        put("\",\"actor\":{\"id\":")
        put(account.id)
        put(",\"login\":\"")
        put(account.login)
        put("\",\"display_login\":\"")
        put(account.displayLogin)
        put("\",\"gravatar_id\":\"\",\"url\":\"https://api.github.com/users/")
        put(account.login)
        put("\",\"avatar_url\":\"https://avatars.githubusercontent.com/u/")
        put(account.id)
        put("?\"},\"repo\":{\"id\":")
        put(repository.id)
        put(",\"name\":\"")
        putFullName(repository)
        put("\",\"url\":\"https://api.github.com/repos/")
        putFullName(repository)
        put("\"},\"payload\":{")
    }

    /// Everything after the payload, the line end included.
    mutating func end(_ repository: Repository, _ second: Int64) {
        put("},\"public\":true,\"created_at\":")
        put(time: second)
        let owner = world.accounts[Int(repository.owner)]
        if owner.kind == .organisation {
            put(",\"org\":{\"id\":")
            put(owner.id)
            put(",\"login\":\"")
            put(owner.login)
            put("\",\"gravatar_id\":\"\",\"url\":\"https://api.github.com/orgs/")
            put(owner.login)
            put("\",\"avatar_url\":\"https://avatars.githubusercontent.com/u/")
            put(owner.id)
            put("?\"}")
        }
        put("}\n")
    }
}
