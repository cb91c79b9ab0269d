"""A made-up site with every kind of fact, claim and relation in it, the same for the same seed."""

import random
from pathlib import Path

SOURCES = ["one", "two", "three", "four"]
# Uses with what they need, and with their own words or none.
USES = {
    "Games": "needs: [speed, ease, { open: yes }, { kind: big, prefer: true }]\nfor: are making games",
    "Shops": "needs: [{ parts: [a] }, { made-of: wood, prefer: true }, support]",
    "Films": "for: watch films",
}
SPECIAL = ["partial", "not-applicable", "unknown"]

# Each criterion with its front matter and some of its values; none for one that takes claims alone.
CRITERIA: dict[str, tuple[str, list[str]]] = {
    "Open": ("type: boolean\nchoose: want it open", ["yes", "no", "true"]),
    "Year": ("type: number\nbetter: higher", ["1999", "2004", "2004.0", "-3"]),
    "Weight": ("type: number\nbetter: lower\nunit: kg\nchoose: want it light", ["1.50", "1.5", "2", "12"]),
    "Size": ("type: number", ["10", "20"]),
    "Kind": (
        "type: choice\nindex: true\n"
        "values: { big: { label: Big, choose: want a big one }, small: Small, odd: Odd & even }",
        ["big", "Small", "odd"],
    ),
    "Parts": (
        "type: list\nvalues: { a: Part A, b: Part B, c: { label: Part C, choose: need part C }, d: Part D }",
        ["[a]", "[b, Part A]", "[a, c]", "[c]", "b", "[a, d]", "[b, d]"],
    ),
    "Tags": ("type: list", ["[red, blue]", "[blue]", "[green]"]),
    "Address": ("type: url", ["https://a.example/", "https://b.example/"]),
    "Made of": ("type: text", ["wood", "iron"]),
    "Born": ("type: date", ["2001-02-03", "2002-02-03"]),
    "Speed": ("group: Quality\nchoose: need speed", []),
    "Ease": ("group: Quality", []),
    "Support": ("group: People", []),
}


def write_site(folder: Path, seed: int, count: int, is_mirrored: bool = False) -> None:
    """Writes the content of a site into a folder; a mirrored one has the items' slugs in the reverse order."""
    slugs = [f"i{number}" for number in range(count)]
    if is_mirrored:
        slugs.reverse()
    chance = random.Random(seed)
    files = {
        "site.yml": "title: Random\nbase-url: https://example.org/\nitems: { folder: items, one: item, many: items }\n"
        "sections:\n  strengths: [Strengths]\n  weaknesses: [Weaknesses]\n  features: [Features]\n"
        "  use-cases: [Use cases]\n  used-by: [Used by]\n"
    }
    for use, sentence in USES.items():
        files[f"use-cases/{use.lower()}.md"] = f"---\nname: {use}\n{sentence}\n---\n"
    for place, (name, (header, _)) in enumerate(CRITERIA.items()):
        files[f"criteria/{slug(name)}.md"] = f"---\nname: {name}\norder: {place}\n{header}\n---\n"
    for source in SOURCES:
        order = ", ".join(chance.sample(slugs, k=count // 2))
        kind = "reference" if source == "three" else "review"
        ranking = f"ranking: {{ by: stars, order: [{order}] }}\n" if chance.random() < 0.6 else ""
        files[f"sources/{source}.md"] = f"---\nname: Source {source}\nkind: {kind}\n{ranking}---\n"
    for number, name in enumerate(slugs):
        files[f"items/{name}.md"] = item(chance, number, slugs)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def item(chance: random.Random, number: int, slugs: list[str]) -> str:
    facts = ""
    for name, (_, values) in CRITERIA.items():
        if values and chance.random() < 0.75:
            stated = [fact(chance, values) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
            facts += f"  {slug(name)}: {stated[0] if len(stated) == 1 else '[' + ', '.join(stated) + ']'}\n"
    related = "".join(relation(chance, slugs[number], slugs) for _ in range(chance.randrange(4)))
    header = f"name: Item {chr(ord('Z') - number)}\nfacts:\n{facts}" + (f"related:\n{related}" if related else "")
    text = f"---\n{header}---\n\nWhat it is.\n"
    for heading, labels in [
        (h, [*CRITERIA, "Speed, Ease", "Its own"]) for h in ("Strengths", "Weaknesses", "Features")
    ]:
        text += section(chance, heading, labels, 0.35)
    text += section(chance, "Use cases", list(USES), 0.5) + section(chance, "Used by", ["Acme", "Zeus"], 0.3)
    return text + "".join(f"\n[^{source}]: [{source}](../sources/{source}.md)\n" for source in SOURCES)


def relation(chance: random.Random, own: str, slugs: list[str]) -> str:
    """What an item is to another; it may name a criterion, a side, both or neither, and have sources or none."""
    other = chance.choice([slug for slug in slugs if slug != own])
    words = f"as: is likened in {chance.randrange(1000)} ways to"
    criterion = f", criterion: {slug(chance.choice(list(CRITERIA)))}" if chance.random() < 0.7 else ""
    favours = f", favours: {chance.choice([own, own, other, other, 'neither'])}" if chance.random() < 0.8 else ""
    return f"  - {{ item: {other}, {words}{criterion}{favours}, sources: [{', '.join(citing(chance))}] }}\n"


def fact(chance: random.Random, values: list[str]) -> str:
    value = chance.choice(values if chance.random() < 0.8 else SPECIAL)
    sources = citing(chance)
    basis = ", basis: common" if not sources and chance.random() < 0.7 else ""
    note = ", note: but see there" if value == "partial" else ""
    return f"{{ value: {value}, sources: [{', '.join(sources)}]{basis}{note} }}"


def citing(chance: random.Random) -> list[str]:
    return [source for source in SOURCES if chance.random() < 0.35]


def section(chance: random.Random, heading: str, labels: list[str], share: float) -> str:
    lines = ""
    for label in labels:
        for point in range(2):
            likely = 2 * share if label == "Support" else share
            if chance.random() < (likely if point == 0 else share / 4):
                # Hardly any source but one speaks of support, so that it is often of two minds.
                sources = ["one"] if label == "Support" and chance.random() < 0.95 else citing(chance)
                cited = "".join(f" [^{source}]" for source in sources)
                lines += f"- **{label}**: point {point} of *{label}*.{cited}\n"
    return f"\n## {heading}\n\n{lines}" if lines else ""
