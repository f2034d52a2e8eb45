// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What `body` makes of each element, in order, worked on by all cores.
    ///
    /// - Throws: the error of the first element that has one; work on the others is done all the same.
    /// - Complexity: that of `body`, for each.
    func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) throws -> Result) throws -> [Result] {
        let unfinished = Swift.Result<Result, any Error>.failure(CancellationError())
        let results = Mutex([Swift.Result<Result, any Error>](repeating: unfinished, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = Swift.Result { try body(self[place]) }
            results.withLock { $0[place] = result }
        }
        return try results.withLock { $0 }.map { try $0.get() }
    }
}
