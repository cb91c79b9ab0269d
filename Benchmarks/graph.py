"""Draws what builds of growing sites cost, seconds of processor time against pages, and prints the same as a table.

    python3 Benchmarks/graph.py 100 1000 10000 --svg cost.svg

Lines are Collate into a new folder, after the edit of an item in a new process, and with nothing changed; with `--hugo`, Hugo into a
new folder beside them. Both axes are logarithmic: a line that rises by as much as it goes to the right is one of costs that grow as pages do.
"""

import html
import math
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from compare import Program, programs_in
from documents import write_collate_site, write_hugo_site
from edits import ITEM
from measuring import built_collate, common_arguments, installed_hugo, size_of
from ready import ready_pairs
from synthetic import synthetic_site

COLOURS = ("#0b6e4f", "#c8553d", "#28588a", "#8a6d28")


@dataclass(frozen=True)
class Line:
    name: str
    # Pages and seconds.
    points: list[tuple[int, float]]


def main() -> None:
    parser = common_arguments(__doc__)
    parser.add_argument("items", type=int, nargs="+", help="how many items the sites have")
    parser.add_argument("--svg", type=Path, default=Path("cost.svg"), help="the picture (default: cost.svg)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--hugo", action="store_true", help="measure Hugo too")
    options = parser.parse_args()
    collate = (options.collate or built_collate()).absolute()
    hugo = installed_hugo().absolute() if options.hugo else Path("hugo")
    lines: dict[str, list[tuple[int, float]]] = {}
    for items in sorted(options.items):
        with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as name:
            own, other, _ = programs_in(Path(name), collate, hugo)
            site = synthetic_site(items)
            write_collate_site(site, own.site, options.closest)
            costs = costs_of(own, options.rounds)
            if options.hugo:
                write_hugo_site(site, other.site, ready_pairs(own.output))
                costs["Hugo, into a new folder"] = statistics.median([other.build_anew().processor for _ in range(options.rounds)])
            pages, _ = size_of(own.output, "*.html")
            for line, seconds in costs.items():
                lines.setdefault(line, []).append((pages, seconds))
    drawn = [Line(name, points) for name, points in lines.items()]
    print_table(drawn)
    options.svg.write_text(picture(drawn), encoding="utf-8")


def costs_of(own: Program, rounds: int) -> dict[str, float]:
    """Seconds of processor time, the median of some rounds of each after one that is not counted."""
    cases = {
        "Collate, into a new folder": lambda number: own.build_anew(),
        "Collate, an item edited": lambda number: own.build_edited(ITEM.name, number),
        "Collate, nothing changed": lambda number: own.build(),
    }
    return {
        name: statistics.median([build(number).processor for number in range(rounds + 1)][1:]) for name, build in cases.items()
    }


def print_table(lines: list[Line]) -> None:
    print("| pages | " + " | ".join(line.name for line in lines) + " |")
    print("|---" * (len(lines) + 1) + "|")
    for row in zip(*(line.points for line in lines)):
        print(f"| {row[0][0]} | " + " | ".join(f"{seconds:.3f} s" for _, seconds in row) + " |")


def picture(lines: list[Line]) -> str:
    """An SVG that stands by itself."""
    width, height, left, right, top, bottom = 760, 460, 70, 230, 20, 50
    pages = [point[0] for line in lines for point in line.points]
    seconds = [max(point[1], 0.001) for line in lines for point in line.points]
    across, up = decades(pages), decades(seconds)

    def x(value: float) -> float:
        return left + (math.log10(value) - across[0]) / (across[-1] - across[0]) * (width - left - right)

    def y(value: float) -> float:
        return height - bottom - (math.log10(max(value, 0.001)) - up[0]) / (up[-1] - up[0]) * (height - top - bottom)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
        "<title>Seconds of processor time against pages</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for power in across:
        place = x(10**power)
        parts.append(f'<path d="M{place:.1f} {top}V{height - bottom}" stroke="#ddd"/>')
        parts.append(f'<text x="{place:.1f}" y="{height - bottom + 20}" text-anchor="middle">{10**power:,}</text>')
    for power in up:
        place = y(10**power)
        parts.append(f'<path d="M{left} {place:.1f}H{width - right}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{place + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    parts.append(f'<text x="{(left + width - right) / 2}" y="{height - 8}" text-anchor="middle">pages</text>')
    for line, colour, name_at in zip(lines, COLOURS, places_of_names([y(line.points[-1][1]) for line in lines])):
        points = " ".join(f"{x(pages):.1f},{y(seconds):.1f}" for pages, seconds in line.points)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(p):.1f}" cy="{y(s):.1f}" r="3.5" fill="{colour}"/>' for p, s in line.points]
        end = x(line.points[-1][0]) + 10
        parts.append(f'<text x="{end:.1f}" y="{name_at + 4:.1f}" fill="{colour}">{html.escape(line.name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def decades(values: list[float] | list[int]) -> list[int]:
    """The powers of ten that values lie between, at least two."""
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return list(range(first, max(last, first + 1) + 1))


def places_of_names(places: list[float]) -> list[float]:
    """Where the names of lines stand, so that none covers another: where the line ends, or below the one above."""
    result = dict[int, float]()
    for number in sorted(range(len(places)), key=lambda number: places[number]):
        result[number] = max([places[number], *(place + 16 for place in result.values())])
    return [result[number] for number in range(len(places))]


if __name__ == "__main__":
    main()
