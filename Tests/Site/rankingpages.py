"""The page of a use case, read from its markup: the groups, and what every place is said to rest on."""

import re
from dataclasses import dataclass
from pathlib import Path

from content import Content
from fitting import GROUPS, Place
from lxml import html
from sitepages import SitePage, number_of, text_of

ANCHORS = dict(zip(GROUPS, ["The_ranking", "Not_named", "Lacking", "Without_evidence"], strict=True))


@dataclass(frozen=True)
class Row:
    """An item on the page of a use; of one without a place there are no reviews, balances and sum."""

    item: str
    rank: int
    is_tied: bool
    reviews: frozenset[str]
    balances: dict[str, tuple[int, int, int]]
    sum: int | None
    answers: dict[str, str]
    statements: int


def expected(content: Content, use: str, place: Place) -> Row:
    """What a page shows of a place."""
    fit, item = place.fit, content.items[place.item]
    answers = {name.partition("=")[0]: state for name, state in (fit.conditions | fit.preferences).items()}
    claims = [claim for claim in item.claims if claim.kind == "use-cases" and use in claim.subjects]
    judging = sum(
        len(item.claims_on(kind, criterion)) for criterion in fit.balances for kind in ("strengths", "weaknesses")
    )
    return Row(
        place.item,
        place.rank,
        place.is_tied,
        fit.reviews if place.rank else frozenset(),
        {slug: balance.counts for slug, balance in fit.balances.items()} if place.rank else {},
        fit.sum if place.rank else None,
        {criterion: state for criterion, state in answers.items() if state != "unknown"},
        len(claims) + judging,
    )


class RankingPage(SitePage):
    """The page of a use."""

    def __init__(self, site: Path, use: str, content: Content) -> None:
        super().__init__(site, f"use-cases/{use}/")
        self.short_names = {source.short: source.slug for source in content.sources.values()}
        self.criteria = {criterion.name: criterion.slug for criterion in content.criteria.values()}

    def groups(self) -> dict[str, list[Row]]:
        groups = {}
        for group, anchor in ANCHORS.items():
            section = self.section(anchor)
            lines = self.find("./*/ol/li | ./ol/li | .//ul[contains(@class, 'unranked')]/li", section) if section is not None else []
            groups[group] = [self.row(line) for line in lines]
        return groups

    def row(self, line: html.HtmlElement) -> Row:
        slug = line.get("id").removeprefix("Item_")
        assert self.slug(self.find('./div[@class="whom"]/h3/a', line)[0]) == slug
        rank = self.find('./p[@class="place"]/b', line)
        cells = self.find('./dl[@class="why"]/div[not(@class)]', line)
        naming = self.find('./dl/div[@class="naming"]/dd/span[contains(@class, "d ")]', line)
        total = self.find('.//p[@class="sum"]', line)
        told = self.find("./details", line)
        statements = number_of(self.find("./summary", told[0])[0]) if told else 0
        assert len(self.find("./details//ul[starts-with(@class, 'claims')]/li", line)) == statements
        return Row(
            slug,
            number_of(rank[0]) if rank else 0,
            "tied" in text_of(rank[0].getparent()) if rank else False,
            frozenset(self.named(naming[0])) if naming else frozenset(),
            {self.criteria[text_of(self.find("./dt", cell)[0])]: counts(self.find("./dd", cell)[0]) for cell in cells},
            number_of(total[0]) if total else None,
            {
                self.criteria[text_of(self.find("./a", answer)[0])]: answer.get("class").removeprefix("answer a-")
                for answer in self.find('./p[starts-with(@class, "answer")]', line)
            },
            statements,
        )

    def named(self, dots: html.HtmlElement) -> list[str]:
        """The sources behind plain dots, by their short names."""
        names = [self.short_names[name] for name in text_of(dots).split(", ")]
        assert dots.get("class").split() == ["d", f"d{len(names)}"]
        return names


def counts(cell: html.HtmlElement) -> tuple[int, int, int]:
    """A balance as its words give it; the drawing must agree with them."""
    text = text_of(cell)
    found = {word: int(number) for number, word in re.findall(r"(\d+) (for|against|both)", text)}
    assert bool(found) != (text == "nobody says"), text
    (mark,) = cell.xpath('./span[starts-with(@class, "b")]')
    if not mark.xpath("./svg"):
        drawn = {letter: int(number) for letter, number in re.findall(r"([fah])(\d)", mark.get("class"))}
        words = {"for": "f", "against": "a", "both": "h"}
        assert drawn == {words[word]: number for word, number in found.items()}
    return found.get("for", 0), found.get("against", 0), found.get("both", 0)
