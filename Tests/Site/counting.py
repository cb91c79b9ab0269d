"""The numbers of a site: the documentation's definitions of standing and coverage applied to a second reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from comparing import known_facts
from content import Claim, Content, Criterion, Fact, Item

SIDES = {"strengths": "weaknesses", "weaknesses": "strengths"}
ABOUT_CRITERIA = ["strengths", "weaknesses", "features"]


def by_name(things: Mapping[str, object]) -> list[str]:
    """The slugs of things that have a name, in the order in which a site lists them."""
    return sorted(things, key=lambda slug: getattr(things[slug], "name", things[slug]).lower())


def has(fact: Fact, wanted: object) -> bool:
    if isinstance(fact.value, frozenset):
        return wanted <= fact.value if isinstance(wanted, frozenset) else wanted in fact.value
    return fact.value == wanted


# Standing


def opposition(item: Item, claim: Claim, source: str) -> dict[str, int]:
    """Who says the opposite of a source's claim, and in how many statements."""
    other_side = SIDES.get(claim.kind)
    against = {
        number: other
        for number, other in enumerate(item.claims)
        if other.kind == other_side and set(other.subjects) & set(claim.subjects)
    }
    found: dict[str, int] = {}
    for other in against.values():
        for critic in set(other.sources) - {source}:
            found[critic] = found.get(critic, 0) + 1
    return found


def standing(item: Item, claim: Claim, source: str) -> str:
    if opposition(item, claim, source):
        return "contradicted"
    alike = [c for c in item.claims if c is claim or c.kind == claim.kind and set(c.subjects) & set(claim.subjects)]
    return "shared" if {s for c in alike for s in c.sources} - {source} else "alone"


def stated(item: Item, criterion: str, source: str) -> list[Fact]:
    return [fact for fact in item.facts.get(criterion, []) if source in fact.sources]


def fact_opposition(item: Item, criterion: Criterion, source: str) -> list[Fact]:
    """The facts that give another value than a source, and that another source states; lists never contest."""
    if criterion.type == "list":
        return []
    own = {fact.value for fact in stated(item, criterion.slug, source)} - {"unknown"}
    return [
        fact for fact in known_facts(item, criterion) if set(fact.sources) - {source} and own and own != {fact.value}
    ]


def fact_standing(item: Item, criterion: Criterion, source: str) -> str:
    if fact_opposition(item, criterion, source):
        return "contradicted"
    own = stated(item, criterion.slug, source)
    for fact in item.facts[criterion.slug]:
        same = [o for o in own if fact.value == o.value or both_lists(fact, o) and fact.value & o.value]
        if same and set(fact.sources) - {source}:
            return "shared"
    return "alone"


def both_lists(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, frozenset) and isinstance(other.value, frozenset)


# Coverage


def speakers_on(item: Item, criterion: Criterion) -> set[str]:
    """The sources that state a known value or make a claim on a criterion."""
    facts = {source for fact in known_facts(item, criterion) for source in fact.sources}
    return facts | {s for kind in ABOUT_CRITERIA for s in item.sources_on(kind, criterion.slug)}


def is_known(item: Item, criterion: Criterion) -> bool:
    claims = any(item.claims_on(kind, criterion.slug) for kind in ABOUT_CRITERIA)
    return bool(known_facts(item, criterion)) or claims


@dataclass(frozen=True)
class Cell:
    item: str
    criterion: str
    is_known: bool
    sources: frozenset[str]


def cells(content: Content) -> list[Cell]:
    return [
        Cell(item.slug, criterion.slug, is_known(item, criterion), frozenset(speakers_on(item, criterion)))
        for item in content.items.values()
        for criterion in content.criteria.values()
    ]


def sums(content: Content, some: list[Cell]) -> list[int]:
    """How many cells cite a review, a reference, anybody; are known, fresh, missing.

    No criterion of the bundled site limits the age of its values, so all that is known is fresh.
    """
    reviews = {slug for slug, source in content.sources.items() if source.is_review}
    known = sum(cell.is_known for cell in some)
    return [
        sum(bool(cell.sources & reviews) for cell in some),
        sum(bool(cell.sources - reviews) for cell in some),
        sum(bool(cell.sources) for cell in some),
        known,
        known,
        len(some) - known,
    ]
