// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A name for the inputs of a computation: equal inputs, equal name, whatever the order they came in.
struct Fingerprint {
    /// The length of a name.
    static let length = 64

    private var hash = SHA256()

    /// Starts with the name and version of the computation.
    init(_ computation: String) {
        add(computation)
    }

    /// Adds a part; parts don't run together.
    mutating func add(_ text: String) {
        hash.update(data: Array("\(text.utf8.count):".utf8))
        hash.update(data: Array(text.utf8))
    }

    /// Adds a number; a reader must be able to tell from what was added before that one follows.
    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
    }

    /// Adds numbers as they lie in memory.
    ///
    /// - Complexity: O(elements).
    mutating func add(_ elements: [some BitwiseCopyable]) {
        unsafe elements.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// A name for bytes.
    static func digest(of bytes: some DataProtocol) -> String { SHA256.hash(data: bytes).hex }

    /// The name, 64 hexadecimal digits.
    var hex: String { hash.finalize().hex }
}

extension SHA256.Digest {
    /// The digest as 64 hexadecimal digits.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
