"""Prints what each stage of a build costs, beside the floor that it stands on: what cmark, libyaml and `cp -r` alone cost; and what
the making of files costs, by the folder that they stand in.

    python3 Benchmarks/stages.py --items 1000
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import write_collate_site
from measuring import REPOSITORY, built_collate, common_arguments, emptied, run
from synthetic import synthetic_site

STAGES = ("discover", "parse", "resolve", "plan and compile", "render")


def main() -> None:
    parser = common_arguments(__doc__, "a built command with StageProbe beside it, in place of building them")
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    collate = options.collate or built_collate()
    if not options.collate:
        subprocess.run(
            ["swift", "build", "-c", "release", "--product", "StageProbe"], cwd=REPOSITORY, check=True, stdout=sys.stderr
        )
    with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as name:
        folder = Path(name)
        write_collate_site(synthetic_site(options.items), folder, options.closest)
        floors = folder / "floors"
        subprocess.run(
            ["cc", "-O2", "-o", floors, Path(__file__).parent / "floors.c", "-l:libcmark-gfm-extensions.a", "-l:libcmark-gfm.a",
             "-lyaml"],
            check=True,
        )
        documents = sorted(path for path in (folder / "Content").rglob("*.md"))
        figures: dict[str, list[float]] = {}
        for _ in range(options.rounds):
            for key, value in one_round(folder, collate, collate.parent / "StageProbe", floors, documents).items():
                figures.setdefault(key, []).append(value)
        print_table({key: statistics.median(values) for key, values in figures.items()})


def one_round(folder: Path, collate: Path, probe: Path, floors: Path, documents: list[Path]) -> dict[str, float]:
    """Seconds of processor time of every stage and every floor, and how many documents, files and bytes there are."""
    figures = {**printed_by([probe, folder]), **printed_by([floors, *documents])}
    output = folder / "public"
    emptied(output)
    figures["build"] = run([collate, "build", "--no-cache", "--jobs", "1", "--site", folder, "--output", output]).processor
    emptied(folder / "copy")
    figures["cp -r"] = run(["cp", "-r", output, folder / "copy"]).processor
    figures["publish"] = max(0.0, figures["build"] - sum(figures[stage] for stage in STAGES))
    return figures


def printed_by(command: list[Path]) -> dict[str, float]:
    """What a program prints as `name: microseconds`, in seconds, and as `name number`."""
    lines = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout.splitlines()
    figures: dict[str, float] = {}
    for line in lines:
        name, colon, number = line.partition(": ")
        if colon:
            figures[name] = int(number) / 1e6
        else:
            name, _, number = line.rpartition(" ")
            figures[name] = float(number)
    return figures


def print_table(figures: dict[str, float]) -> None:
    floors = {"parse": figures["cmark"] + figures["libyaml"], "publish": figures["cp -r"]}
    print(f"{figures['documents']:.0f} documents, {figures['files']:.0f} files, {figures['bytes'] / 1e6:.0f} MB\n")
    print("| stage | s of CPU | share | floor | × floor |\n|---|---|---|---|---|")
    for stage in (*STAGES, "publish"):
        line = f"| {stage} | {figures[stage]:.3f} | {figures[stage] / figures['build']:.0%} |"
        if stage in floors:
            line += f" {floors[stage]:.3f} | {figures[stage] / floors[stage]:.1f} |"
        else:
            line += " | |"
        print(line)
    floor = sum(floors.values())
    print(f"| build | {figures['build']:.3f} | | {floor:.3f} | {figures['build'] / floor:.1f} |\n")
    print(f"cmark {figures['cmark']:.3f} s, libyaml {figures['libyaml']:.3f} s, cp -r {figures['cp -r']:.3f} s\n")
    print_kinds(figures)


def print_kinds(figures: dict[str, float]) -> None:
    """What is made in each folder, the dearest first; what costs next to nothing is left out."""
    prefix = "render "
    kinds = [(time, key.removeprefix(prefix)) for key, time in figures.items() if key.startswith(prefix)]
    print("| render | files | MB | s of CPU | share | µs a file | ns a byte |\n|---|---|---|---|---|---|---|")
    for time, kind in sorted(kinds, reverse=True):
        files, size = figures[f"files {kind}"], figures[f"bytes {kind}"]
        if time * 200 > figures["render"]:
            print(
                f"| `{kind}` | {files:.0f} | {size / 1e6:.1f} | {time:.3f} | {time / figures['render']:.0%}"
                f" | {time / files * 1e6:.0f} | {time / max(size, 1) * 1e9:.1f} |"
            )


if __name__ == "__main__":
    main()
