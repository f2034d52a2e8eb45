// SPDX-License-Identifier: Apache-2.0

/// Finds the JSON objects of a content, however they are laid out: one to a line, several to a line or glued together, an
/// object over many lines, arrays of objects and arrays of those, runs of NUL bytes in between.
///
/// A line that is one good object is the rule and costs one look at its bytes. Everything else goes through
/// ``RecordSplitter``. A good line always counts as what it is: an object or array that was begun before it and not
/// finished is given up then, so damage costs the lines it is in and no others. In what is given up, objects that are
/// whole are still looked for.
struct RecordReader: ~Copyable {
    /// What is said of an object.
    enum Verdict {
        /// It was taken in.
        case taken
        /// It is not one JSON object.
        case malformed
        /// It is JSON, but not of the kind wanted, for a reason.
        case foreign(String)
    }

    /// Takes an object in or says why not.
    ///
    /// ``LineReader/padding`` readable bytes follow it. What stands amid damage may be part of something else.
    typealias Accept = (_ json: UnsafeRawBufferPointer, _ isAmidDamage: Bool) throws(ArchiveError) -> Verdict

    private let awaitsRest: Bool
    private var splitter = RecordSplitter(limit: LineReader.limit)
    /// Whether any line was one good object.
    private(set) var hasWholeLines = false
    /// What was no good.
    private(set) var rejections = RejectionLog()
    /// Lines of bad records beyond the first of each, which count where records stand one to a line.
    private var furtherLines = 0

    /// Prepares to read.
    ///
    /// - Parameter awaitsRest: whether an end that was cut off makes the content incomplete, or is one more bad record.
    init(awaitsRest: Bool) {
        self.awaitsRest = awaitsRest
    }

    /// Hands every object to `accept`, from a line that was already read to the end of the content.
    ///
    /// - Throws: ``ArchiveError``, of the code ``ArchiveError/Code/incomplete`` when the content ends amid a record and its
    ///   rest is awaited; what `accept` throws.
    mutating func read(_ first: Line, _ lines: inout LineReader, accept: Accept) throws(ArchiveError) {
        var next: Line? = first
        var isTerminated = true
        while let line = next {
            try unsafe read(line, accept)
            isTerminated = line.isTerminated
            next = try lines.next()
        }
        if let cut = splitter.giveUp() { try unsafe reject(cut, isCut: !isTerminated || !hasWholeLines, accept) }
        if hasWholeLines { rejections.add(furtherLines: furtherLines) }
    }

    private mutating func read(_ line: Line, _ accept: Accept) throws(ArchiveError) {
        let place = RecordSplitter.Place(line: line.number, offset: line.offset)
        guard !line.isTooLong else {
            if let lost = splitter.giveUp() { try unsafe reject(lost, accept) }
            return try unsafe reject(place.because("the line is too long"), accept)
        }
        let text = unsafe line.content
        guard unsafe !text.isEmpty else { return }
        if unsafe text[0] == UInt8(ascii: "{") {
            switch try unsafe accept(text, false) {
            case .taken:
                hasWholeLines = true
                if let lost = splitter.passWholeRecord() { try unsafe reject(lost, accept) }
                return
            case .foreign(let reason) where splitter.isIdle:
                return try unsafe reject(place.because(reason), accept)
            case .foreign, .malformed: break
            }
        }
        let start = try unsafe resync(text, of: line, accept)
        try unsafe split(text, from: start, of: line, accept)
    }

    /// Gives up the object that is open where a line shows that it must have ended before.
    ///
    /// - Returns: the place in the line from which it is still to be split: behind an object that was taken in.
    private mutating func resync(
        _ text: UnsafeRawBufferPointer,
        of line: Line,
        _ accept: Accept
    ) throws(ArchiveError) -> Int {
        guard splitter.isAmidObject else { return 0 }
        if let range = unsafe RecordSplitter.firstObject(text),
            case .taken = try unsafe accept(UnsafeRawBufferPointer(rebasing: text[range]), false)
        {
            if let lost = splitter.giveUpObject() { try unsafe reject(lost, accept) }
            return range.upperBound
        }
        if unsafe splitter.isEnded(byLineAt: line.indent, startingWith: text[0]), let lost = splitter.giveUpObject() {
            try unsafe reject(lost, accept)
        }
        return 0
    }

    private mutating func split(
        _ text: UnsafeRawBufferPointer,
        from start: Int,
        of line: Line,
        _ accept: Accept
    ) throws(ArchiveError) {
        let place = RecordSplitter.Place(line: line.number, offset: line.offset + line.indent)
        unsafe splitter.begin(text, at: place, indent: line.indent, from: start)
        // Bytes of a line that yield nothing count once, however many values they may be taken for.
        var isAfterBad = false
        while let piece = splitter.next() {
            switch piece {
            case .object(let json, let place):
                let verdict = try unsafe accept(json, false)
                isAfterBad = false
                if case .foreign(let reason) = verdict { try unsafe reject(place.because(reason), accept) }
                if case .malformed = verdict {
                    var damage = place.because("it is not one complete JSON object")
                    damage.lines = line.number - place.line + 1
                    unsafe damage.bytes = json
                    try unsafe reject(damage, accept)
                    isAfterBad = true
                }
            case .bad(let damage, let isCut):
                let isCut = isCut && !line.isTerminated
                if isCut || !isAfterBad {
                    try unsafe reject(damage, isCut: isCut, accept)
                } else {
                    try unsafe salvage(damage, accept)
                }
                isAfterBad = true
            }
        }
    }

    private mutating func reject(_ damage: Damage, isCut: Bool = false, _ accept: Accept) throws(ArchiveError) {
        guard !isCut || !awaitsRest else {
            throw ArchiveError(
                .incomplete,
                "the content ends early, amid what begins at line \(damage.sample.line), byte \(damage.sample.offset)"
            )
        }
        rejections.add(damage.sample)
        furtherLines += damage.lines - 1
        try unsafe salvage(damage, accept)
    }

    private func salvage(_ damage: Damage, _ accept: Accept) throws(ArchiveError) {
        try unsafe damage.salvage { json throws(ArchiveError) in
            if case .taken = try unsafe accept(json, true) { return true }
            return false
        }
    }
}
