"""A long run: python -m tests.fuzz --count 110000 --seed 20261121 --record tests/fuzz/record.json

Every script is made from the seed and its number, so that ``--only NUMBER`` makes it again. What fails is shown with
its number and shrunk. Each process has a limit on its memory, and is ended when one script takes it too long.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import os
import platform
import sys
import time
from collections import Counter
from dataclasses import asdict
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from interp.version import VERSION

from .corpus import Script, corpus, corpus_digest
from .families import BOTH_PARSERS, family_of, judge, scripts_of, seeded
from .outcome import TIME_LIMIT, run
from .shrink import shrink

#: Bytes of address space a process may have.
MEMORY = 3 << 30
#: Seconds on the clock after which a process that is at one script is ended.
PATIENCE = 120.0
#: Scripts that one process runs; a new one follows it.
BLOCK = 500
#: One script in so many is kept in the record, with its text and its outcome.
SAMPLED = 250
#: How long a script of the sample may be, in characters.
LONGEST_KEPT = 3000

_CONTEXT = multiprocessing.get_context("fork" if sys.platform != "win32" else "spawn")


def made(seed: int, number: int) -> tuple[str, list[Script]]:
    """Family and scripts of *number*."""
    random = seeded(seed, number)
    family = family_of(random)
    return family, scripts_of(random, family)


def _work(seed: int, numbers: range, out: Connection) -> None:
    """Runs the scripts of *numbers*; sends what became of each."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in numbers:
        family, scripts = made(seed, number)
        outcome = judge(scripts, number % BOTH_PARSERS == 0)
        sent = {
            "number": number,
            "family": family,
            "kind": outcome.kind,
            "code": outcome.code,
            "line": outcome.line,
            "seconds": round(outcome.seconds, 2),
            "problem": outcome.problem,
        }
        if number % SAMPLED == 0 and len(repr(asdict(scripts[0]))) < LONGEST_KEPT:
            sent["script"] = asdict(scripts[0])
        if outcome.problem:
            sent["scripts"] = [asdict(script) for script in scripts]
        out.send(sent)
    out.send(None)
    out.close()


def warm_up() -> None:
    """Runs scripts of the corpus, so that the processes that are forked off have everything imported."""
    for script in corpus()[::4]:
        if not script.sandbox:
            run(script)
    gc.collect()
    gc.freeze()


class Run:
    """The run of all scripts: hands blocks of numbers to processes, and gathers what they send."""

    def __init__(self, seed: int, count: int, jobs: int, seconds: float) -> None:
        self.seed = seed
        self.count = count
        self.jobs = jobs
        self.found: list[dict[str, Any]] = []
        self._blocks = [range(at, min(at + BLOCK, count)) for at in range(0, count, BLOCK)]
        self._blocks.reverse()
        self._at: dict[Connection, tuple[BaseProcess, range, float]] = {}
        self._started = time.monotonic()
        self._end_by = self._started + seconds

    def go(self) -> None:
        """Runs everything."""
        while self._blocks or self._at:
            if time.monotonic() > self._end_by:
                self._blocks.clear()
            while self._blocks and len(self._at) < self.jobs:
                self._start(self._blocks.pop())
            for ready in wait(list(self._at), timeout=5.0):
                assert isinstance(ready, Connection)
                self._receive(ready)
            for connection, (process, numbers, since) in list(self._at.items()):
                if time.monotonic() - since > PATIENCE:
                    self._lost(connection, process, numbers, f"it was still running after {PATIENCE:g} s")

    def _start(self, numbers: range) -> None:
        here, there = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_work, args=(self.seed, numbers, there))
        process.start()
        there.close()
        self._at[here] = (process, numbers, time.monotonic())

    def _receive(self, connection: Connection) -> None:
        process, numbers, _ = self._at[connection]
        try:
            sent = connection.recv()
        except EOFError:
            self._lost(connection, process, numbers, "the process ended")
            return
        if sent is None:
            self._end(connection, process)
            return
        self.found.append(sent)
        if sent["problem"]:
            print(f"\n{sent['family']} {self.seed}/{sent['number']}: {sent['problem']}", flush=True)
        if len(self.found) % 5000 == 0:
            print(f"{len(self.found)} scripts, {time.monotonic() - self._started:.0f} s", flush=True)
        self._at[connection] = (process, range(sent["number"] + 1, numbers.stop), time.monotonic())

    def _lost(self, connection: Connection, process: BaseProcess, numbers: range, why: str) -> None:
        """The script that a process was at is a failure; the rest of its block goes to another."""
        process.kill()
        self._end(connection, process)
        if not numbers:
            return
        number = numbers[0]
        problem = f"{why} (exit code {process.exitcode})"
        print(f"\n{self.seed}/{number}: {problem}", flush=True)
        family, scripts = made(self.seed, number)
        lost = {"number": number, "family": family, "kind": "lost", "code": 0, "line": 0, "seconds": PATIENCE}
        kept = [asdict(script) for script in scripts]
        self.found.append({**lost, "problem": problem, "scripts": kept})
        if len(numbers) > 1:
            self._blocks.append(numbers[1:])

    def _end(self, connection: Connection, process: BaseProcess) -> None:
        del self._at[connection]
        process.join()
        connection.close()

    def record(self) -> dict[str, Any]:
        """What is to be kept of the run."""
        found = sorted(self.found, key=lambda one: int(one["number"]))
        families: dict[str, Counter[str]] = {}
        for one in found:
            families.setdefault(one["family"], Counter())[one["kind"]] += 1
        codes = Counter(one["code"] for one in found if one["kind"] == "error")
        slowest = sorted(found, key=lambda one: -one["seconds"])[:10]
        return {
            "version": VERSION,
            "python": platform.python_version(),
            "drawn from": corpus_digest(),
            "seed": self.seed,
            "count": len(found),
            "minutes": round((time.monotonic() - self._started) / 60, 1),
            "families": {name: dict(sorted(counted.items())) for name, counted in sorted(families.items())},
            "error codes": {str(code): count for code, count in sorted(codes.items())},
            "slowest": [{name: one[name] for name in ("number", "seconds", "kind")} for one in slowest],
            "failures": [
                {name: one[name] for name in ("number", "family", "kind", "problem", "scripts")}
                for one in found
                if one["problem"]
            ],
            "mended": [],
            "sample": [
                {name: one[name] for name in ("number", "family", "kind", "code", "line", "script")}
                for one in found
                if "script" in one
            ],
        }


def run_again(record: dict[str, Any]) -> None:
    """Runs what failed in *record* again: what ends well now is no failure any more, but listed as mended."""
    still = []
    for failure in record["failures"]:
        number, family = failure["number"], failure["family"]
        # As they were kept: a seed makes another script once the corpus has another chunk.
        outcome = judge([Script(**kept) for kept in failure["scripts"]], number % BOTH_PARSERS == 0)
        if outcome.problem:
            still.append(failure)
            continue
        record["mended"] = sorted([*record["mended"], number])
        kinds = record["families"][family]
        kinds[failure["kind"]] -= 1
        kinds[outcome.kind] = kinds.get(outcome.kind, 0) + 1
        record["families"][family] = {kind: count for kind, count in sorted(kinds.items()) if count}
    record["failures"] = still


def show(seed: int, number: int) -> bool:
    """Makes script *number* again and shrinks it where it fails; whether it does."""
    family, scripts = made(seed, number)
    outcome = judge(scripts, number % BOTH_PARSERS == 0)
    print(
        f"{family} {seed}/{number}: {outcome.kind} {outcome.code} in line {outcome.line}\n{outcome.problem}"
    )
    if outcome.problem and len(scripts) == 1:
        first = _mark(outcome.problem)
        both = number % BOTH_PARSERS == 0
        scripts = [shrink(scripts[0], lambda script: _mark(judge([script], both).problem) == first)]
    for script in scripts if outcome.problem else scripts[:1]:
        for name, text in [("", script.text), *script.methods.items(), *script.classes.items()]:
            print(f"--- {name}\n{text.encode('utf-8', 'backslashreplace').decode()}")
    return bool(outcome.problem)


def _mark(problem: str) -> str:
    """What is the same in the problems of one cause: the text behind the place."""
    line = problem.partition("\n")[0]
    return line[line.find("internal") :][:60] if "internal" in line else line[:20]


def main(arguments: list[str] | None = None) -> int:
    """Runs, or shows one script; 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many scripts")
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing new after so many minutes")
    parser.add_argument("--record", type=Path, help="file for what is to be kept")
    parser.add_argument(
        "--only", type=int, metavar="NUMBER", help="make this script again, shrunk when it fails"
    )
    parser.add_argument(
        "--again", action="store_true", help="run what failed in the record again, once mended"
    )
    options = parser.parse_args(arguments)
    if options.again:
        kept: dict[str, Any] = json.loads(options.record.read_text(encoding="utf-8"))
        run_again(kept)
        options.record.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        return int(bool(kept["failures"]))
    if options.only is not None:
        return int(show(options.seed, options.only))
    print(f"{options.count} scripts from {len(corpus())}, at most {TIME_LIMIT} s each", flush=True)
    warm_up()
    whole = Run(options.seed, options.count, options.jobs, 60 * options.minutes)
    whole.go()
    record = whole.record()
    if options.record is not None:
        text = json.dumps(record, indent=1, ensure_ascii=True)
        options.record.write_text(text + "\n", encoding="utf-8")
    for failure in record["failures"][:20]:
        show(options.seed, failure["number"])
    print(json.dumps({name: record[name] for name in record if name != "sample"}, indent=1))
    return int(bool(record["failures"]))


if __name__ == "__main__":
    sys.exit(main())
