// SPDX-License-Identifier: Apache-2.0

/// One record of a CSV file (RFC 4180) that does not span lines.
enum CSVRecord {
    /// The most columns that a head line may have; the tables that are known have far fewer.
    private static let columnLimit = 64
    /// The longest head line, in bytes.
    private static let headLimit = 64 << 10
    /// The bytes of a field that a reason shows.
    private static let shownLimit = 60

    /// The names of the columns that a head line gives, in lower case; `nil` when it is no record or too large for a head.
    ///
    /// Every file is asked for its head line, whatever it holds, and its first line may have 64 MiB.
    static func columns(head line: some Collection<UInt8>) -> [String]? {
        guard line.count <= headLimit, let names = fields(line, limit: columnLimit), names.count <= columnLimit else {
            return nil
        }
        return names.map { $0.lowercased() }
    }

    /// A field as a reason shows it: between quotes, and cut where it is long.
    static func quoted(_ field: some Collection<UInt8>) -> String {
        let shown = String(decoding: field.prefix(shownLimit), as: UTF8.self)
        return "'\(shown)\(field.count > shownLimit ? "…" : "")'"
    }

    /// The fields of a line without its line feed; `nil` when a quote is not closed or stands amid a field.
    ///
    /// Of a line with more fields than the limit one more is given, and the rest is not read.
    static func fields(_ line: some Collection<UInt8>, limit: Int) -> [String]? {
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
                guard fields.count <= limit else { return fields }
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
