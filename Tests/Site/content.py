"""A second reading of a site's content: plain rules on its text, nothing of Collate's own code.

It knows what the content format says (Docs/content.md) as far as the bundled site uses it: facts from PyYAML's nodes,
claims from the bullets, citations from the footnotes. What it does not understand it refuses.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path, PurePosixPath

import yaml

SPECIAL = {"partial", "not-applicable", "unknown"}
BOOLEANS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
NEITHER = "neither"
CLAIM_KINDS = ["strengths", "weaknesses", "features", "use-cases", "used-by"]


@dataclass(frozen=True)
class Fact:
    """A value that an item's front matter gives for a criterion; a list is a set of its elements, listed as written."""

    value: object
    sources: tuple[str, ...]
    is_common: bool
    note: str | None = None
    verified: str | None = None
    listed: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Claim:
    """A bullet: its kind, what its label gives (slugs, or names of users), the sources that it cites, and itself."""

    kind: str
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    bullet: str = ""
    citations: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Relation:
    """What an item is to another, in the words between their names; it may say on what, and whom it favours."""

    item: str
    other: str
    words: str
    sources: tuple[str, ...]
    criterion: str | None = None
    favours: str | None = None

    @property
    def is_direct(self) -> bool:
        """Sources compare the two, rather than tell how they belong together."""
        return bool(self.sources and (self.criterion or self.favours))


@dataclass(frozen=True)
class Document:
    slug: str
    name: str
    header: dict[str, yaml.Node]
    body: str

    def text(self, key: str) -> str | None:
        node = self.header.get(key)
        return node.value if node is not None else None


@dataclass
class Criterion:
    slug: str
    name: str
    type: str | None
    better: str | None
    unit: str
    labels: dict[str, str]
    choose: str | None = None
    choose_values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Need:
    """What a use case asks for: praise on a criterion, or a value, which is a condition or preferred."""

    criterion: str
    value: object | None
    is_preferred: bool


@dataclass
class Source:
    slug: str
    name: str
    is_review: bool
    ranking: list[str]
    ranks_by: str | None
    date: str | None = None
    short: str = ""


@dataclass
class Item:
    slug: str
    name: str
    summary: str | None = None
    website: str | None = None
    updated: str | None = None
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def claims_on(self, kind: str, subject: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.kind == kind and subject in claim.subjects]

    def sources_on(self, kind: str, subject: str) -> set[str]:
        return {source for claim in self.claims_on(kind, subject) for source in claim.sources}

    def speakers(self) -> set[str]:
        """The sources that make a claim or state a fact about it."""
        facts = {source for facts in self.facts.values() for fact in facts for source in fact.sources}
        return facts | {source for claim in self.claims for source in claim.sources}


class Content:
    """What a folder of content says, by slugs."""

    def __init__(self, folder: Path) -> None:
        settings = mapping(yaml.compose((folder / "site.yml").read_text(encoding="utf-8")))
        self.items_folder = mapping(settings["items"])["folder"].value
        words = mapping(settings["sections"])
        self.kinds = {key(word.value): kind for kind in CLAIM_KINDS for word in words[kind].value}
        folders = ["criteria", "use-cases", "sources", self.items_folder]
        documents = {name: read_folder(folder / name) for name in folders}
        self.names = {name: index_of(documents[name]) for name in documents}
        ordered = sorted(documents["criteria"], key=lambda d: (int(d.text("order") or 10**9), key(d.name)))
        self.criteria = {document.slug: criterion(document) for document in ordered}
        uses = sorted(documents["use-cases"], key=lambda document: key(document.name))
        self.use_cases = {document.slug: document.name for document in uses}
        self.use_words = {document.slug: document.text("for") for document in uses}
        self.needs = {document.slug: list(self.needs_of(document)) for document in uses}
        self.sources = {document.slug: self.source(document) for document in documents["sources"]}
        self.items = {document.slug: self.item(document) for document in documents[self.items_folder]}
        # The items of each comparison, in the order of their columns.
        self.comparisons = {
            document.slug: [self.slug(self.items_folder, node.value) for node in document.header["items"].value]
            for document in read_folder(folder / "comparisons")
        }

    def slug(self, folder: str, name: str) -> str:
        return self.names[folder][key(name)]

    def needs_of(self, document: Document) -> Iterator[Need]:
        for node in document.header["needs"].value if "needs" in document.header else ():
            if isinstance(node, yaml.ScalarNode):
                yield Need(self.slug("criteria", node.value), None, False)
                continue
            keys = mapping(node)
            is_preferred = "prefer" in keys and BOOLEANS[keys.pop("prefer").value]
            ((name, value),) = keys.items()
            slug = self.slug("criteria", name)
            yield Need(slug, value_of(value, self.criteria[slug]), is_preferred)

    def source(self, document: Document) -> Source:
        ranking = mapping(document.header["ranking"]) if "ranking" in document.header else {}
        order = [self.slug(self.items_folder, node.value) for node in ranking["order"].value] if ranking else []
        by = ranking["by"].value if "by" in ranking else None
        is_review = (document.text("kind") or "review") == "review"
        short = document.text("short") or document.name
        return Source(document.slug, document.name, is_review, order, by, document.text("date"), short)

    def item(self, document: Document) -> Item:
        text = document.text
        item = Item(document.slug, document.name, text("summary"), text("website"), text("updated"))
        for name, node in mapping(document.header["facts"]).items() if "facts" in document.header else ():
            facts = node.value if isinstance(node, yaml.SequenceNode) and has_mappings(node) else [node]
            slug = self.slug("criteria", name)
            item.facts[slug] = [self.fact(fact, self.criteria[slug]) for fact in facts]
        for node in document.header["related"].value if "related" in document.header else ():
            item.relations.append(self.relation(document.slug, mapping(node)))
        cited = {
            label: self.slug("sources", PurePosixPath(link).stem)
            for label, link in re.findall(r"^\[\^([^\]]+)\]: .*?\]\((?:\.\./)+sources/([^)#]+)\)", document.body, re.M)
        }
        for heading, bullet in bullets(document.body):
            kind = self.kinds.get(key(heading))
            if kind:
                labels = re.findall(r"\[\^([^\]]+)\]", bullet)
                sources = tuple(dict.fromkeys(cited[label] for label in labels if label in cited))
                item.claims.append(Claim(kind, self.subjects(kind, bullet), sources, bullet, cited))
        return item

    def relation(self, item: str, keys: dict[str, yaml.Node]) -> Relation:
        sources = keys["sources"].value if "sources" in keys else []
        slugs = tuple(dict.fromkeys(self.slug("sources", source.value) for source in sources))
        criterion = self.slug("criteria", keys["criterion"].value) if "criterion" in keys else None
        favours = keys["favours"].value if "favours" in keys else None
        if favours not in (None, NEITHER):
            favours = self.slug(self.items_folder, favours)
        other = self.slug(self.items_folder, keys["item"].value)
        assert favours in (None, NEITHER, item, other), f"{item} and {other}: neither is {favours}"
        return Relation(item, other, keys["as"].value, slugs, criterion, favours)

    def fact(self, node: yaml.Node, criterion: Criterion) -> Fact:
        if not isinstance(node, yaml.MappingNode):
            return Fact(value_of(node, criterion), (), False, listed=elements_of(node, criterion))
        keys = mapping(node)
        sources = keys["sources"].value if "sources" in keys else []
        is_common = "basis" in keys and keys["basis"].value == "common"
        slugs = tuple(dict.fromkeys(self.slug("sources", source.value) for source in sources))
        note, verified = (keys[name].value if name in keys else None for name in ("note", "verified"))
        listed = elements_of(keys["value"], criterion)
        return Fact(value_of(keys["value"], criterion), slugs, is_common, note, verified, listed)

    def subjects(self, kind: str, bullet: str) -> tuple[str, ...]:
        """What the bold words that a bullet begins with name, as a whole, else part by part."""
        label = re.match(r"\*\*(.+?)\*\*", bullet, re.S)
        if not label:
            return ()
        if kind == "used-by":
            return (key(label[1].strip().rstrip(":")),)
        known = self.names["use-cases" if kind == "use-cases" else "criteria"]
        text = label[1].strip().rstrip(":").strip()
        if key(text) in known:
            return (known[key(text)],)
        return tuple(dict.fromkeys(known.get(key(part), f"“{part.strip()}”") for part in text.split(",")))


def key(name: str) -> str:
    """What spellings of one name have in common."""
    return " ".join(name.lower().replace("’", "'").split())


def mapping(node: yaml.Node) -> dict[str, yaml.Node]:
    assert isinstance(node, yaml.MappingNode), node
    return {name.value: value for name, value in node.value}


def has_mappings(node: yaml.SequenceNode) -> bool:
    return all(isinstance(element, yaml.MappingNode) for element in node.value)


def read_folder(folder: Path) -> list[Document]:
    """The documents of a folder; its index is no document of its kind, and drafts are left out."""
    documents = []
    for path in sorted(folder.glob("*.md")):
        match = re.fullmatch(r"---\n(.*?\n)---\n(.*)", path.read_text(encoding="utf-8"), re.S)
        assert match, f"{path} has no front matter"
        header = mapping(yaml.compose(match[1]))
        if path.stem == "index" or "draft" in header and header["draft"].value == "true":
            continue
        slug = header["slug"].value if "slug" in header else path.stem
        documents.append(Document(slug, header["name"].value, header, match[2]))
    return documents


def index_of(documents: list[Document]) -> dict[str, str]:
    """Slugs by everything that a document may be called; slugs go before aliases, and those before names."""
    index = {key(document.name): document.slug for document in documents}
    for document in documents:
        aliases = document.header["aliases"].value if "aliases" in document.header else []
        index.update({key(alias.value): document.slug for alias in aliases})
    return index | {document.slug: document.slug for document in documents}


def criterion(document: Document) -> Criterion:
    labels, choose = {}, {}
    for slug, node in mapping(document.header["values"]).items() if "values" in document.header else ():
        keys = mapping(node) if isinstance(node, yaml.MappingNode) else {"label": node}
        labels[slug] = keys["label"].value
        if "choose" in keys:
            choose[slug] = keys["choose"].value
    text = document.text
    numbers = (text("type"), text("better"), text("unit") or "")
    return Criterion(document.slug, document.name, *numbers, labels, text("choose"), choose)


def value_of(node: yaml.Node, criterion: Criterion) -> object:
    """A fact's value by its criterion's type; of a list the set of its elements."""
    if isinstance(node, yaml.ScalarNode) and node.style is None and node.value in SPECIAL:
        return node.value
    if criterion.type == "list":
        return frozenset(elements_of(node, criterion))
    assert isinstance(node, yaml.ScalarNode), f"{criterion.slug}: {node}"
    match criterion.type:
        case "boolean":
            return BOOLEANS[node.value.lower()]
        case "number":
            return Decimal(node.value)
        case "choice":
            return choice(node.value, criterion)
        case "text" | "date" | "url":
            assert node.value not in SPECIAL, "in quotes it is text, which is read as something else here"
            return unicodedata.normalize("NFC", node.value)
    raise AssertionError(f"{criterion.slug} takes no facts")


def elements_of(node: yaml.Node, criterion: Criterion) -> tuple[str, ...]:
    """The elements of a list in the order in which they are written; none of any other value."""
    is_special = isinstance(node, yaml.ScalarNode) and node.style is None and node.value in SPECIAL
    if criterion.type != "list" or is_special:
        return ()
    elements = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(dict.fromkeys(choice(element.value, criterion) for element in elements))


def choice(text: str, criterion: Criterion) -> str:
    if not criterion.labels:
        return unicodedata.normalize("NFC", text)
    known = {key(label): slug for slug, label in criterion.labels.items()}
    return (known | {slug: slug for slug in criterion.labels})[key(text)]


def bullets(body: str) -> Iterator[tuple[str, str]]:
    """The top-level bullets, each with the second-level heading above it and everything that is nested in it."""
    heading, bullet, after_blank = "", None, False
    for line in [*body.split("\n"), "## "]:
        starts = line.startswith("- ")
        ends = starts or line.startswith("#") or after_blank and line and not line.startswith("  ")
        if bullet is not None and ends:
            yield heading, "\n".join(bullet)
            bullet = None
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        elif starts:
            bullet = [line.removeprefix("- ")]
        elif bullet is not None:
            bullet.append(line)
        after_blank = not line.strip()
