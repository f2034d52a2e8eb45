// SPDX-License-Identifier: Apache-2.0

/// Bytes that are no good as a whole, and what is said of them.
@safe struct Damage {
    /// What is said.
    var sample: RejectionLog.Sample
    /// The lines over which it reaches.
    var lines = 1
    /// The bytes, which ``LineReader/padding`` readable ones follow; empty where nothing is to be found in them.
    var bytes = unsafe UnsafeRawBufferPointer(start: nil, count: 0)

    /// Looks for objects that stand whole in the bytes, such as the one that is glued to another that was cut.
    ///
    /// Whatever looks like the start of an object may be one, also when it stands within another.
    ///
    /// - Complexity: O(bytes): what is looked at again and again, since one object after the other is begun and not
    ///   ended, is given up after some rounds.
    /// - Parameter accept: takes an object in, or says that it is none that is wanted.
    /// - Throws: what `accept` throws.
    func salvage(_ accept: (_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> Bool) throws(ArchiveError) {
        var patience = unsafe Self.rounds * bytes.count
        var position = 1
        while patience > 0, let start = start(from: position) {
            var scan = ObjectScan()
            let end = unsafe scan.end(bytes, from: start)
            unsafe patience -= (end ?? bytes.count) - start
            if let end, try unsafe accept(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) {
                position = end
            } else {
                position = start + 1
            }
        }
    }

    /// How often every byte may be looked at.
    private static let rounds = 16

    /// Where an object may begin: at a brace before a quote.
    private func start(from position: Int) -> Int? {
        var position = position
        while unsafe position + 1 < bytes.count {
            if unsafe bytes[position] == UInt8(ascii: "{") && bytes[position + 1] == UInt8(ascii: "\"") {
                return position
            }
            position += 1
        }
        return nil
    }
}
