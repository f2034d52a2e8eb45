// SPDX-License-Identifier: Apache-2.0

/// What a YAML file may cost; far above what people write, far below what harms.
struct YAMLLimits: Hashable, Sendable {
    /// The most bytes of a file.
    var bytes = 16 << 20
    /// The most keys and values of a file, those that aliases repeat counted each time.
    var nodes = 100_000
    /// The deepest nesting of lists and mappings, aliases followed.
    var depth = 64
}
