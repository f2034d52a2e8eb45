// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Finds the projects that rose and fell most against the same months of the year before.
package struct YearOverYearDetector: TrendDetector {
    /// The name it is chosen by.
    package static let id: PluginID = "year-over-year"

    /// What it is for.
    package static let summary = "Finds the largest rises and falls against the same months of the year before"

    private let settings: YearOverYearSettings

    /// A project and how its mean changed.
    private struct Mover {
        var project: Project
        var change: YearOverYear
        var size: Double
    }

    /// Makes the detector.
    package init(configuration: YearOverYearSettings, context: PluginContext) { settings = configuration }

    /// Finds fallers and risers, or says which months are missing.
    ///
    /// - Throws: ``PanoramaPluginKit/PluginError`` when the period ends before it begins.
    /// - Complexity: O(projects · (months + log(projects))).
    package func detect(in history: LandscapeHistory) throws -> [Finding] {
        let first = settings.from ?? history.window.first
        let last = settings.to ?? history.window.last
        guard let span = MonthSpan(first: first, last: last) else {
            throw PluginError(
                "the period begins in \(first) and ends before, in \(last); set 'from' and 'to' both, or neither"
            )
        }
        guard history.hasData(span), history.hasData(span.yearEarlier) else { return [unknown(span, history)] }
        let movers = history.projects.compactMap { project in
            history.yearOverYear(of: project, over: span).flatMap { mover(project, $0) }
        }
        return findings("faller", movers.filter { $0.change.absolute < 0 }, span, history)
            + findings("riser", movers.filter { $0.change.absolute > 0 }, span, history)
    }

    /// A project as a mover; `nil` when it did not move or its change cannot be measured.
    private func mover(_ project: Project, _ change: YearOverYear) -> Mover? {
        // Less than the last decimal that scores have is the noise of adding them up.
        guard change.absolute.rounded(decimals: 4) != 0 else { return nil }
        switch settings.by {
        case .absolute: return Mover(project: project, change: change, size: change.absolute.magnitude)
        case .percent: return change.percent.map { Mover(project: project, change: change, size: $0.magnitude) }
        }
    }

    private func findings(
        _ kind: String,
        _ movers: [Mover],
        _ span: MonthSpan,
        _ history: LandscapeHistory
    ) -> [Finding] {
        let marks = marks(span, history)
        let taint = ChangeSentence.taint(tainted(span, history))
        let ordered = movers.sorted { left, right in
            if left.size != right.size { return left.size > right.size }
            let (leftName, rightName) = (left.project.repository.lowercased(), right.project.repository.lowercased())
            return (leftName, left.project.id) < (rightName, right.project.id)
        }
        return ordered.prefix(max(0, settings.n)).enumerated().map { index, mover in
            var numbers = [
                "absolute": mover.change.absolute, "base": mover.change.base, "current": mover.change.current,
            ]
            numbers["percent"] = mover.change.percent
            return Finding(
                detector: Self.id.name,
                kind: kind,
                subject: .project(mover.project.id),
                place: index + 1,
                window: span,
                numbers: numbers,
                marks: marks,
                sentence: ChangeSentence.of(mover.project.title, mover.change, base: span.yearEarlier) + taint
            )
        }
    }

    /// What is said in place of changes when a month has no data: a change against nothing would be a false rise.
    private func unknown(_ span: MonthSpan, _ history: LandscapeHistory) -> Finding {
        let missing = (Array(span.yearEarlier.months) + Array(span.months)).filter { !history.hasData(MonthSpan($0)) }
        let months = Array(Set(missing)).sorted()
        return Finding(
            detector: Self.id.name,
            kind: "unknown",
            subject: .landscape,
            place: 1,
            window: span,
            numbers: ["missing": Double(months.count)],
            marks: MonthMark.allCases.filter { $0 == .missing || marks(span, history).contains($0) },
            sentence: "The change of \(span) against \(span.yearEarlier) is unknown: there is no data of "
                + "\(ChangeSentence.list(months))."
        )
    }

    /// The tainted months of both periods, in order.
    private func tainted(_ span: MonthSpan, _ history: LandscapeHistory) -> [Month] {
        history.months.filter { status in
            status.marks.contains(.tainted)
                && (span.months.contains(status.month) || span.yearEarlier.months.contains(status.month))
        }
        .map(\.month)
    }

    /// The marks of both periods, in the order of their declaration.
    private func marks(_ span: MonthSpan, _ history: LandscapeHistory) -> [MonthMark] {
        let found = Set(history.marks(in: span) + history.marks(in: span.yearEarlier))
        return MonthMark.allCases.filter(found.contains)
    }
}
