// SPDX-License-Identifier: Apache-2.0

/// Reads YAML files, each once, and bounds what all of them together may cost.
final class IncludedFiles {
    private let report: Diagnostics
    private let limits: YAMLLimits
    private var parsed: [String: (root: YAMLNode, size: Int)?] = [:]
    private var budget: Int

    /// Starts without files.
    ///
    /// - Parameters:
    ///   - limits: what a file may cost.
    ///   - budget: the number of keys and values of all files, counted every time one is named.
    ///   - report: takes what is wrong with the files.
    init(limits: YAMLLimits = YAMLLimits(), budget: Int = 400_000, report: Diagnostics) {
        self.limits = limits
        self.budget = budget
        self.report = report
    }

    /// The content of the configuration file itself.
    func root(_ path: String) -> YAMLNode? {
        do throws(SourceFile.Failure) {
            return try parse(path, shownAs: path)?.root
        } catch {
            report.error(SourcePosition(file: path), "cannot be read: \(error.reason)")
            return nil
        }
    }

    /// The content of a file that another one names.
    ///
    /// - Parameters:
    ///   - name: the path as written.
    ///   - position: where it is written; the path is seen from the folder of that file.
    /// - Returns: the root, or `nil` after reporting why there is none.
    func file(_ name: String, namedAt position: SourcePosition) -> YAMLNode? {
        let shown = FilePath.beside(position.file, name)
        let file: (root: YAMLNode, size: Int)?
        do throws(SourceFile.Failure) { file = try parse(shown, shownAs: shown) } catch {
            report.error(position, "file \(quoted(shown, limit: 300)) cannot be read: \(error.reason)")
            return nil
        }
        guard let file else { return nil }
        budget -= file.size
        guard budget >= 0 else {
            report.error(position, "the files named so far hold too many values; name fewer or smaller files")
            return nil
        }
        return file.root
    }

    private func parse(_ path: String, shownAs file: String) throws(SourceFile.Failure) -> (root: YAMLNode, size: Int)?
    {
        let key = FilePath.absolute(path)
        if let known = parsed[key] { return known }
        let bytes = try SourceFile.read(path, limit: limits.bytes)
        let result = YAMLParser.parse(bytes, file: file, limits: limits, report: report)
        parsed[key] = .some(result)
        return result
    }
}
