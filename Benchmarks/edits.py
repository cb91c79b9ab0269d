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

    def apply(self, site: Path, number: int) -> Path:
        """Edits the document; the same number gives the same text, whatever was edited before."""
        document = site / self.document
        text = document.read_text(encoding="utf-8")
        edited, count = re.subn(self.pattern, self.replacement.format(number), text, count=1, flags=re.MULTILINE)
        if count == 0:
            raise ValueError(f"{document} has nothing that {self.pattern} matches")
        document.write_text(edited, encoding="utf-8")
        return document


def item_edit(document: str) -> Edit:
    """A sentence more before the strengths of an item."""
    return Edit("an item", document, r"(\n\nAdded in run \d+\.)?\n\n## Strengths", "\n\nAdded in run {}.\n\n## Strengths")


ITEM = item_edit("Content/items/item-7.md")

# The criterion has facts alone: the words of what is said about a criterion name it, and would all have to be edited with it.
COLLATE_EDITS = (
    ITEM,
    Edit("a criterion's name", "Content/criteria/criterion-2.md", r'^name: "Criterion 2.*"$', 'name: "Criterion 2, run {}"'),
    Edit("a use case", "Content/use-cases/use-1.md", r'^for: "have Use 1.* to do"$', 'for: "have Use 1 in run {} to do"'),
    Edit("the site's title", "Content/site.yml", r"^title: .*$", "title: Things compared in run {}"),
    Edit("a template", "Templates/pair.html", r"</h1>(<!-- \d+ -->)?", "</h1><!-- {} -->"),
)

HUGO_EDITS = (
    item_edit("content/items/item-7.md"),
    Edit("a criterion's name", "data/criteria.json", r'"Criterion 2[^"]*"', '"Criterion 2, run {}"'),
    Edit("a use case", "data/uses.json", r'"have Use 1[^"]* to do"', '"have Use 1 in run {} to do"'),
    Edit("the site's title", "hugo.toml", r"^title = .*$", 'title = "Things compared in run {}"'),
    Edit("a template", "layouts/compare/page.html", r"</h1>(<p hidden>\d+</p>)?", "</h1><p hidden>{}</p>"),
)


def bring_template(site: Path) -> None:
    """Gives a site of Collate the template of its own that one of the edits is of: a copy of the theme's."""
    (site / "Templates").mkdir()
    shutil.copy(REPOSITORY / "Templates" / "pair.html", site / "Templates")
