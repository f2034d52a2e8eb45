// SPDX-License-Identifier: Apache-2.0

/// What a finished simulation wrote.
package struct SimulationSummary: Sendable, Hashable, CustomStringConvertible {
    /// The seed it was made from.
    package internal(set) var seed: UInt64
    /// The directory the files are in.
    package internal(set) var directory: String
    /// The names of the files, in the order of time.
    package internal(set) var files: [String] = []
    /// Lines written, duplicates included.
    package internal(set) var events: Int = 0
    /// Events that are not copies of another.
    package internal(set) var distinctEvents: Int = 0
    /// Copies within the file of the original.
    package internal(set) var copiesInSameFile: Int = 0
    /// Copies in the file of the following hour.
    package internal(set) var copiesInNextFile: Int = 0
    /// Bytes of JSON, line ends included.
    package internal(set) var jsonBytes: Int = 0
    /// Bytes of the files.
    package internal(set) var fileBytes: Int = 0

    /// The mark that every compressed file bears as the comment of its gzip header.
    package static func comment(seed: UInt64) -> String {
        "panorama simulate: invented events, seed \(seed)"
    }

    /// Counts, in words that leave no doubt about the nature of the data.
    package var description: String {
        """
        Wrote \(files.count) archive hours of an invented GitHub to \(directory), from seed \(seed).
        \(events) events (\(distinctEvents) distinct), \(jsonBytes) bytes of JSON in \(fileBytes) bytes of files.
        None of these events happened: the names of landscape repositories are real, everything told about them is not.
        """
    }
}

/// How far a simulation has come, after each file.
package struct SimulationProgress: Sendable, Hashable {
    /// The name of the file just finished.
    package let file: String
    /// Files finished.
    package let finishedFiles: Int
    /// Files to write in all.
    package let totalFiles: Int
    /// Lines written so far.
    package let events: Int
    /// Bytes of JSON so far.
    package let jsonBytes: Int
}
