"""Why to choose one item of a pair rather than the other: the documentation's definitions, most telling first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from balances import balance
from comparing import Comparison, favours, knowledge, known_facts, uses
from content import SPECIAL, Content, Criterion, Fact, Item


@dataclass(frozen=True)
class Reason:
    """The kind, what it is about, the values if it is a fact, and the sources that give it."""

    kind: str
    subject: str | None
    values: tuple[str, ...]
    sources: frozenset[str]
    sentence: str
    has_words: bool


def words(value: object, criterion: Criterion) -> str:
    """A value as pages show it."""
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


def reasons(content: Content, pair: Comparison, own: Item, other: Item) -> list[Reason]:
    """Every reason to choose an item of a pair, in order; each criterion by its most telling one."""
    direct = direct_reasons(content, pair, own, other)
    told = {reason.subject for reason in direct}
    found = [*direct, *(r for r in opinion_reasons(content, pair, own) if r.subject not in told)]
    told = {reason.subject for reason in found}
    found += use_reasons(content, own, other)
    facts = [reason for reason in fact_reasons(content, pair, own, other) if reason.subject not in told]
    told |= {reason.subject for reason in facts}
    return found + facts + [r for r in praise_reasons(content, pair, own, other) if r.subject not in told]


def about(content: Content, kind: str, slug: str, sources: frozenset[str]) -> Reason:
    """A reason of which the criterion's own words tell, or else its name."""
    criterion = content.criteria[slug]
    return Reason(kind, slug, (), sources, criterion.choose or criterion.name, bool(criterion.choose))


def direct_reasons(content: Content, pair: Comparison, own: Item, other: Item) -> list[Reason]:
    found = []
    for slug in [*content.criteria, None]:
        relations = [relation for relation in pair.directly if relation.criterion == slug]
        for_own, for_other = favours(relations, own.slug), favours(relations, other.slug)
        if len(for_own) > len(for_other):
            plain = Reason("direct", None, (), for_own, "", False)
            found.append(about(content, "direct", slug, for_own) if slug else plain)

    def lead(reason: Reason) -> float:
        """How far the balances speak for the item; of no criterion they do not."""
        slug = reason.subject
        return balance(own, slug).net - balance(other, slug).net if slug else float("-inf")

    return sorted(found, key=lambda reason: (-len(reason.sources), -lead(reason)))


def opinion_reasons(content: Content, pair: Comparison, own: Item) -> Iterator[Reason]:
    side = "left" if own is pair.left else "right"
    for slug in pair.contrasts:
        row = pair.opinions[slug]
        if row.stronger == side and not row.is_decided_directly:
            yield about(content, "opinion", slug, balance(own, slug).sources)


def use_reasons(content: Content, own: Item, other: Item) -> list[Reason]:
    found = []
    named = uses(own)
    for use, name in content.use_cases.items():
        reviews = frozenset(source for source in named.get(use, ()) if content.sources[source].is_review)
        if reviews and use not in uses(other):
            own_words = content.use_words[use]
            found.append(Reason("use", use, (), reviews, own_words or name, bool(own_words)))
    return sorted(found, key=lambda reason: -len(reason.sources))


def fact_reasons(content: Content, pair: Comparison, own: Item, other: Item) -> list[Reason]:
    """Facts that differ and that a source states: those with words of their own first."""
    found = []
    for slug in pair.facts_that_are("different"):
        criterion = content.criteria[slug]
        for values in telling_values(criterion, own, other):
            sources = stating(own, criterion, values[0])
            shown = tuple(words(value, criterion) for value in values)
            own_words = chosen(criterion, values[0]) if len(values) == 1 else None
            sentence = own_words or f"{criterion.name}: {', '.join(shown)}"
            found.append(Reason("fact", slug, shown, sources, sentence, bool(own_words)))
    return sorted(found, key=lambda reason: (not reason.has_words, -len(reason.sources)))


def chosen(criterion: Criterion, value: object) -> str | None:
    """The words of a value; of a number and of yes they are the criterion's own."""
    return criterion.choose if criterion.type in ("boolean", "number") else criterion.choose_values.get(value)


def telling_values(criterion: Criterion, own: Item, other: Item) -> Iterable[list]:
    """The values of a fact that speak for an item, those of a list together that the same sources state."""
    mine, theirs = knowledge(own, criterion), knowledge(other, criterion)
    match criterion.type:
        case "boolean":
            wanted = [mine] if mine is True else []
        case "choice":
            wanted = [mine] if mine not in SPECIAL else []
        case "number":
            signs = {"higher": 1, "lower": -1}
            comparable = criterion.better in signs and not {mine, theirs} & SPECIAL
            wanted = [mine] if comparable and (mine - theirs) * signs[criterion.better] > 0 else []
        case "list":
            listed = dict.fromkeys(value for fact in known_facts(own, criterion) for value in fact.listed)
            wanted = [value for value in listed if value not in theirs]
        case _:
            wanted = []
    together: dict[frozenset[str], list] = {}
    for value in wanted:
        if sources := stating(own, criterion, value):
            together.setdefault(sources, []).append(value)
    return together.values()


def praise_reasons(content: Content, pair: Comparison, own: Item, other: Item) -> list[Reason]:
    """What two or more sources only praise, where nobody judges the other item or compares the two."""
    found = []
    for slug, row in pair.opinions.items():
        mine = balance(own, slug)
        alone = not mine.has_critic and not balance(other, slug).sources and not row.direct
        if alone and len(mine.supporters) >= 2:
            found.append(about(content, "praise", slug, mine.supporters))
    return sorted(found, key=lambda reason: -len(reason.sources))
