"""Every ranking of a use case derived again from the content, and what is said to change its order tried out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import REPOSITORY, BuiltSite, build_site
from content import Content
from fitting import GROUPS, ranked, ranking, with_claim
from random_content import SOURCES, write_site
from rankingpages import RankingPage, expected
from sitepages import SitePage, number_of, text_of

CONTENT = Content(REPOSITORY / "Content")
USES = sorted(CONTENT.use_cases)
STEP = re.compile(
    r"(.+) would be level with (.+?) (?:if (\d+) more reviews? named it; no praise makes up for that\."
    r"|with (\d+) more sources? for it, or less against it, on what helps; "
    r"one more review that names it would put it ahead\.)"
)


def check_groups(site: BuiltSite, content: Content, use: str) -> None:
    shown = RankingPage(site.folder, use, content).groups()
    for group, places in ranking(content, use).items():
        assert shown[group] == [expected(content, use, place) for place in places], group


def check_facts(site: BuiltSite, content: Content, use: str) -> None:
    """Every item that lacks something is shown with the fact that says so."""
    page = RankingPage(site.folder, use, content)
    for place in ranking(content, use)["lacking"]:
        (line,) = page.find(f'//*[@id="Item_{place.item}"]')
        for need in content.needs[use]:
            if need.value is None or need.is_preferred:
                continue
            facts = [fact for fact in content.items[place.item].facts.get(need.criterion, [])]
            told = " ".join(text_of(p) for p in page.find('./p[starts-with(@class, "answer")]', line))
            assert all(fact.note in told for fact in facts if fact.note and fact.value != "unknown")


def names(content: Content, text: str) -> list[str]:
    by_name = {item.name: slug for slug, item in content.items.items()}
    return [by_name[name] for name in re.split(r", | and | or ", text) if not re.fullmatch(r"\d+ more", name)]


def check_steps(site: BuiltSite, content: Content, use: str) -> None:
    page = RankingPage(site.folder, use, content)
    places = ranked(content, use)
    keys = sorted({place.fit.key for place in places}, reverse=True)
    lines = page.lines("The_order")
    assert len(lines) == min(12, max(0, len(keys) - 1))
    helps = [need.criterion for need in content.needs[use] if need.value is None]
    for line, higher, lower in zip(lines, keys, keys[1:], strict=False):
        words = STEP.fullmatch(text_of(line))
        assert words, text_of(line)
        above, below = ([place.item for place in places if place.fit.key == key] for key in (higher, lower))
        for text, level in [(words[1], below), (words[2], above)]:
            told = names(content, text)
            assert told == level[: len(told)] and (len(told) == len(level)) != ("more" in text)
        reviews, sums = higher[0] - lower[0], higher[1] - lower[1]
        if reviews:
            assert int(words[3]) == reviews
            assert level_after(content, use, below[0], "use-cases", use, reviews)[0] == higher[0]
        else:
            assert int(words[4]) == sums
            assert level_after(content, use, below[0], "strengths", helps[0], sums) == higher
            assert level_after(content, use, below[0], "use-cases", use, 1) > higher


def level_after(content: Content, use: str, item: str, kind: str, subject: str, times: int) -> tuple[int, int]:
    """What orders an item when new reviews have made a statement."""
    for number in range(times):
        content = with_claim(content, item, kind, subject, f"new source {number}")
    return next(place.fit.key for place in ranked(content, use) if place.item == item)


CHECKS = [check_groups, check_facts, check_steps]


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("check", CHECKS)
def test_of_the_bundled_site(site: BuiltSite, check: object, use: str) -> None:
    check(site, CONTENT, use)  # type: ignore[operator]


@pytest.mark.parametrize("use", USES)
def test_those_that_sources_name_stand_above_all_others(site: BuiltSite, use: str) -> None:
    groups = RankingPage(site.folder, use, CONTENT).groups()
    assert all(row.reviews for row in groups["named"]) and not any(row.reviews for row in groups["unnamed"])
    counts = [len(row.reviews) for row in groups["named"]]
    assert counts == sorted(counts, reverse=True)
    ranks = [row.rank for row in groups["named"] + groups["unnamed"]]
    assert ranks == sorted(ranks)


def test_what_the_sources_say_decides(site: BuiltSite) -> None:
    def groups(use: str) -> dict[str, list[str]]:
        return {name: [row.item for row in rows] for name, rows in RankingPage(site.folder, use, CONTENT).groups().items()}

    assert groups("enterprise")["named"][0] == "spring"
    one_language = groups("full-stack-javascript")
    assert set(one_language["named"][:2]) == {"express", "meteor"}
    for slug in one_language["named"] + one_language["unnamed"]:
        assert any("javascript" in fact.value for fact in CONTENT.items[slug].facts["language"]), slug
    real_time = groups("real-time")
    for slug in ["flask", "express", "koa"]:
        assert slug in real_time["lacking"] + real_time["named"]


def check_leaders(page: SitePage, use: str, rank: int, names: list[str], told: str) -> None:
    level = [place for place in ranked(CONTENT, use) if place.rank == rank]
    assert names == [CONTENT.items[place.item].name for place in level]
    reviews = len(level[0].fit.reviews)
    assert told == (f"named by {reviews}" if reviews else "not named; judged best on what it takes"), use


def test_the_index_of_uses_names_whole_places_from_the_top(site: BuiltSite) -> None:
    page = SitePage(site.folder, "use-cases/")
    cards = page.find('//ul[@class="use-cards"]/li')
    assert len(cards) == len(USES)
    for card in cards:
        use = page.slug(page.find(".//h2/a", card)[0])
        for place in page.find("./ol/li", card):
            names = [text_of(a) for a in page.find("./span/a", place)]
            check_leaders(page, use, number_of(page.find("./b", place)[0]), names, text_of(page.find("./span/span", place)[0]))


def test_the_home_page_tells_of_every_use_who_leads(site: BuiltSite) -> None:
    page = SitePage(site.folder, "")
    lines = page.find('//ul[@class="uses"]/li')
    assert len(lines) == len(USES)
    for line in lines:
        told = page.find("./span/span", line)[0]
        names = re.split(", | and ", text_of(line.find("span")).removesuffix(text_of(told)).strip())
        check_leaders(page, page.slug(line.find("a")), 1, names, text_of(told))


# Made-up sites, as they are and with one thing more.


@dataclass(frozen=True)
class MadeUp:
    folder: Path
    site: BuiltSite

    @property
    def content(self) -> Content:
        return Content(self.folder / "Content")

    def groups(self, use: str) -> dict[str, list[str]]:
        shown = RankingPage(self.site.folder, use, self.content).groups()
        return {group: [f"{row.item} {row.rank}" for row in rows] for group, rows in shown.items()}


@pytest.fixture(scope="module", params=[6, 7, 28, 29])
def made_up(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUp]:
    folder: Path = tmp_path_factory.mktemp(f"uses{request.param}")
    write_site(folder / "Content", seed=request.param, count=9)
    yield MadeUp(folder, build_site(folder / "Public", folder))


def test_of_made_up_sites(made_up: MadeUp) -> None:
    content = made_up.content
    for use in content.use_cases:
        for check in CHECKS:
            check(made_up.site, content, use)


def test_made_up_sites_have_what_there_is(made_up: MadeUp) -> None:
    assert made_up.content.sources.keys() == set(SOURCES)
    found = [made_up.groups(use) for use in ("games", "shops")]
    assert all(any(groups[group] for groups in found) for group in GROUPS)


def rebuilt(made_up: MadeUp, folder: Path, changes: dict[str, str]) -> MadeUp:
    """The site with other documents, or with text added to some."""
    (folder / "Content").mkdir(parents=True)
    for path in sorted((made_up.folder / "Content").rglob("*.*")):
        copy = folder / path.relative_to(made_up.folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    for name, text in changes.items():
        file = folder / "Content" / name
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + text, encoding="utf-8")
    return MadeUp(folder, build_site(folder / "Public", folder))


SILENT = {"sources/silent.md": "---\nname: Silent\n---\n"}


def test_a_source_that_says_nothing_changes_nothing(made_up: MadeUp, tmp_path: Path) -> None:
    other = rebuilt(made_up, tmp_path, SILENT)
    for use in made_up.content.use_cases:
        assert other.groups(use) == made_up.groups(use)


def test_a_critic_makes_no_item_stronger(made_up: MadeUp, tmp_path: Path) -> None:
    content = made_up.content
    order = ["named", "unnamed", "lacking", "without"]
    for number, slug in enumerate(sorted(content.items)[:3]):
        words = "\n## Weaknesses\n\n- **Speed**: not liked. [^silent]\n\n[^silent]: [s](../sources/silent.md)\n"
        other = rebuilt(made_up, tmp_path / str(number), SILENT | {f"items/{slug}.md": words})
        for use in content.use_cases:
            before, after = made_up.groups(use), other.groups(use)
            where = [next(g for g in order if any(f"{slug} " in e for e in groups[g])) for groups in (before, after)]
            # Somebody speaks of it now, which is evidence, though none in its favour.
            assert where[0] == where[1] or where == ["without", "unnamed"]
            assert where[0] == "without" or rank_of(after, slug) >= rank_of(before, slug)


def rank_of(groups: dict[str, list[str]], slug: str) -> int:
    return next(int(entry.split()[1]) for places in groups.values() for entry in places if entry.startswith(f"{slug} "))
