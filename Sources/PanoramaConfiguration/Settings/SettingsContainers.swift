// SPDX-License-Identifier: Apache-2.0

/// The keys of a mapping, over those of its default.
struct SettingsKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// The decoder of the mapping.
    let decoder: SettingsDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    /// The keys that are there; where a mapping is written, its own alone, so that a dictionary replaces its default.
    var allKeys: [Key] {
        (decoder.value.node?.mapping?.entries ?? []).compactMap { entry in
            guard !decoder.pass.isMasked(decoder.path + [entry.key]), !entry.value.isInvalid else { return nil }
            if KeySpelling.isFree(Key.self) { return Key(stringValue: entry.key) }
            return Key(stringValue: entry.key) ?? Key(stringValue: Self.camelCase(entry.key))
        }
    }

    func contains(_ key: Key) -> Bool {
        decoder.pass.ask(KeySpelling.inYAML(key), in: decoder.path)
        return below(key).value.node != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try present(key)?.value.node?.isNull ?? true
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        guard let decoder = try present(key, for: type) else {
            // The value is masked, so its error is known; go on with something.
            return try SettingsPass.standIn(type) ?? missing(key)
        }
        return try decoder.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        let decoder = try present(key) ?? missing(key)
        decoder.pass.nest(decoder.path)
        return try decoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try (present(key) ?? missing(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { try present(key) ?? missing(key) }

    private func below(_ key: Key) -> SettingsDecoder {
        let spelling = KeySpelling.inYAML(key)
        return decoder.below(spelling, decoder.value.child(spelling))
    }

    /// The decoder of a value; `nil` when it is masked without a default.
    ///
    /// - Throws: `keyNotFound` when it was never there.
    private func present<Value>(_ key: Key, for type: Value.Type = Void.self) throws -> SettingsDecoder? {
        decoder.pass.ask(KeySpelling.inYAML(key), in: decoder.path)
        let below = below(key)
        if below.value.node != nil { return below }
        return try decoder.pass.isMasked(below.path) ? nil : missing(key)
    }

    private func missing<Value>(_ key: Key) throws -> Value {
        throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
    }

    private static func camelCase(_ spelling: String) -> String {
        let words = spelling.split(separator: "-", omittingEmptySubsequences: false)
        return (words.first.map(String.init) ?? "")
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

/// The elements of a list; those that are masked are passed over.
struct SettingsUnkeyedContainer: UnkeyedDecodingContainer {
    private let list: SettingsDecoder
    private let decoders: [SettingsDecoder]

    private(set) var currentIndex = 0

    /// Starts on the elements.
    init(decoder: SettingsDecoder, elements: [YAMLNode]) {
        list = decoder
        decoders = elements.enumerated().compactMap { index, element in
            let below = decoder.below(String(index), LayeredValue(written: element, preset: nil))
            return below.value.node == nil ? nil : below
        }
    }

    var codingPath: [any CodingKey] { list.codingPath }
    var count: Int? { decoders.count }
    var isAtEnd: Bool { currentIndex >= decoders.count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, decoders[currentIndex].value.node?.isNull == true else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current().decode(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let decoder = try current()
        let container = try decoder.container(keyedBy: type)
        decoder.pass.nest(decoder.path)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try current().unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try current()
        currentIndex += 1
        return decoder
    }

    private func current() throws -> SettingsDecoder {
        guard decoders.indices.contains(currentIndex) else {
            throw DecodingError.valueNotFound(
                Any.self,
                .init(codingPath: codingPath, debugDescription: "the list has too few elements; add what is missing")
            )
        }
        return decoders[currentIndex]
    }
}

/// A value by itself.
struct SettingsSingleValueContainer: SingleValueDecodingContainer {
    /// The decoder of the value.
    let decoder: SettingsDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value.node?.isNull ?? true }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
