// SPDX-License-Identifier: Apache-2.0

import PanoramaPluginKit

/// Decodes settings of any type over their defaults and reports everything that is wrong with them.
struct SettingsReader {
    /// After so many errors of one plugin the rest is not looked for.
    private static let mostErrors = 100

    /// What is written: a mapping.
    let written: YAMLNode
    /// Takes what is wrong.
    let report: Diagnostics

    /// The settings; `nil` after reporting why not.
    func read<Settings: PluginConfiguration>(_ type: Settings.Type) -> Settings? {
        let preset: YAMLNode
        do { preset = try SettingsEncoder.node(of: Settings()) } catch {
            report.error(written.position, "the default settings cannot be encoded: \(error)")
            return nil
        }
        let pass = SettingsPass()
        let root = SettingsDecoder(value: LayeredValue(written: written, preset: preset), path: [], pass: pass)
        var settings: Settings?
        var isSound = true
        for _ in 0..<Self.mostErrors {
            do {
                settings = try root.decode(type)
                break
            } catch {
                isSound = false
                guard mask(error, in: pass) else { break }
            }
        }
        let hasUnknownKeys = checkKeys(pass)
        if let settings {
            isSound = check(settings.problems(), pass, ignoringAbsent: hasUnknownKeys) && isSound
        }
        return isSound ? settings : nil
    }

    /// Reports an error and masks its place, so that the next attempt gets past it; `false` when none can.
    private func mask(_ error: any Error, in pass: SettingsPass) -> Bool {
        guard let error = error as? DecodingError else {
            report.error(written.position, "the settings cannot be used: \(error)")
            return false
        }
        var path = place(of: error)
        if pass.isMasked(path) {
            // The error is known; what needs the value cannot be decoded either.
            while !path.isEmpty, pass.isMasked(path) { path.removeLast() }
        } else if !pass.masked.contains(where: { $0.starts(with: path) }) {
            // An error of a mapping of which a part is masked follows from that part.
            record(error, at: path, in: pass)
        }
        pass.mask(path)
        return !path.isEmpty
    }

    private func place(of error: DecodingError) -> SettingsPass.Path {
        switch error {
        case .keyNotFound(let key, let context):
            KeySpelling.path(context.codingPath) + [KeySpelling.inYAML(key)]
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            KeySpelling.path(context.codingPath)
        @unknown default: []
        }
    }

    private func record(_ error: DecodingError, at path: SettingsPass.Path, in pass: SettingsPass) {
        switch error {
        case .keyNotFound(_, let context):
            let advice = context.debugDescription.isEmpty ? nil : context.debugDescription
            if let key = path.last { pass.need(key, advice: advice, in: Array(path.dropLast())) }
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            if let mismatch = context.underlyingError as? Mismatch, !mismatch.position.file.isEmpty {
                report.error(mismatch)
            } else {
                let node = written.nearest(to: path).node
                report.error(node.position, "\(quoted(KeySpelling.place(path))): \(context.debugDescription)")
            }
        @unknown default: report.error(written.position, "\(error)")
        }
    }

    /// Reports unknown and missing keys.
    ///
    /// - Returns: whether there are any.
    private func checkKeys(_ pass: SettingsPass) -> Bool {
        let known = report.errorCount
        for path in pass.mappings {
            let (node, isExact) = written.nearest(to: path)
            guard isExact, let mapping = node.mapping ?? (node.isNull ? YAMLMapping() : nil) else { continue }
            let check = pass.checks[path] ?? KeyCheck()
            check.finish(mapping, at: node.position, isComplete: pass.isComplete(path), report: report)
        }
        return report.errorCount > known
    }

    /// Reports what the plugin says of its settings, apart from what follows from errors known already.
    ///
    /// - Parameters:
    ///   - problems: what the plugin says.
    ///   - pass: knows what is masked.
    ///   - ignoringAbsent: whether keys were misspelt, so that what is said of keys that are not written may follow from that.
    /// - Returns: whether the plugin says nothing.
    private func check(_ problems: [SettingProblem], _ pass: SettingsPass, ignoringAbsent: Bool) -> Bool {
        var kept: [SettingsPass.Path: [Int]] = [:]
        for problem in problems {
            let path = asWritten(problem.path, pass, &kept)
            guard !pass.masked.contains(where: { path.starts(with: $0) || $0.starts(with: path) }) else { continue }
            if ignoringAbsent, !written.nearest(to: path).isExact { continue }
            report.error(written.nearest(to: path).node.position, problem.message)
        }
        return problems.isEmpty
    }

    /// The path in the file of a path in the settings, whose lists lack the masked elements.
    ///
    /// - Parameters:
    ///   - path: the path in the settings.
    ///   - pass: knows what is masked.
    ///   - kept: the indexes that are left of every list looked at so far.
    /// - Returns: the path in the file.
    private func asWritten(
        _ path: SettingsPass.Path,
        _ pass: SettingsPass,
        _ kept: inout [SettingsPass.Path: [Int]]
    ) -> SettingsPass.Path {
        if pass.masked.isEmpty { return path }
        var result: SettingsPass.Path = []
        for step in path {
            var written = step
            if let index = Int(step), let elements = self.written.nearest(to: result).node.sequence {
                let left = kept[result] ?? elements.indices.filter { !pass.isMasked(result + [String($0)]) }
                kept[result] = left
                if left.indices.contains(index) { written = String(left[index]) }
            }
            result.append(written)
        }
        return result
    }
}
