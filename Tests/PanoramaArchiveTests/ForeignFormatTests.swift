// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import TestSupport
import Testing

/// Files that are plainly something else.
@Suite
struct ForeignFormatTests {
    private static let tar = Array("events.json".utf8) + Array(repeating: 0, count: 246) + Array("ustar\u{0}00".utf8)

    private static let samples: [(head: [UInt8], advice: String)] = [
        (Array("%PDF-1.7\n%\u{e2}\n1 0 obj\n<< /Type /Catalog >>\n".utf8), "a PDF document"),
        (Array("PK\u{3}\u{4}\u{14}\0\0\0".utf8), "a zip archive: unpack it"),
        (Array("PK\u{5}\u{6}".utf8) + Array(repeating: 0, count: 18), "a zip archive"),
        ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], "a 7z archive"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4], "xz-compressed: pack it by gzip or zstd instead"),
        (Array("BZh91AY&SY".utf8), "bzip2-compressed"),
        (tar, "a tar archive: unpack it and drop what is in it"),
        (Array("PAR1\u{15}\u{4}".utf8), "a Parquet file"),
        (Array("SQLite format 3\0\u{10}\0".utf8), "an SQLite database"),
        ([0xff, 0xfe] + Array("{\0\"\0".utf8), "UTF-16 text: convert it to UTF-8"),
        ([0xfe, 0xff] + Array("\0{\0\"".utf8), "UTF-16 text"),
        ([0xff, 0xfe, 0, 0] + Array("{\0\0\0".utf8), "UTF-32 text"),
        ([0, 0, 0xfe, 0xff] + Array("\0\0\0{".utf8), "UTF-32 text"),
        (Array("\u{feff}\r\n <!DOCTYPE html>\n<html>".utf8), "an HTML page: the download failed, fetch it again"),
        (Array("<HTML><body>{\"type\":\"PushEvent\"".utf8), "an HTML page"),
        (Array("<?xml version='1.0'?><Error>".utf8), "XML"), (Array("<Error>".utf8), "XML"),
    ]

    private func message(_ content: [UInt8]) -> (code: ArchiveError.Code, message: String)? {
        do {
            _ = try read(content)
            return nil
        } catch {
            return (error as? ArchiveError).map { ($0.code, $0.message) }
        }
    }

    @Test(arguments: samples)
    func isToldAtOnceAndWhatToDoAboutIt(head: [UInt8], advice: String) throws {
        for (content, subject) in [
            (head, "the file is"), (try gzip(head), "its content is"), (try zstd(head), "its content is"),
        ] {
            let error = try #require(message(content))
            #expect(error.code == .unrecognised)
            #expect(error.message.contains("\(subject) \(advice)"), "\(error.message)")
        }
    }

    @Test
    func compressedTwiceIsTold() throws {
        let event = Array((InventedEvent(id: 1).line + "\n").utf8)
        for twice in [try gzip(gzip(event)), try gzip(zstd(event)), try zstd(gzip(event))] {
            #expect(message(twice)?.message.contains("compressed once more") == true)
        }
    }

    @Test(arguments: [
        "<html>", "<?xml version='1.0'?><Error>", "<", "< a", "<<<<<<< HEAD", "PK", "BZh9", "PAR", "%PD", "ustar",
    ])
    func aDamagedFirstLineCostsItselfAlone(line: String) throws {
        let lines = (1...3).map { InventedEvent(id: $0).line }.joined(separator: "\n")
        #expect(try read(line + "\n" + lines + "\n").accepted == 3)
    }
}
