"""Builds one site with Collate and with Hugo in turn, and prints how much less Collate costs.

    python3 Benchmarks/compare.py --items 1000 --closest 10

Three cases: everything into a new folder; again, with nothing changed; and again, with one item's document edited. Each is
run with Hugo as it comes and with GOGC=400, which lets it collect garbage less often.
"""

import itertools
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from documents import write_collate_site, write_hugo_site
from measuring import Cost, built_collate, common_arguments, emptied, in_turn, installed_hugo, run, size_of
from synthetic import synthetic_site


class Comparison:
    """Both sites, both programs and both outputs in one folder."""

    def __init__(self, folder: Path, items: int, closest: int, collate: Path, hugo: Path) -> None:
        self.folder = folder
        self.collate = collate
        self.hugo = hugo
        self.numbers = itertools.count()
        self.outputs = {name: folder / f"public-{name}" for name in ("collate", "hugo", "hugo400")}
        site = synthetic_site(items)
        write_collate_site(site, folder / "collate", closest)
        self.run_collate()
        # Hugo is given the pairs that Collate has chosen. A large site has several sitemaps.
        sitemaps = sorted(self.outputs["collate"].glob("sitemap*.xml"))
        addresses = "".join(path.read_text(encoding="utf-8") for path in sitemaps)
        pairs = re.findall(r"/compare/([a-z0-9-]+?)-vs-([a-z0-9-]+)/", addresses)
        write_hugo_site(site, folder / "hugo", pairs)

    def run_collate(self) -> Cost:
        return run([self.collate, "build", "--site", self.folder / "collate", "--output", self.outputs["collate"]])

    def run_hugo(self) -> Cost:
        return run([self.hugo, "--quiet", "--destination", self.outputs["hugo"]], self.folder / "hugo")

    def run_hugo400(self) -> Cost:
        return run([self.hugo, "--quiet", "--destination", self.outputs["hugo400"]], self.folder / "hugo", {"GOGC": "400"})

    @property
    def programs(self) -> dict[str, Callable[[], Cost]]:
        return {"collate": self.run_collate, "hugo": self.run_hugo, "hugo400": self.run_hugo400}

    def fresh(self, name: str) -> Cost:
        emptied(self.outputs[name])
        return self.programs[name]()

    def edited(self, name: str) -> Cost:
        """Builds after a sentence has been added to an item, each time another one."""
        folder = self.folder / ("collate/Content" if name == "collate" else "hugo/content")
        document = folder / "items" / "item-7.md"
        text = document.read_text(encoding="utf-8")
        added = f"\n\nAdded in run {next(self.numbers)}.\n\n## Strengths"
        document.write_text(re.sub(r"(\n\nAdded in run \d+\.)?\n\n## Strengths", added, text), encoding="utf-8")
        return self.programs[name]()


def main() -> None:
    parser = common_arguments(__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is run (default: 5)")
    parser.add_argument("--hugo", type=Path, help="Hugo's program, in place of installing it")
    options = parser.parse_args()
    collate = options.collate or built_collate()
    hugo = options.hugo or installed_hugo()
    with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as folder:
        comparison = Comparison(Path(folder), options.items, options.closest, collate.absolute(), hugo.absolute())
        cases: dict[str, Callable[[str], Cost]] = {
            "into a new folder": comparison.fresh,
            "nothing changed": lambda name: comparison.programs[name](),
            "one item edited": comparison.edited,
        }
        for case, measure in cases.items():
            names = list(comparison.programs)
            costs = in_turn(options.rounds, [lambda name=name: measure(name) for name in names])  # type: ignore[misc]
            print_case(case, dict(zip(names, costs)))
        print_sizes(comparison)


def print_case(case: str, costs: dict[str, Cost]) -> None:
    own = costs["collate"]
    print(f"\n{case}")
    for name, title in (("collate", "Collate"), ("hugo", "Hugo"), ("hugo400", "Hugo, GOGC=400")):
        cost = costs[name]
        line = f"  {title:15} {cost.processor:8.2f} s CPU {cost.wall:8.2f} s wall {cost.memory:7.0f} MB"
        if name != "collate":
            line += f"   {cost.processor / own.processor:6.1f} × CPU {cost.wall / own.wall:6.1f} × wall"
        print(line, flush=True)


def print_sizes(comparison: Comparison) -> None:
    print()
    for name, title in (("collate", "Collate"), ("hugo", "Hugo")):
        output = comparison.outputs[name]
        files, size = size_of(output)
        pages, _ = size_of(output, "*.html")
        pairs, bytes_of_pairs = size_of(output / "compare", "index.html")
        print(
            f"  {title:15} {files} files, {pages} pages, {size / 1e6:.0f} MB;"
            f" {pairs} below compare, {bytes_of_pairs / pairs / 1e3:.1f} KB each"
        )


if __name__ == "__main__":
    main()
