"""Writes a made-up site as the documents of Collate, and as those of Hugo: the same words in both."""

import html
import json
import re
import shutil
from pathlib import Path

from ready import ReadyPairs
from synthetic import Claim, Criterion, Fact, Item, Site, UseCase

BASE_URL = "https://example.org/"

# What pages of others than Collate link to in their heads and feet, and is not compared.
BARE_PAGES = ("all", "coverage", "data", "find", "matrices")
BARE_LISTS = ("compare", "criteria", "items", "sources", "use-cases")

VALUES = ["Amber", "Birch", "Cedar", "Dune"]


def write_collate_site(site: Site, folder: Path, closest: int) -> None:
    """Writes `Content` with pages for each item's `closest` pairs, and redirects as a file, so that every page is a page."""
    content = folder / "Content"
    write(
        content / "site.yml",
        f"title: Things compared\ntagline: Made up, and many\nbase-url: {BASE_URL}\n"
        "items: { folder: items, one: item, many: items }\n"
        f"pairs: {{ closest: {closest} }}\nredirects: file\n",
    )
    write(content / "index.md", "---\nname: Things compared\n---\n\nNothing here is about anything.\n")
    write(content / "matrices" / "all.md", "---\nname: Everything\n---\n")
    for criterion in site.criteria:
        lines = [f"name: {quoted(criterion.name)}", f"group: {criterion.group}", f"choose: {quoted(wanting(criterion))}"]
        if criterion.type:
            lines.append(f"type: {criterion.type}")
        if criterion.type == "choice":
            lines.append("values: { " + ", ".join(f"{v.lower()}: {{ label: {v}, choose: like {v} }}" for v in VALUES) + " }")
        write_document(content / "criteria" / f"{criterion.slug}.md", lines, "")
    for use in site.use_cases:
        lines = [f"name: {quoted(use.name)}", f"for: {quoted(having(use))}"]
        write_document(content / "use-cases" / f"{use.slug}.md", lines, "")
    for source in site.sources:
        write_document(
            content / "sources" / f"{source.slug}.md",
            [f"name: {quoted(source.name)}", f"short: {source.slug}", f"date: {source.date}"],
            "",
        )
    for item in site.items:
        lines = [f"name: {quoted(item.name)}", *front_matter(item)]
        write_document(content / "items" / f"{item.slug}.md", lines, body(item))


def write_hugo_site(site: Site, folder: Path, ready: ReadyPairs) -> None:
    """Writes a site of the items and of the pairs, with the layouts beside this file.

    Of all else that pages link to (criteria, sources, use cases, lists) there is a page with a name and what links lead to, and no more.
    """
    shutil.copytree(Path(__file__).parent / "hugo", folder, dirs_exist_ok=True)
    for path in ("assets/icon.svg", "assets/site.css", "assets/site.js", "feed.atom"):
        write(folder / "static" / path, "\n")
    known = known_of_site(site, ready)
    write_data(folder / "assets" / "pairs.json", known.pop("pairs"))
    for name, value in known.items():
        write_data(folder / "data" / f"{name}.json", value)
    content = folder / "content"
    for name in BARE_PAGES:
        write_document(content / f"{name}.md", [f"title: {name}"], "")
    for name in BARE_LISTS:
        write_document(content / name / "_index.md", [f"title: {name}"], "")
    named = {"criteria": site.criteria, "sources": site.sources, "use-cases": site.use_cases}
    for section, things in named.items():
        for thing in things:
            write_document(content / section / f"{thing.slug}.md", [f"title: {quoted(thing.name)}"], "")
    for item in site.items:
        lines = [f"title: {quoted(item.name)}", *front_matter(item)]
        write_document(content / "items" / f"{item.slug}.md", lines, body(item))


def write_pelican_site(site: Site, folder: Path, ready: ReadyPairs) -> None:
    """Writes the same for Pelican, with the settings, the plug-in and the templates beside this file. Its front matter has no nesting, so
    facts are a line of JSON."""
    beside = Path(__file__).parent
    shutil.copytree(beside / "pelican", folder, dirs_exist_ok=True)
    for part in ("header.html", "footer.html"):
        shutil.copy(beside / "hugo" / "layouts" / "_partials" / part, folder / "theme" / "templates" / part)
    write_data(folder / "known.json", {"lists": BARE_LISTS, "pages": BARE_PAGES, **known_of_site(site, ready)})
    for item in site.items:
        facts = {
            fact.criterion.slug: {"value": fact.value, "source": fact.source, "verified": fact.verified} for fact in item.facts
        }
        lines = [f"Title: {item.name}", f"Slug: {item.slug}", f"Summary: {item.summary}", f"Updated: {item.updated}"]
        write(folder / "content" / f"{item.slug}.md", "\n".join([*lines, f"Facts: {json.dumps(facts)}", "", body(item)]))


def known_of_site(site: Site, ready: ReadyPairs) -> dict[str, object]:
    """All that others than Collate are given beside the documents of items."""
    names = {item.slug: item.name for item in site.items}
    cited = items_by_source(site)
    return {
        "pairs": [
            {
                "pair": slug,
                "name": f"{names[left]} vs {names[right]}",
                "left": left,
                "right": right,
                "others": [{"pair": link.slug, "name": link.text} for link in ready.others[slug]],
            }
            for slug, (left, right) in ready.pairs.items()
        ],
        "items": {item.slug: known_of_item(item, names, ready) for item in site.items},
        "criteria": [
            {
                "slug": criterion.slug,
                "name": criterion.name,
                "type": criterion.type or "",
                "choose": wanting(criterion),
                "values": {value.lower(): {"label": value, "choose": f"like {value}"} for value in VALUES},
            }
            for criterion in site.criteria
        ],
        "uses": {use.name: {"slug": use.slug, "for": having(use)} for use in site.use_cases},
        "sources": {
            source.slug: {"name": source.name, "date": source.date, "items": cited.get(source.slug, [])}
            for source in site.sources
        },
    }


def known_of_item(item: Item, names: dict[str, str], ready: ReadyPairs) -> dict[str, object]:
    """What is known of an item without its document: its pairs, and what it has most in common with."""
    pairs = ready.by_item.get(item.slug, [])
    alternatives = ready.alternatives.get(item.slug, [])
    return {
        "name": item.name,
        "count": len(pairs),
        "pairs": [{"pair": slug, "name": " vs ".join(names[side] for side in ready.pairs[slug])} for slug in pairs],
        "alternatives": [
            {
                "slug": alternative.item.slug,
                "name": alternative.item.text,
                "pair": alternative.pair.slug if alternative.pair else "",
                "differences": alternative.pair.text if alternative.pair else "",
            }
            for alternative in alternatives
        ],
    }


def items_by_source(site: Site) -> dict[str, list[dict[str, str]]]:
    """The items that each source says something of."""
    found: dict[str, list[dict[str, str]]] = {}
    for item in site.items:
        claims = item.strengths + item.weaknesses + item.uses
        for source in {fact.source for fact in item.facts} | {source for claim in claims for source in claim.sources}:
            found.setdefault(source, []).append({"slug": item.slug, "name": item.name})
    return found


def front_matter(item: Item) -> list[str]:
    lines = [f"summary: {quoted(item.summary)}", f"updated: {item.updated}", "facts:"]
    for fact in item.facts:
        lines.append(
            f"  {fact.criterion.slug}: {{ value: {yaml(fact)}, sources: [{fact.source}], verified: {fact.verified} }}"
        )
    return lines


def body(item: Item) -> str:
    sections = {"Strengths": item.strengths, "Weaknesses": item.weaknesses, "Use cases": item.uses}
    parts = [item.introduction + "\n"]
    parts += [f"## {title}\n\n" + "".join(bullet(claim) for claim in claims) for title, claims in sections.items()]
    used = sorted({source for claims in sections.values() for claim in claims for source in claim.sources})
    parts.append("".join(f"[^{source}]: [{source}](../sources/{source}.md)\n" for source in used))
    return "\n".join(parts)


def bullet(claim: Claim) -> str:
    return f"- **{escaped(claim.label)}**: {escaped(claim.text)} " + " ".join(f"[^{source}]" for source in claim.sources) + "\n"


def wanting(criterion: Criterion) -> str:
    """What who chooses by a criterion does, after "Choose it if you"."""
    return f"care for {criterion.name}"


def having(use: UseCase) -> str:
    """What who has a use does, after "Choose it if you"."""
    return f"have {use.name} to do"


def yaml(fact: Fact) -> str:
    """The value of a fact as YAML writes it: a text of several words in quotation marks, for it may hold anything."""
    if isinstance(fact.value, tuple):
        return "[" + ", ".join(fact.value) + "]"
    return quoted(fact.value) if " " in fact.value else fact.value


def quoted(text: str) -> str:
    """A text in quotation marks; YAML reads what JSON writes."""
    return json.dumps(text)


def escaped(text: str) -> str:
    """A text as Markdown that means nothing but its characters."""
    return re.sub(r"[*_`\[\]\\]", r"\\\g<0>", html.escape(text, quote=False))


def write_data(path: Path, value: object) -> None:
    write(path, json.dumps(value))


def write_document(path: Path, front: list[str], text: str) -> None:
    write(path, "\n".join(["---", *front, "---", ""]) + ("\n" + text if text else ""))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
