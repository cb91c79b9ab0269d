"""Matrices as JSON and CSV against the items and the pages, and where the pages lead to the data."""

import csv
import io
import re
from decimal import Decimal
from posixpath import join, normpath
from typing import Any

import pytest
from building import BuiltSite
from content import Content
from datafiles import Data, items_of, matrices_of
from documents import elements, one, parse, text_of

Cell = dict[str, Any]
Table = tuple[list[str], list[list[str]]]


def read_csv(site: BuiltSite, slug: str) -> Table:
    """The titles and the lines of a matrix, read by the letter of RFC 4180."""
    text = (site.folder / "matrices" / slug / f"{slug}.csv").read_bytes().decode("utf-8-sig")
    titles, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    return titles, lines


def rows_of(matrix: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for group in matrix["groups"] for row in group["rows"]]


# JSON


def test_the_cells_of_a_matrix_are_those_of_the_items(data: Data, content: Content) -> None:
    items = items_of(data)
    kinds = set()
    for slug, matrix in matrices_of(data).items():
        assert [item["slug"] for item in matrix["items"]] == list(items), slug
        for row in rows_of(matrix):
            kinds.add(row["kind"])
            assert [cell["item"] for cell in row["cells"]] == list(items)
            for cell in row["cells"]:
                if row["kind"] == "criterion":
                    own = next(own for own in items[cell["item"]]["cells"] if own["criterion"] == row["slug"])
                    expected = {name: value for name, value in own.items() if name not in ("criterion", "name")}
                    assert expected == {name: value for name, value in cell.items() if name != "item"}
                else:
                    check_named(data, row, cell)
    assert kinds == {"criterion", "use-case", "organisation"}


def check_named(data: Data, row: dict[str, Any], cell: Cell) -> None:
    """A cell of a use or a user is filled where a claim says so."""
    claims = [
        claim
        for claim in data[f"data/items/{cell['item']}.json"]["claims"]
        if {"kind": row["kind"], "slug": row["slug"]}.items() <= subjects(claim)
    ]
    assert cell["claims"] == [claim["path"] for claim in claims]
    assert cell["state"] == ("yes" if claims else "unknown")
    assert set(cell["sources"]) == {citation["source"] for claim in claims for citation in claim["citations"]}
    assert cell["facts"] == cell["praised_by"] == cell["criticised_by"] == []
    assert cell["for"] == cell["against"] == cell["both"] == []


def subjects(claim: dict[str, Any]) -> set[tuple[str, Any]]:
    return {pair for subject in claim["subjects"] for pair in subject.items()}


def test_the_rows_of_a_matrix_are_what_its_document_asks_for(data: Data, content: Content) -> None:
    rows = {slug: [row["slug"] for row in rows_of(matrix)] for slug, matrix in matrices_of(data).items()}
    groups = {slug: [group["name"] for group in matrix["groups"]] for slug, matrix in matrices_of(data).items()}
    assert groups["at-a-glance"] == ["Basics", "Built in"]
    assert groups["strengths-and-weaknesses"] == ["Quality", "Learning and people", "Building", "Running"]
    told = [row for slug in ("at-a-glance", "strengths-and-weaknesses") for row in rows[slug]]
    assert told == list(content.criteria)
    assert rows["use-cases"] == list(content.use_cases)
    users = {subject["slug"] for file in data.values() for claim in file.get("claims", []) for subject in claim["subjects"]
             if subject["kind"] == "organisation"}
    assert sorted(rows["who-uses-what"]) == sorted(users)


# CSV


def in_csv(cell: Cell) -> str:
    """What Docs/data.md says that a cell of the table holds."""
    groups = [(len(cell[name]), name, ", ".join(cell[name])) for name in ("for", "against", "both")]
    judgements = ", ".join(f"{count} {name} ({sources})" for count, name, sources in groups if count)
    facts = [fact for fact in cell["facts"] if fact["state"] != "unknown"]
    beside = judgements if cell["claim_state"] in ("contested", "mixed") and judgements else None
    if cell["fact_state"] == "contested":
        words = "contested: " + " / ".join(
            f"{fact['text']} ({', '.join(fact['sources']) or ('common knowledge' if fact['common'] else 'none')})"
            for fact in facts
        )
    elif cell["fact_state"] is None and beside:
        words, beside = judgements, None
    elif cell["fact_state"] is None:
        words, beside = cell["text"], None
    elif cell["state"] == "partial":
        words = f"partial: {next(fact['note'] for fact in facts if fact['state'] == 'partial')}"
    elif cell["state"] == "value" and isinstance(facts[0]["value"], Decimal):
        words, beside = str(facts[0]["value"]), None
    else:
        words = cell["text"]
    return f"{words}; {beside}" if beside else words


JUDGED = ["for", "against", "both"]


def is_judged(row: dict[str, Any], content: Content) -> bool:
    """Whether the row is a criterion that takes no facts, or one on which a source judges an item."""
    if row["kind"] != "criterion":
        return False
    return content.criteria[row["slug"]].type is None or any(cell[name] for cell in row["cells"] for name in JUDGED)


def test_the_csv_of_a_matrix_holds_every_cell_of_its_json(addressed_site: BuiltSite, data: Data, content: Content) -> None:
    count = 0
    for slug, matrix in matrices_of(data).items():
        titles, lines = read_csv(addressed_site, slug)
        rows = rows_of(matrix)
        names = [f"{row['name']} ({row['unit']})" if row["unit"] else row["name"] for row in rows]
        heads = [[name, *(f"{name} {group}" for group in JUDGED if is_judged(row, content)), f"Sources: {name}"]
                 for row, name in zip(rows, names, strict=True)]
        assert titles == ["Framework", "Slug", *(title for group in heads for title in group)]
        assert [line[:2] for line in lines] == [[item["name"], item["slug"]] for item in matrix["items"]]
        for number, line in enumerate(lines):
            fields = iter(line[2:])
            for row, group in zip(rows, heads, strict=True):
                cell = row["cells"][number]
                words, *counts, sources = (next(fields) for _ in group)
                assert words == in_csv(cell)
                assert counts == [str(len(cell[name])) for name in JUDGED][: len(counts)]
                common = any(fact["common"] for fact in cell["facts"])
                assert sources == (" ".join(cell["sources"]) or ("common knowledge" if common else "none"))
                count += 1
    assert count > 1_000


def test_the_csv_keeps_to_rfc_4180(addressed_site: BuiltSite) -> None:
    """A mark of UTF-8; CRLF behind every line; text in quotation marks, numbers without, and nothing else."""
    field = r'(?:"(?:[^"\r\n]|"")*"|-?\d+(?:\.\d+)?)'
    files = sorted(addressed_site.folder.rglob("*.csv"))
    assert len(files) >= 4
    for path in files:
        text = path.read_bytes().decode("utf-8")
        assert text.startswith("\ufeff") and text.endswith("\r\n")
        for line in text.removeprefix("\ufeff").removesuffix("\r\n").split("\r\n"):
            assert re.fullmatch(f"{field}(?:,{field})*", line), (path.name, line)


# Pages


def test_the_tables_of_the_page_tell_the_same(addressed_site: BuiltSite, data: Data) -> None:
    for slug, matrix in matrices_of(data).items():
        items = [item["name"] for item in matrix["items"]]
        expected = {
            (items[number], f"{row['name']} ({row['unit']})" if row["unit"] else row["name"]): cell["text"]
            for row in rows_of(matrix)
            for number, cell in enumerate(row["cells"])
        }
        shown = {}
        for table in elements(parse(addressed_site.folder / matrix["path"] / "index.html"), "table", "matrix"):
            head, *lines = elements(table, "tr")
            columns = [text_of(cell).strip() for cell in elements(head, "th")][1:]
            for line in lines:
                name = text_of(next(elements(line, "th"))).strip()
                for column, cell in zip(columns, elements(line, "td"), strict=True):
                    words = next(e for e in cell.iter() if {"s", "b"} & set(e.get("class", "").split()))
                    shown[(name, column) if name in items else (column, name)] = text_of(words).strip()
        assert shown == expected, slug


def links(site: BuiltSite, address: str) -> tuple[set[tuple[str, str]], set[str]]:
    """The alternates that a page's head names, with their types, and what its body links to, from the site's root."""
    tree = parse(site.folder / address / "index.html")
    rooted = lambda href: normpath(join(address, href.partition("#")[0]))  # noqa: E731
    heads = {(e.get("type", ""), rooted(e.get("href", ""))) for e in elements(tree, "link") if e.get("rel") == "alternate"}
    return heads, {rooted(e.get("href", "")) for e in elements(tree, "a")}


@pytest.mark.parametrize("is_addressed", [True, False])
def test_pages_lead_to_what_tells_the_same_as_data(
    unaddressed_site: BuiltSite, addressed_site: BuiltSite, data: Data, content: Content, is_addressed: bool
) -> None:
    site = addressed_site if is_addressed else unaddressed_site
    expected = {f"frameworks/{slug}/": {("application/json", f"data/items/{slug}.json")} for slug in content.items}
    for slug in matrices_of(data):
        path = f"matrices/{slug}/{slug}"
        expected[f"matrices/{slug}/"] = {("text/csv", f"{path}.csv"), ("application/json", f"{path}.json")}
    expected["frameworks/"] = {("application/json", "data/items.json")}
    expected["sources/"] = {("application/json", "data/sources.json")}
    for address, files in expected.items():
        heads, body = links(site, address)
        assert {head for head in heads if head[0] != "application/atom+xml"} == files, address
        assert {path for _, path in files} <= body, address


def test_every_page_leads_to_the_page_of_the_data_and_that_to_every_file(addressed_site: BuiltSite) -> None:
    for page in addressed_site.pages():
        tree = parse(page)
        if any(meta.get("http-equiv") == "refresh" for meta in elements(tree, "meta")):
            continue
        foot = one(tree, "footer", **{"class": "site-foot"})
        assert any(text_of(link) == "Data" for link in elements(foot, "a")), page
    files = {path for pattern in ("*.json", "*.csv") for path in addressed_site.folder.rglob(pattern)}
    # The index of the search is the theme's own.
    names = {path.relative_to(addressed_site.folder).as_posix() for path in files} - {"search.json"}
    _, body = links(addressed_site, "data/")
    assert names <= body
    assert len(names) > 30
