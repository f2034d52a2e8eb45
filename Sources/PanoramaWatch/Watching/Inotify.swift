// SPDX-License-Identifier: Apache-2.0

import CInotifyTools
import Glibc
import Synchronization

/// libinotifytools, initialised; it belongs to the thread that made it.
///
/// All of the library is static state, so there is one of these in the process at a time: ``claim()`` comes first.
final class Inotify {
    /// One notice of the system.
    struct Event {
        /// The watch it came through.
        let watch: CInt
        /// What happened, in the bits of inotify(7).
        let mask: UInt32
        /// The bytes of the name it is about, empty for the watched directory itself; good until the next event is asked for.
        let name: UnsafeBufferPointer<UInt8>

        /// Whether one of these things happened.
        func has(_ bits: CInt) -> Bool { mask & UInt32(bitPattern: bits) != 0 }
    }

    /// What is watched for in each directory.
    ///
    /// - `CLOSE_WRITE`, `MOVED_TO`: a file was finished, by a writer or by a rename.
    /// - `CREATE`: a directory, a hard link or a symbolic link was made; none of them is ever closed after writing.
    /// - `ATTRIB`: permissions were mended, or a time set after the content was complete.
    /// - `MOVE_SELF`: the directory bears another name now, so the path the library knows it by is wrong.
    ///
    /// Not `MODIFY`: a file that grows is looked at again by the clock until it holds still, and its last writer closes
    /// it. Not `DELETE_SELF`: the end of a watch is always told, by `IGNORED`. Not `DELETE`, `MOVED_FROM`: what leaves
    /// the inbox needs no look.
    private static let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ATTRIB | IN_MOVE_SELF | IN_ONLYDIR

    /// The highest descriptor, plus one, that the library's select(2) can wait for; beyond it aborts the process.
    private static let descriptorLimit: CInt = 1_024

    private static let isClaimed = Atomic(false)

    /// Reserves the library for one watcher.
    static func claim() throws(WatchError) {
        guard !isClaimed.exchange(true, ordering: .acquiring) else {
            throw WatchError(
                .alreadyWatching,
                "another watcher of this process uses inotify already; only one can, use watch: poll for the other"
            )
        }
    }

    /// Gives the library back.
    static func release() {
        isClaimed.store(false, ordering: .releasing)
    }

    /// Readable when there are events, for poll(2).
    let descriptor: CInt

    /// Initialises the library and finds out its descriptor, which it keeps to itself.
    init() throws(WatchError) {
        let before = Self.instances()
        guard inotifytools_initialize() != 0 else { throw Self.refusal(inotifytools_error()) }
        let new = Self.instances().subtracting(before)
        guard let found = new.first, new.count == 1 else {
            inotifytools_cleanup()
            throw WatchError(
                .descriptorLimit,
                "inotify got no file descriptor below \(Self.descriptorLimit), the most that libinotifytools can use; fewer files must be open"
            )
        }
        descriptor = found
        // The library opens it without, and processes started later would inherit it.
        _ = fcntl(found, F_SETFD, FD_CLOEXEC)
    }

    /// Ends all watches and frees what the library holds.
    ///
    /// The library hands events that it has read on to whoever initialises it next, so they are fetched first. While
    /// events come in faster than they are fetched that could take for ever, hence the limit; a few left over do no
    /// harm, they only cause a needless look.
    func close() {
        var rest = 100_000
        while rest > 0, nextEvent() != nil { rest -= 1 }
        inotifytools_cleanup()
    }

    /// Watches a directory.
    ///
    /// - Throws: the refusal of the system.
    func watch(_ directory: String) throws(SystemError) {
        // With the slash a link to a directory is kept as the directory that it leads to.
        guard inotifytools_watch_file(directory + "/", Self.mask) != 0 else {
            throw SystemError(number: inotifytools_error())
        }
    }

    /// The next event if there is one already.
    func nextEvent() -> Event? {
        // Not next_event(0): the library takes that zero for "for ever".
        guard let event = inotifytools_next_events(0, 1) else { return nil }
        let name = panorama_inotify_name(event)
        let bytes = name.map { start in
            UnsafeBufferPointer(
                start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self),
                count: strlen(start)
            )
        }
        return Event(
            watch: event.pointee.wd,
            mask: event.pointee.mask,
            name: bytes ?? UnsafeBufferPointer(start: nil, count: 0)
        )
    }

    /// The path that a directory had when its watch was made.
    func path(of watch: CInt) -> String? {
        guard watch > 0, let name = inotifytools_filename_from_wd(watch) else { return nil }
        let path = String(cString: name)
        guard !path.isEmpty else { return nil }
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The descriptors of all inotify instances of this process that select(2) can wait for.
    ///
    /// Each is asked to watch the empty path, which nothing can: an instance answers that there is no such file, any
    /// other descriptor that it is none. So this works without /proc.
    private static func instances() -> Set<CInt> {
        Set(
            (0..<descriptorLimit).filter {
                inotify_add_watch($0, "", UInt32(IN_CREATE)) < 0 && SystemError.last().number == ENOENT
            }
        )
    }
}
