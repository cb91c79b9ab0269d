"""What search engines and other programs read: sitemap, robots.txt, canonical links and JSON-LD."""

import json
import re
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from building import BASE_URL, BuiltSite
from content import Content
from documents import elements, one, parse, text_of
from protego import Protego

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def canonical_addresses(site: BuiltSite) -> dict[str, str]:
    """The canonical link of every page that is not a redirect, by the page's address."""
    found = {}
    for file in site.pages():
        found[site.address(file)] = one(parse(file), "link", rel="canonical").get("href", "")
    return found


def test_a_canonical_link_is_the_page_s_own_address(addressed_site: BuiltSite) -> None:
    found = canonical_addresses(addressed_site)
    assert {address: link for address, link in found.items() if link != urljoin(BASE_URL, address)} == {}
    assert len(found) > 100


def test_the_sitemap_lists_every_canonical_page_once(addressed_site: BuiltSite) -> None:
    root = ElementTree.parse(addressed_site.folder / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    assert {child.tag for entry in root for child in entry} <= {f"{SITEMAP}loc", f"{SITEMAP}lastmod"}
    listed = [location.text for location in root.iter(f"{SITEMAP}loc")]
    canonical = canonical_addresses(addressed_site)
    del canonical["404.html"]
    assert listed == sorted(set(listed), key=listed.index)
    assert sorted(listed) == sorted(canonical.values())
    for day in root.iter(f"{SITEMAP}lastmod"):
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", day.text or ""), day.text


def test_a_page_is_dated_by_its_content_alone(addressed_site: BuiltSite, content: Content) -> None:
    """Items and sources by their own date, pairs and comparisons by the newest of theirs, the home page by the newest; nothing else is."""
    root = ElementTree.parse(addressed_site.folder / "sitemap.xml").getroot()
    told = {}
    for entry in root:
        address = (entry.findtext(f"{SITEMAP}loc") or "").removeprefix(BASE_URL)
        day = entry.findtext(f"{SITEMAP}lastmod")
        if day:
            told[address] = day
    updated = {slug: item.updated for slug, item in content.items.items() if item.updated}
    expected = {f"frameworks/{slug}/": day for slug, day in updated.items()}
    expected |= {f"sources/{slug}/": source.date for slug, source in content.sources.items() if source.date}
    for address in canonical_addresses(addressed_site):
        if match := re.fullmatch(r"compare/([a-z0-9-]+)-vs-([a-z0-9-]+)/", address):
            days = [updated[slug] for slug in match.groups() if slug in updated]
            expected |= {address: max(days)} if days else {}
    for slug, items in content.comparisons.items():
        days = [updated[item] for item in items if item in updated]
        expected |= {f"compare/{slug}/": max(days)} if days else {}
    assert len(expected) > 100
    assert {address: day for address, day in told.items() if address} == expected
    assert told[""] >= max(updated.values())


def test_robots_may_read_everything_and_find_the_sitemap(addressed_site: BuiltSite) -> None:
    rules = Protego.parse((addressed_site.folder / "robots.txt").read_text(encoding="utf-8"))
    assert list(rules.sitemaps) == [urljoin(BASE_URL, "sitemap.xml")]
    for address in canonical_addresses(addressed_site).values():
        assert rules.can_fetch(address, "Googlebot")


def test_without_an_address_nothing_claims_one(unaddressed_site: BuiltSite) -> None:
    site = unaddressed_site
    assert not (site.folder / "sitemap.xml").exists()
    assert list(Protego.parse((site.folder / "robots.txt").read_text(encoding="utf-8")).sitemaps) == []
    absolute = [
        site.address(file)
        for file in site.pages()
        if re.search(r'rel="canonical"|property="og:url"|"item":', file.read_text(encoding="utf-8"))
    ]
    assert absolute == []


def refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def read_strictly(text: str) -> Any:
    """JSON by the letter: no NaN, no key twice."""

    def make(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), f"a key stands twice in {pairs}"
        return dict(pairs)

    return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=make)


def linked_data(site: BuiltSite, address: str) -> list[dict[str, Any]]:
    file = site.folder / (address + "index.html" if address.endswith("/") or not address else address)
    blocks = [e for e in elements(parse(file), "script") if e.get("type") == "application/ld+json"]
    return [read_strictly(text_of(block)) for block in blocks]


@pytest.mark.parametrize("is_addressed", [True, False])
def test_every_page_tells_its_place_in_json_ld(
    unaddressed_site: BuiltSite, addressed_site: BuiltSite, is_addressed: bool
) -> None:
    built = addressed_site if is_addressed else unaddressed_site
    pages = {urljoin(BASE_URL, built.address(file)) for file in built.pages()}
    wrong = []
    for file in built.pages():
        address = built.address(file)
        trails = [data for data in linked_data(built, address) if data["@type"] == "BreadcrumbList"]
        if not address:
            assert trails == [], "the home page stands below nothing"
            continue
        assert len(trails) == 1, address
        assert trails[0]["@context"] == "https://schema.org"
        steps = trails[0]["itemListElement"]
        addresses = [step.get("item") for step in steps]
        expected = is_addressed or addresses == [None] * len(steps)
        if is_addressed and not (
            addresses[0] == BASE_URL and addresses[-1] == urljoin(BASE_URL, address) and set(addresses) <= pages
        ):
            expected = False
        named = all(step["@type"] == "ListItem" and step["name"].strip() for step in steps)
        numbered = [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        if not (expected and named and numbered):
            wrong.append((address, steps))
    assert wrong == []


def test_the_trail_that_is_seen_is_the_one_that_is_told(addressed_site: BuiltSite) -> None:
    for file in addressed_site.pages():
        address = addressed_site.address(file)
        if not address:
            continue
        navigations = list(elements(parse(file), "nav", "crumbs"))
        seen = [text_of(step).strip() for trail in navigations for step in elements(trail, "li")]
        trails = [data for data in linked_data(addressed_site, address) if data["@type"] == "BreadcrumbList"]
        told = [step["name"] for trail in trails for step in trail["itemListElement"]]
        # The name in the header leads to the first page, and the heading is the last step.
        assert seen == told[1:-1] and len(navigations) <= 1, address
