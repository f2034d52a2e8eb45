// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Whom a name means at every time.
///
/// Names change hands: a name means the one who was seen with it both before and after the time, of several the one who
/// took it last; else the one who was seen with it last before; else the one who was seen with it first after.
struct NameHistory {
    /// From when on a name means whom, until the next.
    struct Reign: Hashable {
        var start: Int64
        var id: Int64
    }

    /// The reigns, one after the other, the first since ever.
    private var reigns: [Reign] = []

    /// Follows a name through time.
    ///
    /// - Parameter bearers: those who were seen with it, by the first time, then id; one at least.
    /// - Complexity: O(bearers).
    init(_ bearers: [Store.Bearer]) {
        // Those who took the name and may still bear it: the last is on top and covers up all others until it leaves.
        var bearing: [Store.Bearer] = []
        var gone: Store.Bearer?
        for bearer in bearers {
            leave(before: bearer.first, &bearing, &gone)
            bearing.append(bearer)
            begin(bearer.id, at: reigns.isEmpty ? .min : bearer.first)
        }
        leave(before: .max, &bearing, &gone)
    }

    /// Ends the reigns that were over before a time.
    private mutating func leave(before time: Int64, _ bearing: inout [Store.Bearer], _ gone: inout Store.Bearer?) {
        while let end = bearing.last?.last, end < time {
            while let bearer = bearing.last, bearer.last <= end {
                bearing.removeLast()
                let last = gone ?? bearer
                if (last.last, last.first, last.id) <= (bearer.last, bearer.first, bearer.id) { gone = bearer }
            }
            if let next = bearing.last ?? gone { begin(next.id, at: end + 1) }
        }
    }

    private mutating func begin(_ id: Int64, at time: Int64) {
        if reigns.last?.start == time { reigns.removeLast() }
        if reigns.last?.id != id { reigns.append(Reign(start: time, id: id)) }
    }

    /// The reigns that a month sees; the first may have begun at any time before.
    ///
    /// - Complexity: O(log(reigns)).
    func reigns(in month: Month) -> ArraySlice<Reign> {
        let first = reigns[...].index(at: month.startEpochSeconds)
        return reigns[first...reigns[first...].index(at: month.advanced(by: 1).startEpochSeconds - 1)]
    }
}

extension ArraySlice<NameHistory.Reign> {
    /// The place of the reign at a time, where the first is since ever.
    ///
    /// - Complexity: O(log(count)).
    func index(at time: Int64) -> Int {
        var (low, high) = (startIndex + 1, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].start <= time { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
