"""What the bundled site says against the articles that it cites: whether they speak of it, and whose words it is said in.

The articles belong to their authors and are no part of the repository. COLLATE_SEEDS names their folder; without it,
what needs them is skipped.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import RUN, Article, articles_folder, copied, read_articles, words_of
from building import REPOSITORY
from content import Content, read_folder
from datafiles import Data
from prose import prose_of

# Phrases that are facts and have no other wording.
TERMS = ["cross-site scripting", "cross-site request forgery", "CSRF", "SQL injection", "convention over configuration"]
FEWEST_WORDS = 4


@pytest.fixture(scope="session")
def articles(content: Content) -> dict[str, Article]:
    folder = articles_folder()
    if folder is None:
        pytest.skip("COLLATE_SEEDS names no folder with the articles")
    documents = read_folder(REPOSITORY / "Content" / "sources")
    return read_articles(folder, {document.slug: (document.text("publisher"), document.name) for document in documents})


@pytest.fixture(scope="session")
def names(content: Content) -> dict[str, list[str]]:
    """What each item may be called, by its slug."""
    documents = read_folder(REPOSITORY / "Content" / content.items_folder)
    aliases = {document.slug: document.header["aliases"].value for document in documents if "aliases" in document.header}
    return {slug: [item.name, *(alias.value for alias in aliases.get(slug, []))] for slug, item in content.items.items()}


def claims_of(data: Data) -> Iterator[tuple[str, str, dict]]:
    """Every claim of the published site, with where it stands and what it says."""
    for claim in data["data/claims.json"]["claims"]:
        yield claim["path"], claim["words"]["text"], claim


def test_every_source_of_a_claim_speaks_of_the_item(
    articles: dict[str, Article], names: dict[str, list[str]], data: Data
) -> None:
    wrong = []
    for path, text, claim in claims_of(data):
        cited = [citation["source"] for citation in claim["citations"]]
        if not cited:
            wrong.append(f"{path}: {text}: nobody is cited")
        item = claim["item"]
        silent = [source for source in cited if not speaks(articles[source], item, names)]
        wrong += [f"{path}: {text}: {source} has no {item}" for source in silent]
    assert not wrong, "\n".join(wrong)


def test_every_source_of_a_fact_speaks_of_the_item(
    articles: dict[str, Article], names: dict[str, list[str]], content: Content
) -> None:
    wrong = [
        f"{slug}: {criterion}: {source} has no {slug}"
        for slug, item in content.items.items()
        for criterion, facts in item.facts.items()
        for source in {source for fact in facts for source in fact.sources}
        if not speaks(articles[source], slug, names)
    ]
    wrong += [
        f"{item.slug}: {relation.words} {relation.other}: {source} has no {slug}"
        for item in content.items.values()
        for relation in item.relations
        for source in relation.sources
        for slug in (relation.item, relation.other)
        if not speaks(articles[source], slug, names)
    ]
    assert not wrong, "\n".join(wrong)


def speaks(article: Article, item: str, names: dict[str, list[str]]) -> bool:
    own = names[item]
    longer = [
        name
        for slug, others in names.items()
        if slug != item
        for name in others
        if any(len(own_name) < len(name) and own_name.lower() in name.lower() for own_name in own)
    ]
    return article.has(own, longer)


def test_no_seven_words_are_an_articles(
    articles: dict[str, Article], names: dict[str, list[str]], content: Content, data: Data
) -> None:
    known = [name for several in names.values() for name in several] + TERMS
    known += [name for source in content.sources.values() for name in (source.name, source.short)]
    known += [label for criterion in content.criteria.values() for label in criterion.labels.values()]
    users = [claim for _, _, claim in claims_of(data) if claim["kind"] == "used-by"]
    known += [subject["name"] for user in users for subject in user["subjects"]]
    wrong = []
    for path in sorted((REPOSITORY / "Content").rglob("*")):
        if path.suffix in (".md", ".yml"):
            for unit in units_of(path):
                wrong += [f"{path.relative_to(REPOSITORY)}: {run}" for run in copied(unit, list(articles.values()), known)]
    assert not wrong, "\n".join(wrong)


def units_of(path: Path) -> list[str]:
    """Paragraphs, bullets, headings, cells of tables and the lines of the front matter."""
    return re.split(r"\n\s*\n|\n(?=\s*(?:[-*] |\d+\. |#|\w[\w-]*:\s))|\|", prose_of(path))


def test_every_claim_is_a_statement(data: Data) -> None:
    """Users aside, of whom only the name is told, a claim is a sentence that stands by itself on any page."""
    claims = [(path, text) for path, text, claim in claims_of(data) if claim["kind"] != "used-by"]
    assert len(claims) > 300
    short = [f"{path}: {text}" for path, text in claims if len(words_of(text)) < FEWEST_WORDS]
    sentence = re.compile(r"\W*[A-Z0-9].*[.!?]\W*", re.S)
    no_sentence = [f"{path}: {text}" for path, text in claims if not sentence.fullmatch(text)]
    assert not short, "\n".join(short)
    assert not no_sentence, "\n".join(no_sentence)


def test_copies_are_found() -> None:
    article = Article("an article", "It keeps the code of an application simple. Runs on Windows, macOS and Linux, and on Node.js and Deno.")
    assert copied("It keeps the code of an application simple", [article], []) == [
        "it keeps the code of an application",
        "keeps the code of an application simple",
    ]
    assert copied("Keeps the code of every application simple", [article], []) == []
    assert copied("Runs on Windows, macOS and Linux, and on Node.js and Deno.", [article], ["macOS", "Linux", "Windows", "Node.js"]) == []
    assert len(next(iter(article.runs))) == RUN


def test_items_are_told_apart() -> None:
    article = Article("an article", "ASP.NET Core is quick. NodeJS too, and Express, and SpringBoot.")
    assert article.has(["ASP.NET Core"], [])
    assert not article.has(["ASP.NET"], ["ASP.NET Core"])
    assert article.has(["Node.js"], [])
    assert article.has(["Express.js", "Express"], [])
    assert not article.has(["Spring"], [])
