// SPDX-License-Identifier: Apache-2.0

/// Forms of names, told from their bytes.
extension UnsafeRawBufferPointer {
    /// Whether it can be a login: up to 100 letters, digits, hyphens, underscores, dots, brackets.
    var isLogin: Bool {
        guard (1...100).contains(count) else { return false }
        for index in indices {
            let byte = unsafe self[index]
            guard byte.isNameByte || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") else { return false }
        }
        return true
    }

    /// Whether a login ends in `[bot]`, in any case.
    var isLoginOfBot: Bool {
        let start = count - 5
        guard start >= 0, unsafe self[count - 1] == UInt8(ascii: "]") else { return false }
        return unsafe self[start] == UInt8(ascii: "[") && self[start + 1] | 0x20 == UInt8(ascii: "b")
            && self[start + 2] | 0x20 == UInt8(ascii: "o") && self[start + 3] | 0x20 == UInt8(ascii: "t")
    }

    /// Whether it has the form `owner/name`, with up to 100 characters each that GitHub allows.
    var isRepositoryName: Bool {
        var slash: Int?
        for index in indices {
            let byte = unsafe self[index]
            if byte == UInt8(ascii: "/") {
                guard slash == nil else { return false }
                slash = index
            } else if !byte.isNameByte {
                return false
            }
        }
        guard let slash else { return false }
        return (1...100).contains(slash) && (1...100).contains(count - slash - 1)
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter, a digit, or one of `-`, `_` and `.`.
    fileprivate var isNameByte: Bool {
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        let digit = self &- UInt8(ascii: "-")
        // From '-' to '9' all but '/'.
        return letter < 26 || (digit <= 12 && digit != 2) || self == UInt8(ascii: "_")
    }
}
