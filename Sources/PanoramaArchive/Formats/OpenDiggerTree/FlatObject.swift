// SPDX-License-Identifier: Apache-2.0

import CSimdjson

/// The fields of a JSON object whose values are numbers or texts, by simdjson.
struct FlatObject {
    /// The value of a field.
    enum Value: Hashable {
        case number(Double)
        case text(String)
        /// An object, an array, a truth value or null.
        case other
    }

    /// A field.
    struct Field: Hashable {
        var key: String
        /// Where the key stands in the object, in bytes.
        var offset: Int
        var value: Value
    }

    /// The fields in the order of the object.
    private(set) var fields: [Field] = []

    /// Reads an object; `nil` when the bytes are not one, or `wants` ended the reading.
    ///
    /// - Parameters:
    ///   - json: the bytes, which ``LineReader/padding`` readable bytes follow.
    ///   - wants: whether fields with a key are of interest; the first that are not end the reading.
    init?(_ json: UnsafeRawBufferPointer, while wants: (_ key: String) -> Bool) {
        let bytes = unsafe json.bindMemory(to: UInt8.self)
        let (fields, status) = withoutActuallyEscaping(wants) { wants in
            let context = Context(wants: wants)
            let status = unsafe panorama_each_field(
                bytes.baseAddress,
                bytes.count,
                { context, field in
                    guard let context = unsafe context, let field = unsafe field?.pointee else { return 1 }
                    return unsafe Unmanaged<Context>.fromOpaque(context).takeUnretainedValue().take(field) ? 0 : 1
                },
                unsafe Unmanaged.passUnretained(context).toOpaque()
            )
            return (context.fields, status)
        }
        guard status == panorama_fields_ok else { return nil }
        self.fields = fields
    }

    /// The value of a key; `nil` where there is none.
    subscript(key: String) -> Value? { fields.first { $0.key == key }?.value }

    private final class Context {
        let wants: (String) -> Bool
        var fields: [Field] = []

        init(wants: @escaping (String) -> Bool) { self.wants = wants }

        func take(_ field: panorama_field) -> Bool {
            let key = unsafe String(decoding: field.key.buffer, as: UTF8.self)
            guard wants(key) else { return false }
            let value: Value
            switch unsafe field.kind {
            case panorama_field_number: value = unsafe .number(field.number)
            case panorama_field_text: value = unsafe .text(String(decoding: field.text.buffer, as: UTF8.self))
            default: value = .other
            }
            unsafe fields.append(Field(key: key, offset: field.offset, value: value))
            return true
        }
    }
}
