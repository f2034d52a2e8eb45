// SPDX-License-Identifier: Apache-2.0

/// Lines that are written a second time: soon in the same file, or at the beginning of the file of the next hour.
struct LineCopies: ~Copyable {
    /// Lines for the next batch of the same file.
    var again = Lines()
    /// Lines for the file of the next hour.
    var next = Lines()

    /// Some lines, end to end.
    struct Lines: ~Copyable {
        private var bytes = ByteBuffer(capacity: 1 << 16)
        private var ends: [Int] = []

        /// Whether there are none.
        var isEmpty: Bool { ends.isEmpty }

        /// Keeps a range of a buffer.
        mutating func add(_ buffer: borrowing ByteBuffer, _ range: Range<Int>) {
            bytes.append(buffer, range)
            ends.append(bytes.count)
        }

        /// Appends all lines to a buffer and forgets them; adds the places where they end there.
        mutating func move(to buffer: inout ByteBuffer, _ places: inout [Int]) {
            let base = buffer.count
            buffer.append(bytes, 0..<bytes.count)
            for end in ends { places.append(base + end) }
            bytes.removeAll()
            ends.removeAll()
        }
    }

    /// Appends the lines that are due to a buffer and gives the places where they end.
    mutating func release(fromPreviousHour: Bool, into buffer: inout ByteBuffer) -> [Int] {
        var places: [Int] = []
        if fromPreviousHour { next.move(to: &buffer, &places) }
        again.move(to: &buffer, &places)
        return places
    }

    /// Whether an event is written twice in the same file: one in the middle of every hour, and one in 2,000.
    func wantsAgain(_ number: Int, of count: Int) -> Bool {
        number == count / 2 || number % 2_000 == 1_777
    }

    /// Whether an event is written again in the next hour: one in every hour, and one in 64 of the last quarter.
    func wantsInNextHour(_ number: Int, of count: Int) -> Bool {
        number == count * 3 / 4 || number > count * 3 / 4 && number % 64 == 5
    }
}
