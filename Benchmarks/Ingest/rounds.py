# SPDX-License-Identifier: Apache-2.0
"""The rounds of `Benchmarks/run ingest`: runs the programs in turn, holds their counts against each other, prints
medians, and closes with a line `ratio NAME VALUE` for each ratio."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = """\
inbox: inbox
state: state
output: output
settle: 0s
landscapes: {}
"""


@dataclass
class Run:
    """What one process took."""

    cpu: float  # seconds, user and system, from its start to its end
    wall: float  # seconds
    resident: int  # bytes at its peak
    text: str  # standard output

    def values(self):
        """Standard output that consists of lines `NAME VALUE`."""
        return dict(line.split(maxsplit=1) for line in self.text.splitlines())


class Process:
    """A child whose use of resources is asked of the system when it ends."""

    def __init__(self, arguments, cores=None):
        self.arguments = [str(argument) for argument in arguments]
        self.output = tempfile.TemporaryFile("w+")
        self.errors = tempfile.TemporaryFile("w+")
        pin = (lambda: os.sched_setaffinity(0, cores)) if cores else None
        self.start = time.monotonic()
        self.child = subprocess.Popen(self.arguments, stdout=self.output, stderr=self.errors, preexec_fn=pin)

    def finish(self):
        _, status, usage = os.wait4(self.child.pid, 0)
        wall = time.monotonic() - self.start
        self.child.returncode = os.waitstatus_to_exitcode(status)
        text, errors = (self.content(file) for file in (self.output, self.errors))
        if self.child.returncode != 0:
            fail(f"{' '.join(self.arguments)} ended with {self.child.returncode}:\n{text}{errors}")
        return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, text)

    @staticmethod
    def content(file):
        with file:
            file.seek(0)
            return file.read()


def run(arguments, cores=None):
    return Process(arguments, cores).finish()


def fail(message):
    sys.exit(f"ingest: {message}")


class Panorama:
    """The program with an inbox of its own; each run begins without a state."""

    def __init__(self, program, folder, hours):
        self.program = program
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "inbox").mkdir(parents=True)
        for hour in hours:
            os.link(hour, folder / "inbox" / hour.name)
        (folder / "panorama.yaml").write_text(CONFIGURATION)

    def once(self, cores=None):
        for name in ("state", "output"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return run([self.program, "once", "-c", self.folder / "panorama.yaml"], cores)

    def events(self):
        """The events that were taken in; all must be."""
        report = json.loads(run([self.program, "status", "--json", "-c", self.folder / "panorama.yaml"]).text)
        snapshots = report["snapshots"]
        if any(snapshot["state"] != "done" or snapshot["rejected"] for snapshot in snapshots):
            fail(f"a file was not taken in, or not all of it: {json.dumps(snapshots)}")
        return sum(snapshot["accepted"] for snapshot in snapshots)

    def sizes(self):
        """Bytes of what the state holds, by its first folder or file."""
        state = self.folder / "state"
        sizes = {}
        for path in state.rglob("*"):
            if path.is_file():
                name = path.relative_to(state).parts[0]
                sizes[name] = sizes.get(name, 0) + path.stat().st_size
        return sizes


def median(runs, what=lambda run: run.cpu):
    return statistics.median(what(run) for run in runs)


def spread(runs, what=lambda run: run.cpu):
    values = [what(run) for run in runs]
    return f"{min(values):.3f}–{max(values):.3f}"


def megabytes(count):
    return f"{count / 1e6:,.1f} MB"


class Bench:
    def __init__(self, options):
        self.options = options
        self.core = {options.core if options.core is not None else max(os.sched_getaffinity(0))}
        self.ratios = []

    def ratio(self, name, value):
        self.ratios.append((name, value))

    def one_core(self, title, hour, prefix, segment):
        """The three programs in turn on one hour and one core; CPU seconds of the whole process."""
        options = self.options
        panorama = Panorama(options.panorama, options.work / f"{title}-inbox", [hour])
        programs = {
            "yardstick": lambda: run([options.yardstick, hour], self.core),
            "panorama": lambda: panorama.once(self.core),
            "duckdb": lambda: run([sys.executable, options.duckdb, hour], self.core),
        }
        names = list(programs)
        runs = {name: [] for name in names}
        for index in range(options.rounds):
            for offset in range(len(names)):
                name = names[(index + offset) % len(names)]
                runs[name].append(programs[name]())
                print(f"  {title}: round {index + 1}, {name} {runs[name][-1].cpu:.3f} s", file=sys.stderr)

        sizes = panorama.sizes()
        counts = runs["yardstick"][0].values()
        database = runs["duckdb"][0].values()
        for what in ("events", "groups", "checksum", "opened", "latest"):
            if counts[what] != database[what]:
                fail(f"{what} differ: {counts[what]} by the yardstick, {database[what]} by DuckDB")
        if panorama.events() != int(counts["events"]):
            fail(f"events differ: {counts['events']} by the yardstick, {panorama.events()} by Panorama")

        content, packed, events = int(counts["bytes"]), hour.stat().st_size, int(counts["events"])
        print(f"\n{title} hour, one core: {megabytes(content)} of JSON in {megabytes(packed)} of gz,")
        print(f"{events:,} events ({content / events:,.0f} bytes each), the same by all three")
        print(f"{'':12}{'CPU s':>8}  {'range':14}{'JSON MB/s':>10}{'gz MB/s':>10}{'events/s':>12}{'resident':>12}")

        def row(name, seconds, range_, resident):
            print(
                f"{name:12}{seconds:8.3f}  {range_:14}{content / seconds / 1e6:10,.0f}{packed / seconds / 1e6:10,.1f}"
                f"{events / seconds:12,.0f}{resident:>12}"
            )

        for name in names:
            row(name, median(runs[name]), spread(runs[name]), megabytes(max(run.resident for run in runs[name])))
        query = [float(run.values()["cpu"]) for run in runs["duckdb"]]
        row("its query", statistics.median(query), f"{min(query):.3f}–{max(query):.3f}", "")

        segments = sizes.pop("segments", 0)
        print(f"segment: {megabytes(segments)}, {segments / packed:.2%} of the gz; beside it, names among it:")
        for name, size in sorted(sizes.items()):
            print(f"  {name}: {megabytes(size)}, {size / packed:.2%}")

        cpu = {name: median(runs[name]) for name in names}
        self.ratio(f"{prefix}/yardstick", cpu["yardstick"] / cpu["panorama"])
        self.ratio(f"{prefix}/duckdb", cpu["duckdb"] / cpu["panorama"])
        self.ratio(f"{prefix}/duckdb-query", statistics.median(query) / cpu["panorama"])
        if prefix == "panorama":
            self.ratio("yardstick/duckdb", cpu["duckdb"] / cpu["yardstick"])
        self.ratio(f"{segment}/gz", segments / packed)

    def two_cores(self, hours, content):
        """Two hours: Panorama on both against two yardsticks side by side; wall time."""
        options = self.options
        if len(os.sched_getaffinity(0)) < 2:
            print("\ntwo cores: left out, there is only one")
            return
        panorama = Panorama(options.panorama, options.work / "two-inbox", hours)
        cores = set(sorted(os.sched_getaffinity(0))[-2:])
        pairs, passes = [], []
        for index in range(options.rounds):
            # One core for each, which a scheduler cannot do better.
            start = time.monotonic()
            both = [Process([options.yardstick, hour], {core}) for hour, core in zip(hours, sorted(cores))]
            done = [process.finish() for process in both]
            pairs.append(Run(sum(run.cpu for run in done), time.monotonic() - start, 0, ""))
            passes.append(panorama.once(cores))
            print(
                f"  two cores: round {index + 1}, yardsticks {pairs[-1].wall:.3f} s, panorama {passes[-1].wall:.3f} s",
                file=sys.stderr,
            )
        panorama.events()

        def wall(run):
            return run.wall

        print(f"\ntwo full hours, two cores: {megabytes(content)} of JSON")
        print(f"{'':12}{'wall s':>8}  {'range':14}{'JSON MB/s':>10}{'resident':>12}")
        for name, runs in (("yardsticks", pairs), ("panorama", passes)):
            seconds = median(runs, wall)
            resident = megabytes(max(run.resident for run in runs)) if runs is passes else ""
            speed = content / seconds / 1e6
            print(f"{name:12}{seconds:8.3f}  {spread(runs, wall):14}{speed:10,.0f}{resident:>12}")
        self.ratio("two-cores/yardstick", median(pairs, wall) / median(passes, wall))


def main():
    parser = argparse.ArgumentParser()
    for name in ("--panorama", "--yardstick", "--duckdb", "--work", "--full", "--second", "--trimmed"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--core", type=int)
    options = parser.parse_args()
    if options.rounds < 1:
        fail("there must be a round at least")

    # Every file is read once, so that all find it in the page cache.
    hours = (options.full, options.second, options.trimmed)
    contents = {hour: int(run([options.yardstick, hour]).values()["bytes"]) for hour in hours}
    bench = Bench(options)
    load = os.getloadavg()[0]
    print(f"rounds: {options.rounds}; load of the machine before: {load:.2f} on {os.cpu_count()} cores")
    bench.one_core("full", options.full, "panorama", "segment")
    bench.one_core("trimmed", options.trimmed, "trimmed", "trimmed-segment")
    bench.two_cores([options.full, options.second], contents[options.full] + contents[options.second])
    print()
    for name, value in bench.ratios:
        print(f"ratio {name} {value:.4f}" if value < 0.1 else f"ratio {name} {value:.2f}")


main()
