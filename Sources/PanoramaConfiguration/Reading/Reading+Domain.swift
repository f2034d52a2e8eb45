// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Reading<Month> {
    /// A month as `YYYY-MM`.
    static var month: Reading {
        Reading("a month as YYYY-MM") { node in
            guard let scalar = node.scalar else { return .failure(Refusal()) }
            if case .text = scalar.resolved, let month = Month(scalar.text) { return .success(month) }
            return .failure(Refusal(advice: advice(on: scalar.text)))
        }
    }

    private static func advice(on text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first, year.utf8.count == 4, Int(year) != nil else { return nil }
        switch parts.count {
        case 1: return "write \(year)-01 for the first month of \(year), \(year)-12 for its last"
        case 2, 3:
            guard let number = Int(parts[1]), (1...12).contains(number) else {
                return "months go from \(year)-01 to \(year)-12"
            }
            return "write \(year)-\(number < 10 ? "0" : "")\(number)"
        default: return nil
        }
    }
}

extension Reading<RepositoryReference> {
    /// A repository written as a single value: its number or `owner/name`.
    static var reference: Reading {
        Reading("a repository as owner/name or its number") { node in
            guard let scalar = node.scalar else { return .failure(Refusal()) }
            if case .integer(let wide?) = scalar.resolved, let number = Int64(exactly: wide), number > 0 {
                return .success(RepositoryReference(id: RepositoryID(rawValue: number)))
            }
            if case .text = scalar.resolved, RepositoryReference.isName(scalar.text) {
                return .success(RepositoryReference(name: scalar.text))
            }
            return .failure(Refusal(advice: advice(on: scalar.text)))
        }
    }

    /// The reference at a node, which may also be a mapping with `id` and `repository`.
    static func read(_ node: YAMLNode, of key: String, report: Diagnostics) -> RepositoryReference? {
        guard node.mapping != nil else {
            do throws(Mismatch) { return try reference.read(node, of: key) } catch {
                report.error(error)
                return nil
            }
        }
        guard let fields = MappingReader(node, of: key, report: report) else { return nil }
        let id = fields.value("id", .integer(in: 1...Int64.max))
        let name = fields.value("repository", repositoryName)
        if id == nil, name == nil { fields.needs(["repository", "id"], example: "repository: pytorch/pytorch") }
        fields.finish()
        return RepositoryReference(id: id.map(RepositoryID.init(rawValue:)), name: name)
    }

    private static var repositoryName: Reading<String> {
        Reading<String>("a repository as owner/name") { node in
            guard let scalar = node.scalar, case .text = scalar.resolved, RepositoryReference.isName(scalar.text) else {
                return .failure(.init(advice: advice(on: node.scalar?.text ?? "")))
            }
            return .success(scalar.text)
        }
    }

    private static func advice(on text: String) -> String? {
        for prefix in ["https://", "http://"] where text.hasPrefix(prefix) {
            let parts = text.dropFirst(prefix.count).split(separator: "/")
            guard parts.count >= 3 else { return nil }
            var name = String(parts[1] + "/" + parts[2])
            if name.hasSuffix(".git") { name.removeLast(4) }
            return RepositoryReference.isName(name) ? "write '\(name)'" : nil
        }
        return nil
    }
}

extension Reading<String> {
    /// A path of a file or folder.
    static var path: Reading {
        Reading("a path") { node in
            text.convert(node).flatMap { text in
                if text == "~" || text.hasPrefix("~/") {
                    return .failure(Refusal(advice: "'~' means nothing here, so write the path in full"))
                }
                let hasControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
                return text.isEmpty || hasControl ? .failure(Refusal()) : .success(text)
            }
        }
    }
}
