// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What `body` makes of each element, in order, worked on by all cores.
    ///
    /// - Throws: the error of the first element that has one; work on the others is done all the same.
    /// - Complexity: that of `body`, for each.
    package func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) throws -> Result) throws -> [Result] {
        let unfinished = Swift.Result<Result, any Error>.failure(CancellationError())
        let results = Mutex([Swift.Result<Result, any Error>](repeating: unfinished, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = Swift.Result { try body(self[place]) }
            results.withLock { $0[place] = result }
        }
        return try results.withLock { $0 }.map { try $0.get() }
    }
}

extension Array {
    /// What is in some arrays, one after the other, put together by all cores.
    ///
    /// - Complexity: O(elements).
    package init(joining parts: [[Element]]) where Element: BitwiseCopyable & Sendable {
        var total = 0
        let starts = parts.map { part in
            defer { total += part.count }
            return total
        }
        self = unsafe Array(unsafeUninitializedCapacity: total) { buffer, count in
            nonisolated(unsafe) let places = unsafe buffer
            DispatchQueue.concurrentPerform(iterations: parts.count) { index in
                let end = starts[index] + parts[index].count
                _ = unsafe places[starts[index]..<end].initialize(fromContentsOf: parts[index])
            }
            count = total
        }
    }
}
