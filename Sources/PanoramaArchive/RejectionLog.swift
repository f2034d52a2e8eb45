// SPDX-License-Identifier: Apache-2.0

/// How many lines of a file were no good, and a sample of them with their places.
package struct RejectionLog: Hashable, Sendable, Codable {
    /// A bad line.
    package struct Sample: Hashable, Sendable, Codable {
        /// The line, counted from 1.
        package var line: Int
        /// Where the line starts, in bytes of the inflated content.
        package var offset: Int
        /// What is wrong with it.
        package var reason: String
    }

    /// The most samples kept.
    package static let sampleLimit = 5

    /// The number of bad lines.
    package private(set) var count = 0
    /// The first of them.
    package private(set) var samples: [Sample] = []

    package init() {}

    /// Counts a bad record and keeps it as a sample while there are few.
    package mutating func add(_ sample: Sample) {
        count += 1
        if samples.count < Self.sampleLimit { samples.append(sample) }
    }

    /// Counts further lines of bad records that were added.
    package mutating func add(furtherLines: Int) { count += furtherLines }

    /// Counts what another log holds.
    package mutating func add(_ other: RejectionLog) {
        count += other.count
        samples.append(contentsOf: other.samples.prefix(max(0, Self.sampleLimit - samples.count)))
    }

    /// Counts a bad record at a place; its line is looked for, and its reason put into words, only where they are kept.
    package mutating func add(line: @autoclosure () -> Int, offset: Int, reason: @autoclosure () -> String) {
        count += 1
        if samples.count < Self.sampleLimit {
            samples.append(Sample(line: line(), offset: offset, reason: reason()))
        }
    }
}
