// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Decodes a value written in YAML, over its default.
struct SettingsDecoder: Decoder {
    /// The value.
    let value: LayeredValue
    /// The path to it in YAML's spelling.
    let path: SettingsPass.Path
    /// What is remembered.
    let pass: SettingsPass

    var codingPath: [any CodingKey] { path.map { PathKey(stringValue: $0) } }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let node = value.node, node.mapping != nil || node.isNull else {
            throw mismatch("a mapping of keys to values", [String: String].self)
        }
        return KeyedDecodingContainer(SettingsKeyedContainer<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let node = value.node, let elements = node.sequence ?? (node.isNull ? [] : nil) else {
            throw mismatch("a list", [String].self)
        }
        return SettingsUnkeyedContainer(decoder: self, elements: elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SettingsSingleValueContainer(decoder: self)
    }

    /// Decodes the value as a type.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = type as? any ScalarSetting.Type { return try read(scalar) }
        if type is RepositoryReference.Type, value.node?.scalar != nil { return try read(Reading.reference) }
        do {
            let result = try Value(from: self)
            pass.finish(path)
            return result
        } catch let error as DecodingError {
            throw refined(error, type)
        }
    }

    /// The decoder of a value below this one.
    func below(_ step: String, _ value: LayeredValue) -> SettingsDecoder {
        let path = path + [step]
        if value.written?.isInvalid == true { pass.mask(path) }
        return SettingsDecoder(
            value: pass.isMasked(path) ? LayeredValue(written: nil, preset: value.preset) : value,
            path: path,
            pass: pass
        )
    }

    private func read<Scalar: ScalarSetting, Value>(_ type: Scalar.Type) throws -> Value {
        try read(Scalar.reading)
    }

    private func read<Read, Value>(_ reading: Reading<Read>) throws -> Value {
        let result: Read
        do throws(Mismatch) { result = try reading.read(current, of: KeySpelling.place(path)) } catch {
            throw decodingError(error, Value.self)
        }
        guard let value = result as? Value else { throw mismatch(reading.expectation, Value.self) }
        return value
    }

    private var current: YAMLNode { value.node ?? YAMLNode(.invalid, at: SourcePosition(file: "")) }

    private func mismatch<Value>(_ expectation: String, _ type: Value.Type) -> DecodingError {
        let never = Reading<Value>(expectation) { _ in nil }
        do throws(Mismatch) { _ = try never.read(current, of: KeySpelling.place(path)) } catch {
            return decodingError(error, type)
        }
        return .typeMismatch(type, .init(codingPath: codingPath, debugDescription: expectation))
    }

    private func decodingError<Value>(_ error: Mismatch, _ type: Value.Type) -> DecodingError {
        .typeMismatch(
            type,
            .init(codingPath: codingPath, debugDescription: error.message, underlyingError: error)
        )
    }

    /// The error, or a better one that lists the words of an enumeration.
    private func refined<Value>(_ error: DecodingError, _ type: Value.Type) -> DecodingError {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context):
            guard context.codingPath.count == path.count, let words = Self.words(type) else { return error }
            do throws(Mismatch) { _ = try words.read(current, of: KeySpelling.place(path)) } catch {
                return decodingError(error, type)
            }
            return error
        default: return error
        }
    }

    /// The words an enumeration is written with, if the type is one that can list them.
    private static func words<Value>(_ type: Value.Type) -> Reading<String>? {
        func raw<Choice: CaseIterable & RawRepresentable>(_ type: Choice.Type) -> [String] {
            Choice.allCases.compactMap { $0.rawValue as? String }
        }
        guard let choice = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        let words = raw(choice)
        return words.isEmpty ? nil : .choice(of: words)
    }
}

extension KeySpelling {
    /// A path in YAML's spelling.
    static func path(_ keys: [any CodingKey]) -> SettingsPass.Path {
        keys.map { inYAML($0) }
    }

    /// The end of a path for a message: the last key, with the indexes after it, such as `seeds[2]`.
    static func place(_ path: SettingsPass.Path) -> String {
        var place = ""
        for step in path.reversed() {
            guard Int(step) != nil else { return step + place }
            place = "[\(step)]" + place
        }
        return place.isEmpty ? "settings" : place
    }
}
