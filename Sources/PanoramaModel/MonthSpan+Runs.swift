// SPDX-License-Identifier: Apache-2.0

extension MonthSpan {
    /// The fewest spans that hold exactly the given months, in order, so that *2024-01, 2024-02, 2024-04* reads as two.
    ///
    /// - Complexity: O(months · log(months)).
    public static func runs(of months: some Sequence<Month>) -> [MonthSpan] {
        var runs: [MonthSpan] = []
        for month in months.sorted() {
            if let run = runs.last, run.last.distance(to: month) <= 1 {
                runs[runs.count - 1] = MonthSpan(first: run.first, last: month) ?? run
            } else {
                runs.append(MonthSpan(month))
            }
        }
        return runs
    }
}
