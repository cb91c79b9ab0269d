"""What pages say of themselves to search engines and in shared links: titles, descriptions, Open Graph, JSON-LD."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import lxml.html
import pytest
import schema_org
from building import BASE_URL, BuiltSite, build_site, kind_of, write_site
from test_machines import read_strictly

# The types that a page of a kind tells of, beside the way to it. Kinds that are not here tell of none.
TYPES = {
    "home": ["WebSite"],
    "item": ["SoftwareSourceCode"],
    "matrix": ["Dataset"],
    "items": ["ItemList"],
    "matrices": ["ItemList"],
    "use-cases": ["ItemList"],
    "use-case": ["ItemList"],
    "sources": ["ItemList"],
    "organisations": ["ItemList"],
    "value": ["ItemList"],
    "compare": ["ItemList"],
    "comparison": ["ItemList"],
    "compare-item": ["ItemList"],
    "guides": ["ItemList"],
}
# Keys whose values lead somewhere.
ADDRESSES = {"url", "item", "contentUrl", "mainEntityOfPage", "sameAs", "image"}


@dataclass(frozen=True)
class ToldPage:
    """What a page says of itself in its head, and where its content leads."""

    address: str
    kind: str
    title: str
    heading: str
    # The content of each meta element by its name or property.
    meta: dict[str, str]
    canonical: str | None
    # What stands in it as JSON-LD.
    data: list[dict[str, Any]]
    # Each link of the content: its text and its absolute address.
    links: list[tuple[str, str]]

    def only(self, kind: str) -> dict[str, Any]:
        found = [block for block in self.data if block["@type"] == kind]
        assert len(found) == 1, (self.address, kind)
        return found[0]


def read_page(site: BuiltSite, file: Any) -> ToldPage:
    address = site.address(file)
    tree = lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot()
    named = [(element.get("name") or element.get("property"), element.get("content")) for element in tree.iter("meta")]
    meta = [pair for pair in named if pair[0]]
    assert len(dict(meta)) == len(meta), f"{address} has a meta element twice"
    canonical = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    return ToldPage(
        address,
        kind_of(address, file),
        tree.findtext(".//title") or "",
        (tree.find(".//h1").text_content() or "").strip(),
        dict(meta),
        canonical[0] if canonical else None,
        [read_strictly(block.text or "") for block in tree.iterfind(".//script[@type='application/ld+json']")],
        [
            (link.text_content().strip(), urljoin(urljoin(BASE_URL, address), link.get("href")))
            for link in tree.find(".//main").iter("a")
        ],
    )


def read_site(site: BuiltSite) -> list[ToldPage]:
    return [read_page(site, file) for file in site.pages()]


@cache
def properties(name: str) -> frozenset[str]:
    """What schema.org knows of a class, by the names that JSON-LD has."""
    return frozenset(field.alias or key for key, field in getattr(schema_org, name).model_fields.items())


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from objects(part)


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """So many items that lists go over several pages, and pairs have lists in place of a grid."""
    documents = {
        "criteria/year.md": "---\nname: Year\ntype: number\nindex: true\n---\n",
        "criteria/kind.md": "---\nname: Kind\ntype: text\nindex: true\n---\n",
        "criteria/size.md": "---\nname: Size\ntype: number\n---\n",
        "matrices/all.md": "---\nname: All\n---\n",
    }
    for number in range(130):
        values = {"year": 0, "kind": f"k{number % 9}", "size": number}
        facts = ", ".join(f"{key}: {{ value: {value}, sources: [one] }}" for key, value in values.items())
        documents[f"items/i{number}.md"] = f"---\nname: Item {number}\nfacts: {{ {facts} }}\n---\n"
    settings = "title: Large\nitems: { folder: items, one: item, many: items, schema-org: SoftwareSourceCode }\n"
    folder = write_site(tmp_path_factory.mktemp("large"), settings, documents)
    return build_site(folder / "Public", folder, base_url=BASE_URL)


@pytest.fixture(scope="module")
def told(addressed_site: BuiltSite) -> list[ToldPage]:
    return read_site(addressed_site)


@pytest.fixture(scope="module")
def told_of_large(large_site: BuiltSite) -> list[ToldPage]:
    return read_site(large_site)


@pytest.fixture(params=["told", "told_of_large"])
def pages(request: pytest.FixtureRequest) -> list[ToldPage]:
    return request.getfixturevalue(request.param)


def test_titles_and_descriptions_are_each_page_s_own(pages: list[ToldPage]) -> None:
    for kind, texts in [
        ("title", {page.address: page.title for page in pages}),
        ("description", {page.address: page.meta["description"] for page in pages}),
    ]:
        assert [address for address, text in texts.items() if not text or text.strip() != text] == [], kind
        own: dict[str, list[str]] = {}
        for address, text in texts.items():
            own.setdefault(text, []).append(address)
        assert {text: which for text, which in own.items() if len(which) > 1} == {}, kind
    assert len(pages) > 250


def test_open_graph_says_what_the_page_says(pages: list[ToldPage]) -> None:
    for page in pages:
        assert page.meta["og:description"] == page.meta["description"]
        assert page.title.removesuffix(f" · {page.meta['og:site_name']}") == page.meta["og:title"]
        assert page.meta["og:url"] == page.canonical == urljoin(BASE_URL, page.address)
        assert page.meta["og:type"] == ("article" if page.address else "website")


def test_a_shared_link_has_a_picture(pages: list[ToldPage], request: pytest.FixtureRequest) -> None:
    addresses = {page.meta["og:image"] for page in pages}
    # A site that names none has the theme's.
    assert addresses in [{urljoin(BASE_URL, path)} for path in ("card.png", "assets/social-card.png")]
    assert {page.meta["twitter:card"] for page in pages} == {"summary_large_image"}
    assert all(page.meta["og:image:alt"] == page.meta["og:site_name"] for page in pages)
    site = request.getfixturevalue("addressed_site")
    for path, most in [("card.png", 80_000), ("assets/social-card.png", 40_000)]:
        picture = (site.folder / path).read_bytes()
        # A PNG tells its width and height at the beginning (ISO/IEC 15948).
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and picture[12:16] == b"IHDR"
        assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)
        assert len(picture) < most


def test_the_card_is_a_drawing_of_the_sites_title_and_numbers(request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue("addressed_site")
    card = ElementTree.parse(site.folder / "card.svg").getroot()
    name = "{http://www.w3.org/2000/svg}"
    assert card.tag == f"{name}svg" and (card.get("width"), card.get("height")) == ("1200", "630")
    texts = [" ".join("".join(text.itertext()).split()) for text in card.iter(f"{name}text")]
    items = json.loads((site.folder / "data/items.json").read_text(encoding="utf-8"))["items"]
    assert texts[texts.index("frameworks") - 1] == str(len(items))
    assert "Backend frameworks" in texts[1] and "0" not in texts


def test_structured_data_is_what_schema_org_knows(pages: list[ToldPage]) -> None:
    """Every type and every key, on every page; and nothing that nobody said, such as a rating or a price."""
    types = set()
    for page in pages:
        assert all(block["@context"] == "https://schema.org" for block in page.data)
        for part in objects(page.data):
            types.add(part["@type"])
            keys = set(part) - {"@type", "@context"}
            assert keys <= properties(part["@type"]), (page.address, part)
            assert all(part[key].startswith("https://") for key in keys & ADDRESSES), (page.address, part)
            assert all(value not in ("", [], None) for value in part.values()), (page.address, part)
    expected = "WebSite BreadcrumbList ListItem ItemList SoftwareSourceCode Dataset DataDownload".split()
    assert types == set(expected)


def test_every_kind_of_page_tells_what_it_is(pages: list[ToldPage]) -> None:
    for page in pages:
        told = [block["@type"] for block in page.data if block["@type"] != "BreadcrumbList"]
        if page.kind == "criteria":
            assert set(told) == {"ItemList"}
        else:
            assert told == TYPES.get(page.kind, []), page.address


def test_a_list_tells_what_is_seen_in_the_order_in_which_it_is_seen(pages: list[ToldPage]) -> None:
    there = {urljoin(BASE_URL, page.address) for page in pages}
    count = 0
    for page in pages:
        for block in page.data:
            if block["@type"] != "ItemList":
                continue
            entries = block["itemListElement"]
            assert [entry["position"] for entry in entries] == list(range(1, len(entries) + 1)) and entries
            assert block["numberOfItems"] == len(entries)
            wanted = [entry["url"] for entry in entries]
            assert len(set(wanted)) == len(wanted), page.address
            seen = iter([address for _, address in page.links])
            assert all(url in seen for url in wanted), page.address
            assert set(wanted) <= there, page.address
            count += 1
    assert count >= 20


def test_an_item_is_told_by_its_own_names(told: list[ToldPage]) -> None:
    for page in told:
        if page.kind != "item":
            continue
        item = page.only("SoftwareSourceCode")
        assert (item["name"], item["description"]) == (page.heading, page.meta["description"])
        assert item["mainEntityOfPage"] == page.canonical
        websites = [address for text, address in page.links if text == "Website"]
        assert [item[key] for key in ["sameAs"] if key in item] == websites
        keys = "@context @type name description alternateName sameAs mainEntityOfPage image".split()
        assert set(item) <= set(keys)


def test_a_table_is_a_data_set_with_its_files(
    addressed_site: BuiltSite, large_site: BuiltSite, told: list[ToldPage], told_of_large: list[ToldPage]
) -> None:
    for site, pages in [(addressed_site, told), (large_site, told_of_large)]:
        for page in pages:
            if page.kind != "matrix":
                continue
            data = page.only("Dataset")
            assert data["name"] and data["url"] == page.canonical
            forms = {download["encodingFormat"]: download["contentUrl"] for download in data["distribution"]}
            assert set(forms) == {"text/csv", "application/json"}
            assert all((site.folder / url.removeprefix(BASE_URL)).is_file() for url in forms.values())
            assert set(forms.values()) <= {address for _, address in page.links}


def test_without_an_address_names_are_told_alone(unaddressed_site: BuiltSite) -> None:
    for page in read_site(unaddressed_site):
        for block in objects(page.data):
            assert not ADDRESSES & set(block) - {"sameAs"}, page.address
        assert not {"og:url", "og:image"} & set(page.meta) and page.meta["twitter:card"] == "summary", page.address
