// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The events of one snapshot, packed.
///
/// The first frame is a directory: how many others there are, and the first and last hour of each. Those are blocks: one or,
/// for large snapshots, several, so that a file of any size is packed in bounded memory, and some hours of it are read
/// without unpacking the others; an event that came twice may stand in two of them. A block is the number of its months,
/// then the months as ``EventMonthCoder`` lays them out.
package enum EventSegment {
    /// A frame and the hours it is of.
    struct Block: Sendable {
        /// The first and last hour, since 1970-01-01T00:00:00Z; `nil` without records.
        let hours: ClosedRange<Int64>?
        let frame: [UInt8]

        /// Packs records, in any order; records that are alike in everything are kept once.
        ///
        /// - Complexity: O(records).
        init(_ records: [EventRecord]) throws(SegmentError) {
            var byMonth: [Int32: [EventRecord]] = [:]
            if let month = records.first?.month, records.allSatisfy({ $0.month == month }) {
                byMonth[month] = records
            } else {
                for record in records { byMonth[record.month, default: []].append(record) }
            }
            var writer = ByteWriter()
            writer.write(byMonth.count)
            for (month, records) in byMonth.sorted(by: { $0.key < $1.key }) {
                EventMonthCoder.encode(month, records, into: &writer)
            }
            frame = try SegmentEnvelope.frame(writer.bytes)
            var times: ClosedRange<Int64>?
            for record in records {
                times =
                    min(
                        times?.lowerBound ?? record.time,
                        record.time
                    )...max(times?.upperBound ?? record.time, record.time)
            }
            hours = times.map {
                HourCounts.hour(ofEpochSeconds: $0.lowerBound)...HourCounts.hour(ofEpochSeconds: $0.upperBound)
            }
        }
    }

    /// Packs records as a segment of one block.
    ///
    /// - Complexity: O(records).
    package static func encode(_ records: [EventRecord]) throws(SegmentError) -> [UInt8] {
        try encode([Block(records)])
    }

    /// Joins blocks.
    static func encode(_ blocks: [Block]) throws(SegmentError) -> [UInt8] {
        var directory = ByteWriter()
        directory.write(blocks.count)
        for block in blocks {
            directory.writeSigned(block.hours?.lowerBound ?? 0)
            directory.writeSigned(block.hours?.upperBound ?? -1)
        }
        let first = try SegmentEnvelope.frame(directory.bytes)
        return SegmentEnvelope.seal(.events, frames: [first] + blocks.map(\.frame))
    }

    /// Unpacks the records of a segment, by id within each month of a block.
    ///
    /// - Parameters:
    ///   - bytes: the segment.
    ///   - month: the month whose records to take; `nil` for all.
    ///   - hours: the hours whose records to take, since 1970-01-01T00:00:00Z; `nil` for all.
    /// - Returns: the records.
    /// - Throws: ``SegmentError`` when the bytes are not what was packed.
    /// - Complexity: O(records of the blocks that hold any such hour); memory is that of the records taken and of a block.
    package static func decode(
        _ bytes: [UInt8],
        month: Month? = nil,
        hours: Set<Int64>? = nil
    ) throws(SegmentError) -> [EventRecord] {
        let frames = try SegmentEnvelope.packedFrames(.events, bytes[...])
        guard let first = frames.first else { throw SegmentError("the content is cut or damaged") }
        var directory = ByteReader(try SegmentEnvelope.unpack(first))
        guard try directory.readCount() == frames.count - 1 else {
            throw SegmentError("there are more or fewer frames than counted")
        }
        var records: [EventRecord] = []
        for frame in frames.dropFirst() {
            let (first, last) = (try directory.readSigned(), try directory.readSigned())
            if let hours, !hours.contains(where: { $0 >= first && $0 <= last }) { continue }
            let block = try decode(block: SegmentEnvelope.unpack(frame), month: month)
            for month in block {
                if let hours {
                    append(month, of: hours, to: &records)
                } else if records.isEmpty {
                    records = month
                } else {
                    records.append(contentsOf: month)
                }
            }
        }
        guard directory.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return records
    }

    private static func decode(block: [UInt8], month wanted: Month?) throws(SegmentError) -> [[EventRecord]] {
        var reader = ByteReader(block)
        var months: [[EventRecord]] = []
        for _ in 0..<(try reader.readCount()) {
            let month = try EventMonthCoder.decode(&reader)
            if let wanted, month.first.map({ Int($0.month) }) != wanted.ordinal { continue }
            months.append(month)
        }
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return months
    }

    private static func append(_ month: [EventRecord], of hours: Set<Int64>, to records: inout [EventRecord]) {
        // Hardly a record is of another hour than the one before it.
        var last: (hour: Int64, isWanted: Bool)?
        for record in month {
            let hour = record.hour
            if last?.hour != hour { last = (hour, hours.contains(hour)) }
            if last?.isWanted == true { records.append(record) }
        }
    }
}
