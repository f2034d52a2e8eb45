// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes archive hours of an invented GitHub.
///
/// An hour's file is made batch by batch: events happen in the order of time, the lines of a batch leave it shuffled, and
/// now and then a line is kept to be written again, in the same file or in that of the following hour.
package struct Simulation: Sendable {
    /// What is simulated.
    package let parameters: SimulationParameters

    /// Takes parameters that are in their ranges.
    ///
    /// - Throws: ``SimulationError`` with code `invalidParameter`.
    package init(_ parameters: SimulationParameters) throws(SimulationError) {
        try parameters.validate()
        self.parameters = parameters
    }

    /// The first seconds of all hours that are written, in the order of time.
    package var hours: [Int64] {
        var month = parameters.first
        var hours: [Int64] = []
        while month <= parameters.last {
            hours += SimulationSchedule.hours(of: month, count: parameters.hoursPerMonth, seed: parameters.seed)
            month = month.advanced(by: 1)
        }
        return hours
    }

    /// Writes all files; the same parameters give the same bytes.
    ///
    /// - Throws: ``SimulationError`` with code `fileSystem` or `compression`. Files finished before stay.
    package func run(
        progress: (SimulationProgress) -> Void = { _ in }
    ) throws(SimulationError) -> SimulationSummary {
        try OutputFile.makeDirectory(parameters.directory)
        var summary = SimulationSummary(seed: parameters.seed, directory: parameters.directory)
        var generator = EventGenerator(parameters)
        var copies = LineCopies()
        let hours = hours
        for (index, hour) in hours.enumerated() {
            let hasNext = index + 1 < hours.count && hours[index + 1] == hour + 3_600
            let name = try write(hour, hasNext, &generator, &copies, &summary)
            summary.files.append(name)
            progress(
                SimulationProgress(
                    file: name,
                    finishedFiles: index + 1,
                    totalFiles: hours.count,
                    events: summary.events,
                    jsonBytes: summary.jsonBytes
                )
            )
        }
        return summary
    }

    private func isTrimmed(_ hour: Int64) -> Bool {
        switch parameters.era {
        case .archive: false
        case .trimmed: true
        case .automatic: hour >= IdentifierSequence.trim * 3_600
        }
    }

    private func write(
        _ hour: Int64,
        _ hasNext: Bool,
        _ generator: inout EventGenerator,
        _ copies: inout LineCopies,
        _ summary: inout SimulationSummary
    ) throws(SimulationError) -> String {
        let name = SimulationSchedule.fileName(hour: hour, form: parameters.form)
        let comment = parameters.form == .gzip ? SimulationSummary.comment(seed: parameters.seed) : nil
        var file = try HourWriter(path: "\(parameters.directory)/\(name)", comment: comment)
        let count = SimulationSchedule.events(in: hour, mean: parameters.eventsPerHour, seed: parameters.seed)
        generator.begin(hour: hour, events: count, trimmed: isTrimmed(hour), seed: parameters.seed)
        let batch = max(8, min(512, count / 200))
        var done = 0
        var order: [Int] = []
        while done < count || !copies.again.isEmpty {
            var ends = copies.release(fromPreviousHour: done == 0, into: &generator.writer.out)
            summary.events += ends.count
            let fresh = ends.count
            let end = min(count, done + batch)
            while done < end {
                generator.step(hour + Int64(done) * 3_600 / Int64(count))
                ends.append(generator.writer.out.count)
                done += 1
            }
            summary.distinctEvents += ends.count - fresh
            summary.events += ends.count - fresh
            for line in fresh..<max(fresh, ends.count) {
                let number = end - (ends.count - line)
                let start = line == 0 ? 0 : ends[line - 1]
                if copies.wantsAgain(number, of: count) {
                    copies.again.add(generator.writer.out, start..<ends[line])
                    summary.copiesInSameFile += 1
                }
                if hasNext, copies.wantsInNextHour(number, of: count) {
                    copies.next.add(generator.writer.out, start..<ends[line])
                    summary.copiesInNextFile += 1
                }
            }
            order.removeAll(keepingCapacity: true)
            order.append(contentsOf: ends.indices)
            for place in order.indices.reversed() {
                order.swapAt(place, generator.random.below(place + 1))
            }
            for line in order {
                try file.add(generator.writer.out, (line == 0 ? 0 : ends[line - 1])..<ends[line])
            }
            generator.writer.out.removeAll()
        }
        try file.finish()
        summary.jsonBytes += file.jsonBytes
        summary.fileBytes += file.fileBytes
        return name
    }
}
