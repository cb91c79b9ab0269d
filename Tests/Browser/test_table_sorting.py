"""Sorting by numbers, dates, texts and states, and filtering by them, on a table that has all of them."""

from collections.abc import Iterator

import pytest
from building import build_site, write_content
from playwright.sync_api import Page, expect
from serving import python_server
from tabs import OpenTab
from test_table_controls import names, summary

# The facts of each item; an item without one is unknown there.
ITEMS = {
    "a": {"size": "10", "since": "2024-02-03", "open": "no", "motto": "zebra"},
    "b": {"size": "9.5", "since": "2010-12-31", "open": "yes", "motto": "'Äpfel, grün'"},
    "c": {"size": "-2", "since": "2024-02-03", "open": "{ value: partial, note: half }", "motto": "item 10"},
    "d": {"size": "+1000", "since": "1999-01-01", "open": "not-applicable", "motto": "item 9"},
    "e": {},
    "f": {"size": "9.50", "open": "yes", "since": "2010-01-01", "motto": "'速く, 静かに'"},
    "g": {"size": "[{ value: 3, sources: [one] }, { value: 4, sources: [two] }]", "open": "unknown"},
}
JUDGEMENTS = {"a": "-", "b": "+", "c": "+-", "d": ".", "f": "+", "g": "+2-"}


def fact(value: str) -> str:
    """A value that the first source states, where it does not say itself who does."""
    if value.startswith("["):
        return value
    return value.replace(" }", ", sources: [one] }") if value.startswith("{") else f"{{ value: {value}, sources: [one] }}"


def document(name: str) -> str:
    facts = "".join(f"  {key}: {fact(value)}\n" for key, value in ITEMS[name].items())
    says = JUDGEMENTS.get(name, "")
    body = ""
    for mark, title in [("+", "Strengths"), ("-", "Weaknesses"), (".", "Features")]:
        if mark in says:
            body += f"## {title}\n\n- **Speed**: words. [^{'two' if mark + '2' in says else 'one'}]\n\n"
    notes = "".join(f"[^{key}]: [S](../sources/{key}.md)\n" for key in ["one", "two"] if f"[^{key}]" in body)
    return f"---\nname: {name.upper()}\n" + (f"facts:\n{facts}" if facts else "") + f"---\n\n{body}{notes}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sorting")
    files = {
        "site.yml": "title: Sorting\nitems: { folder: items }\n",
        "criteria/size.md": "---\nname: Size\ntype: number\nunit: kg\norder: 1\n---\n",
        "criteria/since.md": "---\nname: Since\ntype: date\norder: 2\n---\n",
        "criteria/open.md": "---\nname: Open\ntype: boolean\norder: 3\n---\n",
        "criteria/motto.md": "---\nname: Motto\ntype: text\norder: 4\n---\n",
        "criteria/speed.md": "---\nname: Speed\norder: 5\n---\n",
        "matrices/all.md": "---\nname: All\n---\n",
        **{f"sources/{key}.md": f"---\nname: {key}\n---\n" for key in ["one", "two"]},
        **{f"items/{name}.md": document(name) for name in ITEMS},
    }
    write_content(folder, files)
    with python_server(build_site(folder / "Public", folder).folder) as address:
        yield address + "matrices/all/"


@pytest.fixture
def page(open_tab: OpenTab, root: str) -> Page:
    page = open_tab(locale="en-GB")
    page.goto(root)
    expect(page.locator(".tables.is-ready")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("header", "ascending", "descending"),
    [
        # Equal ones as published; contested ones behind those that are known; unknown last in both directions.
        ("Size (kg)", "CBFADGE", "GDABFCE"),
        ("Since", "DFBACEG", "ACBFDEG"),
        ("Open", "BFCADEG", "ACBFDEG"),
        ("Motto", "BDCAFEG", "FACDBEG"),
        # By how many more are for than against, then by how many are for.
        ("Speed", "BFGCADE", "ACGBFDE"),
        ("Item", "ABCDEFG", "GFEDCBA"),
    ],
)
def test_a_column_is_sorted_by_what_it_holds(page: Page, header: str, ascending: str, descending: str) -> None:
    button = page.get_by_role("button", name=f"Sort by {header}")
    button.click()
    assert "".join(names(page)) == ascending
    button.click()
    assert "".join(names(page)) == descending
    button.click()
    assert "".join(names(page)) == "ABCDEFG"


def test_a_filter_offers_the_values_that_occur_once_each(page: Page) -> None:
    summary(page, "filter").click()
    offered = {}
    for option in page.get_by_label("Value of").locator("option").all_inner_texts():
        page.get_by_label("Value of").select_option(option)
        offered[option] = page.locator("[data-panel=filter] .choices label").all_inner_texts()
    strip = {key: [text.strip() for text in texts] for key, texts in offered.items()}
    assert strip == {
        "Size (kg)": ["-2 kg (1)", "3 kg (1)", "4 kg (1)", "9.5 kg (2)", "10 kg (1)", "+1,000 kg (1)", "contested (1)", "unknown (1)"],
        "Since": ["1999-01-01 (1)", "2010-01-01 (1)", "2010-12-31 (1)", "2024-02-03 (2)", "unknown (2)"],
        "Open": ["no (1)", "not applicable (1)", "partial (1)", "unknown (2)", "yes (2)"],
        "Motto": ["Äpfel, grün (1)", "item 9 (1)", "item 10 (1)", "unknown (2)", "zebra (1)", "速く, 静かに (1)"],
        "Speed": [
            "both from one source (1)", "for and against (1)", "mentioned (1)", "nobody says (1)", "only against (1)", "only for (2)",
        ],
    }


def test_a_value_without_a_slug_survives_the_address(page: Page, open_tab: OpenTab) -> None:
    summary(page, "filter").click()
    page.get_by_label("Value of").select_option("Motto")
    page.get_by_role("checkbox", name="速く").check()
    page.get_by_role("checkbox", name="zebra").check()
    assert names(page) == ["A", "F"]
    other = open_tab()
    # Some programs encode what they pass on once more than they have to.
    other.goto(page.url.replace(",", "%2C").replace(":", "%3A").replace("http%3A", "http:").replace("1%3A", "1:"))
    expect(other.locator(".tables.is-ready")).to_be_visible()
    assert names(other) == ["A", "F"]


def test_differences_are_those_of_the_content(page: Page) -> None:
    """Without a choice, the scripts hide just what was published as the same."""
    before = page.evaluate("[...document.querySelectorAll('.is-same')].length")
    page.get_by_role("checkbox", name="Differences only").check()
    assert page.evaluate("[...document.querySelectorAll('.is-same')].length") == before
