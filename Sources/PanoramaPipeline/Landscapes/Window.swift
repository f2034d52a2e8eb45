// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Admission {
    /// The window of a landscape, with what the settings leave open taken from the months that have data.
    ///
    /// - Throws: ``PipelineError`` when it ends before it starts.
    func window(data: MonthSpan) throws -> MonthSpan {
        let last = to ?? data.last
        let first = from ?? max(min(data.first, last), last.advanced(by: -11))
        guard let window = MonthSpan(first: first, last: last) else {
            throw PipelineError(
                "the window starts in \(first), but data ends in \(last): set 'admit: to' or wait for data"
            )
        }
        return window
    }
}
