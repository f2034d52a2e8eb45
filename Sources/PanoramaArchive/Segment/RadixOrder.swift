// SPDX-License-Identifier: Apache-2.0

/// Orders things by whole numbers without comparing them.
///
/// Least significant digits first, 11 bits at a time (Knuth, *The Art of Computer Programming*, section 5.2.5); digits that
/// all keys share cost a look alone, so keys of a small range take few passes.
enum RadixOrder {
    private static let digitBits: UInt64 = 11
    private static let buckets = 1 << 11

    /// The places of keys in ascending order; equal keys stay in the order given.
    ///
    /// - Complexity: O(keys · digits that differ).
    static func ascending(_ keys: [UInt64]) -> [Int32] {
        ascending(keys, starting: Array(0..<Int32(clamping: keys.count)))
    }

    /// The places of keys in ascending order; equal keys stay in the order that `order` gives.
    static func ascending(_ keys: [UInt64], starting order: [Int32]) -> [Int32] {
        var union: UInt64 = 0
        var common: UInt64 = .max
        for key in keys {
            union |= key
            common &= key
        }
        let varying = union & ~common
        var order = order
        var next = order
        var shift: UInt64 = 0
        while shift < 64 {
            if (varying >> shift) & UInt64(buckets - 1) != 0 {
                scatter(keys, order, into: &next, shift)
                swap(&order, &next)
            }
            shift += digitBits
        }
        return order
    }

    /// Keys in ascending order.
    static func sorted(_ keys: [UInt64]) -> [UInt64] { ascending(keys).map { keys[Int($0)] } }

    private static func scatter(_ keys: [UInt64], _ order: [Int32], into next: inout [Int32], _ shift: UInt64) {
        let mask = UInt64(buckets - 1)
        var starts = [Int32](repeating: 0, count: buckets + 1)
        unsafe starts.withUnsafeMutableBufferPointer { starts in
            unsafe keys.withUnsafeBufferPointer { keys in
                for index in keys.indices { unsafe starts[Int((keys[index] >> shift) & mask) + 1] += 1 }
                for bucket in 0..<buckets { unsafe starts[bucket + 1] += starts[bucket] }
                unsafe next.withUnsafeMutableBufferPointer { next in
                    unsafe order.withUnsafeBufferPointer { order in
                        // Every place is below the number of keys: `order` is a permutation that this type made.
                        for index in order.indices {
                            let place = unsafe order[index]
                            let bucket = unsafe Int((keys[Int(place)] >> shift) & mask)
                            unsafe next[Int(starts[bucket])] = place
                            unsafe starts[bucket] += 1
                        }
                    }
                }
            }
        }
    }
}

extension UInt64 {
    /// A signed number as an unsigned one of the same order.
    init(ordered value: Int64) {
        self = UInt64(bitPattern: value) ^ (1 << 63)
    }
}
