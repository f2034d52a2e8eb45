// SPDX-License-Identifier: Apache-2.0

/// The inbox could not be scanned or watched.
package struct WatchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    package enum Code: Hashable, Sendable {
        /// The inbox does not exist.
        case inboxMissing
        /// The inbox exists but is not a directory.
        case inboxNotDirectory
        /// The system refused to read the inbox.
        case inboxUnreadable
        /// Another watcher of this process uses inotify, or this one was started before.
        case alreadyWatching
        /// No more inotify watches for this user.
        case watchLimit
        /// No more inotify instances for this user.
        case instanceLimit
        /// No file descriptor that the watching library can use.
        case descriptorLimit
        /// inotify does not work here for another reason.
        case inotifyUnavailable
        /// The watching thread could not be started.
        case threadUnavailable
    }

    /// What kind of trouble it is.
    package var code: Code
    /// What is wrong and what to do.
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
