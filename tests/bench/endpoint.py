#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tokensmithd beside a bare QHttpServer and a server on the TypeScript SDK v2, each under wrk in turn.

All three answer the same requests with the same content: what tokensmithd says at the start is what the others are
given. Each is checked before it is measured. Several short alternating rounds, so that whatever else the machine does
hits all of them alike.
"""

import argparse
import dataclasses
import json
import pathlib
import statistics
import tempfile

import measure
import servers

MODERN = "2026-07-28"
GROWTH_REQUESTS = 100_000
MOST_GROWTH = 256  # KiB; what the allocator rounds up to, less than three bytes a request
WARM_UP = 5  # s; the SDK's server gets faster for about that long
MOST_IDLE = 40 * 1024  # KiB
LEAST_RATIO = 10
MOST_P99 = 2.0  # ms
MOST_CPU_RATIO = 1.5
META = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientInfo": {"name": "bench", "version": "1.0.0"},
    "io.modelcontextprotocol/clientCapabilities": {},
}


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    method: str
    params: dict
    modern: bool
    required: bool  # the product's requirements are about this one

    def headers(self, key):
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "User-Agent": "bench/1",
            "X-API-Key": key,
        }
        if self.modern:
            headers |= {"MCP-Protocol-Version": MODERN, "Mcp-Method": self.method}
            if "name" in self.params:
                headers["Mcp-Name"] = self.params["name"]
        return headers

    def request(self):
        params = self.params | ({"_meta": META} if self.modern else {})
        message = {"jsonrpc": "2.0", "id": 1, "method": self.method}
        return json.dumps(message | ({"params": params} if params else {}), separators=(",", ":")).encode()


CALL = {"name": "list_templates", "arguments": {}}
SCENARIOS = [
    Scenario("list", "tools/list", {}, modern=False, required=True),
    Scenario("list-modern", "tools/list", {}, modern=True, required=True),
    Scenario("call", "tools/call", CALL, modern=False, required=False),
]


def title(scenario):
    return f"{scenario.method}{' of ' + MODERN if scenario.modern else ', no initialize'}"


def url_of(server, scenario):
    return server.address("/" + scenario.name) if server.name == "bare Qt" else server.url


def result_of(server, scenario, key):
    """The checked answer: its bytes and its result."""
    status, body = servers.ask(url_of(server, scenario), "POST", scenario.request(), scenario.headers(key))
    if status != 200:
        raise SystemExit(f"{server.name}: {title(scenario)} is answered with {status}: {body[:300]!r}")
    message = json.loads(body)
    if message.get("id") != 1 or "result" not in message or message["result"].get("isError"):
        raise SystemExit(f"{server.name}: {title(scenario)} fails: {body[:300]!r}")
    return body, message["result"]


def speaks_modern(daemon):
    discover = Scenario("discover", "server/discover", {}, modern=True, required=False)
    return servers.ask(daemon.url, "POST", discover.request(), discover.headers(daemon.key))[0] == 200


def prepare(daemon, scenarios, directory):
    """Writes what the other servers need: requests, answers, tools and a call's result, all as tokensmithd gives them."""
    for scenario in scenarios:
        body, result = result_of(daemon, scenario, daemon.key)
        (directory / f"{scenario.name}.request").write_bytes(scenario.request())
        (directory / f"{scenario.name}.answer").write_bytes(body)
        if scenario.name == "list":
            (directory / "tools.json").write_text(json.dumps(result["tools"]))
        if scenario.name == "call":
            (directory / "call.json").write_text(json.dumps(result))


def check_alike(daemon, other, scenario):
    """The other server's answer holds the same tools, or the same content."""
    ours, theirs = (result_of(one, scenario, daemon.key)[1] for one in (daemon, other))
    part = "tools" if scenario.method == "tools/list" else "content"
    if ours[part] != theirs[part]:
        raise SystemExit(f"{other.name}: {title(scenario)} does not give what tokensmithd gives")


def load(server, scenario, daemon, directory, seconds):
    body = directory / f"{scenario.name}.request"
    return measure.run_wrk(server.pid, url_of(server, scenario), scenario.headers(daemon.key), body, seconds)


def ask_often(daemon, scenarios, directory, least):
    """At least that many requests, of all kinds; returns how many."""
    done = 0
    while done < least:
        for scenario in scenarios:
            done += load(daemon, scenario, daemon, directory, 1).requests
    return done


def measure_memory(daemon, scenarios, directory):
    """Resident memory in KiB: before anything was asked, after a warm-up, after as many requests again."""
    idle = measure.resident(daemon.pid)
    ask_often(daemon, scenarios, directory, GROWTH_REQUESTS)
    warm = measure.resident(daemon.pid)
    done = ask_often(daemon, scenarios, directory, GROWTH_REQUESTS)
    return {"idle": idle, "warm": warm, "after": measure.resident(daemon.pid), "requests": done}


def compare(all_servers, scenario, daemon, directory, options):
    """Rounds per server's name, after a warm-up."""
    rounds = {server.name: [] for server in all_servers}
    for server in all_servers:
        load(server, scenario, daemon, directory, WARM_UP)
    for _ in range(options.rounds):
        for server in all_servers:
            rounds[server.name].append(load(server, scenario, daemon, directory, options.seconds))
    return rounds


def ratio(rounds, ours, others, what):
    """The median of the ratios within each round."""
    pairs = zip(rounds[ours], rounds[others])
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in pairs)


def print_table(scenario, rounds, answer_size):
    print(f"\n{title(scenario)}: {answer_size} bytes per answer, {len(next(iter(rounds.values())))} rounds")
    print(f"  {'':<12} {'req/s':>8} {'best':>8} {'x SDK':>6} {'x bare':>6} {'p50 ms':>7} {'p99 ms':>7}"
          f" {'quiet':>6} {'CPU µs':>7} {'x bare':>6} {'load':>5}")
    for name, own in rounds.items():
        print(f"  {name:<12} {measure.median_of(own, 'rate'):8.0f} {max(one.rate for one in own):8.0f}"
              f" {ratio(rounds, name, 'SDK v2', 'rate'):6.2f} {ratio(rounds, name, 'bare Qt', 'rate'):6.2f}"
              f" {measure.median_of(own, 'p50'):7.3f} {measure.median_of(own, 'p99'):7.3f}"
              f" {measure.quietest(own, 'p99'):6.3f} {measure.median_of(own, 'cpu'):7.1f}"
              f" {ratio(rounds, name, 'bare Qt', 'cpu'):6.2f} {statistics.mean(one.load for one in own):5.2f}")


def judge(verdicts, scenario, rounds):
    faster = ratio(rounds, "tokensmithd", "SDK v2", "rate")
    p99 = measure.quietest(rounds["tokensmithd"], "p99")
    cpu = ratio(rounds, "tokensmithd", "bare Qt", "cpu")
    verdicts.check(f"{title(scenario)}: at least {LEAST_RATIO} x the SDK's requests/s", f"{faster:.1f} x",
                   faster >= LEAST_RATIO)
    verdicts.check(f"{title(scenario)}: p99 at most {MOST_P99:.0f} ms", f"{p99:.2f} ms", p99 <= MOST_P99)
    verdicts.check(f"{title(scenario)}: CPU at most {MOST_CPU_RATIO} x bare Qt's", f"{cpu:.2f} x", cpu <= MOST_CPU_RATIO)


def judge_memory(verdicts, memory):
    growth = memory["after"] - memory["warm"]
    verdicts.check(f"resident memory idle at most {MOST_IDLE // 1024} MB", f"{memory['idle'] / 1024:.1f} MB",
                   memory["idle"] <= MOST_IDLE)
    verdicts.check(f"no growth over {memory['requests']} requests (tolerance {MOST_GROWTH} KiB)", f"{growth} KiB",
                   growth <= MOST_GROWTH)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="rounds that count (default 7)")
    parser.add_argument("--seconds", type=int, default=2, help="how long wrk runs against a server in a round (default 2)")
    measure.add_nice_option(parser)
    options = parser.parse_args()
    measure.prefer_over_others(options.nice)
    measure.needs("wrk", "taskset", "npm")
    verdicts = measure.Verdicts()
    with tempfile.TemporaryDirectory(prefix="tokensmith-bench-") as name, servers.Daemon() as daemon:
        directory = pathlib.Path(name)
        servers.wait_until_healthy(daemon)
        modern = speaks_modern(daemon)
        scenarios = [scenario for scenario in SCENARIOS if modern or not scenario.modern]
        prepare(daemon, scenarios, directory)
        memory = measure_memory(daemon, scenarios, directory)
        with servers.hello(directory) as bare, servers.sdk_server(directory) as sdk:
            print(f"wrk, 1 thread, {measure.CONNECTIONS} connections; servers on one processor, wrk on another;"
                  f" {options.seconds} s a round")
            results = []
            for scenario in scenarios:
                for other in (bare, sdk):
                    check_alike(daemon, other, scenario)
                results.append((scenario, compare([daemon, bare, sdk], scenario, daemon, directory, options)))
                size = (directory / f"{scenario.name}.answer").stat().st_size
                print_table(*results[-1], size)
            print(f"\nresident memory, MB: tokensmithd idle {memory['idle'] / 1024:.1f}, warm {memory['warm'] / 1024:.1f},"
                  f" after {memory['requests']} requests more {memory['after'] / 1024:.1f},"
                  f" at the end {measure.resident(daemon.pid) / 1024:.1f};"
                  f" bare Qt {measure.resident(bare.pid) / 1024:.1f}, SDK v2 {measure.resident(sdk.pid) / 1024:.1f}")
    print("\nrequirements:")
    for scenario, rounds in results:
        if scenario.required:
            judge(verdicts, scenario, rounds)
    judge_memory(verdicts, memory)
    if not modern:
        verdicts.check(f"tools/list of {MODERN}", "tokensmithd does not speak it", False)
    return verdicts.exit_code()


if __name__ == "__main__":
    raise SystemExit(main())
