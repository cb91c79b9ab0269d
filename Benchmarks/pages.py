"""Reads a built page: what it states, where it leads, and what it says of itself."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from documents import BASE_URL

EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Within a line of text; everything else begins a new one.
INLINE = frozenset("a abbr b br cite code em i kbd label mark q s small span strong sub sup time u".split())
HEADINGS = frozenset(("h2", "h3", "summary"))
LINKED = {"a": "href", "link": "href", "script": "src", "img": "src"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def elements(self) -> list["Element"]:
        """It and all below it, in order."""
        found = [self]
        for child in self.children:
            if isinstance(child, Element):
                found += child.elements()
        return found

    @property
    def is_for_readers(self) -> bool:
        """Whether it states anything: not what a script needs, and not what repeats what stands beside it."""
        classes = self.attributes.get("class", "").split()
        return "needs-script" not in classes and self.attributes.get("aria-hidden") != "true" and self.tag not in ("script", "svg")

    @property
    def is_inline(self) -> bool:
        # What stands behind a reason belongs to it.
        return self.tag in INLINE or self.attributes.get("class") == "ev"

    @property
    def rank(self) -> int:
        """What comes after it, beside it, is about it: 1 for a heading, 2 for what divides what stands under one; otherwise 0."""
        if self.tag in HEADINGS or self.attributes.get("class") == "sh":
            return 1
        return 2 if self.tag == "p" and self.attributes.get("class") == "k" else 0


class Page(HTMLParser):
    def __init__(self, output: Path, address: str) -> None:
        super().__init__()
        self.address = address
        self.root = Element("")
        self.path = [self.root]
        self.feed((output / address / "index.html").read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.path[-1].children.append(element)
        if tag not in EMPTY:
            self.path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.path[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.path[1:]):
            while self.path.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)

    def first(self, tag: str, **attributes: str) -> Element:
        """The first element of a kind; an empty one if there is none."""
        for element in self.root.elements():
            if element.tag == tag and attributes.items() <= element.attributes.items():
                return element
        return Element(tag)

    def target(self, link: str) -> str:
        """Where a link leads, as a path from the site's root with a fragment; a link to another site as it is."""
        target = urljoin(BASE_URL + self.address, link)
        return "/" + target.removeprefix(BASE_URL) if target.startswith(BASE_URL) else target

    def links(self) -> set[str]:
        """Where the links within the site lead, those to style sheets and scripts too."""
        elements = [element for element in self.root.elements() if LINKED.get(element.tag) in element.attributes]
        targets = {self.target(element.attributes[LINKED[element.tag]]) for element in elements}
        return {target for target in targets if not urlsplit(target).scheme}

    def head(self) -> dict[str, str]:
        """What the page says of itself to machines."""
        return {
            "title": text_of(self.first("title")),
            "description": self.first("meta", name="description").attributes.get("content", ""),
            "social title": self.first("meta", property="og:title").attributes.get("content", ""),
            "social description": self.first("meta", property="og:description").attributes.get("content", ""),
            "canonical address": self.first("link", rel="canonical").attributes.get("href", ""),
        }

    def statements(self) -> list[str]:
        """Every line of the page's own content, after the headings that it stands under, with where its links lead."""
        found: list[str] = []
        self.add_statements(self.first("main"), [], found)
        return found

    def add_statements(self, element: Element, above: list[str], found: list[str]) -> None:
        labels = ["", ""]
        line: list[str] = []

        def add(text: str, labels: list[str]) -> None:
            text = " ".join(text.split())
            # Collate alone is asked for data files.
            if text and "[/data/" not in text and text != "As data":
                found.append(" › ".join([*above, *filter(None, labels), text]))

        for child in element.children:
            if isinstance(child, str):
                line.append(child)
            elif not child.is_for_readers:
                continue
            elif child.is_inline:
                line.append(self.text(child))
            else:
                add("".join(line), labels)
                line = []
                if child.rank > 0:
                    labels[child.rank - 1 :] = [""] * (3 - child.rank)
                    add(self.text(child), labels)
                    labels[child.rank - 1] = " ".join(self.text(child).split())
                else:
                    self.add_statements(child, [*above, *filter(None, labels)], found)
        add("".join(line), labels)

    def text(self, element: Element) -> str:
        """The text of an element on one line, each link followed by where it leads."""
        if not element.is_for_readers:
            return ""
        parts = [child if isinstance(child, str) else self.text(child) for child in element.children]
        text = "".join(parts)
        if element.tag not in INLINE:
            return f" {text} "
        target = self.target(element.attributes["href"]) if "href" in element.attributes else ""
        # Each program has lists of all pairs of an item where it likes.
        if not target or target.startswith("/compare/") and "-vs-" not in target:
            return text
        return f"{text} [{target}]"


def text_of(element: Element) -> str:
    return "".join(child if isinstance(child, str) else text_of(child) for child in element.children)


def anchors_of(file: Path) -> set[str]:
    """Every id of a page."""
    return set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8")))
