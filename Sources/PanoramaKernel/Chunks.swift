// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// Rows in pieces for the cores there are.
///
/// Whoever works on a piece writes to its rows alone and hands back a number of which only the largest counts, so results do
/// not depend on the number of threads or on who took which piece.
struct Chunks {
    /// Whether pieces are worked on at the same time.
    let isParallel: Bool

    private static let size = 4096

    /// Calls `body` for all rows, piece by piece.
    ///
    /// - Returns: the largest number handed back; not a number when any is not.
    /// - Complexity: that of `body`.
    func largest(_ count: Int, _ body: @Sendable (Range<Int>) -> Double) -> Double {
        let size = Self.size
        let pieces = (count + size - 1) / size
        guard isParallel, pieces > 1 else { return body(0..<count) }
        var results = [Double](repeating: 0, count: pieces)
        unsafe results.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let results = unsafe buffer
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                unsafe results[piece] = body(piece * size..<min(count, (piece + 1) * size))
            }
        }
        return results.contains(where: \.isNaN) ? .nan : results.max() ?? 0
    }
}
