"""What two items come to side by side: the documentation's definitions applied to a second reading of the content."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from balances import Balance, balance
from content import SPECIAL, Content, Criterion, Fact, Item, Relation

CONTESTED = "contested"
ABOUT_CRITERIA = ["strengths", "weaknesses", "features"]


def contradict(one: Fact, other: Fact) -> bool:
    """Two sources give different values; what no source states does not count."""
    return one.value != other.value and any(a != b for a in one.sources for b in other.sources)


def known_facts(item: Item, criterion: Criterion) -> list[Fact]:
    return [fact for fact in item.facts.get(criterion.slug, []) if fact.value != "unknown"]


def knowledge(item: Item, criterion: Criterion) -> object:
    """The one value that is known of an item, the set of all elements of a list, `contested`, or None."""
    facts = known_facts(item, criterion)
    if not facts:
        return None
    if criterion.type == "list":
        parts = [fact.value if isinstance(fact.value, frozenset) else {fact.value} for fact in facts]
        return frozenset().union(*parts)
    if any(contradict(one, other) for one, other in combinations(facts, 2)):
        return CONTESTED
    sourced = [fact for fact in facts if fact.sources]
    return (sourced or facts)[0].value


def one_value(item: Item, criterion: Criterion) -> object:
    """As `knowledge`, where two values of one source leave nothing to compare either."""
    facts = known_facts(item, criterion)
    sourced = [fact for fact in facts if fact.sources] or facts
    if criterion.type != "list" and len({fact.value for fact in sourced}) > 1:
        return CONTESTED
    return knowledge(item, criterion)


def judgement(item: Item, criterion: str) -> str | None:
    """Praised, criticised, contested between sources, mixed in one source, or only mentioned."""
    praise, blame = item.claims_on("strengths", criterion), item.claims_on("weaknesses", criterion)
    if not praise and not blame:
        return "mentioned" if item.claims_on("features", criterion) else None
    praisers, critics = item.sources_on("strengths", criterion), item.sources_on("weaknesses", criterion)
    if any(a != b for a in praisers for b in critics):
        return CONTESTED
    if praisers & critics:
        return "mixed"
    if praisers or critics:
        return "praised" if praisers else "criticised"
    return "mixed" if praise and blame else "praised" if praise else "criticised"


def outcome_of_facts(left: object, right: object) -> str:
    if left is None or right is None:
        return "unknown" if left is None and right is None else "one_sided"
    if CONTESTED in (left, right):
        return "undecided"
    return "same" if left == right else "different"


def outcome_of_balances(left: Balance, right: Balance) -> str:
    """What the sources that judge come to where somebody judges either item."""
    if not left.sources or not right.sources:
        return "one_sided"
    lower, higher = sorted([left, right], key=lambda side: side.net)
    is_wide = higher.net - lower.net >= 2
    if lower.net < 0 < higher.net or is_wide and 0 in (lower.net, higher.net):
        return "different"
    if lower.net > 0:
        return "different" if is_wide and lower.has_critic else "same"
    if higher.net < 0:
        return "different" if is_wide and higher.has_friend else "same"
    return "undecided"


@dataclass(frozen=True)
class Opinions:
    """What sources say of two items on a criterion: of each by itself, and setting one against the other."""

    criterion: str
    left: Balance
    right: Balance
    direct: tuple[Relation, ...]
    favouring: tuple[frozenset[str], frozenset[str]]

    @property
    def is_judged(self) -> bool:
        return bool(self.left.sources or self.right.sources)

    @property
    def lead(self) -> int:
        """How many more sources that compare the two favour the left one; negative if they favour the right."""
        return len(self.favouring[0]) - len(self.favouring[1])

    @property
    def by_balances(self) -> str:
        return outcome_of_balances(self.left, self.right) if self.is_judged else "unknown"

    @property
    def outcome(self) -> str:
        if self.by_balances == "different":
            return self.by_balances
        if self.lead:
            return "different"
        return "undecided" if self.by_balances == "unknown" else self.by_balances

    @property
    def is_decided_directly(self) -> bool:
        return self.outcome == "different" != self.by_balances

    @property
    def stronger(self) -> str | None:
        """The side that a row which differs speaks for."""
        if self.outcome != "different":
            return None
        difference = self.lead if self.is_decided_directly else self.left.net - self.right.net
        return "left" if difference > 0 else "right"

    @property
    def gap(self) -> int:
        return abs(self.left.net - self.right.net)

    @property
    def speakers(self) -> frozenset[str]:
        comparing = frozenset(source for relation in self.direct for source in relation.sources)
        return self.left.sources | self.right.sources | comparing


@dataclass(frozen=True)
class Comparison:
    """Two items side by side, with everything in the order of the criteria."""

    left: Item
    right: Item
    criteria: list[str]
    facts: dict[str, str]
    opinions: dict[str, Opinions]
    relations: list[Relation]

    @property
    def has_page(self) -> bool:
        """It has one where every pair may have a page that differs on one criterion."""
        return bool(self.differences or self.directly)

    @cached_property
    def directly(self) -> list[Relation]:
        return [relation for relation in self.relations if relation.is_direct]

    def facts_that_are(self, outcome: str) -> list[str]:
        return [slug for slug, found in self.facts.items() if found == outcome]

    def opinions_that_are(self, outcome: str) -> list[str]:
        return [slug for slug, row in self.opinions.items() if row.outcome == outcome]

    @cached_property
    def contrasts(self) -> list[str]:
        """The criteria on which opinion differs: the widest gap first, then those on which most sources speak."""
        rows = [self.opinions[slug] for slug in self.opinions_that_are("different")]
        return [row.criterion for row in sorted(rows, key=lambda row: (-row.gap, -len(row.speakers)))]

    @cached_property
    def mentions(self) -> list[str]:
        """The criteria on which nobody judges or compares the two, and of which a claim tells how it is."""
        return [slug for slug in self.criteria if slug in self.spoken and slug not in self.opinions]

    @cached_property
    def spoken(self) -> set[str]:
        """What any claim of either item is about, also an uncited one."""
        claims = [*self.left.claims, *self.right.claims]
        return {slug for claim in claims if claim.kind in ABOUT_CRITERIA for slug in claim.subjects}

    @cached_property
    def unknown(self) -> list[str]:
        """The criteria of which nobody says anything: neither a fact of either item nor a claim."""
        told = {slug for slug, outcome in self.facts.items() if outcome != "unknown"}
        told |= self.opinions.keys() | self.spoken
        return [slug for slug in self.criteria if slug not in told]

    @cached_property
    def differences(self) -> list[str]:
        """The criteria that tell the two apart, each once."""
        differing = {*self.facts_that_are("different"), *self.opinions_that_are("different")}
        return [slug for slug in self.criteria if slug in differing]


def compare(content: Content, left: Item, right: Item) -> Comparison:
    slugs = {left.slug, right.slug}
    relations = [r for item in (left, right) for r in item.relations if r.sources and {r.item, r.other} == slugs]
    facts = {}
    for criterion in content.criteria.values():
        if criterion.type:
            facts[criterion.slug] = outcome_of_facts(one_value(left, criterion), one_value(right, criterion))
    rows = [opinions(criterion, left, right, relations) for criterion in content.criteria]
    told = {row.criterion: row for row in rows if row.is_judged or row.direct}
    return Comparison(left, right, list(content.criteria), facts, told, relations)


def all_pairs(content: Content) -> list[Comparison]:
    """Every two items side by side, the one whose slug is first on the left."""
    return [compare(content, content.items[a], content.items[b]) for a, b in combinations(sorted(content.items), 2)]


def opinions(criterion: str, left: Item, right: Item, relations: list[Relation]) -> Opinions:
    direct = tuple(relation for relation in relations if relation.criterion == criterion)
    favouring = (favours(direct, left.slug), favours(direct, right.slug))
    return Opinions(criterion, balance(left, criterion), balance(right, criterion), direct, favouring)


def favours(relations: Iterable[Relation], item: str) -> frozenset[str]:
    """The sources of which a relation favours an item."""
    return frozenset(source for relation in relations if relation.favours == item for source in relation.sources)


def uses(item: Item) -> dict[str, set[str]]:
    """The use cases that somebody names an item for, and which sources do."""
    names = {subject for claim in item.claims if claim.kind == "use-cases" for subject in claim.subjects}
    return {use: item.sources_on("use-cases", use) for use in names if not use.startswith("“")}


def closeness(content: Content, left: Item, right: Item) -> int:
    """Shared use cases and equal known facts; "not applicable" and "partial" are nothing to share."""
    equal = 0
    for criterion in content.criteria.values():
        value = one_value(left, criterion)
        told = value - SPECIAL if isinstance(value, frozenset) else value
        equal += bool(value == one_value(right, criterion) and told not in (None, CONTESTED, *SPECIAL, frozenset()))
    return equal + len(uses(left).keys() & uses(right).keys())
