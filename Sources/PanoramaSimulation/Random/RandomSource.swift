// SPDX-License-Identifier: Apache-2.0

/// A reproducible source of numbers: xoshiro256**, seeded by SplitMix64.
///
/// D. Blackman and S. Vigna, *Scrambled Linear Pseudorandom Number Generators*, ACM TOMS 47 (4), 2021; G. Steele,
/// D. Lea and C. Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014. Ranges are drawn by the high half
/// of a product (D. Lemire, *Fast Random Integer Generation in an Interval*, 2019) without its rejection step: integers
/// only, the same on every machine.
struct RandomSource {
    private var s0: UInt64
    private var s1: UInt64
    private var s2: UInt64
    private var s3: UInt64

    /// Starts from a seed and a stream number, so that parts of a simulation draw independently.
    init(seed: UInt64, stream: UInt64 = 0) {
        var mixer = SplitMix(state: seed ^ SplitMix.mix(stream &+ 0x51_7cc1_b727_220a))
        s0 = mixer.next()
        s1 = mixer.next()
        s2 = mixer.next()
        s3 = mixer.next() | 1
    }

    /// The next 64 bits.
    @inline(__always)
    mutating func next() -> UInt64 {
        let product = s1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = s1 << 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = (s3 << 45) | (s3 >> 19)
        return result
    }

    /// A number from 0 up to, not including, the bound; 0 for a bound of 0.
    @inline(__always)
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
    }

    /// Whether an event of so many in 10,000 happens.
    @inline(__always)
    mutating func chance(_ tenThousandths: Int) -> Bool { below(10_000) < tenThousandths }

    /// A number below the bound that favours small ones: the product of two uniform draws.
    @inline(__always)
    mutating func skewed(below bound: Int) -> Int { below(below(bound) + 1) }

    /// A heavy-tailed length: a base, doubled as long as a coin of so many in 10,000 falls right, plus up to as much again.
    @inline(__always)
    mutating func heavyTailed(base: Int, doubling: Int, limit: Int) -> Int {
        var length = base
        while length < limit, chance(doubling) { length *= 2 }
        return min(limit, length + below(length))
    }
}

/// SplitMix64: one multiplication-rich step per number, for seeds and for values that must be found again from a key.
struct SplitMix {
    /// The state, which is the key itself at the start.
    var state: UInt64

    /// The next 64 bits.
    @inline(__always)
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.mix(state)
    }

    /// A number from 0 up to, not including, the bound.
    @inline(__always)
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
    }

    /// Scatters a key over 64 bits.
    @inline(__always)
    static func mix(_ key: UInt64) -> UInt64 {
        var value = key
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
