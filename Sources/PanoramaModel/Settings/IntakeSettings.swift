// SPDX-License-Identifier: Apache-2.0

/// How the inbox is watched and files are taken in.
public struct IntakeSettings: Hashable, Sendable, Codable {
    /// How changes of the inbox are noticed.
    public enum WatchMode: String, Sendable, Codable, CaseIterable {
        /// By inotify, with a scan from time to time as the net.
        case inotify
        /// By scans alone, for network file systems.
        case poll
    }

    /// How changes are noticed.
    public var watch: WatchMode
    /// How long size and modification time must hold still before a file is read, in seconds.
    public var settle: Double
    /// Time between two scans of the whole inbox, in seconds.
    public var rescan: Double
    /// How long a truncated file may wait for its rest, counted from its last change, in seconds.
    public var incomplete: Double
    /// How long nothing must have arrived before scores and editions are made, in seconds.
    public var quiet: Double
    /// The share of bad lines above which a file fails, 0 to 1.
    public var badLines: Double
    /// The folder that files are moved to once they are taken in or found to be duplicates; `nil` leaves them in place.
    public var done: String?
    /// The folder that files are moved to once they failed; `nil` leaves them in place.
    public var failed: String?

    /// Makes settings; the defaults are those of the configuration.
    public init(
        watch: WatchMode = .inotify,
        settle: Double = 2,
        rescan: Double = 600,
        incomplete: Double = 3_600,
        quiet: Double = 5,
        badLines: Double = 0.01,
        done: String? = nil,
        failed: String? = nil
    ) {
        self.watch = watch
        self.settle = settle
        self.rescan = rescan
        self.incomplete = incomplete
        self.quiet = quiet
        self.badLines = badLines
        self.done = done
        self.failed = failed
    }
}
