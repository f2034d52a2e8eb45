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
        /// Bytes that belong to no object; `isCut` when they are the beginning of one that the line does not finish. They
        /// hold until the next piece is asked for.
        case bad(Damage, isCut: Bool)
    }

    /// A place in the content.
    struct Place {
        var line: Int
        var offset: Int

        func because(_ reason: String) -> Damage {
            unsafe Damage(sample: RejectionLog.Sample(line: line, offset: offset, reason: reason))
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
    /// How far the object at hand was followed.
    private var scan = ObjectScan()
    /// Where each open array began.
    private var arrays: [Place] = []
    /// Whether a value of the innermost array has just ended.
    private var expectsSeparator = false
    /// White space before the line at hand, and before the line on which the object at hand began.
    private var indent = 0
    private var objectIndent = 0
    /// Whether the lines of the object at hand stand further in than its first.
    private var isIndented = false

    init(limit: Int) {
        held = HeldBytes(limit: limit)
    }

    // MARK: - What is open between lines

    /// Whether nothing is open.
    var isIdle: Bool { scan.depth == 0 && arrays.isEmpty }

    /// What was begun and not finished; `nil` when nothing is open.
    private var unfinished: Damage? {
        guard scan.depth > 0 else { return arrays.first?.because("the array that begins here is not closed") }
        return damage("the object that begins here is not finished")
    }

    /// The object that is held is no good.
    private func damage(_ reason: String) -> Damage {
        var damage = held.place.because(reason)
        damage.lines = place.line - held.place.line + 1
        unsafe damage.bytes = held.padded()
        return damage
    }

    /// Learns that a line was one good object.
    ///
    /// - Returns: what must be given up for that: an object that was open, or an array in which it cannot stand.
    mutating func passWholeRecord() -> Damage? {
        if isIdle { return nil }
        guard scan.depth > 0 || expectsSeparator else {
            expectsSeparator = true
            return nil
        }
        return giveUp()
    }

    /// Forgets what is open.
    ///
    /// - Returns: what that was; `nil` when nothing was open.
    mutating func giveUp() -> Damage? {
        defer {
            scan = ObjectScan()
            arrays = []
            expectsSeparator = false
        }
        return unfinished
    }

    /// Forgets the object that is open, and leaves arrays as they are.
    ///
    /// - Returns: what that was; `nil` when none was open.
    mutating func giveUpObject() -> Damage? {
        guard scan.depth > 0 else { return nil }
        defer {
            scan = ObjectScan()
            expectsSeparator = !arrays.isEmpty
        }
        return unfinished
    }

    /// Whether an object is open that a line cannot belong to, because it begins another one no further in.
    ///
    /// Only an object whose lines stand further in than its first, as people print them, tells.
    func isEnded(byLineAt indent: Int, startingWith byte: UInt8) -> Bool {
        scan.depth > 0 && isIndented && byte == UInt8(ascii: "{") && indent <= objectIndent
    }

    /// Whether an object is open.
    var isAmidObject: Bool { scan.depth > 0 }

    // MARK: - A line

    /// Starts with a line, or with what follows its first bytes; ``LineReader/padding`` readable bytes follow it.
    mutating func begin(_ text: UnsafeRawBufferPointer, at place: Place, indent: Int, from start: Int = 0) {
        unsafe self.text = text
        self.place = place
        self.indent = indent
        position = start
        end = text.count
        if scan.depth > 0, indent > objectIndent { isIndented = true }
    }

    /// The first object of a line that is whole, whatever is open, with the place behind it; `nil` when there is none.
    static func firstObject(_ text: UnsafeRawBufferPointer) -> Range<Int>? {
        let opening = unsafe text.firstIndex { byte in
            byte != UInt8(ascii: " ") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "[") && byte != 0x09
        }
        guard let start = opening, unsafe text[start] == UInt8(ascii: "{") else { return nil }
        var scan = ObjectScan()
        return unsafe scan.end(text, from: start).map { start..<$0 }
    }

    /// The next piece of the line; `nil` at its end, when an object may still be open.
    mutating func next() -> Piece? {
        if scan.depth > 0 { return continueObject(from: position) }
        while position < end {
            let start = position
            switch unsafe text[start] {
            case 0, UInt8(ascii: " "), 0x09...0x0d:
                position += 1
            case 0xef where unsafe text[start...].starts(with: [0xef, 0xbb, 0xbf]):
                position += 3
            case UInt8(ascii: "{"):
                held.begin(at: here)
                scan = ObjectScan()
                objectIndent = indent
                isIndented = false
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
        if let stop = unsafe scan.end(text, from: start) {
            position = stop
            return closeObject(start..<stop)
        }
        position = scan.brokenAt.map { $0 + 1 } ?? end
        guard unsafe held.append(UnsafeRawBufferPointer(rebasing: text[start..<(scan.brokenAt ?? end)])) else {
            return breakOff("the object that begins here is too long")
        }
        if scan.brokenAt != nil { return breakOff("a NUL byte stands in the object that begins here") }
        return scan.isAmidText ? breakOff("the object that begins here is cut amid a text") : nil
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
        scan = ObjectScan()
        expectsSeparator = !arrays.isEmpty
        return .bad(damage(reason), isCut: position >= end)
    }

    /// Passes over a value that is no object, or over bytes that are no JSON: those to the next NUL byte.
    private mutating func passOverOther() -> Piece {
        let (start, first) = (here, position)
        let rest = unsafe UnsafeRawBufferPointer(rebasing: text[position...])
        if let length = unsafe JSONScalar.length(rest), isEndOfValue(position + length) {
            position += length
            expectsSeparator = !arrays.isEmpty
            return .bad(start.because("it is JSON, but not an object"), isCut: false)
        }
        position = unsafe text[position...].firstIndex(of: 0) ?? end
        var damage = start.because("it is not JSON")
        unsafe damage.bytes = UnsafeRawBufferPointer(rebasing: text[first..<position])
        return .bad(damage, isCut: false)
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
