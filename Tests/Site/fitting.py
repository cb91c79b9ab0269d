"""Who is right for a use: the documentation's definitions applied to a second reading of the content."""

import dataclasses
from dataclasses import dataclass

from content import Claim, Content, Item, Need
from counting import SIDES, by_name, has

GROUPS = ["named", "unnamed", "lacking", "without"]


@dataclass(frozen=True)
class Balance:
    """The sources that judge an item on a criterion, each once: those that only praise, only criticise, do both."""

    praise: frozenset[str]
    criticism: frozenset[str]
    both: frozenset[str]

    @property
    def net(self) -> int:
        return len(self.praise) - len(self.criticism)

    @property
    def counts(self) -> tuple[int, int, int]:
        return len(self.praise), len(self.criticism), len(self.both)


def balance(item: Item, criterion: str) -> Balance:
    praise, blame = (item.sources_on(kind, criterion) for kind in SIDES)
    return Balance(frozenset(praise - blame), frozenset(blame - praise), frozenset(praise & blame))


def answer(item: Item, need: Need) -> str:
    """Whether an item has a value: `met`, `partial`, `otherwise` or `unknown`."""
    known = [fact for fact in item.facts.get(need.criterion, []) if fact.value != "unknown"]
    if any(has(fact, need.value) for fact in known):
        return "met"
    if any(fact.value == "partial" for fact in known):
        return "partial"
    return "otherwise" if known else "unknown"


@dataclass(frozen=True)
class Fit:
    """What speaks for and against an item for a use."""

    item: str
    reviews: frozenset[str]
    balances: dict[str, Balance]
    preferences: dict[str, str]
    conditions: dict[str, str]

    @property
    def sum(self) -> int:
        met = sum(state in ("met", "partial") for state in self.preferences.values())
        return sum(balance.net for balance in self.balances.values()) + met

    @property
    def key(self) -> tuple[int, int]:
        return len(self.reviews), self.sum

    @property
    def group(self) -> str:
        if self.reviews:
            return "named"
        if "otherwise" in self.conditions.values():
            return "lacking"
        judged = any(any(balance.counts) for balance in self.balances.values())
        is_met = any(state in ("met", "partial") for state in self.preferences.values())
        return "unnamed" if judged or is_met else "without"


def fit(content: Content, use: str, item: Item) -> Fit:
    needs = content.needs[use]
    wanted = [need for need in needs if need.value is not None]
    return Fit(
        item.slug,
        frozenset(source for source in item.sources_on("use-cases", use) if content.sources[source].is_review),
        {need.criterion: balance(item, need.criterion) for need in needs if need.value is None},
        {f"{need.criterion}={need.value}": answer(item, need) for need in wanted if need.is_preferred},
        {f"{need.criterion}={need.value}": answer(item, need) for need in wanted if not need.is_preferred},
    )


@dataclass(frozen=True)
class Place:
    item: str
    rank: int
    is_tied: bool
    fit: Fit


def ranking(content: Content, use: str) -> dict[str, list[Place]]:
    """The items in their groups, those with a rank by it; others have the rank 0, and all of a rank stand by name."""
    fits = [fit(content, use, content.items[slug]) for slug in by_name(content.items)]
    keys = [one.key for one in fits if one.group in ("named", "unnamed")]
    groups: dict[str, list[Place]] = {group: [] for group in GROUPS}
    for one in fits:
        if one.group in ("named", "unnamed"):
            rank = 1 + sum(key > one.key for key in keys)
            groups[one.group].append(Place(one.item, rank, keys.count(one.key) > 1, one))
        else:
            groups[one.group].append(Place(one.item, 0, False, one))
    return {group: sorted(places, key=lambda place: place.rank) for group, places in groups.items()}


def ranked(content: Content, use: str) -> list[Place]:
    groups = ranking(content, use)
    return groups["named"] + groups["unnamed"]


def with_claim(content: Content, item: str, kind: str, subject: str, source: str) -> Content:
    """The content with one statement more, by a review that may be a new one."""
    changed = object.__new__(Content)
    changed.__dict__.update(content.__dict__)
    own = content.items[item]
    changed.items = content.items | {
        item: dataclasses.replace(own, claims=[*own.claims, Claim(kind, (subject,), (source,))])
    }
    changed.sources = {source: next(s for s in content.sources.values() if s.is_review)} | content.sources
    return changed
