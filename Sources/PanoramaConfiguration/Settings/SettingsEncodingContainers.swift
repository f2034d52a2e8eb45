// SPDX-License-Identifier: Apache-2.0

/// The keys of a mapping under construction.
struct SettingsKeyedEncodingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    /// The encoder of the mapping.
    let encoder: SettingsEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { _ = below(key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try below(key).encode(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { below(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder }

    func superEncoder(forKey key: Key) -> any Encoder { below(key) }

    private func below(_ key: Key) -> SettingsEncoder {
        encoder.below(key, encoder.slot.add(KeySpelling.inYAML(key)))
    }
}

/// The elements of a list under construction.
struct SettingsUnkeyedEncodingContainer: UnkeyedEncodingContainer {
    /// The encoder of the list.
    let encoder: SettingsEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    var count: Int { encoder.slot.elements.count }

    func encodeNil() { _ = below() }

    func encode<Value: Encodable>(_ value: Value) throws { try below().encode(value) }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        below().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { below().unkeyedContainer() }

    func superEncoder() -> any Encoder { below() }

    private func below() -> SettingsEncoder {
        encoder.below(PathKey(intValue: count), encoder.slot.append())
    }
}

/// A value by itself, under construction.
struct SettingsSingleValueEncodingContainer: SingleValueEncodingContainer {
    /// The encoder of the value.
    let encoder: SettingsEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.slot.kind = .null }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(value) }
}
