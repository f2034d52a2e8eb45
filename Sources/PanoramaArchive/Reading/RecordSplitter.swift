// SPDX-License-Identifier: Apache-2.0

/// Splits lines that are not one good object each into objects, looking no deeper than brackets and quotes.
///
/// Arrays are transparent: their brackets and commas stand between objects as white space does. NUL bytes never belong to
/// JSON, so they end whatever is open. A text in quotes cannot span lines, so an object that is cut amid one is known to
/// be cut at the end of its line; one that is cut elsewhere may go on in the next.
@safe struct RecordSplitter: ~Copyable {
    /// An object found, or a place where there is none.
    @safe enum Piece {
        /// An object with the place where it starts; the bytes hold until the next piece is asked for.
        case object(UnsafeRawBufferPointer, Place)
        /// Bytes that belong to no object; `isCut` when they are the beginning of one that the line does not finish.
        case bad(RejectionLog.Sample, isCut: Bool)
    }

    /// A place in the content.
    struct Place {
        var line: Int
        var offset: Int

        func because(_ reason: String) -> RejectionLog.Sample {
            RejectionLog.Sample(line: line, offset: offset, reason: reason)
        }
    }

    /// Arrays within arrays that are looked into; pages of answers put together nest two deep.
    private static let arrayLimit = 8

    private var text = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    private var position = 0
    private var end = 0
    private var place = Place(line: 0, offset: 0)

    /// An object that began on an earlier line.
    private var held: HeldBytes
    /// Brackets open in the object at hand; 0 between objects.
    private var depth = 0
    /// Where each open array began.
    private var arrays: [Place] = []
    /// Whether a value of the innermost array has just ended.
    private var expectsSeparator = false

    init(limit: Int) {
        held = HeldBytes(limit: limit)
    }

    // MARK: - What is open between lines

    /// Whether nothing is open.
    var isIdle: Bool { depth == 0 && arrays.isEmpty }

    /// What was begun and not finished; `nil` when nothing is open.
    var unfinished: RejectionLog.Sample? {
        if depth > 0 { return held.place.because("the object that begins here is not finished") }
        return arrays.first?.because("the array that begins here is not closed")
    }

    /// Learns that a line was one good object.
    ///
    /// - Returns: what must be given up for that: an object that was open, or an array in which it cannot stand.
    mutating func passWholeRecord() -> RejectionLog.Sample? {
        if isIdle { return nil }
        guard depth > 0 || expectsSeparator else {
            expectsSeparator = true
            return nil
        }
        return giveUp()
    }

    /// Forgets what is open.
    ///
    /// - Returns: what that was; `nil` when nothing was open.
    mutating func giveUp() -> RejectionLog.Sample? {
        defer {
            depth = 0
            arrays = []
            expectsSeparator = false
        }
        return unfinished
    }

    // MARK: - A line

    /// Starts with a line; ``LineReader/padding`` readable bytes follow it.
    mutating func begin(_ text: UnsafeRawBufferPointer, at place: Place) {
        unsafe self.text = text
        self.place = place
        position = 0
        end = text.count
    }

    /// The next piece of the line; `nil` at its end, when an object may still be open.
    mutating func next() -> Piece? {
        if depth > 0 { return continueObject(from: position) }
        while position < end {
            let start = position
            switch unsafe text[start] {
            case 0, UInt8(ascii: " "), 0x09...0x0d:
                position += 1
            case 0xef where unsafe text[start...].starts(with: [0xef, 0xbb, 0xbf]):
                position += 3
            case UInt8(ascii: "{"):
                held.begin(at: here)
                return continueObject(from: start)
            case UInt8(ascii: "[") where arrays.count < Self.arrayLimit:
                arrays.append(here)
                expectsSeparator = false
                position += 1
            case UInt8(ascii: "]") where !arrays.isEmpty:
                arrays.removeLast()
                expectsSeparator = !arrays.isEmpty
                position += 1
            case UInt8(ascii: ",") where expectsSeparator:
                expectsSeparator = false
                position += 1
            default:
                return passOverOther()
            }
        }
        return nil
    }

    private var here: Place { Place(line: place.line, offset: place.offset + position) }

    /// Follows the object at hand from where it goes on in the line.
    private mutating func continueObject(from start: Int) -> Piece? {
        position = start
        var isQuoted = false
        while position < end {
            let byte = unsafe text[position]
            position += 1
            if byte == 0 { return breakOff("a NUL byte stands in the object that begins here") }
            if isQuoted {
                if byte == UInt8(ascii: "\\") { position += 1 }
                if byte == UInt8(ascii: "\"") { isQuoted = false }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return closeObject(start..<position) }
            default: break
            }
        }
        position = end
        if isQuoted { return breakOff("the object that begins here is cut amid a text") }
        guard unsafe held.append(UnsafeRawBufferPointer(rebasing: text[start...])) else {
            return breakOff("the object that begins here is too long")
        }
        return nil
    }

    private mutating func closeObject(_ range: Range<Int>) -> Piece {
        expectsSeparator = !arrays.isEmpty
        if held.isEmpty { return unsafe .object(UnsafeRawBufferPointer(rebasing: text[range]), held.place) }
        guard unsafe held.append(UnsafeRawBufferPointer(rebasing: text[range])) else {
            return breakOff("the object that begins here is too long")
        }
        return unsafe .object(held.padded(), held.place)
    }

    private mutating func breakOff(_ reason: String) -> Piece {
        depth = 0
        expectsSeparator = !arrays.isEmpty
        return .bad(held.place.because(reason), isCut: position >= end)
    }

    /// Passes over a value that is no object, or over bytes that are no JSON: those to the next NUL byte.
    private mutating func passOverOther() -> Piece {
        let start = here
        let rest = unsafe UnsafeRawBufferPointer(rebasing: text[position...])
        if let length = unsafe JSONScalar.length(rest), isEndOfValue(position + length) {
            position += length
            expectsSeparator = !arrays.isEmpty
            return .bad(start.because("it is JSON, but not an object"), isCut: false)
        }
        position = unsafe text[position...].firstIndex(of: 0) ?? end
        return .bad(start.because("it is not JSON"), isCut: false)
    }

    private func isEndOfValue(_ index: Int) -> Bool {
        guard index < end else { return true }
        switch unsafe text[index] {
        case 0, UInt8(ascii: " "), 0x09...0x0d: return true
        case UInt8(ascii: ","), UInt8(ascii: "]"): return !arrays.isEmpty
        default: return false
        }
    }
}
