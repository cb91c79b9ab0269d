"""Contributed text never runs as script, style, markup or formula: a hostile site, read by two parsers."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest
from building import REPOSITORY, BuiltSite, is_redirect, run_collate
from documents import classes, elements, local_name, one, parse_as_browsers_do, text_of
from hostile import ELEMENTS, TEXTS, name
from htmlchecker import check_html

ATTRIBUTES = set(
    "lang charset name content property href rel type src defer class id aria-label aria-labelledby aria-current "
    "aria-hidden aria-describedby aria-live role tabindex title alt loading decoding width height viewbox preserveaspectratio d x y "
    "scope colspan start checked disabled align data-theme-switch data-theme-name data-pagefind-body data-pagefind-filter data-pagefind-meta data-pagefind-ignore value hidden "
    "action autocomplete for placeholder maxlength autocapitalize spellcheck data-search data-search-key "
    "data-many data-pairs data-panel data-differences data-show data-copy data-reset data-group data-items data-item "
    "data-criterion data-finder data-root data-compare data-third data-beside data-pick data-reason data-rows data-partners "
    "data-place data-supporters data-critics data-both data-described data-value data-direct data-to data-chooser data-frame "
    "popover popovertarget cx cy r selected data-versus data-stated "
    "data-add data-missing data-index data-own data-output data-use data-more data-part data-order data-leads".split()
)
FORMS = {"search", "picker", "pairing"}
COLOUR_SCRIPT = re.findall("<script>(.*)</script>", (REPOSITORY / "Templates" / "base.html").read_text(encoding="utf-8"))[0]
REDIRECT = Counter("html head meta meta meta meta meta title link body main h1 p a".split())
REDIRECT_ATTRIBUTES = set("lang charset name content http-equiv rel href".split())
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "cite", "background"}


@pytest.fixture(scope="module")
def trees(hostile_site: BuiltSite) -> dict[str, Element]:
    """Every page by its address."""
    return {hostile_site.address(page): parse_as_browsers_do(page) for page in hostile_site.pages()}


def every_element(trees: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    return ((address, element) for address, tree in trees.items() for element in tree.iter())


def test_no_text_becomes_an_element_or_an_attribute(trees: dict[str, Element]) -> None:
    wrong = set()
    for address, element in every_element(trees):
        if local_name(element) not in ELEMENTS:
            wrong.add((address, local_name(element)))
        for attribute in element.keys():
            if attribute.lower() not in ATTRIBUTES:
                wrong.add((address, local_name(element), attribute))
    assert wrong == set()
    assert {form.get("class", "") for tree in trees.values() for form in elements(tree, "form")} == FORMS
    assert len(trees) > 5 * len(TEXTS)


def test_a_redirect_holds_a_name_and_a_link(hostile_site: BuiltSite) -> None:
    """Its elements are always the same, whatever the names of the two items that it is about."""
    files = [file for file in hostile_site.folder.rglob("*.html") if is_redirect(file)]
    assert len(files) > len(TEXTS)
    for file in files:
        tree = parse_as_browsers_do(file)
        assert Counter(local_name(element) for element in tree.iter()) == REDIRECT, file
        assert {key for element in tree.iter() for key in element.keys()} == REDIRECT_ATTRIBUTES
        target = one(tree, "a").get("href", "")
        assert re.fullmatch(r"(\.\./)+compare/[a-z0-9-]+-vs-[a-z0-9-]+/", target)
        assert [meta.get("content") for meta in elements(tree, "meta") if meta.get("http-equiv")] == [f"0; url={target}"]


def test_no_address_has_a_scheme_outside_the_list(trees: dict[str, Element]) -> None:
    wrong = set()
    count = 0
    for address, element in every_element(trees):
        for attribute in ADDRESSES & set(element.keys()):
            # As a browser reads it: without tabs and line breaks, control characters cut off in front.
            value = re.sub(r"[\t\n\r]", "", element.get(attribute, "")).lstrip("".join(map(chr, range(33))))
            parts = urlsplit(value.replace("\\", "/"))
            count += 1
            if parts.scheme not in ("", "http", "https", "mailto") or (parts.netloc and not parts.scheme):
                wrong.add((address, value))
    assert wrong == set()
    assert count > 1000


def test_links_to_elsewhere_vouch_for_nothing(trees: dict[str, Element]) -> None:
    vouching = {
        (address, link.get("href"))
        for address, tree in trees.items()
        for link in elements(tree, "a")
        if link.get("href", "").startswith("http") and link.get("rel") != "nofollow ugc noopener"
    }
    assert vouching == set()


def test_scripts_and_styles_are_the_theme_s_own(trees: dict[str, Element]) -> None:
    for address, tree in trees.items():
        scripts = [script for script in elements(tree, "script") if script.get("type") != "application/ld+json"]
        names = [script.get("src", "").rpartition("/")[2].partition(".")[0] for script in scripts]
        (body,) = elements(tree, "body")
        own = [kind for kind in ("home", "matrix", "find", "compare") if f"kind-{kind}" in classes(body)]
        assert names == ["", "site", *own], address
        assert [text_of(script) for script in scripts if text_of(script)] == [COLOUR_SCRIPT]
        assert list(elements(tree, "style")) == []


@pytest.mark.parametrize("folder", ["things/t", "criteria/c", "use-cases/u", "sources/s", "pages/p"])
def test_every_text_is_shown_as_it_was_written(trees: dict[str, Element], folder: str) -> None:
    for number in range(len(TEXTS)):
        tree = trees[f"{folder}{number}/"]
        assert text_of(one(tree, "h1")) == name(number)
        assert text_of(one(tree, "title")) == f"{name(number)} · {name(1)}"
        assert one(tree, "meta", name="description").get("content") == name(number + (2 if "sources" in folder else 1))


def test_json_ld_holds_the_names_as_they_are(trees: dict[str, Element]) -> None:
    for number in range(len(TEXTS)):
        scripts = elements(trees[f"things/t{number}/"], "script")
        item, trail = [json.loads(text_of(script)) for script in scripts if script.get("type") == "application/ld+json"]
        assert trail["itemListElement"][-1]["name"] == name(number)
        assert (item["name"], item["description"]) == (name(number), name(number + 1))
        assert re.fullmatch(r"https://evil\.example/[!-~]*", item["sameAs"]) and '"' not in item["sameAs"]


def test_data_holds_the_texts_as_they_are_and_nothing_that_a_script_could_end_at(hostile_site: BuiltSite) -> None:
    files = sorted(hostile_site.folder.rglob("*.json"))
    assert len(files) > len(TEXTS)
    for path in files:
        assert not re.search("[<>&\u2028\u2029\x7f]", path.read_text(encoding="utf-8")), path
    for number in range(len(TEXTS)):
        item = json.loads((hostile_site.folder / f"data/items/t{number}.json").read_text(encoding="utf-8"))["item"]
        assert (item["name"], item["summary"]) == (name(number), name(number + 1))
        notes = [fact["note"] for cell in item["cells"] for fact in cell["facts"] if fact["note"]]
        assert sorted(notes) == sorted(name(number + other) for other in range(len(TEXTS) - 1))
        assert re.fullmatch(r"https://evil\.example/[!-~]*", item["website"]) and '"' not in item["website"]


def test_markup_in_data_is_as_harmless_as_on_pages(hostile_site: BuiltSite) -> None:
    claims = json.loads((hostile_site.folder / "data/claims.json").read_text(encoding="utf-8"))["claims"]
    texts = [words for claim in claims for words in [claim["words"], claim["more"], *claim["notes"]] if words]
    assert len(texts) > 3 * len(TEXTS)
    for words in texts:
        for element in html5lib.parseFragment(words["html"], namespaceHTMLElements=False).iter():
            assert element.tag in ELEMENTS | {"DOCUMENT_FRAGMENT"}, words
            assert {attribute.lower() for attribute in element.keys()} <= ATTRIBUTES, words


def test_no_cell_of_a_csv_is_a_formula(hostile_site: BuiltSite) -> None:
    """However a spreadsheet splits a line, at `,` or at `;`, and whatever it looks past at the beginning of a cell."""
    text = (hostile_site.folder / "matrices/all/all.csv").read_bytes().decode("utf-8-sig")
    found = set()
    for delimiter in ",;":
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for cell in line:
                start = cell.strip().lstrip("\"").lstrip()
                assert not re.match("[=+@\t\r]|-(?!\\d+$)", start), cell
                found.add(start[:2])
    assert {"'=", "'+", "'-", "'@"} <= found
    titles, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert {len(line) for line in lines} == {len(titles)} and len(lines) == len(TEXTS)


def test_the_feed_holds_titles_as_they_are(hostile_site: BuiltSite) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(hostile_site.folder / "feed.atom").getroot()
    titles = [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
    assert titles == [f"{name(number)}: revised" for number in reversed(range(len(TEXTS)))]
    assert {element.tag.removeprefix(atom) for element in feed.iter()} == set(
        "feed id title subtitle author name link updated entry summary".split()
    )


def test_the_html_checker_finds_no_error(hostile_site: BuiltSite) -> None:
    """Its warnings are about the texts themselves, which are not in Unicode's normal form on purpose."""
    assert [message for message in check_html(hostile_site.folder) if "warning: " not in message] == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "\\\\evil.example"])
def test_a_hostile_website_is_an_error(tmp_path: Path, address: str) -> None:
    content = tmp_path / "Content"
    (content / "things").mkdir(parents=True)
    (content / "site.yml").write_text("title: T\nitems: { folder: things, one: thing, many: things }\n")
    (content / "things" / "a.md").write_text(f"---\nname: A\nwebsite: '{address}'\n---\n\nWords.\n")
    run = run_collate("build", "--site", str(tmp_path))
    assert run.returncode == 1
    assert "a.md:3:" in run.stderr and "error" in run.stderr
    assert not (tmp_path / "Public" / "index.html").exists()
