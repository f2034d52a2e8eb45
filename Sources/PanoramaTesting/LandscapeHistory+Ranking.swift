// SPDX-License-Identifier: Apache-2.0

public import PanoramaModel

extension LandscapeHistory {
    /// The history with its projects ranked as the pipeline ranks them.
    ///
    /// Means, last month and change against the year before are computed from the scores; ranks go by mean, equal means by
    /// name without regard to case, then by number.
    public func ranked() -> LandscapeHistory {
        var result = self
        let lastMonth = MonthSpan(window.last)
        for index in result.projects.indices {
            let project = result.projects[index]
            result.projects[index].openrank = mean(of: project, over: window)
            result.projects[index].lastMonth = mean(of: project, over: lastMonth)
            result.projects[index].yearOverYear = yearOverYear(of: project, over: window)
        }
        result.projects.sort { left, right in
            if left.openrank != right.openrank { return left.openrank > right.openrank }
            return (left.repository.lowercased(), left.id) < (right.repository.lowercased(), right.id)
        }
        for index in result.projects.indices { result.projects[index].rank = index + 1 }
        return result
    }
}
