// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import PanoramaModel
import PanoramaPluginKit
import PanoramaStore

/// Writes editions and switches to them: `editions/<number>/` beside, then `latest` by one rename.
struct EditionWriter {
    let output: String
    let landscape: String

    private var folder: String { "\(output)/\(landscape)" }

    /// Whether an edition is the latest and still there, with every file that its manifest names, of the size it names.
    func isLatest(_ edition: String) -> Bool {
        struct Listing: Decodable {
            struct File: Decodable {
                var path: String
                var bytes: Int
            }
            var edition: String
            var files: [File]
        }
        let manager = FileManager.default
        guard let data = manager.contents(atPath: "\(folder)/latest/manifest.json"),
            let listing = try? JSONDecoder().decode(Listing.self, from: data), listing.edition == edition
        else { return false }
        return listing.files.allSatisfy { file in
            let attributes = try? manager.attributesOfItem(atPath: "\(folder)/latest/\(file.path)")
            return attributes?[.size] as? Int == file.bytes
        }
    }

    /// Writes an edition and makes it the latest.
    ///
    /// - Returns: its number.
    /// - Throws: ``StoreError``; the latest edition is then what it was.
    func write(_ files: [ExportedFile], _ manifest: Manifest, after known: Int) throws -> Int {
        var manifest = manifest
        manifest.files = files.map { file in
            Manifest.File(path: file.path, bytes: file.bytes.count, sha256: SHA256.hash(data: file.bytes).hex)
        }
        let editions = "\(folder)/editions"
        try DurableFile.makeDirectory(editions)
        let present = try FileManager.default.contentsOfDirectory(atPath: editions)
        let number = max(known, present.compactMap { Int32($0) }.map(Int.init).max() ?? 0) + 1
        let part = "\(editions)/.\(number).part"
        try? FileManager.default.removeItem(atPath: part)
        try DurableFile.makeDirectory(part)
        for file in files {
            let path = "\(part)/\(file.path)"
            try DurableFile.makeDirectory((path as NSString).deletingLastPathComponent)
            try DurableFile.write(file.bytes, to: path, synced: true)
        }
        try DurableFile.write(encode(manifest), to: "\(part)/manifest.json", synced: true)
        guard rename(part, "\(editions)/\(number)") == 0 else { throw failure("rename", part) }
        try DurableFile.syncDirectory(editions)
        try switchLatest(to: number)
        return number
    }

    private func encode(_ manifest: Manifest) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(manifest)) + [UInt8(ascii: "\n")]
    }

    private func switchLatest(to number: Int) throws {
        let link = "\(folder)/.latest.part"
        unlink(link)
        guard symlink("editions/\(number)", link) == 0 else { throw failure("link", link) }
        guard rename(link, "\(folder)/latest") == 0 else { throw failure("rename to 'latest'", link) }
        try DurableFile.syncDirectory(folder)
    }

    private func failure(_ verb: String, _ path: String) -> StoreError {
        StoreError(.inputOutput, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
