// SPDX-License-Identifier: Apache-2.0

/// How property names are spelt in YAML: `minimumScore` is `minimum-score`.
enum KeySpelling {
    /// The key of YAML for a coding key; keys of a dictionary are written as they are.
    static func inYAML(_ key: some CodingKey) -> String {
        if let key = key as? PathKey { return key.stringValue }
        return isFree(type(of: key)) ? key.stringValue : hyphenated(key.stringValue)
    }

    /// Whether a type of keys takes any text, as that of a dictionary does, so that they are data and not names.
    static func isFree<Key: CodingKey>(_ type: Key.Type) -> Bool {
        Key(stringValue: "\u{0}") != nil
    }

    /// The words of a name in camel case, in lower case with hyphens; runs of capitals are one word.
    static func hyphenated(_ name: String) -> String {
        let letters = Array(name)
        var result = ""
        for (index, letter) in letters.enumerated() {
            guard letter.isUppercase else {
                result.append(letter)
                continue
            }
            if let before = index > 0 ? letters[index - 1] : nil, before != "-", before != "_" {
                let after = index + 1 < letters.count ? letters[index + 1] : nil
                if !before.isUppercase || after?.isLowercase == true { result += "-" }
            }
            result += letter.lowercased()
        }
        return result
    }
}

/// A key or index on the way to a value, as it is spelt in YAML.
struct PathKey: CodingKey, Hashable {
    /// The key as text.
    let stringValue: String
    /// The index, if it is one.
    let intValue: Int?

    /// Makes a key.
    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    /// Makes an index.
    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}
