// SPDX-License-Identifier: Apache-2.0

/// Numbers of events by type.
public struct EventTypeCounts: Hashable, Sendable {
    /// The numbers in the order of ``EventType/index``.
    private var values: [Int]

    /// No events.
    public init() { values = [Int](repeating: 0, count: EventType.allCases.count) }

    /// The number of events of a type.
    public subscript(type: EventType) -> Int {
        get { values[Int(type.index)] }
        set { values[Int(type.index)] = newValue }
    }

    /// The number of events of all types.
    public var total: Int { values.reduce(0, &+) }

    /// Adds the numbers of another.
    public static func += (left: inout EventTypeCounts, right: EventTypeCounts) {
        for index in left.values.indices { left.values[index] &+= right.values[index] }
    }
}

extension EventTypeCounts: ExpressibleByDictionaryLiteral {
    /// Makes counts from those that are not 0; of a type that is named twice the last number is taken.
    public init(dictionaryLiteral elements: (EventType, Int)...) {
        self.init()
        for (type, count) in elements { self[type] = count }
    }
}

extension EventTypeCounts: Codable {
    /// Decodes an object of numbers by name of the type; a type that is not named has none.
    public init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: EventTypeKey.self)
        for key in container.allKeys { self[key.type] = try container.decode(Int.self, forKey: key) }
    }

    /// Encodes an object with a number for every type.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EventTypeKey.self)
        for type in EventType.allCases { try container.encode(self[type], forKey: EventTypeKey(type: type)) }
    }
}

/// A type of event as the key of an object.
private struct EventTypeKey: CodingKey {
    var type: EventType

    init(type: EventType) { self.type = type }

    init?(stringValue: String) {
        guard let type = EventType(rawValue: stringValue) else { return nil }
        self.type = type
    }

    init?(intValue: Int) { nil }

    var stringValue: String { type.name }
    var intValue: Int? { nil }
}
