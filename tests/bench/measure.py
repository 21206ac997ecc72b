# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process costs and how fast it answers: /proc and wrk, each pinned to a processor of its own."""

import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess

HERE = pathlib.Path(__file__).parent
TICK = 1_000_000 / os.sysconf("SC_CLK_TCK")  # µs
CONNECTIONS = 16


def needs(*tools):
    """Ends the run with a sentence if a tool is missing."""
    absent = [tool for tool in tools if not shutil.which(tool)]
    if absent:
        raise SystemExit(f"not installed: {' '.join(absent)} (apt-get install --no-install-recommends {' '.join(absent)})")


def add_nice_option(parser):
    parser.add_argument("--nice", type=int, default=0, help="priority of everything measured, for root: -20, say")


def prefer_over_others(niceness):
    """Lets this process and what it starts go before whatever else runs; all servers and wrk alike."""
    if not niceness:
        return
    os.setpriority(os.PRIO_PROCESS, 0, niceness)
    group = pathlib.Path("/proc/self/autogroup")  # where there is one, it counts more: one for each session
    if group.exists():
        if os.getpgrp() == os.getpid():
            raise SystemExit("--nice: not as a shell's own job; start it through run.sh")
        os.setsid()
        group.write_text(str(niceness))


def pinned(which):
    """Words before a command that keep it on one processor: 0 for the servers, 1 for what loads them."""
    processors = sorted(os.sched_getaffinity(0))
    return ["taskset", "-c", str(processors[which])] if len(processors) > 1 else []


def load_average():
    return os.getloadavg()[0]


def cpu_time(pid):
    """Processor time of all threads so far, user and system, in µs."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def status(pid, name):
    """A number of /proc/PID/status; memory in KiB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    raise KeyError(name)


def resident(pid):
    return status(pid, "VmRSS")


def switches(pid):
    """How often its threads went to sleep, which is how often they were woken."""
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                total += int(line.split()[1])
    return total


@dataclasses.dataclass(frozen=True)
class Round:
    """One run of wrk against one server."""

    requests: int
    rate: float  # requests/s
    cpu: float  # µs of the server per request
    p50: float  # ms
    p99: float  # ms
    load: float  # the machine's load average before it


def run_wrk(pid, url, headers, body, seconds):
    """Loads `url` for that long; an error of wrk's or an answer other than 200 ends the whole run."""
    command = [*pinned(1), "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "post.lua")]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    load, before = load_average(), cpu_time(pid)
    output = subprocess.run([*command, url, "--", str(body)], check=True, capture_output=True, text=True).stdout
    cpu = cpu_time(pid) - before
    result = json.loads(output.splitlines()[-1])
    if result["errors"] or not result["requests"]:
        raise SystemExit(f"{url}: {result['errors']} errors in {result['requests']} requests\n{output}")
    return Round(
        requests=result["requests"],
        rate=result["requests"] / result["microseconds"] * 1e6,
        cpu=cpu / result["requests"],
        p50=result["p50"] / 1000,
        p99=result["p99"] / 1000,
        load=load,
    )


def median_of(rounds, what):
    return statistics.median(getattr(one, what) for one in rounds)


def quietest(rounds, what, count=3):
    """The median of the `count` lowest: a busy machine only ever adds to a latency."""
    return statistics.median(sorted(getattr(one, what) for one in rounds)[:count])


class Verdicts:
    """Requirements beside what was measured; the run fails if one is missed."""

    def __init__(self):
        self.missed = 0

    def check(self, what, value, met):
        print(f"  {'met   ' if met else 'MISSED'}  {what:<58} {value}")
        self.missed += not met

    def exit_code(self):
        return 1 if self.missed else 0
