// SPDX-License-Identifier: Apache-2.0

/// Makes titles, messages and bodies out of words, each found again from its key.
struct TextMaker {
    private var arena = NameArena()
    private var words: [Name] = []
    /// Sentences that people write again and again; most of a text consists of them.
    private var phrases: [Name] = []

    /// Makes a maker from words in the form that JSON has them in.
    init(_ vocabulary: [String]) {
        for word in vocabulary { words.append(arena.add(word)) }
        var source = SplitMix(state: 0x5e17_e1ce)
        for _ in 0..<160 {
            var sentence: [String] = []
            for _ in 0..<(6 + source.below(12)) { sentence.append(vocabulary[skewed(&source)]) }
            phrases.append(arena.add(sentence.joined(separator: " ")))
        }
    }

    /// Appends so many words on one line.
    func putWords(_ count: Int, _ source: inout SplitMix, to out: inout ByteBuffer) {
        for index in 0..<count {
            if index > 0 { out.append(byte: 0x20) }
            out.append(words[skewed(&source)], arena)
        }
    }

    /// Appends a text of about so many bytes, with paragraphs, lists and now and then a block of code.
    func putBody(_ length: Int, _ source: inout SplitMix, to out: inout ByteBuffer) {
        let end = out.count + length
        // A body is either typed in a form with `\r\n` or sent by a program with `\n`.
        let lineEnd: StaticString = source.next() & 3 == 0 ? "\\r\\n" : "\\n"
        while out.count < end {
            let choice = source.below(16)
            switch choice {
            case 0:
                out.append("### ")
                putWords(1 + source.below(3), &source, to: &out)
                out.append(lineEnd)
            case 1, 2, 3:
                out.append("- ")
                putWords(3 + source.below(7), &source, to: &out)
            case 4:
                out.append("- [ ] I have read the contributing guidelines")
                out.append(lineEnd)
                out.append("- [x] I have added tests that cover my changes")
            case 5 where length > 600:
                putTraceback(&source, lineEnd, to: &out)
            case 6 where length > 1_200:
                putLog(&source, lineEnd, to: &out)
            case 7:
                out.append("> ")
                putWords(6 + source.below(10), &source, to: &out)
                out.append(lineEnd)
            default:
                for _ in 0...source.below(3) {
                    if source.below(3) > 0 {
                        out.append(phrases[source.below(phrases.count)], arena)
                    } else {
                        putWords(6 + source.below(12), &source, to: &out)
                    }
                    out.append(". ")
                }
                out.append(lineEnd)
            }
            out.append(lineEnd)
        }
    }

    private func putTraceback(_ source: inout SplitMix, _ lineEnd: StaticString, to out: inout ByteBuffer) {
        out.append("```python")
        out.append(lineEnd)
        out.append("Traceback (most recent call last):")
        out.append(lineEnd)
        for _ in 0...source.below(6) {
            out.append("  File \\\"/usr/lib/python3/dist-packages/invented/")
            putWords(1, &source, to: &out)
            out.append(".py\\\", line ")
            out.append(decimal: Int64(source.below(900)))
            out.append(", in __call__")
            out.append(lineEnd)
            out.append("    return self._wrapped(*args, **kwargs)")
            out.append(lineEnd)
        }
        out.append("RuntimeError: ")
        putWords(5, &source, to: &out)
        out.append(lineEnd)
        out.append("```")
    }

    private func putLog(_ source: inout SplitMix, _ lineEnd: StaticString, to out: inout ByteBuffer) {
        out.append("```")
        out.append(lineEnd)
        for line in 0...(2 + source.below(12)) {
            out.append("[2025-01-01 12:00:")
            out.append(twoDigits: line)
            out.append("] INFO worker ")
            out.append(decimal: Int64(source.below(8)))
            out.append(": step ")
            out.append(decimal: Int64(line * 10))
            out.append(" loss 0.")
            out.append(decimal: Int64(source.below(9_000)))
            out.append(lineEnd)
        }
        out.append("```")
    }

    @inline(__always)
    private func skewed(_ source: inout SplitMix) -> Int {
        let bits = source.next()
        let high = Int(truncatingIfNeeded: (bits >> 32).multipliedFullWidth(by: UInt64(words.count) << 32).high)
        return Int(truncatingIfNeeded: (bits << 32).multipliedFullWidth(by: UInt64(high + 1)).high)
    }
}

/// A heavy-tailed length found again from its key.
func heavyTailedLength(base: Int, limit: Int, _ source: inout SplitMix) -> Int {
    var length = base
    while length < limit, source.below(100) < 46 { length *= 2 }
    return min(limit, length + source.below(length))
}
