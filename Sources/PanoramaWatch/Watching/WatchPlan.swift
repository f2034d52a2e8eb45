// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The settings of a watcher, as durations that make sense.
struct WatchPlan: Hashable, Sendable {
    /// How changes are noticed.
    var mode: IntakeSettings.WatchMode
    /// Time between two looks while inotify works.
    var rescan: Duration
    /// Time between two looks while it doesn't.
    var poll: Duration

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - settings: how the inbox is watched.
    ///   - poll: time between two looks without inotify; by default the settle time, but at least one second.
    init(_ settings: IntakeSettings, poll: Duration?) {
        mode = settings.watch
        let rescan = Self.duration(settings.rescan)
        self.poll = min(rescan, max(poll ?? max(Self.duration(settings.settle), .seconds(1)), .milliseconds(10)))
        self.rescan = settings.watch == .poll ? self.poll : rescan
    }

    /// A duration from seconds, kept between 10 milliseconds and a year whatever the number.
    private static func duration(_ seconds: Double) -> Duration {
        .seconds(seconds.isNaN ? 1 : min(max(seconds, 0.01), 31_536_000))
    }
}
