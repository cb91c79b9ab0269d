"""Writes the pages of items and of pairs. What a pair shows of an item is made once; the templates put it together."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from html import escape, unescape
from pathlib import Path

from pelican import signals
from pelican.generators import PagesGenerator

CLAIM = re.compile(r"<li>(?:\s*<p>)?<strong>(.*?)</strong>: (.*?) (<sup.*?)(?:</p>\s*)?</li>", re.DOTALL)
MARK = re.compile(r'href="#fn:([^"]+)"')


@lru_cache(maxsize=None)
def long_date(day: str) -> str:
    at = date.fromisoformat(day)
    return f"{at.day} {at:%B %Y}"


def counted(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


@dataclass
class Opinion:
    is_for: bool
    sources: list[str]
    balance: str
    said: str

    @property
    def sign(self) -> int:
        return 1 if self.is_for else -1


@dataclass
class Fact:
    words: str
    elements: list[str]
    wish: str
    source: str
    value: str
    basis: str


@dataclass
class Use:
    slug: str
    wish: str
    name: str
    sources: list[str]
    claim: str


@dataclass
class Item:
    """All that pages show of an item."""

    slug: str
    title: str
    summary: str
    updated: str
    introduction: str
    facts: dict[str, Fact] = field(default_factory=dict)
    opinions: dict[str, Opinion] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    # How many statements and facts each source has.
    sources: dict[str, list[int]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return escape(self.title)


class Maker:
    def __init__(self, known: dict) -> None:
        self.known = known
        self.criteria = known["criteria"]

    def item(self, page) -> Item:
        content = page.content.partition('<div class="footnote">')[0]
        introduction, *sections = content.split("<h2>")
        item = Item(page.slug, page.title, page.metadata["summary_text"], page.metadata["updated"], introduction)
        for section in sections:
            kind, _, rest = section.partition("</h2>")
            for label, text, marks in CLAIM.findall(rest):
                self.add_claim(item, kind, unescape(label), text, MARK.findall(marks))
        facts = json.loads(page.metadata["facts"])
        for criterion in self.criteria:
            if fact := facts.get(criterion["slug"]):
                self.add_fact(item, criterion, fact)
        item.sources = dict(sorted(item.sources.items()))
        return item

    def add_claim(self, item: Item, kind: str, label: str, text: str, sources: list[str]) -> None:
        links = "".join(f' <a href="#Source_{source}">{source}</a>' for source in sources)
        for source in sources:
            item.sources.setdefault(source, [0, 0])[0] += 1
        if kind == "Use cases":
            use = self.known["uses"][label]
            item.uses.append(Use(use["slug"], use["for"], escape(label), sources, f"<li>{text}{links}</li>"))
            return
        is_for = kind == "Strengths"
        word, letter, tone = ("for", "f", "pro") if is_for else ("against", "a", "con")
        balance = f'<span class="b {letter}{len(sources)}">{len(sources)} {word}</span>'
        said = f'<p class="k">{word.capitalize()}</p>\n<ul class="claims {tone}">\n<li>{text}{links}</li></ul>\n'
        item.opinions[label] = Opinion(is_for, sources, balance, said)

    def add_fact(self, item: Item, criterion: dict, fact: dict) -> None:
        value, elements, wish, mark = fact["value"], [], "", "v"
        if criterion["type"] == "list":
            elements, words = value, ", ".join(value)
        elif criterion["type"] == "choice":
            words, wish = criterion["values"][value]["label"], criterion["values"][value]["choose"]
        else:
            words = value
            if criterion["type"] == "boolean":
                mark = f"s s-{value}"
                wish = criterion["choose"] if value == "yes" else ""
        source = fact["source"]
        basis = f'<a class="src" href="#Source_{source}">{source}</a> <span class="own">verified {long_date(fact["verified"])}</span>'
        shown = f'<span class="{mark}">{escape(words)}</span>'
        item.facts[criterion["slug"]] = Fact(words, elements, wish, source, shown, basis)
        item.sources.setdefault(source, [0, 0])[1] += 1

    def pair(self, left: Item, right: Item) -> dict:
        """What the template of a pair is given."""
        rows: dict[str, list] = {name: [] for name in ("opinions", "facts", "alike", "shared", "silent")}
        alone: tuple[list, list] = ([], [])
        alone_facts: tuple[list, list] = ([], [])
        # By kind, the most telling first: each a wish and its HTML.
        reasons: tuple[list[list], list[list]] = ([[] for _ in range(5)], [[] for _ in range(5)])
        differences = 0
        for criterion in self.criteria:
            slug, name, wish = criterion["slug"], criterion["name"], criterion["choose"]
            one, other = left.opinions.get(name), right.opinions.get(name)
            fact, fact_of_other = left.facts.get(slug), right.facts.get(slug)
            row = (criterion, one, other)
            told = [False, False]
            differs = False
            if one and other:
                if one.sign == other.sign:
                    rows["alike"].append(row)
                else:
                    differs = True
                    rows["opinions"].append(row)
                    won = 0 if one.is_for else 1
                    told[won] = True
                    winner, loser, beaten = (one, other, right) if won == 0 else (other, one, left)
                    evidence = f'{winner.balance}; <span class="vs">{beaten.name}: {loser.balance}</span>'
                    order = (-len(one.sources) - len(other.sources), -len({*one.sources, *other.sources}))
                    reasons[won][0].append((order, wish, reason("opinion", f"#Opinion_{slug}", escape(wish), evidence)))
            elif one or other:
                alone[0 if one else 1].append((criterion, one or other))
            if fact and fact_of_other:
                if fact.words == fact_of_other.words:
                    rows["shared"].append((criterion, fact, fact_of_other))
                else:
                    differs = True
                    rows["facts"].append((criterion, fact, fact_of_other))
                    for side, mine, theirs, opponent in ((0, fact, fact_of_other, right), (1, fact_of_other, fact, left)):
                        if told[side]:
                            continue
                        more = [element for element in mine.elements if element not in theirs.elements]
                        text = escape(mine.wish) or (f"{escape(name)}: {', '.join(more)}" if more else "")
                        if text:
                            told[side] = True
                            evidence = f'<span class="d d1">{mine.source}</span>; {opponent.name}: {escape(theirs.words)}'
                            html = reason("fact", f"#Fact_{slug}", text, evidence)
                            reasons[side][2 if mine.wish else 3].append(((), mine.wish, html))
            elif fact or fact_of_other:
                alone_facts[0 if fact else 1].append((criterion, fact or fact_of_other))
            for side, mine, theirs, item, opponent in ((0, one, other, left, right), (1, other, one, right, left)):
                if mine and not theirs and mine.is_for and len(mine.sources) > 1 and not told[side]:
                    evidence = f"{mine.balance}; nobody judges {opponent.name}"
                    html = reason("praise", f"/items/{item.slug}/#Opinion_{slug}", escape(wish), evidence)
                    reasons[side][4].append(((), wish, html))
            differences += differs
            if not (one or other or fact or fact_of_other):
                rows["silent"].append(criterion)
        rows["opinions"].sort(
            key=lambda row: (-len(row[1].sources) - len(row[2].sources), -len({*row[1].sources, *row[2].sources}))
        )
        uses = []
        of_left, of_right = {use.slug: use for use in left.uses}, {use.slug: use for use in right.uses}
        for slug in sorted({*of_left, *of_right}):
            mine, theirs = of_left.get(slug), of_right.get(slug)
            uses.append((mine or theirs, mine, theirs))
            if not (mine and theirs):
                side, use, item, opponent = (0, mine, left, right) if mine else (1, theirs, right, left)
                evidence = f'<span class="d d{len(use.sources)}">{", ".join(use.sources)}</span>; nobody names {opponent.name}'
                html = reason("use", f"/items/{item.slug}/#Use_{slug}", escape(use.wish), evidence)
                reasons[side][1].append(((), use.wish, html))
        ordered = []
        wishes = []
        for kinds in reasons:
            kinds[0].sort(key=lambda each: each[0])
            every = [each for kind in kinds for each in kind]
            ordered.append([html for _, _, html in every])
            wishes.append(next((wish for _, wish, _ in every if wish), ""))
        both = [source for source in left.sources if source in right.sources]
        years = sorted({self.known["sources"][source]["date"][:4] for source in both})
        title = f"{left.title} vs {right.title}"
        return {
            "left": left,
            "right": right,
            "title": title,
            "description": self.description(title, left, right, wishes, rows),
            "rows": rows,
            "alone": alone,
            "alone_facts": alone_facts,
            "gaps": sum(map(len, (*alone, *alone_facts))),
            "reasons": ordered,
            "uses": uses,
            "differences": differences,
            "both": both,
            "years": "–".join(years[:1] + years[1:][-1:]),
            "sources": sorted({*left.sources, *right.sources}),
        }

    def description(self, title: str, left: Item, right: Item, wishes: list[str], rows: dict[str, list]) -> str:
        ends = "What sources say of both, criterion by criterion."
        choices = [f"{item.title} if you {wish}" for item, wish in zip((left, right), wishes) if wish]
        if choices:
            return f"{title}: choose {', or '.join(choices)}. {ends}"
        names = [row[0]["name"] for row in rows["opinions"]] + [row[0]["name"] for row in rows["facts"]]
        if not names:
            return f"{title}, side by side: nothing in the sources tells them apart"
        if len(names) == 1:
            return f"{title}, side by side: they differ on {names[0]}"
        named = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        return f"{title}, side by side: they differ on {named}, with the sources of each statement"


def reason(kind: str, link: str, text: str, evidence: str) -> str:
    return f'<li data-reason="{kind}"><a class="q" href="{link}">{text}</a>\n<p class="ev">{evidence}</p></li>\n'


def keep_summary(generator, metadata: dict) -> None:
    """Pelican makes HTML of summaries; the pages show them as they are written."""
    metadata["summary_text"] = unescape(re.sub(r"</?p>", "", metadata.get("summary", "")))


def write_pages(generator: PagesGenerator, writer) -> None:
    known = json.loads((Path(generator.path).parent / "known.json").read_text(encoding="utf-8"))
    maker = Maker(known)
    items = {page.slug: maker.item(page) for page in generator.pages}
    helpers = {"site": {"Title": generator.settings["SITENAME"]}, "known": known, "long_date": long_date, "counted": counted}
    frame = {name: generator.get_template(name).render(helpers) for name in ("header", "footer", "assets")}
    output = Path(generator.output_path)

    def write(address: str, template: str, **values: object) -> None:
        page = generator.get_template(template).render({**helpers, **frame, "address": address, **values})
        path = output / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")

    for pair in known["pairs"]:
        content = maker.pair(items[pair["left"]], items[pair["right"]])
        write(f"compare/{pair['pair']}/", "pair", others=pair["others"], **content)
    for slug, item in items.items():
        silent = [each for each in maker.criteria if each["slug"] not in item.facts and each["name"] not in item.opinions]
        judged = sorted(
            ((each, item.opinions[each["name"]]) for each in maker.criteria if each["name"] in item.opinions),
            key=lambda row: -row[1].sign * len(row[1].sources),
        )
        judges = {source for opinion in item.opinions.values() for source in opinion.sources}
        write(
            f"items/{slug}/", "item", item=item, title=item.title, description=item.summary, silent=silent, judged=judged,
            judges=len(judges), praised=sum(opinion.is_for for opinion in item.opinions.values()), own=known["items"][slug],
        )
    write("", "bare", title="Home")
    for name in (*known["pages"], *known["lists"]):
        write(f"{name}/", "bare", title=name, items=known["items"] if name == "compare" else {})
    for criterion in known["criteria"]:
        write(f"criteria/{criterion['slug']}/", "bare", title=criterion["name"])
    for name, use in known["uses"].items():
        write(f"use-cases/{use['slug']}/", "bare", title=name)
    for slug, source in known["sources"].items():
        write(f"sources/{slug}/", "bare", title=source["name"], cited=source["items"])
    for path in ("assets/icon.svg", "assets/site.css", "assets/site.js", "feed.atom"):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text("\n", encoding="utf-8")


def register() -> None:
    signals.page_generator_context.connect(keep_summary)
    signals.page_writer_finalized.connect(write_pages)
