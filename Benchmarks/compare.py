"""Builds one site with Collate and with Hugo in turn, and prints how much less Collate costs.

    python3 Benchmarks/compare.py --items 1000 --closest 10

Three cases: everything into a new folder; again, with nothing changed; and again, with one item's document edited; with `--edits`
other edits too, each in a new process. Hugo is run as it comes and with GOGC=400, which lets it collect garbage less often. With
`--with pelican` Pelican builds the site too, as a whole each time.

Before anything is measured, the pages of all programs are checked to hold the same: where they do not, the script ends with 1.
"""

import itertools
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from documents import write_collate_site, write_hugo_site, write_pelican_site
from edits import COLLATE_EDITS, HUGO_EDITS, PELICAN_EDITS, Edit, bring_template
from measuring import (
    Cost,
    built_collate,
    common_arguments,
    emptied,
    in_turn,
    installed_hugo,
    installed_pelican,
    run,
    size_of,
)
from parity import Parity
from ready import ready_pairs
from synthetic import synthetic_site


@dataclass(frozen=True)
class Program:
    title: str
    # Its site, and where it builds it to.
    site: Path
    output: Path
    command: tuple[str | Path, ...]
    edits: tuple[Edit, ...]
    variables: dict[str, str] = field(default_factory=dict)

    def build(self) -> Cost:
        return run(self.command, self.site, self.variables)

    def build_anew(self) -> Cost:
        emptied(self.output)
        return self.build()

    def build_edited(self, name: str, number: int) -> Cost:
        next(edit for edit in self.edits if edit.name == name).apply(self.site, number)
        return self.build()


def programs_in(folder: Path, collate: Path, hugo: Path) -> list[Program]:
    """Each with folders of its own; both of Hugo build the same site."""

    def hugo_with(title: str, variables: dict[str, str]) -> Program:
        output = folder / title.replace(" ", "")
        return Program(title, folder / "hugo", output, (hugo, "--quiet", "--destination", output), HUGO_EDITS, variables)

    output = folder / "public"
    site = folder / "collate"
    own = Program("Collate", site, output, (collate, "build", "--site", site, "--output", output), COLLATE_EDITS)
    return [own, hugo_with("Hugo", {}), hugo_with("Hugo, GOGC=400", {"GOGC": "400"})]


def pelican_in(folder: Path, pelican: Path) -> Program:
    output = folder / "pelican-public"
    command = (pelican, "--quiet", "--settings", "pelicanconf.py", "--output", output)
    return Program("Pelican", folder / "pelican", output, command, PELICAN_EDITS)


def main() -> None:
    parser = common_arguments(__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is run (default: 5)")
    parser.add_argument("--edits", action="store_true", help="edit a criterion's name, a use case, the title and a template, too")
    parser.add_argument("--with", dest="others", choices=["pelican"], action="append", default=[], help="another program, too")
    parser.add_argument("--parity", type=int, default=400, metavar="PAGES", help="check so many pages at most (default: 400)")
    parser.add_argument("--hugo", type=Path, help="Hugo's program, in place of installing it")
    options = parser.parse_args()
    collate = options.collate or built_collate()
    hugo = options.hugo or installed_hugo()
    with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as name:
        folder = Path(name)
        programs = programs_in(folder, collate.absolute(), hugo.absolute())
        own = programs[0]
        site = synthetic_site(options.items)
        write_collate_site(site, own.site, options.closest)
        if options.edits:
            bring_template(own.site)
        own.build()
        ready = ready_pairs(own.output)
        write_hugo_site(site, folder / "hugo", ready)
        if "pelican" in options.others:
            programs.append(pelican_in(folder, installed_pelican()))
            write_pelican_site(site, programs[-1].site, ready)
        for program in programs[1:]:
            program.build()
        # What Hugo builds with other settings for garbage is the same.
        different = [program for program in programs if not program.variables]
        outputs = {program.title: program.output for program in different}
        print("Parity:", Parity(site, list(ready.pairs.values()), outputs, options.parity).check(), flush=True)
        measure(programs, options.rounds, options.edits)
        print_sizes(different)


def measure(programs: list[Program], rounds: int, with_edits: bool) -> None:
    print_case("into a new folder", programs, rounds, Program.build_anew)
    print_case("nothing changed", programs[:3], rounds, Program.build)
    numbers = itertools.count()
    for edit in COLLATE_EDITS if with_edits else COLLATE_EDITS[:1]:
        able = [program for program in programs if any(each.name == edit.name for each in program.edits)]
        print_case(
            f"after the edit of {edit.name}", able, rounds, lambda program: program.build_edited(edit.name, next(numbers))
        )


def print_case(case: str, programs: list[Program], rounds: int, build: Callable[[Program], Cost]) -> None:
    """Measures programs in turn, and prints what each costs."""
    costs = in_turn(rounds, [lambda program=program: build(program) for program in programs])  # type: ignore[misc]
    print(f"\n{case}")
    own = costs[0]
    for program, cost in zip(programs, costs):
        line = f"  {program.title:15} {cost.processor:8.2f} s CPU {cost.wall:8.2f} s wall {cost.memory:7.0f} MB"
        if cost is not own:
            line += f"   {cost.processor / own.processor:6.1f} × CPU {cost.wall / own.wall:6.1f} × wall"
        print(line, flush=True)


def print_sizes(programs: list[Program]) -> None:
    print()
    for program in programs:
        files, size = size_of(program.output)
        pages, _ = size_of(program.output, "*.html")
        pairs, bytes_of_pairs = size_of(program.output / "compare", "index.html")
        print(
            f"  {program.title:15} {files} files, {pages} pages, {size / 1e6:.0f} MB;"
            f" {pairs} below compare, {bytes_of_pairs / pairs / 1e3:.1f} KB each"
        )


if __name__ == "__main__":
    main()
