// SPDX-License-Identifier: Apache-2.0

import CInotifyTools
import Glibc

extension Inotify {
    /// Tells why there is no instance, and which limit to raise.
    static func refusal(_ number: CInt) -> WatchError {
        switch number {
        case EMFILE:
            // The same number for two limits: if any descriptor can be had, it is not that of the process.
            let probe = panorama_eventfd()
            guard probe >= 0 else {
                return WatchError(
                    .descriptorLimit,
                    "this process has too many open files for inotify; raise the limit of open files (ulimit -n, LimitNOFILE=)"
                )
            }
            Glibc.close(probe)
            let limit = inotifytools_get_max_user_instances()
            return WatchError(
                .instanceLimit,
                "this user has no inotify instance left (limit \(limit)); raise the limit with: "
                    + "sysctl -w fs.inotify.max_user_instances=\(raised(limit, atLeast: 512))"
            )
        default:
            return WatchError(.inotifyUnavailable, "inotify cannot be used: \(SystemError(number: number))")
        }
    }

    /// Tells why a directory is not watched, and which limit to raise.
    static func refusal(watching directory: String, _ failure: SystemError) -> WatchError {
        guard failure.number == ENOSPC else {
            return WatchError(.inotifyUnavailable, "\(directory) cannot be watched: \(failure)")
        }
        let limit = inotifytools_get_max_user_watches()
        return WatchError(
            .watchLimit,
            "this user has no inotify watch left for \(directory) (limit \(limit)); raise the limit with: "
                + "sysctl -w fs.inotify.max_user_watches=\(raised(limit, atLeast: 524_288))"
        )
    }

    private static func raised(_ limit: CInt, atLeast floor: Int) -> Int {
        max(floor, Int(limit) * 2)
    }
}
