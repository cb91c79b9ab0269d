"""How many sources are for an item, against it, or both: a second reading, and what pages say of it."""

import re
from dataclasses import dataclass

from content import Item
from lxml import html

ORDER = ["for", "against", "both"]


@dataclass(frozen=True)
class Tally:
    """The sources that judge an item on a criterion, each in one group."""

    praise: frozenset[str]
    criticism: frozenset[str]
    both: frozenset[str]

    @property
    def counts(self) -> tuple[int, int, int]:
        return len(self.praise), len(self.criticism), len(self.both)

    @property
    def net(self) -> int:
        return len(self.praise) - len(self.criticism)

    @property
    def words(self) -> str:
        """As every page writes it."""
        told = [f"{count} {group}" for count, group in zip(self.counts, ORDER, strict=True) if count]
        return ", ".join(told) or "nobody says"

    def is_split(self) -> bool:
        """Whether sources are not of one mind, or one says both."""
        return bool(self.both or self.praise and self.criticism)


def tally(item: Item, criterion: str) -> Tally:
    """Who judges an item on a criterion; what no source is cited for counts for nothing."""
    praisers, critics = item.sources_on("strengths", criterion), item.sources_on("weaknesses", criterion)
    return Tally(frozenset(praisers - critics), frozenset(critics - praisers), frozenset(praisers & critics))


def drawn(element: html.HtmlElement) -> tuple[int, int, int]:
    """What a balance draws: the dots of its classes, which must say the same as its bar where it has one."""
    numbers = {name: 0 for name in "fah"}
    for name in element.get("class", "").split():
        if found := re.fullmatch(r"([fah])(\d+)", name):
            numbers[found[1]] = int(found[2])
    for rect in element.xpath(".//*[local-name()='rect']"):
        name = {"for": "f", "against": "a", "both": "h"}[rect.get("class")]
        assert int(rect.get("width")) == numbers[name], "the bar says something else than the classes"
    total = sum(numbers.values())
    assert (total == 0) == ("no" in element.get("class", "").split())
    assert bool(element.xpath(".//*[local-name()='svg']")) == (total > 8 or numbers["h"] > 1)
    return numbers["f"], numbers["a"], numbers["h"]


def balances_in(element: html.HtmlElement) -> list[html.HtmlElement]:
    return element.xpath(".//span[contains(concat(' ', @class, ' '), ' b ')]")


def says(element: html.HtmlElement) -> str:
    """The words of a balance."""
    return " ".join(element.text_content().split())


def check(element: html.HtmlElement, expected: Tally) -> None:
    """A balance says and draws what the second reading finds."""
    assert says(element) == expected.words
    assert drawn(element) == expected.counts
