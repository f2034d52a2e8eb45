// SPDX-License-Identifier: Apache-2.0

/// A hash for tables whose keys come from files: its start is drawn by lot, so that no file can be made to collide.
///
/// Words are folded into it by their products of full width, as in Wang Yi's wyhash.
struct SeededHash {
    private let seed = UInt64.random(in: 1 ... .max) | 1

    /// The hash of a number.
    func of(_ id: Int64) -> UInt64 { Self.fold(UInt64(bitPattern: id) ^ seed, 0x9e37_79b9_7f4a_7c15) }

    /// The hash of what a hash is of, and a word behind it.
    func of(_ hash: UInt64, _ word: UInt64) -> UInt64 { Self.fold(hash ^ word, seed) }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
