// SPDX-License-Identifier: Apache-2.0

/// JSON values that are neither objects nor arrays.
enum JSONScalar {
    /// The length of the scalar that bytes start with; `nil` when they start with none.
    ///
    /// Numbers are held to their letters alone, not to the grammar.
    static func length(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let first = unsafe bytes.first else { return nil }
        switch first {
        case UInt8(ascii: "\""): return unsafe textLength(bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return unsafe bytes.firstIndex { !isNumberByte($0) } ?? bytes.count
        default:
            return ["true", "false", "null"].first { unsafe bytes.starts(with: $0.utf8) }?.utf8.count
        }
    }

    private static func textLength(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 1
        while index < bytes.count {
            switch unsafe bytes[index] {
            case UInt8(ascii: "\""): return index + 1
            case UInt8(ascii: "\\"): index += 2
            case 0..<0x20: return nil
            default: index += 1
            }
        }
        return nil
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
