"""Counts the instructions of fixed jobs, and compares them with those that are written down beside this file.

    python3 Benchmarks/instructions.py
    python3 Benchmarks/instructions.py --record

A job that takes over 3 % more than is written down ends the script with 1; so does one that takes over 3 % less, for a gain that is not
written down would hide the next loss. With `--record` what was counted is written down.

The same program gives the same figures within 0.2 %, on any day and in any folder: the work is done below a path that is as long as
ever, on documents that are as old as ever, with one task, without a seed for hashing and without the caller's environment. What is left:

- Which thread runs first decides a little: 0.02 %.
- A folder lists its files in the file system's own order, and sorting takes more or less for it: 0.1 %. The work is done in memory where
  there is `/dev/shm`.
- Valgrind shows a program a processor of its own, but none that can do more than the real one. So libc is told to choose none of its
  functions by what a processor can do; nothing else that is linked in does so. Without this it would be 0.6 %.
- Another libc, Swift compiler or Swift library counts otherwise: the figures are those of Debian 12 and Swift 6.3, with Swift's libraries
  linked into the program as `Scripts/collate` does.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from documents import write_collate_site
from edits import ITEM
from measuring import REPOSITORY
from synthetic import synthetic_site

FIGURES = Path(__file__).with_suffix(".json")
TOLERANCE = 0.03
ITEMS = 25
CLOSEST = 10
# How many characters the path of the folder has that the jobs work in.
PATH_LENGTH = 48
# When the documents were written, and when the one was edited, in seconds since 1970.
WRITTEN, EDITED = 1_700_000_000, 1_700_001_000
# What glibc would choose functions by, and the sizes by which they copy much at once in another way.
CHOSEN_BY = (
    "AVX AVX2 AVX512F AVX512BW AVX512VL BMI1 BMI2 ERMS FMA FMA4 LZCNT MOVBE POPCNT RTM SSE4_1 SSE4_2 SSSE3 XSAVE XSAVEC "
    "AVX_Fast_Unaligned_Load Fast_Unaligned_Copy Fast_Unaligned_Load Prefer_No_VZEROUPPER Slow_BSF Slow_SSE4_2"
).split()
TUNABLES = ":".join(
    [
        "glibc.cpu.hwcaps=" + ",".join(f"-{name}" for name in CHOSEN_BY),
        "glibc.cpu.x86_data_cache_size=32768",
        "glibc.cpu.x86_shared_cache_size=1048576",
        "glibc.cpu.x86_non_temporal_threshold=786432",
    ]
)


class Workplace:
    """A program and a made-up site in one folder."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        write_collate_site(synthetic_site(ITEMS), self.site, CLOSEST)
        for path in self.site.rglob("*"):
            os.utime(path, (WRITTEN, WRITTEN))
        # Valgrind would read each time what a program tells debuggers.
        self.program = folder / "collate"
        subprocess.run(["strip", "--strip-debug", "-o", self.program, program], check=True)

    def without_record(self) -> Iterator[tuple[str, int]]:
        yield "start-up", self.count("--version")
        yield "full build without a record", self.count("build", "--no-cache")

    def with_record(self) -> Iterator[tuple[str, int]]:
        yield "full build", self.count("build")
        self.settle()
        yield "unchanged build", self.count("build")
        yield "unchanged check", self.count("check")
        os.utime(ITEM.apply(self.site, 1), (EDITED, EDITED))
        yield "build after the edit of an item", self.count("build")

    def count(self, command: str, *options: str) -> int:
        """The instructions of a command."""
        log = self.folder / "log"
        # No cache is simulated: instructions are all that is wanted, and callgrind takes twice as long to count them.
        tool = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={log}"]
        self.run(["valgrind", *tool], command, *options)
        printed = log.read_text(encoding="utf-8")
        match = re.search(r"I\s+refs:\s+([\d,]+)", printed)
        if not match:
            sys.exit(f"Valgrind has counted nothing:\n{printed}")
        return int(match[1].replace(",", ""))

    def settle(self) -> None:
        """Lets a build record how old each file of the output is.

        It does not trust the age of files that were written last, within a tick of the clock, and reads them the next time. How many
        those are is a matter of speed; after this it is the one that was missing.
        """
        (self.folder / "public" / "robots.txt").unlink()
        time.sleep(0.5)
        self.run([], "build")

    def run(self, tool: list[str], command: str, *options: str) -> None:
        """Runs a command that must succeed."""
        working = [] if command == "--version" else ["--jobs", "1", "--site", str(self.site), "--output", "public"]
        process = subprocess.run(
            [*tool, str(self.program), command, *working, *options],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1", "GLIBC_TUNABLES": TUNABLES},
            capture_output=True,
            text=True,
        )
        if process.returncode != 0:
            sys.exit(f"{' '.join(process.args)} ended with {process.returncode}:\n{process.stderr}")


@contextmanager
def folder_of_one_length() -> Iterator[Path]:
    """A new folder whose path has as many characters on every machine."""
    shared = Path("/dev/shm")
    parent = shared if os.access(shared, os.W_OK) else Path(tempfile.gettempdir())
    own = tempfile.mkdtemp(dir=parent)
    try:
        folder = Path(own) / "x".ljust(PATH_LENGTH - len(own) - 1, "x")
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(own)


def counted(program: Path) -> dict[str, int]:
    """The instructions of every job. Those with a record and those without are counted at once, each in a place of their own."""
    linked = subprocess.run(["readelf", "--dynamic", program], check=True, capture_output=True, text=True).stdout
    if "libswiftCore" in linked:
        sys.exit(
            f"{program} was built without Swift's libraries in it, and would count otherwise.\n"
            "Please remove .build/collate-sources, and let Scripts/collate build it."
        )
    with folder_of_one_length() as folder, ThreadPoolExecutor() as pool:
        places = [folder / "1", folder / "2"]
        for place in places:
            place.mkdir()
        first, second = (Workplace(program, place) for place in places)
        halves = pool.map(lambda jobs: list(jobs), [first.without_record(), second.with_record()])
        return dict(figure for half in halves for figure in half)


def wrong(figures: dict[str, int], recorded: dict[str, int]) -> list[str]:
    """Prints every figure beside what is written down, and says what is wrong with which."""
    problems = []
    for job, figure in figures.items():
        line = f"{job:32} {figure:>15,}"
        if job not in recorded:
            problems.append(f"{job}: nothing is written down.")
        else:
            change = figure / recorded[job] - 1
            line += f" {change:+8.2%}"
            written_down = f"than the {recorded[job]:,} that are written down"
            if change > TOLERANCE:
                problems.append(f"{job}: {change:.1%} more instructions {written_down}.")
            elif change < -TOLERANCE:
                problems.append(f"{job}: {-change:.1%} fewer instructions {written_down}; record the gain.")
        print(line)
    return problems + [f"{job}: written down, but no job." for job in recorded if job not in figures]


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument(
        "--collate",
        type=Path,
        default=REPOSITORY / ".build" / "release" / "collate",
        help="the command (default: the one that Scripts/collate builds)",
    )
    parser.add_argument("--figures", type=Path, default=FIGURES, help="where the figures are written down")
    parser.add_argument("--counted", type=Path, help="figures that were counted before, in place of counting")
    parser.add_argument("--record", action="store_true", help="write down what was counted")
    options = parser.parse_args()
    figures = json.loads(options.counted.read_text(encoding="utf-8")) if options.counted else counted(options.collate)
    recorded = json.loads(options.figures.read_text(encoding="utf-8")) if options.figures.exists() else {}
    problems = wrong(figures, recorded)
    if options.record:
        options.figures.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    elif problems:
        sys.exit("\n" + "\n".join(problems) + "\nWhere that is meant: python3 Benchmarks/instructions.py --record")


if __name__ == "__main__":
    main()
