"""What the finder should find, worked out anew from the content, and what it does show."""

import random
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from comparing import known_facts
from content import Content, Item
from counting import by_name
from fitting import answer, balance, fit
from playwright.sync_api import Page, expect

MOST = 10


@dataclass
class State:
    """What is weighed and filtered: `weigh` by terms, `where` by criteria with values or with two ends; and the use to begin with."""

    weigh: dict[str, int] = field(default_factory=dict)
    where: dict[str, list[str] | tuple[str, str]] = field(default_factory=dict)
    use: str | None = None
    is_named_first: bool = False

    def query(self) -> str:
        parts = [f"use={self.use}"] if self.use else []
        if self.use and not self.is_named_first:
            parts.append("first=no")
        if self.weigh or self.use:
            parts.append(f"weigh={','.join(f'{term}:{weight}' for term, weight in self.weigh.items())}")
        for criterion, asked in self.where.items():
            parts.append(f"where={criterion}:{'..'.join(asked) if isinstance(asked, tuple) else ','.join(asked)}")
        return f"?{'&'.join(parts)}" if parts else ""


def spelled(value: object) -> str:
    """A value's name in addresses; only those that the tests ask for need one."""
    if isinstance(value, frozenset):
        return ".".join(spelled(part) for part in sorted(value))
    words = {True: "yes", False: "no", "not-applicable": "not_applicable"}
    return words.get(value, str(value))  # type: ignore[call-overload]


class Finder:
    """The finder's rules, applied to a second reading of a site."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.items = [content.items[slug] for slug in by_name(content.items)]
        wanted = [need for needs in content.needs.values() for need in needs if need.value is not None]
        self.wanted = {f"{need.criterion}.{spelled(need.value)}": need for need in wanted}
        self.measures = self.numbers()
        terms = [*content.criteria, *self.wanted, *(f"for_{use}" for use in content.needs), *self.measures]
        self.points = {item.slug: {term: self.point(item, term) for term in terms} for item in self.items}
        self.terms = {term for term in terms if any(own[term] is not None for own in self.points.values())}

    def numbers(self) -> dict[str, dict[str, Decimal]]:
        """For every criterion that says which numbers are better, those of the items, turned so that more is better."""
        found = {}
        for slug, criterion in self.content.criteria.items():
            if criterion.type != "number" or not criterion.better:
                continue
            sign = 1 if criterion.better == "higher" else -1
            values = {item.slug: {fact.value for fact in known_facts(item, criterion)} for item in self.items}
            known = {item: sign * next(iter(own)) for item, own in values.items() if len(own) == 1 and isinstance(next(iter(own)), Decimal)}
            if len(known) > 1:
                found[f"by_{slug}"] = known
        return found

    def point(self, item: Item, term: str) -> int | None:
        """What a term gives at a weight of 1; None without evidence."""
        if term in self.measures:
            known = self.measures[term]
            own = known.get(item.slug)
            return None if own is None else 4 * sum(other < own for other in known.values()) // (len(known) - 1)
        if term.startswith("for_"):
            return len(fit(self.content, term.removeprefix("for_"), item).reviews) or None
        if term in self.wanted:
            return 1 if answer(item, self.wanted[term]) in ("met", "partial") else None
        found = balance(item, term)
        return found.net if any(found.counts) else None

    def answer(self, item: Item, slug: str, asked: list[str] | tuple[str, str]) -> bool | None:
        values = [fact.value for fact in known_facts(item, self.content.criteria[slug])]
        values = [part for value in values for part in (value if isinstance(value, frozenset) else [value])]
        if not values:
            return None
        if isinstance(asked, tuple):
            low, high = (Decimal(end) if end else None for end in asked)
            numbers = [value for value in values if isinstance(value, Decimal)]
            return any((low is None or low <= n) and (high is None or n <= high) for n in numbers)
        return any(spelled(value) in asked for value in values)

    def passing(self, state: State) -> tuple[list[str], list[str]]:
        """The items that match, and those that may."""
        answers = {item.slug: [self.answer(item, *one) for one in state.where.items()] for item in self.items}
        possible = [slug for slug, own in answers.items() if False not in own]
        return [s for s in possible if None not in answers[s]], [s for s in possible if None in answers[s]]

    def score(self, item: str, weigh: dict[str, int]) -> int | None:
        """The sum of points times weights; None where nothing that is said counts."""
        points = self.points[item]
        own = [weight * points[term] for term, weight in weigh.items() if points[term] is not None]
        return sum(own) if own else None

    def named(self, item: str, state: State) -> int:
        return self.points[item].get(f"for_{state.use}") or 0

    def lacking(self, items: list[str], state: State) -> list[str]:
        """The items that are known not to have what the use needs, and that no review names for it."""
        conditions = [need for need in self.content.needs.get(state.use or "", []) if need.value is not None]
        conditions = [need for need in conditions if not need.is_preferred]
        return [
            item
            for item in items
            if not self.named(item, state)
            and any(answer(self.content.items[item], need) == "otherwise" for need in conditions)
        ]

    def places(self, items: list[str], state: State) -> list[tuple[int, bool, str, int]]:
        keys = {}
        for item in items:
            score = self.score(item, state.weigh)
            named = self.named(item, state) if state.is_named_first else 0
            if item not in self.lacking([item], state) and (named or score is not None):
                keys[item] = named, score or 0
        every = list(keys.values())
        return [
            (1 + sum(other > key for other in every), every.count(key) > 1, item, key[1])
            for item, key in sorted(keys.items(), key=lambda pair: (-pair[1][0], -pair[1][1]))
        ]

    def leaders(self, items: list[str], state: State) -> set[str]:
        return {item for rank, _, item, _ in self.places(items, state) if rank == 1}

    def nearest(self, items: list[str], state: State, term: str, direction: int) -> tuple[int, set[str]] | None:
        """The nearest weight in a direction with others in the first place, by trying all of them."""
        now, leaders = state.weigh.get(term, 0), self.leaders(items, state)
        for weight in range(now + direction, MOST + 1 if direction > 0 else -1, direction):
            found = self.leaders(items, self.with_weight(state, term, weight))
            if found and found != leaders:
                return weight, found
        return None

    @staticmethod
    def with_weight(state: State, term: str, weight: int) -> State:
        others = {other: own for other, own in state.weigh.items() if other != term}
        return replace(state, weigh=others | ({term: weight} if weight else {}))

    def random_state(self, chance: random.Random, filters: dict[str, list[Any]]) -> State:
        terms = chance.sample(sorted(self.terms), k=chance.choice([0, 1, 1, 2, 3, 6]))
        asked = chance.sample(sorted(filters), k=chance.choice([0, 0, 1, 2]))
        use = chance.choice([None, *sorted(self.content.use_cases)]) if chance.random() < 0.6 else None
        return State(
            {term: chance.randint(1, MOST) for term in terms},
            {name: chance.choice(filters[name]) for name in asked},
            use,
            use is not None and chance.random() < 0.7,
        )


# What is shown

SHOWN = """root => {
  const text = element => element?.textContent.trim().replace(/\\s+/g, " ") ?? null
  const number = element => element && Number(text(element).replace("−", "-").replace(/[^-\\d].*$/, ""))
  const reasons = entry => [...entry.querySelectorAll(".reasons > li:not(.sum, .told)")].map(line => text(line.firstChild))
  const entry = item => ({
    item: item.dataset.item,
    score: number(item.querySelector(".score")),
    sum: number({textContent: text(item.querySelector(".sum .points"))?.replace("= ", "") ?? ""}),
    points: reasons(item).map(points => points === "–" ? null : Number(points.replace("−", "-"))),
    rank: number(item.querySelector(".rank")),
    isTied: text(item.querySelector(".place"))?.includes("tied") ?? false,
    facts: text(item.querySelector(".card-counts")),
  })
  const sections = [...root.querySelectorAll(".findings section")]
  const section = title => sections.find(s => text(s.querySelector("h3")) === title)
  const entries = list => [...(list?.querySelectorAll("li[data-item]") ?? [])].map(entry)
  return {
    ranked: [...root.querySelectorAll(".ranking")].flatMap(entries),
    named: entries(section("Named by reviews")),
    lacking: entries(section("They lack what it needs")),
    plain: entries(root.querySelector(".findings > .unranked")),
    open: entries(section("May match")),
    apart: entries(section("No evidence")),
    robust: [...root.querySelectorAll(".robust tbody tr")].map(row =>
      [row.dataset.term, ...[...row.cells].slice(1).map(text)]),
    verdict: text(root.querySelector(".robust .intro")),
    status: text(root.querySelector("[role=status]")),
  }
}"""


def ready(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".finder.is-ready")).to_be_visible()
    return page


def shown(page: Page) -> dict[str, Any]:
    """Everything that the finder shows; long lists are opened first."""
    more = page.get_by_role("button", name=re.compile("^Show (more|all)"))
    while more.count():
        more.first.click()
    return page.locator(".finder").evaluate(SHOWN)
