// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// Work in pieces for the cores there are.
///
/// Whoever works on a piece writes to places of its own alone and hands back a number of which only the largest counts, so
/// results do not depend on the number of threads or on who took which piece.
struct Chunks {
    /// Whether pieces are worked on at the same time.
    let isParallel: Bool

    /// Calls `body` for all pieces.
    ///
    /// - Returns: the largest number handed back; not a number when any is not.
    /// - Complexity: that of `body`.
    func largest(_ pieces: [Range<Int>], _ body: @Sendable (Range<Int>) -> Double) -> Double {
        let results = [Double](count: pieces.count) { results in
            if isParallel, pieces.count > 1 {
                DispatchQueue.concurrentPerform(iterations: pieces.count) { results[$0] = body(pieces[$0]) }
            } else {
                for piece in pieces.indices { results[piece] = body(pieces[piece]) }
            }
        }
        return results.contains(where: \.isNaN) ? .nan : results.max() ?? 0
    }

    /// Calls `body` for all pieces.
    ///
    /// - Complexity: that of `body`.
    func forEach(in pieces: [Range<Int>], _ body: @Sendable (Range<Int>) -> Void) {
        _ = largest(pieces) { range in
            body(range)
            return 0
        }
    }

    /// Calls `body` for every number below a count; about `pieces` pieces of them may be worked on at the same time.
    ///
    /// - Complexity: that of `body`, for each.
    @inline(__always)
    func forEach(_ count: Int, pieces: Int = 64, _ body: @Sendable (Int) -> Void) {
        forEach(in: Self.pieces(count, pieces)) { range in
            for number in range { body(number) }
        }
    }

    /// An array of what `element` says of every number below a count.
    ///
    /// - Complexity: that of `element`, for each.
    @inline(__always)
    func map<Element: BitwiseCopyable & Sendable>(_ count: Int, _ element: @Sendable (Int) -> Element) -> [Element] {
        [Element](count: count) { places in
            forEach(count) { places[$0] = element($0) }
        }
    }

    /// The numbers below a count in pieces of the same length.
    static func pieces(_ count: Int, _ pieces: Int = 64) -> [Range<Int>] {
        (0..<min(count, pieces)).map { count * $0 / min(count, pieces)..<count * ($0 + 1) / min(count, pieces) }
    }
}
