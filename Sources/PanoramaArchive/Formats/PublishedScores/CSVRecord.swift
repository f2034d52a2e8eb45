// SPDX-License-Identifier: Apache-2.0

/// One record of a CSV file (RFC 4180) that does not span lines.
enum CSVRecord {
    /// The fields of a line without its line feed; `nil` when a quote is not closed or stands amid a field.
    static func fields(_ line: some Collection<UInt8>) -> [String]? {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var isClosed = false
        var iterator = line.makeIterator()
        var next = iterator.next()
        while let byte = next {
            next = iterator.next()
            if isQuoted {
                guard byte == UInt8(ascii: "\"") else {
                    field.append(byte)
                    continue
                }
                if next == UInt8(ascii: "\"") {
                    field.append(byte)
                    next = iterator.next()
                } else {
                    isQuoted = false
                    isClosed = true
                }
            } else if byte == UInt8(ascii: ",") {
                fields.append(String(decoding: field, as: UTF8.self))
                field.removeAll(keepingCapacity: true)
                isClosed = false
            } else if byte == UInt8(ascii: "\"") {
                guard field.isEmpty, !isClosed else { return nil }
                isQuoted = true
            } else if byte == UInt8(ascii: "\r"), next == nil {
                break
            } else {
                guard !isClosed else { return nil }
                field.append(byte)
            }
        }
        guard !isQuoted else { return nil }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}
