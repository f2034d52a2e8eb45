// SPDX-License-Identifier: Apache-2.0

/// A piece of HTML or SVG that is safe to put in the page.
///
/// Literals are taken as they are written in the source of this plugin; every text that is interpolated is escaped. So
/// `"<td>\(project.title)</td>"` is right as it stands, whatever the title holds.
struct Markup: Hashable, Sendable {
    /// The text of the piece.
    private(set) var source: String

    /// Makes an empty piece.
    init() { source = "" }

    /// Takes a text that this plugin wrote itself, such as its style sheet.
    init(trusted source: String) { self.source = source }

    /// Puts pieces after one another.
    init(_ pieces: [Markup], separator: Markup = "") {
        source = pieces.map(\.source).joined(separator: separator.source)
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool { source.isEmpty }

    /// Adds a piece.
    static func += (left: inout Markup, right: Markup) { left.source += right.source }

    /// Joins two pieces.
    static func + (left: Markup, right: Markup) -> Markup {
        var result = left
        result += right
        return result
    }
}

extension Markup: ExpressibleByStringInterpolation {
    /// Collects literals as they are and values escaped.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        /// Starts a collection.
        init(literalCapacity: Int, interpolationCount: Int) {
            source.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Adds a literal of the source.
        mutating func appendLiteral(_ literal: String) { source += literal }

        /// Adds a text, escaped.
        mutating func appendInterpolation(_ text: String) { source += HTMLText.escape(text) }

        /// Adds a piece.
        mutating func appendInterpolation(_ markup: Markup) { source += markup.source }

        /// Adds a whole number.
        mutating func appendInterpolation(_ number: Int) { source += String(number) }

        /// Adds a whole number.
        mutating func appendInterpolation(_ number: Int64) { source += String(number) }

        /// Adds a length of a drawing, at two decimals.
        mutating func appendInterpolation(_ length: Double) { source += Coordinate.text(length) }

        /// Adds a number with all its digits, for the script to sort by; nothing for what is not a number.
        mutating func appendInterpolation(exact number: Double) { source += number.isFinite ? "\(number)" : "" }
    }

    /// Takes a literal of the source.
    init(stringLiteral value: String) { source = value }

    /// Takes a literal with values in it.
    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
}
