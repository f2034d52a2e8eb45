// SPDX-License-Identifier: Apache-2.0

/// Encodes a value as the YAML that decodes to it.
struct SettingsEncoder: Encoder {
    /// Where the value goes.
    let slot: SettingsSlot
    let codingPath: [any CodingKey]

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The node of a value, without a place.
    static func node(of value: some Encodable) throws -> YAMLNode {
        let slot = SettingsSlot()
        try SettingsEncoder(slot: slot, codingPath: []).encode(value)
        return slot.node
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.kind = .mapping
        return KeyedEncodingContainer(SettingsKeyedEncodingContainer<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.kind = .sequence
        return SettingsUnkeyedEncodingContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SettingsSingleValueEncodingContainer(encoder: self)
    }

    /// Encodes a value of any type.
    func encode<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let text as String: slot.kind = .scalar(YAMLScalar(text, isPlain: false))
        case let flag as Bool: slot.kind = .scalar(YAMLScalar("\(flag)", isPlain: true))
        case let number as any BinaryFloatingPoint:
            slot.kind = .scalar(YAMLScalar(Self.text(number), isPlain: true))
        case let number as any FixedWidthInteger: slot.kind = .scalar(YAMLScalar("\(number)", isPlain: true))
        default:
            try value.encode(to: self)
            if value is any UnorderedSetting { slot.sortElements() }
        }
    }

    /// The encoder of a value below this one.
    func below(_ key: some CodingKey, _ slot: SettingsSlot) -> SettingsEncoder {
        SettingsEncoder(slot: slot, codingPath: codingPath + [key])
    }

    private static func text<Number: BinaryFloatingPoint>(_ number: Number) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        return "\(number)"
    }
}

/// A collection that does not keep the order of its elements; they are encoded in the order of their text.
protocol UnorderedSetting {}

extension Set: UnorderedSetting {}
