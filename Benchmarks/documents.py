"""Writes a made-up site as the documents of Collate, and as those of Hugo: the same words in both."""

import json
import re
import shutil
from pathlib import Path

from synthetic import Claim, Criterion, Fact, Item, Site, UseCase

BASE_URL = "https://example.org/"

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


def write_hugo_site(site: Site, folder: Path, pairs: list[tuple[str, str]]) -> None:
    """Writes a site of the items and of the given pairs, with the layouts beside this file.

    Which pairs there are, and the links from an item to its pairs, come as ready data: Hugo has no way to find them in a
    sensible time. The pages of criteria, sources, use cases, matrices and data are left out.
    """
    shutil.copytree(Path(__file__).parent / "hugo", folder, dirs_exist_ok=True)
    names = {item.slug: item.name for item in site.items}
    related: dict[str, list[dict[str, str]]] = {slug: [] for slug in names}
    for left, right in pairs:
        for own, other in ((left, right), (right, left)):
            related[own].append({"url": f"/compare/{left}-vs-{right}/", "text": names[other]})
    write(folder / "assets" / "pairs.json", json.dumps(pairs))
    write(folder / "data" / "related.json", json.dumps(related))
    write(
        folder / "data" / "criteria.json",
        json.dumps([{"slug": c.slug, "name": c.name, "type": c.type or "", "group": c.group} for c in site.criteria]),
    )
    write(folder / "data" / "sources.json", json.dumps({source.slug: source.name for source in site.sources}))
    write(folder / "content" / "compare" / "_index.md", "---\ntitle: Compare\n---\n")
    write(folder / "content" / "items" / "_index.md", "---\ntitle: Items\n---\n")
    for item in site.items:
        lines = [f"title: {quoted(item.name)}", *front_matter(item)]
        write_document(folder / "content" / "items" / f"{item.slug}.md", lines, body(item))


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
    return re.sub(r"[&<>*_`\[\]\\]", r"\\\g<0>", text)


def write_document(path: Path, front: list[str], text: str) -> None:
    write(path, "\n".join(["---", *front, "---", ""]) + ("\n" + text if text else ""))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
