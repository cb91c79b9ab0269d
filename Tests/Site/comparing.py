"""What two items come to side by side: the documentation's definitions applied to a second reading of the content."""

from dataclasses import dataclass
from itertools import combinations

from content import SPECIAL, Content, Criterion, Fact, Item

CONTESTED = "contested"

# What a row may come to, and the anchors of the page's tables.
TABLES = ["different", "same", "undecided", "one_sided"]


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


def table_of(left: object, right: object, opposites: tuple[object, object] | None, clear: bool) -> str:
    if left is None or right is None:
        return "unknown" if left is None and right is None else "one_sided"
    if not clear:
        return "undecided"
    if opposites:
        return "different" if {left, right} == set(opposites) else "same"
    return "same" if left == right else "different"


@dataclass(frozen=True)
class Comparison:
    """Two items side by side: which table each (aspect, criterion) belongs to, in the order of the criteria."""

    left: Item
    right: Item
    rows: dict[tuple[str, str], str]

    def table(self, name: str) -> list[tuple[str, str]]:
        return [row for row, table in self.rows.items() if table == name]

    @property
    def unknown(self) -> list[str]:
        """The criteria on which nothing is known of either, and nobody says anything."""
        known = {criterion for (_, criterion), table in self.rows.items() if table != "unknown"}
        return [criterion for _, criterion in self.table("unknown") if criterion not in known]

    @property
    def differences(self) -> list[str]:
        """The criteria that tell the two apart, each once."""
        return list(dict.fromkeys(criterion for _, criterion in self.table("different")))


def compare(content: Content, left: Item, right: Item) -> Comparison:
    rows = {}
    for criterion in content.criteria.values():
        one, other = judgement(left, criterion.slug), judgement(right, criterion.slug)
        if criterion.type:
            own, opposed = one_value(left, criterion), one_value(right, criterion)
            rows["facts", criterion.slug] = table_of(own, opposed, None, CONTESTED not in (own, opposed))
        # To mention what a fact tells already is no verdict; where no fact is known, it is all there is.
        told = ("mentioned", None)
        is_judged = one not in told or other not in told
        is_all = rows.get(("facts", criterion.slug)) == "unknown" and (one or other)
        if not criterion.type or is_judged or is_all:
            verdicts = ("praised", "criticised")
            clear = one in verdicts and other in verdicts
            rows["judgements", criterion.slug] = table_of(one, other, verdicts, clear)
    return Comparison(left, right, rows)


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


@dataclass(frozen=True)
class Reason:
    """Why to choose an item: the kind, what it is about, the value if it is a fact, and the sources on either side."""

    kind: str
    subject: str
    value: str | None
    supporters: frozenset[str]
    critics: frozenset[str]
    weight: int


def words(value: object, criterion: Criterion) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in SPECIAL:
        return str(value).replace("-", " ")
    text = criterion.labels.get(str(value), str(value))
    return f"{text} {criterion.unit}".strip() if criterion.type == "number" else text


def stating(item: Item, criterion: Criterion, value: object) -> frozenset[str]:
    """The sources that state a value, or a list that has it as an element."""

    def states(fact: Fact) -> bool:
        return value == fact.value or isinstance(fact.value, frozenset) and value in fact.value

    return frozenset(source for fact in known_facts(item, criterion) if states(fact) for source in fact.sources)


def fact_reasons(criterion: Criterion, own: Item, other: Item) -> list[Reason]:
    mine, theirs = knowledge(own, criterion), knowledge(other, criterion)
    if criterion.type == "list":
        wanted = [(value, frozenset()) for value in mine - theirs if value not in SPECIAL]
    else:
        match criterion.type:
            case "boolean":
                is_reason = mine is True
            case "choice":
                is_reason = mine not in SPECIAL
            case "number":
                signs = {"higher": 1, "lower": -1}
                comparable = criterion.better in signs and not {mine, theirs} & SPECIAL
                is_reason = comparable and (mine - theirs) * signs[criterion.better] > 0
            case _:
                is_reason = False
        wanted = [(mine, stating(other, criterion, theirs))] if is_reason else []
    reasons = []
    for value, critics in wanted:
        supporters = stating(own, criterion, value)
        weight = len(supporters) + len(critics)
        reasons.append(Reason("fact", criterion.slug, words(value, criterion), supporters, critics, weight))
    return reasons


def reasons(content: Content, comparison: Comparison, own: Item, other: Item) -> set[Reason]:
    """Every reason to choose one item of a pair rather than the other."""
    found: set[Reason] = set()
    for aspect, slug in comparison.table("different"):
        if aspect == "facts":
            found |= set(fact_reasons(content.criteria[slug], own, other))
        elif judgement(own, slug) == "praised":
            praisers = frozenset(own.sources_on("strengths", slug))
            critics = frozenset(other.sources_on("weaknesses", slug))
            found.add(Reason("judgement", slug, None, praisers, critics, len(praisers) + len(critics)))
    for use in uses(own).keys() - uses(other).keys():
        reviews = frozenset(source for source in uses(own)[use] if content.sources[source].is_review)
        if reviews:
            weight = len(reviews) + len(reviews & other.speakers())
            found.add(Reason("use", use, None, reviews, frozenset(), weight))
    return found
