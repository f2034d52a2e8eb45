// SPDX-License-Identifier: Apache-2.0

/// Orders things by whole numbers without comparing them.
///
/// Least significant digits first, 11 bits at a time (Knuth, *The Art of Computer Programming*, section 5.2.5). A key and its
/// place travel as one word where both fit, so that every pass reads memory in order; keys of a small range take few passes.
package enum RadixOrder {
    private static let digitBits = 11
    private static let buckets = 1 << digitBits

    /// The places of keys in ascending order; equal keys stay in the order given.
    ///
    /// - Complexity: O(keys · digits of their range).
    package static func ascending(_ keys: [UInt64]) -> [Int32] {
        ascending(keys, starting: Array(0..<Int32(clamping: keys.count)))
    }

    /// The places of keys in ascending order; equal keys stay in the order that `order` gives, which holds every place once.
    package static func ascending(_ keys: [UInt64], starting order: [Int32]) -> [Int32] {
        guard let least = keys.min(), let greatest = keys.max() else { return [] }
        let keyBits = UInt64.bitWidth - (greatest - least).leadingZeroBitCount
        let placeBits = UInt64.bitWidth - UInt64(keys.count - 1).leadingZeroBitCount
        let room = UInt64.bitWidth - placeBits
        var order = order
        var shift = 0
        // As a rule one round; keys that are too long for a word with a place take their lower bits first.
        while shift < keyBits {
            let bits = min(room, keyBits - shift)
            let mask: UInt64 = 1 << UInt64(bits) - 1
            let words = order.map { place in
                ((keys[Int(place)] - least) >> UInt64(shift) & mask) << UInt64(placeBits) | UInt64(place)
            }
            order = sorted(words, digits: placeBits..<(placeBits + bits)).map {
                Int32(truncatingIfNeeded: $0 & (1 << UInt64(placeBits) - 1))
            }
            shift += bits
        }
        return order
    }

    /// Words by some of their bits, from the lowest of these to the highest.
    private static func sorted(_ words: consuming [UInt64], digits bits: Range<Int>) -> [UInt64] {
        var words = words
        for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: digitBits) {
            words = scattered(words, UInt64(shift))
        }
        return words
    }

    /// Words by one digit.
    private static func scattered(_ words: [UInt64], _ shift: UInt64) -> [UInt64] {
        let mask = UInt64(buckets - 1)
        var starts = [Int32](repeating: 0, count: buckets + 1)
        return unsafe starts.withUnsafeMutableBufferPointer { starts in
            for word in words { unsafe starts[Int((word >> shift) & mask) + 1] += 1 }
            for bucket in 0..<buckets { unsafe starts[bucket + 1] += starts[bucket] }
            return unsafe [UInt64](unsafeUninitializedCapacity: words.count) { next, count in
                // A bucket starts behind all words of the buckets before it, so every place is taken once.
                for word in words {
                    let bucket = Int((word >> shift) & mask)
                    unsafe next.initializeElement(at: Int(starts[bucket]), to: word)
                    unsafe starts[bucket] += 1
                }
                count = words.count
            }
        }
    }
}

extension RadixOrder {
    /// Hands on, in ascending order of a key, all elements that share one, in the order given.
    ///
    /// - Complexity: O(elements · digits of the keys' range).
    static func forEachRun<Element>(of elements: [Element], by key: (Element) -> UInt64, _ body: ([Element]) -> Void) {
        forEachRun(of: elements, ascending(elements.map(key)), areAlike: { key($0) == key($1) }, body)
    }

    /// Hands on elements in an order of their places, all that stand together and are alike at a time.
    static func forEachRun<Element>(
        of elements: [Element],
        _ order: [Int32],
        areAlike: (Element, Element) -> Bool,
        _ body: ([Element]) -> Void
    ) {
        var run: [Element] = []
        for place in order {
            let element = elements[Int(place)]
            if let first = run.first, !areAlike(first, element) {
                body(run)
                run.removeAll(keepingCapacity: true)
            }
            run.append(element)
        }
        if !run.isEmpty { body(run) }
    }
}

extension UInt64 {
    /// A signed number as an unsigned one of the same order.
    package init(ordered value: Int64) {
        self = UInt64(bitPattern: value) ^ (1 << 63)
    }
}
