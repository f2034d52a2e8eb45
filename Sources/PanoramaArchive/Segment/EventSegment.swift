// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The events of one snapshot, packed.
///
/// A segment holds one block or, for very large snapshots, several, so that a file of any size is packed in bounded
/// memory; an event that came twice may then stand in two of them. A block is the number of its months, then the months
/// as ``EventMonthCoder`` lays them out.
package enum EventSegment {
    /// Packs records, in any order; records that are alike in everything are kept once.
    ///
    /// - Complexity: O(records).
    package static func encode(_ records: [EventRecord]) throws(SegmentError) -> [UInt8] {
        SegmentEnvelope.seal(.events, frames: [try block(records)])
    }

    /// Packs records as one block of a segment.
    static func block(_ records: [EventRecord]) throws(SegmentError) -> [UInt8] {
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
        return try SegmentEnvelope.frame(writer.bytes)
    }

    /// Unpacks the records of a segment, by id within each month of a block.
    ///
    /// - Parameters:
    ///   - bytes: the segment.
    ///   - wanted: the month whose records to take; `nil` for all.
    ///   - isWanted: whether to take a record of it.
    /// - Returns: the records.
    /// - Throws: ``SegmentError`` when the bytes are not what was packed.
    /// - Complexity: O(records); memory is that of the records taken and of a block.
    package static func decode(
        _ bytes: [UInt8],
        month wanted: Month? = nil,
        where isWanted: ((EventRecord) -> Bool)? = nil
    ) throws(SegmentError) -> [EventRecord] {
        var records: [EventRecord] = []
        try SegmentEnvelope.forEachFrame(.events, bytes) { frame throws(SegmentError) in
            var reader = ByteReader(frame)
            for _ in 0..<(try reader.readCount()) {
                let month = try EventMonthCoder.decode(&reader)
                if let wanted, month.first.map({ Int($0.month) }) != wanted.ordinal { continue }
                if let isWanted {
                    records.append(contentsOf: month.lazy.filter(isWanted))
                } else if records.isEmpty {
                    records = month
                } else {
                    records.append(contentsOf: month)
                }
            }
            guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        }
        return records
    }
}
