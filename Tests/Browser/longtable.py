"""A site whose table is long: 160 items by 20 questions, imported from CSV."""

import csv
import random
from pathlib import Path

from building import build_site, run_collate

ITEMS = [f"Item {number:03}" for number in range(160)]
HEADERS = [f"{group}: question {number}" for group in ("First", "Second") for number in range(10)]
CHOICE = "---\nname: A choice\nrows: [Second]\nitems: [item-007, item-003, { first-question-0: yes }]\n---\n"
PAGES = ["matrices/all/", "matrices/all/page/2/"]


def random_answers() -> list[list[str]]:
    """The answers of each item, some of which are missing; always the same."""
    seeded = random.Random(20)
    return [[seeded.choice(["yes", "no", "yes", "no", ""]) for _ in HEADERS] for _ in ITEMS]


def build_long_site(folder: Path) -> None:
    (folder / "Content" / "matrices").mkdir(parents=True)
    (folder / "Content" / "site.yml").write_text("title: Long\npairs: none\n", encoding="utf-8")
    table = folder / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", *HEADERS])
        writer.writerows([item, *row] for item, row in zip(ITEMS, random_answers(), strict=True))
    imported = run_collate("import", str(table), "--site", str(folder), "--source", "survey", "--write")
    assert imported.returncode == 0, imported.stderr
    assert imported.stdout == "182 documents written\n"
    choice = folder / "Content" / "matrices" / "choice.md"
    choice.write_text(CHOICE, encoding="utf-8")
    build_site(folder / "Public", folder, "--strict")
