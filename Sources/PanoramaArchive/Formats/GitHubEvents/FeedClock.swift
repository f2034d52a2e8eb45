// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads the times of a feed, in which one day follows the other for many events.
struct FeedClock {
    /// The day read last: its bytes, when it began, and its month.
    private var date: (UInt64, UInt16) = (0, 0)
    private var midnight: Int64 = 0
    private var month: Int32 = 0

    /// The instant in seconds since 1970-01-01T00:00:00Z and its month; `nil` for what ``Timestamp`` does not know.
    mutating func read(_ text: UnsafeRawBufferPointer) -> (time: Int64, month: Int32)? {
        if let second = unsafe secondOfDay(text), unsafe date == Self.date(text) {
            return (midnight + second, month)
        }
        guard let time = unsafe Timestamp.epochSeconds(text) else { return nil }
        let day = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
        let ordinal = Int32(truncatingIfNeeded: Month(epochSeconds: time).ordinal)
        if unsafe secondOfDay(text) != nil {
            unsafe date = Self.date(text)
            midnight = day * 86_400
            month = ordinal
        }
        return (time, ordinal)
    }

    /// The first ten bytes of at least ten.
    private static func date(_ text: UnsafeRawBufferPointer) -> (UInt64, UInt16) {
        unsafe (text.loadUnaligned(as: UInt64.self), text.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    }

    /// Seconds since midnight of `YYYY-MM-DDTHH:MM:SSZ`; `nil` for any other form.
    private func secondOfDay(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == 20, unsafe text[10] == UInt8(ascii: "T") && text[13] == UInt8(ascii: ":"),
            unsafe text[16] == UInt8(ascii: ":") && text[19] == UInt8(ascii: "Z"),
            let hour = unsafe number(text, 11), let minute = unsafe number(text, 14),
            let second = unsafe number(text, 17), hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    private func number(_ text: UnsafeRawBufferPointer, _ at: Int) -> Int64? {
        let tens = unsafe text[at] &- UInt8(ascii: "0")
        let ones = unsafe text[at + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
    }
}
