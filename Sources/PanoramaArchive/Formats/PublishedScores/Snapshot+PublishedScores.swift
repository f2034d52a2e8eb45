// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Snapshot {
    /// The snapshot of published scores.
    init(published scores: [PublishedScore], _ account: FileAccount) throws(ArchiveError) {
        let segment: [UInt8]
        do throws(SegmentError) {
            segment = try PublishedSegment.encode(scores)
        } catch {
            throw ArchiveError(error)
        }
        let months = Dictionary(grouping: scores, by: \.month).map { (month: $0.key, records: $0.value.count) }
        self.init(
            kind: .publishedScores,
            accepted: scores.count,
            rejections: account.rejections,
            segment: segment,
            months: months.sorted { $0.month < $1.month },
            comment: account.comment
        )
    }
}
