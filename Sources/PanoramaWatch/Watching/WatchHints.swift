// SPDX-License-Identifier: Apache-2.0

/// The hints of a watcher, for one consumer.
///
/// At most one hint waits to be fetched, however long the consumer takes: later ones are merged into it. The sequence
/// ends when the watcher stops. Cancelling the task that iterates ends it too, for good, and stops the watcher.
package struct WatchHints: AsyncSequence, Sendable {
    package typealias Element = WatchHint
    package typealias Failure = Never

    /// Fetches one hint after the other.
    package struct Iterator: AsyncIteratorProtocol {
        let mailbox: HintMailbox

        /// Waits for the next hint.
        package func next() async -> WatchHint? { await mailbox.next() }

        /// Waits for the next hint.
        package func next(isolation actor: isolated (any Actor)?) async -> WatchHint? { await mailbox.next() }
    }

    let mailbox: HintMailbox

    /// An iterator; a second one shares the hints with the first.
    package func makeAsyncIterator() -> Iterator { Iterator(mailbox: mailbox) }
}
