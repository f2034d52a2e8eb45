// SPDX-License-Identifier: Apache-2.0

/// Follows a JSON object by its brackets and quotes, over as many lines as it takes.
struct ObjectScan {
    /// Brackets open; 0 before an object and behind it.
    private(set) var depth = 0
    /// Whether the bytes ended amid a text in quotes, which cannot span lines.
    private(set) var isAmidText = false
    /// Where a NUL byte was met, which no JSON holds.
    private(set) var brokenAt: Int?

    /// The place behind the object that begins, or goes on, at a place; `nil` when the bytes end before it or a NUL byte
    /// stands in it.
    mutating func end(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        isAmidText = false
        brokenAt = nil
        var position = start
        while position < bytes.count {
            let byte = unsafe bytes[position]
            if byte == 0 {
                brokenAt = position
                return nil
            }
            position += 1
            if isAmidText {
                if byte == UInt8(ascii: "\\") { position += 1 }
                if byte == UInt8(ascii: "\"") { isAmidText = false }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isAmidText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
        }
        return nil
    }
}
