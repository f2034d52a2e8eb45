// SPDX-License-Identifier: Apache-2.0

/// The optional parts of a gzip header (RFC 1952).
enum GzipHeader {
    /// The comment of a header, if it lies within the given first bytes of a file.
    static func comment(_ head: [UInt8]) -> String? {
        guard head.count > 10, head[0] == 0x1f, head[1] == 0x8b else { return nil }
        let flags = head[3]
        var position = 10
        if flags & 0x04 != 0 {  // FEXTRA
            guard head.count > position + 2 else { return nil }
            position += 2 + Int(head[position]) + Int(head[position + 1]) << 8
        }
        if flags & 0x08 != 0 {  // FNAME
            guard position < head.count, let end = head[position...].firstIndex(of: 0) else { return nil }
            position = end + 1
        }
        guard flags & 0x10 != 0, position < head.count, let end = head[position...].firstIndex(of: 0) else {
            return nil
        }
        return String(decoding: head[position..<end], as: UTF8.self)
    }
}
