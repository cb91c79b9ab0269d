"""The feed: what a reader makes of it, the rules of RFC 4287 by hand, and what the content dates."""

import re
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import feedparser
import pytest
from building import BASE_URL, BuiltSite
from content import Content
from documents import elements, parse

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = BASE_URL + "feed.atom"


@pytest.fixture(scope="module")
def feed(addressed_site: BuiltSite) -> Element:
    return ElementTree.parse(addressed_site.folder / "feed.atom").getroot()


def only(parent: Element, name: str) -> Element:
    found = parent.findall(ATOM + name)
    assert len(found) == 1, f"{len(found)} of <{name}>"
    return found[0]


def test_a_reader_accepts_it(addressed_site: BuiltSite, feed: Element) -> None:
    read = feedparser.parse((addressed_site.folder / "feed.atom").read_bytes())
    assert (read.bozo, read.version, read.encoding) == (False, "atom10", "utf-8")
    assert read.feed.title and read.feed.subtitle and read.feed.author
    assert len(read.entries) == len(feed.findall(ATOM + "entry")) > 0
    for entry in read.entries:
        assert entry.title and entry.summary and entry.updated_parsed
        assert entry.title_detail.type == entry.summary_detail.type == "text/plain"


def test_it_keeps_to_rfc_4287(feed: Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    allowed = {
        "feed": {"id", "title", "subtitle", "author", "link", "updated", "entry"},
        "entry": {"id", "title", "updated", "link", "summary"},
        "author": {"name"},
    }
    for parent in feed.iter():
        name = parent.tag.removeprefix(ATOM)
        assert {child.tag.removeprefix(ATOM) for child in parent} <= allowed.get(name, set()), name
    only(only(feed, "author"), "name")
    for part in [feed, *feed.findall(ATOM + "entry")]:
        assert re.match(r"https://[^\s]+$", only(part, "id").text or "")
        assert (only(part, "title").text or "").strip() and only(part, "title").get("type") == "text"
        moment = only(part, "updated").text or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment) and datetime.fromisoformat(moment)
    ways = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
    assert ways == {"self": ADDRESS, "alternate": BASE_URL}
    assert only(feed, "id").text == ADDRESS
    ids = [only(entry, "id").text for entry in feed.findall(ATOM + "entry")]
    assert len(set(ids)) == len(ids)


def test_it_tells_what_the_content_dates_newest_first(
    addressed_site: BuiltSite, feed: Element, content: Content
) -> None:
    dated: dict[tuple[str, str], tuple[bool, set[str]]] = {}
    for item in content.items.values():
        if item.updated:
            dated[item.updated, item.slug] = (True, set())
        for slug, facts in item.facts.items():
            for day in {fact.verified for fact in facts if fact.verified}:
                dated.setdefault((day, item.slug), (False, set()))[1].add(content.criteria[slug].name)
    told = {}
    for entry in feed.findall(ATOM + "entry"):
        link = only(entry, "link").get("href", "")
        slug, day = link.split("/")[-2], (only(entry, "updated").text or "")[:10]
        assert link == f"{BASE_URL}frameworks/{slug}/" and only(entry, "id").text == f"{link}#changed_{day}"
        assert (addressed_site.folder / "frameworks" / slug / "index.html").is_file()
        summary = only(entry, "summary").text or ""
        verified = re.search(r"Verified: (.*)\.$", summary)
        assert (only(entry, "title").text or "").startswith(f"{content.items[slug].name}: ")
        told[day, slug] = ("revised" in summary, set(verified[1].split(", ")) if verified else set())
    days = [day for day, _ in told]
    assert days == sorted(days, reverse=True)
    assert len(told) == min(50, len(dated))
    assert {entry: dated[entry] for entry in told} == told
    assert only(feed, "updated").text == f"{max(days)}T00:00:00Z"


def test_every_page_names_it_and_without_an_address_there_is_none(
    addressed_site: BuiltSite, unaddressed_site: BuiltSite
) -> None:
    assert not (unaddressed_site.folder / "feed.atom").exists()
    for site, expected in [(addressed_site, 1), (unaddressed_site, 0)]:
        for page in site.pages():
            tree = parse(page)
            if any(meta.get("http-equiv") == "refresh" for meta in elements(tree, "meta")):
                continue
            found = [link for link in elements(tree, "link") if link.get("type") == "application/atom+xml"]
            assert len(found) == expected, page
            assert all(link.get("rel") == "alternate" and link.get("title") for link in found)
            assert sum("feed.atom" in link.get("href", "") for link in elements(tree, "a")) >= expected
