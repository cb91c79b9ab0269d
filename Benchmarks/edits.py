"""Edits of a made-up site, as an author does them between two builds: each changes one file."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from measuring import REPOSITORY


@dataclass(frozen=True)
class Edit:
    # What is edited, as tables say it.
    name: str
    # The file, below the site's folder.
    document: str
    # What is replaced in it, first or a second time, and by what: `{}` is the number of the edit.
    pattern: str
    replacement: str
    # What of it is seen in the HTML of pages.
    seen: str

    def apply(self, site: Path, number: int) -> Path:
        """Edits the document; the same number gives the same text, whatever was edited before."""
        document = site / self.document
        text = document.read_text(encoding="utf-8")
        edited, count = re.subn(self.pattern, self.replacement.format(number), text, count=1, flags=re.MULTILINE)
        if count == 0:
            raise ValueError(f"{document} has nothing that {self.pattern} matches")
        document.write_text(edited, encoding="utf-8")
        return document

    def mark(self, number: int) -> str:
        """What pages hold that show the edit."""
        return self.seen.format(number)


def item_edit(document: str) -> Edit:
    """A sentence more before the strengths of an item."""
    words = "Added in run {}."
    return Edit("an item", document, r"(\n\nAdded in run \d+\.)?\n\n## Strengths", f"\n\n{words}\n\n## Strengths", words)


def criterion_edit(document: str, pattern: str, replacement: str) -> Edit:
    return Edit("a criterion's name", document, pattern, replacement, "Criterion 2, run {}")


def use_case_edit(document: str, pattern: str, replacement: str) -> Edit:
    return Edit("a use case", document, pattern, replacement, "have Use 1 in run {} to do")


def title_edit(document: str, pattern: str, replacement: str) -> Edit:
    return Edit("the site's title", document, pattern, replacement, "Things compared in run {}")


def template_edit(document: str) -> Edit:
    """An element more after the heading of pages of pairs."""
    return Edit("a template", document, r"</h1>(<p hidden>\d+</p>)?", "</h1><p hidden>{}</p>", "<p hidden>{}</p>")


ITEM = item_edit("Content/items/item-7.md")

# The criterion has facts alone: the words of what is said about a criterion name it, and would all have to be edited with it.
CRITERION = criterion_edit("Content/criteria/criterion-2.md", r'^name: "Criterion 2.*"$', 'name: "Criterion 2, run {}"')
USE_CASE = use_case_edit("Content/use-cases/use-1.md", r'^for: "have Use 1.* to do"$', 'for: "have Use 1 in run {} to do"')
TITLE = title_edit("Content/site.yml", r"^title: .*$", "title: Things compared in run {}")
TEMPLATE = template_edit("Templates/pair.html")
COLLATE_EDITS = (ITEM, CRITERION, USE_CASE, TITLE, TEMPLATE)

HUGO_EDITS = (
    item_edit("content/items/item-7.md"),
    criterion_edit("data/criteria.json", r'"Criterion 2[^"]*"', '"Criterion 2, run {}"'),
    use_case_edit("data/uses.json", r'"have Use 1[^"]* to do"', '"have Use 1 in run {} to do"'),
    title_edit("hugo.toml", r"^title = .*$", 'title = "Things compared in run {}"'),
    template_edit("layouts/compare/page.html"),
)

PELICAN_EDITS = (item_edit("content/item-7.md"),)


def bring_template(site: Path) -> None:
    """Gives a site of Collate the template of its own that one of the edits is of: a copy of the theme's."""
    (site / "Templates").mkdir()
    shutil.copy(REPOSITORY / "Templates" / "pair.html", site / "Templates")
