// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// Reads the whole configuration.
struct ConfigurationReader {
    /// The keys of the file.
    let fields: MappingReader
    /// The file, absolute.
    let path: String
    /// The plugins to choose from.
    let catalog: PluginCatalog
    /// The files it names.
    let files: IncludedFiles
    /// Takes what is wrong.
    let report: Diagnostics

    /// The configuration; `nil` after reporting why not.
    func read() -> Configuration? {
        let inbox = folder("inbox")
        let state = folder("state")
        let output = folder("output")
        checkFolders(inbox: inbox, state: state, output: output)
        var intake = IntakeSettings(fields)
        intake.done = destination("done", inbox)
        intake.failed = destination("failed", inbox)
        let scoring = fields.nested("scoring").map { ScoringParameters($0) } ?? ScoringParameters()
        let landscapes = landscapes()
        fields.finish()
        guard let inbox, let state, let output else { return nil }
        return Configuration(
            path: path,
            inbox: inbox,
            state: state,
            output: output,
            intake: intake,
            scoring: scoring,
            landscapes: landscapes,
            warnings: report.warnings
        )
    }

    private func folder(_ key: String) -> String? {
        fields.required(key, .path, example: "\(key): /var/lib/panorama/\(key)")
            .map { FilePath.absolute($0, in: FilePath.folder(of: path)) }
    }

    /// A folder that files are moved to, outside of the inbox; `nil` where none is written.
    private func destination(_ key: String, _ inbox: String?) -> String? {
        guard let written = fields.value(key, .path) else { return nil }
        let folder = FilePath.absolute(written, in: FilePath.folder(of: path))
        if let inbox, FilePath.contains(inbox, folder) || FilePath.contains(folder, inbox) {
            report.error(
                fields.position(of: key),
                "'\(key)' (\(folder)) and 'inbox' lie in one another, so that files would be found again; choose a folder beside it"
            )
        }
        return folder
    }

    private func checkFolders(inbox: String?, state: String?, output: String?) {
        func refuse(_ key: String, _ reason: String) {
            report.error(fields.position(of: key), "\(reason); choose a folder outside")
        }
        if let inbox {
            if let state, FilePath.contains(inbox, state) {
                refuse("state", "'state' lies in 'inbox' (\(inbox)), so that it would be taken in as input")
            }
            if let output, FilePath.contains(inbox, output) {
                refuse("output", "'output' lies in 'inbox' (\(inbox)), so that it would be taken in as input")
            } else if let output, FilePath.contains(output, inbox) {
                refuse("inbox", "'inbox' lies in 'output' (\(output)), which holds nothing but editions")
            }
        }
        if let state, state == output {
            refuse("output", "'output' is the same folder as 'state'")
        }
    }

    private func landscapes() -> [ConfiguredLandscape] {
        guard fields.has("landscapes") else {
            fields.needs(["landscapes"], example: "landscapes: { llm: { title: My landscape } }")
            return []
        }
        guard let entries = fields.nested("landscapes") else { return [] }
        return entries.mapping.entries.compactMap { entry in
            checkIdentifier(entry)
            guard !entry.value.isInvalid else { return nil }
            let reader = LandscapeReader(id: entry.key, place: entry.position, report: report)
            return reader.read(entry.value, catalog: catalog, files: files)
        }
    }

    private func checkIdentifier(_ entry: YAMLMapping.Entry) {
        let isAllowed = entry.key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard !isAllowed || entry.key.isEmpty || entry.key.utf8.count > 64 || entry.key.hasPrefix("-") else { return }
        report.error(
            entry.position,
            "\(quoted(entry.key)) cannot name a landscape, for it names a folder; use up to 64 of the characters"
                + " a-z, A-Z, 0-9, '-' and '_', the first not '-'"
        )
    }
}
