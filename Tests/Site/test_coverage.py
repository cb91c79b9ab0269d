"""The page of the coverage, counted again from the content: every cell, every sum, every share, all that is missing."""

import re
from collections import Counter

import pytest
from building import REPOSITORY, BuiltSite
from content import Content
from counting import by_name, cells, sums
from sitepages import SitePage, number_of, text_of

CONTENT = Content(REPOSITORY / "Content")
ITEMS = by_name(CONTENT.items)
CELLS = cells(CONTENT)


@pytest.fixture(scope="module")
def page(site: BuiltSite) -> SitePage:
    return SitePage(site.folder, "coverage/")


def of_item(slug: str) -> list:
    return [cell for cell in CELLS if cell.item == slug]


def of_criterion(slug: str) -> list:
    return [cell for cell in CELLS if cell.criterion == slug]


def test_the_shares_of_the_whole(page: SitePage) -> None:
    reviewed, referenced, sourced, known, fresh, missing = sums(CONTENT, CELLS)
    total = len(CELLS)
    assert total == len(CONTENT.items) * len(CONTENT.criteria) and known + missing == total
    figures = page.find('//dl[@class="figures"]/div')
    assert [[text_of(part) for part in figure] for figure in figures] == [
        [f"known: {known} of {total} cells", f"{100 * known // total} %"],
        [f"with a source: {sourced}", f"{100 * sourced // total} %"],
        [f"fresh: {fresh}", f"{100 * fresh // total} %"],
        ["cells missing", str(missing)],
    ]
    words = text_of(page.section("How_counted"))
    assert f"Reviews are cited in {reviewed} cells ({100 * reviewed // total} %)" in words
    assert f"references in {referenced} ({100 * referenced // total} %)" in words


def test_items_and_sources(page: SitePage) -> None:
    rows = page.table("Speech_caption")
    header = page.find('//table[caption[@id="Speech_caption"]]/thead/tr[last()]/th[a]')
    sources = [page.slug(page.find("./a", th)[0]) for th in header]
    assert sorted(sources) == sorted(CONTENT.sources)
    assert [text_of(row[0]) for row in rows] == [CONTENT.items[slug].name for slug in ITEMS] + ["All frameworks"]
    for row, some in zip(rows, [of_item(slug) for slug in ITEMS] + [CELLS], strict=True):
        speech = [sum(source in cell.sources for cell in some) for source in sources]
        assert [number_of(cell) for cell in row[1:]] == speech + sums(CONTENT, some)


def test_the_picture_has_the_cells_of_the_tables(page: SitePage) -> None:
    """Each stroke of the pen covers cells of one row that are alike; together they are the tables' cells by level."""
    tables = page.find('//section[h2[@id="The_cells"]]//table')
    drawn: dict[tuple[int, int], str] = {}
    for path in page.find('//figure[@class="map"]//*[local-name()="path"]'):
        strokes = re.findall(r"M(\d+) (\d+)h(\d+)v3h-(\d+)z", path.get("d"))
        assert "".join(f"M{x} {y}h{width}v3h-{back}z" for x, y, width, back in strokes) == path.get("d")
        for x, y, width, back in [tuple(map(int, stroke)) for stroke in strokes]:
            assert width == back and width % 4 == 0 and y % 4 == 0
            for left in range(x, x + width, 4):
                assert (left, y // 4) not in drawn
                drawn[left, y // 4] = path.get("class")
    expected: dict[tuple[int, int], str] = {}
    left = 0
    for table in tables:
        for number, row in enumerate(page.find("./tbody/tr", table)):
            for column, cell in enumerate(page.find("./td", row)[:-1]):
                level, state = re.findall(r"\b(h\d) c-(\w+)", cell.get("class"))[0]
                if state != "missing":
                    expected[left + 4 * column, number] = "unsourced" if state == "unsourced" else level
        left += 4 * len(page.find("./thead//a", table)) + 3
    assert drawn == expected and len(drawn) == sums(CONTENT, CELLS)[3]
    counts = Counter(drawn.values())
    words = text_of(page.find('//figure[@class="map"]//*[local-name()="desc"]')[0])
    assert [int(number) for number in re.findall(r"\d+", words)] == [
        len(CELLS),
        *(counts[name] for name in ["unsourced", "h1", "h2", "h3", "h4"] if counts[name]),
    ]
    assert [text_of(name) for name in page.find('//figure[@class="map"]//li')] == [
        CONTENT.items[slug].name for slug in ITEMS
    ]


def test_items_and_criteria(page: SitePage) -> None:
    seen = []
    for table in page.find('//section[h2[@id="The_cells"]]//table'):
        criteria = [page.slug(a) for a in page.find("./thead//a", table)]
        seen += criteria
        rows = page.find("./tbody/tr", table)
        for row, item in zip(rows, ITEMS, strict=True):
            shown = [text_of(cell) for cell in row]
            expected = [CONTENT.items[item].name]
            own = {cell.criterion: cell for cell in of_item(item)}
            for criterion in criteria:
                cell = own[criterion]
                expected.append(str(len(cell.sources)) if cell.sources else "no source" if cell.is_known else "missing")
            known = sum(own[criterion].is_known for criterion in criteria)
            assert shown == [*expected, f"{known} of {len(criteria)}"]
        (foot,) = page.find("./tfoot/tr", table)
        known = [sum(cell.is_known for cell in of_criterion(criterion)) for criterion in criteria]
        count = len(CONTENT.items)
        whole = f"{sum(known)} of {count * len(criteria)}"
        assert [text_of(cell) for cell in foot][1:] == [*(f"{number} of {count}" for number in known), whole]
    assert seen == list(CONTENT.criteria)


def test_the_sums_of_criteria(page: SitePage) -> None:
    rows = page.table("Criteria_caption")
    shown = [[number_of(cell) for cell in row[1:]] for row in rows]
    assert shown == [sums(CONTENT, of_criterion(slug)) for slug in CONTENT.criteria] + [sums(CONTENT, CELLS)]


@pytest.mark.parametrize("heading", ["Work_items", "Work_criteria"])
def test_the_work_list_names_what_is_missing_the_most_first(site: BuiltSite, page: SitePage, heading: str) -> None:
    """Where it cannot name all, the page that its number leads to does."""
    by_item = heading == "Work_items"
    missing: dict[str, list[str]] = {}
    for slug in ITEMS if by_item else CONTENT.criteria:
        gaps = [c for c in (of_item(slug) if by_item else of_criterion(slug)) if not c.is_known]
        named = {cell.criterion if by_item else cell.item for cell in gaps}
        if named:
            missing[slug] = [s for s in (CONTENT.criteria if by_item else ITEMS) if s in named]
    (work,) = page.find(f'//h3[@id="{heading}"]/following-sibling::dl[1]')
    shown = [page.slug(page.find("./a", term)[0]) for term in work.findall("dt")]
    assert shown == sorted(missing, key=lambda slug: -len(missing[slug]))
    names = CONTENT.criteria if by_item else CONTENT.items
    for slug, told in zip(shown, work.findall("dd"), strict=True):
        (number,) = page.find("./a", told)
        assert number_of(number) == len(missing[slug])
        words = (number.tail or "").strip()
        more = len(missing[slug]) - 8
        expected = ", ".join(names[other].name for other in missing[slug][:8])
        assert words == (f"{expected} and {more} more" if more > 0 else expected)
        address, _, anchor = number.get("href").removeprefix("../").partition("#")
        gaps = SitePage(site.folder, address)
        (line,) = gaps.find(f'//*[@id="{anchor}"]//p[@class="run"]')
        assert sorted(gaps.slug(a) for a in line.findall("a")) == sorted(missing[slug])
