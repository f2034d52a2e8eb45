// SPDX-License-Identifier: Apache-2.0

/// Objects that GitHub's API answers and that are no event: errors, and envelopes around what was asked for.
enum APIAnswer {
    /// Says what an object without a type is, and what to do.
    ///
    /// - Parameter json: bytes of one JSON object, which ``LineReader/padding`` readable bytes follow.
    /// - Returns: the reason; `nil` when it is neither.
    static func reason(_ json: UnsafeRawBufferPointer) -> String? {
        guard let object = unsafe FlatObject(json, while: { _ in true }) else { return nil }
        for key in ["items", "events"] where object[key] == .other {
            return "the object has no 'type', so it is no event; take the array out of it (jq .\(key))"
        }
        guard case .text(let message) = object["message"] else { return nil }
        return "an error of the API: \(CSVRecord.quoted(message.utf8))"
    }
}
