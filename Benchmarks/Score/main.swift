// SPDX-License-Identifier: Apache-2.0
//
// Panorama's side of `Benchmarks/run score`; prints a line `NAME VALUE` for each figure.
//
//   ScoreBenchmark solve FILE one|all         solves a month on one thread or on all cores
//   ScoreBenchmark check FILE REFERENCE       solves it, and says how far that is from reference scores

import Foundation
import PanoramaKernel

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("ScoreBenchmark: \(message)\n".utf8))
    exit(65)
}

/// Seconds on a clock of the system.
func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// What a solve takes: on the wall when all cores are used, of the processor when it is one.
func timed(isParallel: Bool, _ body: () -> OpenRank?) -> (solution: OpenRank, seconds: Double) {
    let clock = isParallel ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID
    let start = seconds(clock)
    guard let solution = body() else { fail("there is no solution") }
    return (solution, seconds(clock) - start)
}

func printWork(_ solution: OpenRank) {
    print("sweeps", solution.sweeps)
    print("edges", solution.edgeWork)
}

func solve(_ month: ScoredMonth, isParallel: Bool) {
    // The first solve of a process takes its memory from the system, which is no part of a sweep: what that costs is in the
    // whole time, but not in the difference of the two that follow, the second of which makes one sweep.
    let first = timed(isParallel: isParallel) { month.solve(isParallel: isParallel) }
    let whole = timed(isParallel: isParallel) { month.solve(isParallel: isParallel) }
    let single = timed(isParallel: isParallel) { month.solve(tolerance: .infinity, isParallel: isParallel) }
    printWork(whole.solution)
    print("seconds", first.seconds)
    print("other-seconds", first.seconds - (whole.seconds - single.seconds))
    let edges = whole.solution.edgeWork - single.solution.edgeWork
    print("nanoseconds", (whole.seconds - single.seconds) / Double(edges) * 1e9)
}

/// The largest error, relative to the mean score and the node's own, and the mean error.
func printErrors(_ solution: OpenRank, _ reference: [Double]) {
    let values = solution.developers + solution.repositories
    guard values.count == reference.count else { fail("the reference is of another month") }
    let mean = reference.reduce(0, +) / Double(reference.count)
    var (largest, sum) = (0.0, 0.0)
    for (value, exact) in zip(values, reference) {
        let error = (value - exact).magnitude
        largest = max(largest, error / max(mean, exact))
        sum += error
    }
    print("largest-error", largest)
    print("mean-error", sum / mean / Double(values.count))
}

func printResident() {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
        print("resident", (Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0) * 1024)
    }
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2, let command = arguments.first, let file = MonthFile(arguments[2]) else {
    fail("usage: ScoreBenchmark solve FILE one|all | check FILE REFERENCE")
}
let start = seconds(CLOCK_MONOTONIC)
guard let month = file.month else { fail("the month is no graph") }
print("graph-seconds", seconds(CLOCK_MONOTONIC) - start)
print("pairs", month.graph.pairCount)
switch command {
case "solve":
    solve(month, isParallel: arguments.last == "all")
case "check":
    guard arguments.count == 3, let handle = FileHandle(forReadingAtPath: arguments[3]) else { fail("no reference") }
    let reference = handle.readDataToEndOfFile().withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    guard let solution = month.solve(isParallel: true) else { fail("there is no solution") }
    printWork(solution)
    printErrors(solution, reference)
default:
    fail("there is no '\(command)'")
}
printResident()
