"""A made-up site of any size: items with facts, claims and sources, the same for the same numbers and seed.

The words are drawn from a short list, so that documents compress and compare as prose does and say nothing about anybody.
"""

import random
from dataclasses import dataclass

WORDS = (
    "able ahead answer apart begin below bring build carry change clear close common count cover cross daily deep draw early "
    "easy even every fast field find first flow follow form full gain give good ground group grow hand hold home idea keep kind "
    "large later lead learn leave level light line long main make mark mean measure middle move need next often open order part "
    "place plain point quick quiet reach read ready rest right round rule sense serve share short show side simple slow small "
    "sound speed stand start state steady still strong sure take tell test thing time tool trade turn under usual view wait "
    "watch wear weigh whole wide work write"
).split()

TYPES = ("choice", "boolean", "number", "text", "list")
CHOICES = ("amber", "birch", "cedar", "dune")

# A few names and texts hold what HTML, YAML and Markdown each write in a way of their own.
SPECIAL = '"A & B" <c>'


@dataclass(frozen=True)
class Criterion:
    slug: str
    name: str
    group: str
    # One of `TYPES`; None takes claims alone.
    type: str | None


@dataclass(frozen=True)
class Source:
    slug: str
    name: str
    date: str


@dataclass(frozen=True)
class UseCase:
    slug: str
    name: str


@dataclass(frozen=True)
class Fact:
    criterion: Criterion
    value: str | tuple[str, ...]
    source: str
    verified: str


@dataclass(frozen=True)
class Claim:
    label: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    slug: str
    name: str
    summary: str
    updated: str
    facts: tuple[Fact, ...]
    introduction: str
    strengths: tuple[Claim, ...]
    weaknesses: tuple[Claim, ...]
    uses: tuple[Claim, ...]


@dataclass(frozen=True)
class Site:
    criteria: tuple[Criterion, ...]
    sources: tuple[Source, ...]
    use_cases: tuple[UseCase, ...]
    items: tuple[Item, ...]


def synthetic_site(item_count: int, seed: int = 1) -> Site:
    """A site of 12 criteria with facts, 8 with claims alone, 8 use cases, and a source for every 40 items (at least 8)."""
    chance = random.Random(seed)
    criteria = tuple(
        Criterion(f"criterion-{n}", named("Criterion", n), f"Group {n % 4}", TYPES[n % 5] if n < 12 else None) for n in range(20)
    )
    sources = tuple(
        Source(f"source-{n}", f"{named('Source', n)}: {sentence(chance, 4)[:-1]}", day(chance))
        for n in range(max(8, item_count // 40))
    )
    use_cases = tuple(UseCase(f"use-{n}", named("Use", n)) for n in range(8))
    items = tuple(make_item(chance, n, criteria, sources, use_cases) for n in range(item_count))
    return Site(criteria, sources, use_cases, items)


def make_item(
    chance: random.Random,
    number: int,
    criteria: tuple[Criterion, ...],
    sources: tuple[Source, ...],
    use_cases: tuple[UseCase, ...],
) -> Item:
    # Each item is in four articles, so that its footnotes are as many as a person would write.
    known = [source.slug for source in chance.sample(sources, 4)]
    mark = f" {SPECIAL}." if number % 6 == 5 else ""

    def claims(labels: list[str], words: int) -> tuple[Claim, ...]:
        return tuple(Claim(label, sentence(chance, words) + mark, cited(chance, known)) for label in labels)

    judged = [criterion.name for criterion in chance.sample(criteria[9:], 8)]
    facts = tuple(
        Fact(criterion, value(chance, criterion), chance.choice(known), day(chance))
        for criterion in criteria
        # One in ten is unknown.
        if criterion.type and chance.random() < 0.9
    )
    return Item(
        slug=f"item-{number}",
        name=named("Item", number),
        summary=sentence(chance, 9) + mark,
        updated=day(chance),
        facts=facts,
        introduction=" ".join(sentence(chance, 12) for _ in range(5)),
        strengths=claims(judged[:5], 14),
        weaknesses=claims(judged[5:], 14),
        uses=claims([use.name for use in chance.sample(use_cases, 1)], 8),
    )


def named(kind: str, number: int) -> str:
    """The name of a thing; one in seven is hard to write."""
    return f"{kind} {number}" + (f" {SPECIAL}" if number % 7 == 3 else "")


def value(chance: random.Random, criterion: Criterion) -> str | tuple[str, ...]:
    match criterion.type:
        case "choice":
            return chance.choice(CHOICES)
        case "boolean":
            return chance.choice(("yes", "no"))
        case "number":
            return str(chance.randint(1, 400))
        case "list":
            return tuple(sorted(chance.sample(WORDS[:6], 2)))
        case _:
            words = " ".join(chance.choices(WORDS, k=2))
            return f"{words} {SPECIAL}" if words < "d" else words


def cited(chance: random.Random, known: list[str]) -> tuple[str, ...]:
    """One or two of the sources, in the order of their numbers."""
    return tuple(sorted(chance.sample(known, 2 if chance.random() < 0.3 else 1), key=lambda slug: (len(slug), slug)))


def sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choices(WORDS, k=words))
    return text[0].upper() + text[1:] + "."


def day(chance: random.Random) -> str:
    return f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
