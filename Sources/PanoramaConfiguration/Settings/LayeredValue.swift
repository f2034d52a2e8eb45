// SPDX-License-Identifier: Apache-2.0

/// A value as a person wrote it, over the default it replaces.
///
/// Keys of a mapping that are not written come from the default; lists, single values and dictionaries replace it whole.
struct LayeredValue {
    /// What is written, if anything.
    var written: YAMLNode?
    /// The default, if there is one.
    var preset: YAMLNode?

    /// What counts.
    var node: YAMLNode? { written ?? preset }

    /// The value of a key in the mapping.
    func child(_ key: String) -> LayeredValue {
        // An empty value where a mapping belongs is a mapping without keys.
        let isReplaced = written.map { $0.mapping == nil && !$0.isNull } ?? false
        return LayeredValue(written: written?.mapping?[key], preset: isReplaced ? nil : preset?.mapping?[key])
    }
}
