// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Limits of inotify that hold for one process of the tests and leave the machine alone.
enum Namespace {
    private static let mark = "PANORAMA_TEST_IN_NAMESPACE"

    /// Whether the system lets this user make a user namespace with limits of its own.
    static let canBeMade: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["-r", "sh", "-c", "echo 9 > /proc/sys/user/max_inotify_watches"]
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        } catch {
            return false
        }
    }()

    /// Starts this process over in a new user namespace after a shell command there; the second time it returns.
    static func enter(running command: String) {
        if getenv(mark) != nil { return }
        // The environment as the process got it: the test library has taken its own variables out of the live one.
        guard let environment = strings(in: "/proc/self/environ"), let arguments = strings(in: "/proc/self/cmdline")
        else {
            exit(10)
        }
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let shell = ["unshare", "-r", "sh", "-c", command + #" && exec "$@""#, "sh", program]
        execute("/usr/bin/unshare", shell + arguments.dropFirst(), environment + ["\(mark)=1"])
        exit(11)
    }

    private static func strings(in file: String) -> [String]? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func execute(_ path: String, _ arguments: [String], _ environment: [String]) {
        var arguments = arguments.map { strdup($0) } + [nil]
        var environment = environment.map { strdup($0) } + [nil]
        execve(path, &arguments, &environment)
    }
}
