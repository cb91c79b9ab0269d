"""The articles that the bundled site cites, and which words are theirs."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# A word: letters and digits, with what may stand between them, as in `Node.js`, `cross-site` or `it's`.
WORD = re.compile(r"[^\W_]+(?:['’.\-–][^\W_]+|(?<=[cCfF])\#)*")
# So many equal words in a row are a copy.
RUN = 7
# Words that only join others.
JOINING = {"a", "an", "and", "as", "by", "for", "in", "like", "of", "on", "or", "the", "to", "via", "with", "is"}


def words_of(text: str) -> list[str]:
    return [word.lower().replace("’", "'").replace("–", "-") for word in WORD.findall(text)]


@dataclass(frozen=True)
class Article:
    name: str
    text: str

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(runs_of(words_of(self.text)))

    def has(self, names: Iterable[str], longer: Iterable[str]) -> bool:
        """Whether it names an item, and not only another whose longer name begins or ends like that."""
        text = spaced(self.text)
        for name in longer:
            text = text.replace(spaced(name), "  ")
        return any(spaced(name) in text for name in names)


def spaced(text: str) -> str:
    """Words with a blank before and behind each, without capitals and points, so that `Node.js` and `NodeJS` are one."""
    return "".join(f" {word} " for word in re.findall(r"\w+", text.lower().replace(".", "")))


def runs_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def articles_folder() -> Path | None:
    """The folder of the articles, which the variable COLLATE_SEEDS names."""
    folder = os.environ.get("COLLATE_SEEDS")
    return Path(folder) if folder else None


def read_articles(folder: Path, sources: Mapping[str, tuple[str | None, str]]) -> dict[str, Article]:
    """Each source's article, by its slug: the only one that names the publisher or, if it is unknown, has the title."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    articles = {}
    for slug, (publisher, title) in sources.items():
        mark = spaced(publisher or title)
        (found,) = [name for name, text in texts.items() if mark in spaced(text)]
        articles[slug] = Article(found, texts[found])
    assert len({article.name for article in articles.values()}) == len(texts) == len(sources)
    return articles


def copied(text: str, articles: list[Article], names: list[str]) -> list[str]:
    """The runs of words that a text has in common with an article; those that are mostly names and terms are no copy."""
    words = words_of(text)
    is_name = [False] * len(words)
    for name in names:
        parts = words_of(name)
        for start in range(len(words) - len(parts) + 1):
            if parts and words[start : start + len(parts)] == parts:
                is_name[start : start + len(parts)] = [True] * len(parts)
    found = []
    for start, run in enumerate(runs_of(words)):
        named = is_name[start : start + RUN]
        plain = [word for number, word in enumerate(run) if not named[number] and word not in JOINING]
        if len(plain) > 2 and any(run in article.runs for article in articles):
            found.append(" ".join(run))
    return found
