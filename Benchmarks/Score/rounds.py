# SPDX-License-Identifier: Apache-2.0
"""The rounds of `Benchmarks/run score`: runs the programs in turn, prints medians, and closes with a line
`ratio NAME VALUE` for each ratio."""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path


def run(*arguments):
    """What a program prints: lines `NAME VALUE`."""
    arguments = [str(argument) for argument in arguments]
    done = subprocess.run(arguments, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"score: {' '.join(arguments)} ended with {done.returncode}")
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


class Pairs:
    """Runs of Panorama and of the yardstick, one after the other, so that each pair sees the same machine."""

    def __init__(self, panorama, yardstick, rounds):
        self.panorama, self.yardstick = [], []
        for index in range(rounds):
            pair = [(panorama, self.panorama), (yardstick, self.yardstick)]
            for command, runs in pair if index % 2 == 0 else reversed(pair):
                runs.append(run(*command))

    @staticmethod
    def figures(runs, name):
        return [figures[name] for figures in runs]

    def row(self, title, runs, name):
        values = self.figures(runs, name)
        print(f"{title:32}{statistics.median(values):8.2f}  {min(values):.2f}–{max(values):.2f}")

    def print(self, title):
        print(f"\n{title}\n{'':32}{'ns':>8}  range")
        self.row("panorama", self.panorama, "nanoseconds")
        self.row("yardstick", self.yardstick, "nanoseconds")
        self.row("the same sums, nothing taken out", self.yardstick, "plain-nanoseconds")

    def ratio(self, name="nanoseconds"):
        """Median over the pairs of Panorama's time over the yardstick's."""
        pairs = zip(self.figures(self.panorama, "nanoseconds"), self.figures(self.yardstick, name))
        return statistics.median(panorama / yardstick for panorama, yardstick in pairs)


def main():
    parser = argparse.ArgumentParser()
    for name in ("--panorama", "--yardstick", "--others", "--month", "--work"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    options = parser.parse_args()
    panorama, yardstick, month = options.panorama, options.yardstick, options.month
    cores = len(os.sched_getaffinity(0))
    print(f"rounds: {options.rounds}; load of the machine before: {os.getloadavg()[0]:.2f} on {cores} cores")

    reference = options.work / "scores.bin"
    plain = run(yardstick, "reference", month, reference)
    check = run(panorama, "check", month, reference)
    reference.unlink()
    one = Pairs((panorama, "solve", month, "one"), (yardstick, "sweep", month, 1), options.rounds)
    both = Pairs((panorama, "solve", month, "all"), (yardstick, "sweep", month, cores), options.rounds)
    others = run(sys.executable, options.others, month)

    print(f"\n{check['pairs']:,.0f} pairs, two directed edges each; to 1e-12 of the mean score (or of its own, if larger)")
    print(f"{'':32}{'sweeps':>8}{'edge work':>16}{'error':>12}{'mean error':>12}")
    print(f"{'block Gauss–Seidel':32}{plain['gauss-seidel-sweeps']:8.0f}{plain['gauss-seidel-edges']:16,.0f}")
    print(
        f"{'panorama':32}{check['sweeps']:8.0f}{check['edges']:16,.0f}"
        f"{check['largest-error']:12.1e}{check['mean-error']:12.1e}"
    )
    if check["largest-error"] > 1e-12:
        sys.exit("score: panorama is not within 1e-12")

    one.print("nanoseconds per directed edge and sweep, one thread (processor)")
    for title, name in (("block Gauss–Seidel", "gauss-seidel"), ("SciPy", "scipy"), ("NetworKit, PageRank", "networkit")):
        print(f"{title:32}{(plain | others)[name + '-nanoseconds']:8.2f}")
    both.print(f"nanoseconds per directed edge and sweep, {cores} threads (wall)")
    print(f"{'NetworKit, PageRank':32}{others['networkit-all-nanoseconds']:8.2f}")

    print("\nseconds, whole solves")
    print(f"{'block Gauss–Seidel, one thread':32}{plain['gauss-seidel-seconds']:8.2f}")
    for title, runs in (("panorama, one thread", one.panorama), (f"panorama, {cores} threads", both.panorama)):
        seconds = statistics.median(Pairs.figures(runs, "seconds"))
        rest = statistics.median(Pairs.figures(runs, "other-seconds"))
        print(f"{title:32}{seconds:8.2f}  of which all but the sweeps: {rest:.2f}")
    print(f"{'making the graph':32}{check['graph-seconds']:8.2f}")
    resident = max(Pairs.figures(one.panorama + both.panorama, "resident"))
    print(f"resident, the whole process: {resident / 2**30:.2f} GiB\n")

    print(f"ratio sweep/yardstick {one.ratio():.2f}")
    print(f"ratio sweep/yardstick-all-cores {both.ratio():.2f}")
    print(f"ratio sweep/plain {one.ratio('plain-nanoseconds'):.2f}")
    # A solve starts from nothing but the month, so that it is the same work after one more hour.
    work = check["edges"] / plain["gauss-seidel-edges"]
    print(f"ratio cold/gauss-seidel {work:.3f}")
    print(f"ratio incremental/gauss-seidel {work:.3f}")


main()
