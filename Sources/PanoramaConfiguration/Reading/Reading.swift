// SPDX-License-Identifier: Apache-2.0

/// What a value must be, and how its YAML becomes a Swift value.
///
/// Every message about a wrong value comes from here, for the program's own keys and for those of plugins.
struct Reading<Value> {
    /// Why a value is refused, beyond that it is not what is expected.
    struct Refusal: Error {
        /// What to write instead, if that can be told.
        var advice: String?
    }

    /// What the value must be, in words that follow "must be".
    var expectation: String
    /// Makes the value.
    var convert: (YAMLNode) -> Result<Value, Refusal>

    /// Makes a reading that tells nothing more about a refused value.
    init(_ expectation: String, convert: @escaping (YAMLNode) -> Value?) {
        self.init(expectation, advising: { node in convert(node).map { .success($0) } ?? .failure(Refusal()) })
    }

    /// Makes a reading that advises on refused values.
    init(_ expectation: String, advising convert: @escaping (YAMLNode) -> Result<Value, Refusal>) {
        self.expectation = expectation
        self.convert = convert
    }

    /// Reads a node.
    ///
    /// - Parameters:
    ///   - node: the node.
    ///   - key: the key or place it is the value of, for the message.
    /// - Returns: the value.
    /// - Throws: ``Mismatch`` when it is not what it must be.
    func read(_ node: YAMLNode, of key: String) throws(Mismatch) -> Value {
        switch convert(node) {
        case .success(let value): return value
        case .failure(let refusal):
            var message = "\(quoted(key)) must be \(expectation), not \(node.inWords)"
            if let advice = refusal.advice {
                message += "; \(advice)"
            } else if node.isNull {
                message += "; write a value or remove the key"
            }
            throw Mismatch(position: node.position, message: message)
        }
    }

    /// The reading with another value made of its value.
    func map<Other>(_ transform: @escaping (Value) -> Other) -> Reading<Other> {
        Reading<Other>(expectation, advising: { convert($0).map(transform).mapError { .init(advice: $0.advice) } })
    }
}

/// A value is not what it must be.
struct Mismatch: Error {
    /// Where the value is.
    var position: SourcePosition
    /// What is wrong and what to write.
    var message: String
}
