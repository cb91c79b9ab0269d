"""Builds of sites with Scripts/collate, and what kinds of pages a built one has."""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# The variable COLLATE names another program, such as a debug build.
COLLATE = Path(os.environ.get("COLLATE", REPOSITORY / "Scripts" / "collate"))

# An address below a path.
BASE_URL = "https://example.org/some/where/"

# The value that base.html writes into the class of <body>, for every kind of page.
KINDS = [
    "home",
    "item",
    "items",
    "matrix",
    "matrices",
    "pair",
    "compare",
    "comparison",
    "find",
    "use-case",
    "use-cases",
    "criterion",
    "criteria",
    "value",
    "source",
    "sources",
    "organisation",
    "organisations",
    "page",
    "guides",
    "contested",
    "coverage",
    "data",
    "all",
    "not-found",
]


@dataclass(frozen=True)
class BuiltSite:
    """A published site: the folder that it stands in, and what it was told of its address."""

    folder: Path
    base_url: str | None = None

    @cached_property
    def kinds(self) -> dict[Path, str]:
        """The kind of every page, in the order of their paths; what only leads to another, or is a part of others, is none."""
        pages = [page for page in sorted(self.folder.rglob("*.html")) if not is_redirect(page) and not is_part(page)]
        return {page: kind_of(self.address(page), page) for page in pages}

    def pages(self) -> list[Path]:
        return list(self.kinds)

    def address(self, page: Path) -> str:
        """The address of a page relative to the site's root, as links write it."""
        return page.relative_to(self.folder).as_posix().removesuffix("index.html")

    def longest_page_of_kind(self, kind: str) -> Path:
        return max(self.pages_of_kind(kind), key=lambda page: page.stat().st_size)

    def shortest_page_of_kind(self, kind: str) -> Path:
        return min(self.pages_of_kind(kind), key=lambda page: page.stat().st_size)

    def page_of_kind(self, kind: str) -> str:
        """The address of the longest page of a kind: what fits there fits on the others."""
        return self.address(self.longest_page_of_kind(kind))

    def pages_of_kind(self, kind: str) -> list[Path]:
        return [page for page in self.pages() if self.kinds[page] == kind]

    def some_pages(self, share: int, start: int = 0) -> list[Path]:
        """One page of so many, always the same ones, and the longest page of each kind."""
        longest = {self.longest_page_of_kind(kind) for kind in set(self.kinds.values())}
        return [page for number, page in enumerate(self.pages()) if number % share == start or page in longest]


def is_redirect(page: Path) -> bool:
    return '<meta http-equiv="refresh"' in page.read_text(encoding="utf-8")


def is_part(page: Path) -> bool:
    """Whether it is the column of an item, which a script puts beside others."""
    return page.parent.parts[-2:] == ("data", "compare")


def kind_of(address: str, page: Path) -> str:
    """The kind of a page by its body's class; the index of guides is an ordinary page with a kind of its own here."""
    if address == "guides/":
        return "guides"
    match = re.search(r'<body class="kind-([a-z-]+)[ "]', page.read_text(encoding="utf-8"))
    assert match, f"{page} does not say what kind of page it is"
    return match[1]


def run_collate(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs the command, which builds the program first if its sources have changed."""
    return subprocess.run(
        [str(COLLATE), *arguments],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )


def write_content(site: Path, files: dict[str, str]) -> None:
    """Writes the content of a made-up site, by the paths of its documents below `Content`."""
    for path, text in files.items():
        (site / "Content" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "Content" / path).write_text(text, encoding="utf-8")


def write_site(folder: Path, settings: str, documents: dict[str, str]) -> Path:
    """Writes the content of a made-up site that has a source named `one`."""
    base = {"site.yml": settings, "sources/one.md": "---\nname: One\n---\n"}
    write_content(folder, base | documents)
    return folder


def build_site(
    output: Path,
    site: Path = REPOSITORY,
    *options: str,
    base_url: str | None = None,
    environment: dict[str, str] | None = None,
) -> BuiltSite:
    """Builds a site into a folder, and fails with what the command says if it does not succeed."""
    arguments = ["build", "--site", str(site), "--output", str(output), *options]
    if base_url is not None:
        arguments += ["--base-url", base_url]
    run = run_collate(*arguments, environment=environment)
    assert run.returncode == 0, run.stderr
    return BuiltSite(output, base_url)
