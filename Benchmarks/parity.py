"""Checks that the outputs of several programs hold the same: a ratio of what they cost says nothing otherwise."""

import json
import random
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from pages import Page, anchors_of, text_of
from synthetic import Site

SEED = 1


class Parity:
    """The outputs of programs, by name, the first of them the one that the others are compared with; and what went into all of them."""

    def __init__(self, site: Site, pairs: list[tuple[str, str]], outputs: dict[str, Path], most: int) -> None:
        self.outputs = outputs
        self.items = {f"items/{item.slug}/": item for item in site.items}
        self.names = {item.slug: item.name for item in site.items}
        self.pairs = {f"compare/{left}-vs-{right}/": (left, right) for left, right in pairs}
        self.most = most
        self.anchors = lru_cache(maxsize=4096)(anchors_of)

    def check(self) -> str:
        """Says what was checked; ends the script at the first page that is not as it must be."""
        chance = random.Random(SEED)
        items, pairs = list(self.items), list(self.pairs)
        # A quarter of what is looked at are pages of items.
        chosen = chance.sample(items, min(len(items), self.most // 4))
        chosen += chance.sample(pairs, min(len(pairs), self.most - len(chosen)))
        statements = links = 0
        for address in chosen:
            pages = {program: self.read(program, address) for program in self.outputs}
            (first, own), *others = pages.items()
            for other, page in others:
                self.compare(address, first, own, other, page)
            for program, page in pages.items():
                self.check_words(address, program, page)
                links += self.check_links(address, program, page)
            statements += len(own.statements())
        return (
            f"the same {statements} statements on {len(chosen)} of {len(items) + len(pairs)} pages (chosen with seed {SEED})"
            f" of {' and '.join(self.outputs)}, {links} links that lead somewhere"
        )

    def read(self, program: str, address: str) -> Page:
        if not (self.outputs[program] / address / "index.html").is_file():
            fail(address, program, "there is no such page")
        return Page(self.outputs[program], address)

    def compare(self, address: str, first: str, own: Page, other: str, page: Page) -> None:
        """Compares what two programs state on a page; in which order does not matter."""
        for name, value in own.head().items():
            if page.head()[name] != value:
                fail(address, other, f"the {name} is not as that of {first}", value, page.head()[name])
        ours, theirs = Counter(own.statements()), Counter(page.statements())
        for program, lacking in ((other, ours - theirs), (first, theirs - ours)):
            for statement in lacking:
                present = [each for each in (theirs - ours if program == other else ours - theirs)]
                fail(address, program, "a statement is not there", statement, *present[:3])

    def check_words(self, address: str, program: str, page: Page) -> None:
        """Checks what must stand on a page, whatever another program has, and that texts of content are texts in HTML."""
        text = " ".join(text_of(page.first("main")).split())
        title = " ".join(text_of(page.first("h1")).split())
        if item := self.items.get(address):
            name, description = item.name, item.summary
            claims = [claim.text for claim in item.strengths + item.weaknesses + item.uses]
            for words in [item.summary, item.introduction, *claims]:
                if words not in text:
                    fail(address, program, "words of the document are not there", words)
            if page.head()["description"] != description:
                fail(address, program, "the description is not the summary", page.head()["description"])
        else:
            left, right = self.pairs[address]
            name = f"{self.names[left]} vs {self.names[right]}"
        if title != name or not page.head()["title"].startswith(name):
            fail(address, program, "the page does not have its name", title)
        for element in page.root.elements():
            if element.tag == "c":
                fail(address, program, "a text of the content has become an element", text_of(element))
            if element.tag == "script" and element.attributes.get("type") == "application/ld+json":
                try:
                    json.loads(text_of(element))
                except ValueError:
                    fail(address, program, "what is for machines is no JSON", text_of(element))

    def check_links(self, address: str, program: str, page: Page) -> int:
        """Checks that every link within the site leads to a file, and to an element of it; says how many there are."""
        targets = page.links()
        for target in targets:
            parts = urlsplit(target)
            file = self.outputs[program] / parts.path.removeprefix("/")
            if parts.path.endswith("/"):
                file /= "index.html"
            if not file.is_file():
                fail(address, program, "a link leads nowhere", target)
            if parts.fragment and parts.fragment not in self.anchors(file):
                fail(address, program, "a link leads to nothing on its page", target)
        return len(targets)


def fail(address: str, program: str, problem: str, *texts: str) -> None:
    sys.exit("\n    ".join([f"No parity: /{address} of {program}: {problem}", *texts]))
