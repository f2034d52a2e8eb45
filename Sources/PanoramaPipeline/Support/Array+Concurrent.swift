// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What `body` makes of each element, in order, worked on by all cores.
    ///
    /// - Throws: the error of the first element that has one; work on the others is done all the same.
    /// - Complexity: that of `body`, for each.
    func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) throws -> Result) throws -> [Result] {
        let results = Mutex([Int: Swift.Result<Result, any Error>]())
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = Swift.Result { try body(self[place]) }
            results.withLock { $0[place] = result }
        }
        let found = results.withLock { $0 }
        return try indices.compactMap { try found[$0]?.get() }
    }
}
