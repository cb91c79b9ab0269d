"""The tables of matrices as published: each cell says its state, what is the same is marked, each criterion is explained."""

from building import BuiltSite
from cellstates import WORDS
from documents import classes, elements, parse, text_of


def test_every_cell_of_a_matrix_tells_its_state_in_words(site: BuiltSite) -> None:
    wrong = []
    states = set()
    for file in [*site.pages_of_kind("matrix"), *site.pages_of_kind("value")]:
        for table in elements(parse(file), "table", of_class="matrix"):
            for cell in elements(table, "td"):
                text = " ".join(text_of(cell).split())
                named = [name.removeprefix("t-") for name in classes(cell) if name.startswith("t-")]
                states.update(named)
                words = WORDS.get(named[0], [""]) if len(named) == 1 else []
                if not text or not any(word in text for word in words):
                    wrong.append((site.address(file), named, text))
    assert wrong == []
    assert states >= {"value", "yes", "no", "contested", "praised", "criticised", "unknown"}


def test_what_is_marked_as_the_same_is_the_same(site: BuiltSite) -> None:
    """Counted again from the words of the cells."""
    columns = wrong = 0
    for file in site.pages_of_kind("matrix"):
        for table in elements(parse(file), "table", of_class="matrix"):
            if table.get("data-items") != "rows":
                continue
            rows = [list(row) for row in elements(table, "tr")]
            for index, head in enumerate(rows[0]):
                if index == 0:
                    continue
                cells = [row[index] for row in rows[1:]]
                states = {state for cell in cells for state in cell.get("class", "").split() if state.startswith("t-")}
                words = {tuple(sorted(data.get("value", "") for data in elements(cell, "data"))) for cell in cells
                         if "t-unknown" not in cell.get("class", "")}
                contested = any("t-contested" in cell.get("class", "") for cell in cells) or any(
                    len(said) > 1 for cell in cells if next(elements(cell, "a", "judged"), None) is not None
                    for said in [text_of(next(elements(cell, "a", "judged"))).split(",")]
                )
                is_same = len(states - {"t-unknown"}) < 2 and len(words) < 2 and not contested
                marked = [("is-same" in (part.get("class") or "").split()) for part in [head, *cells]]
                columns += 1
                wrong += marked != [is_same] * len(marked)
    assert columns > 40
    assert wrong == 0


def test_every_criterion_explains_itself_beside_its_table(site: BuiltSite) -> None:
    lacking = []
    for file in site.pages_of_kind("matrix"):
        for section in elements(parse(file), "section", of_class="table-group"):
            told = {text for item in elements(section, "dd") for text in [" ".join("".join(item.itertext()).split())]}
            for head in elements(section, "th"):
                link = next(elements(head, "a"), None)
                if head.get("data-criterion") and link is not None and not head.get("data-criterion", "").startswith("used-by/"):
                    if " ".join(link.get("title", "").split()) not in told:
                        lacking.append((site.address(file), head.get("data-criterion")))
    assert lacking == []
