// SPDX-License-Identifier: Apache-2.0

/// Formats that hold nothing Panorama reads, told by the first bytes of a content, and what to do about them.
enum ForeignFormat: CaseIterable {
    case pdf
    case zip
    case sevenZip
    case xz
    case bzip2
    case tar
    case parquet
    case sqlite
    case utf16
    case utf32
    case html
    case xml
    /// Of compressed content alone: it is compressed once more.
    case compressed

    /// The bytes that are enough to tell any of them.
    static let headLength = 512

    /// Tells by the first bytes; `nil` for what may be of a form that is read.
    ///
    /// - Parameters:
    ///   - head: the first bytes of the content, as far as there are any.
    ///   - isInflated: whether the content was compressed.
    init?(head: [UInt8], isInflated: Bool) {
        let found = Self.allCases.first { format in
            if format == .compressed { return isInflated && Compression(head: head) != .none }
            return format.begins(head)
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether it is a text, among the lines of which there may be good ones all the same.
    var isText: Bool { self == .html || self == .xml }

    /// What it is and what to do.
    var advice: String {
        switch self {
        case .pdf: "a PDF document, which holds no events"
        case .zip: "a zip archive: unpack it and drop what is in it"
        case .sevenZip: "a 7z archive: unpack it and drop what is in it"
        case .xz: "xz-compressed: pack it by gzip or zstd instead"
        case .bzip2: "bzip2-compressed: pack it by gzip or zstd instead"
        case .tar: "a tar archive: unpack it and drop what is in it"
        case .parquet: "a Parquet file: export its rows as JSON, one object to a line"
        case .sqlite: "an SQLite database: export its rows as JSON, one object to a line"
        case .utf16: "UTF-16 text: convert it to UTF-8"
        case .utf32: "UTF-32 text: convert it to UTF-8"
        case .html: "an HTML page: the download failed, fetch it again"
        case .xml: "XML, such as servers answer when a download failed: fetch it again"
        case .compressed: "compressed once more: unpack it once"
        }
    }

    private func begins(_ head: [UInt8]) -> Bool {
        switch self {
        case .pdf: head.starts(with: "%PDF-".utf8)
        case .zip: [[3, 4], [5, 6], [7, 8]].contains { head.starts(with: Array("PK".utf8) + $0) }
        case .sevenZip: head.starts(with: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])
        case .xz: head.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])
        case .bzip2: head.starts(with: "BZh".utf8) && [0x31, 0x17].contains(head.dropFirst(4).first)
        case .tar: head.dropFirst(257).starts(with: "ustar".utf8)
        case .parquet: head.starts(with: "PAR1".utf8)
        case .sqlite: head.starts(with: "SQLite format 3\0".utf8)
        // The mark of UTF-32 in the order of little ends begins with that of UTF-16.
        case .utf16: (head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff])) && !Self.utf32.begins(head)
        case .utf32: head.starts(with: [0xff, 0xfe, 0, 0]) || head.starts(with: [0, 0, 0xfe, 0xff])
        case .html:
            Self.tag(head).map { tag in ["!doctype html", "html", "head", "body"].contains(where: tag.hasPrefix) }
                ?? false
        case .xml: Self.tag(head) != nil
        case .compressed: false
        }
    }

    /// What stands behind the bracket of a tag with which a text begins, in lower case; `nil` when it begins otherwise.
    private static func tag(_ head: [UInt8]) -> String? {
        var text = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head[...]
        text = text.drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
        guard text.first == UInt8(ascii: "<"), let next = text.dropFirst().first else { return nil }
        let isName = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
        guard isName || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return nil }
        return String(decoding: text.dropFirst().prefix(16), as: UTF8.self).lowercased()
    }
}
