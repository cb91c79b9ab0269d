"""What must hold of any two items whatever sources say, by the definitions and on the pages of made-up sites."""

import re
from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from balances import Balance
from building import BuiltSite, build_site
from comparing import Comparison, Opinions, all_pairs, compare, outcome_of_balances
from content import Claim, Content, Item
from lxml import etree
from pairpages import SIDES, PairPage
from random_content import write_site
from reasoning import fact_reasons, reasons

COUNT = 8
SEEDS = range(100, 112)
# The sections of a page that have rows.
SECTIONS = ["The_differences", "The_facts", "The_uses", "The_common", "The_shared_facts", "The_undecided", "The_gaps", "The_silence", "The_mentions"]
OPPOSITE = {"left": "right", "right": "left", None: None}


def made_of(supporters: int, critics: int, both: int) -> Balance:
    names = iter(range(supporters + critics + both))
    return Balance(*(frozenset(f"s{next(names)}" for _ in range(count)) for count in (supporters, critics, both)))


BALANCES = [made_of(*counts) for counts in product(range(5), range(5), range(2))]


def row(left: Balance, right: Balance, lead: int = 0) -> Opinions:
    favouring = (frozenset({"d"} if lead > 0 else ()), frozenset({"d"} if lead < 0 else ()))
    return Opinions("any", left, right, (), favouring)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ((1, 0, 0), (0, 1, 0), "different"),
        ((2, 0, 0), (1, 1, 0), "different"),
        ((1, 0, 0), (1, 1, 0), "undecided"),
        ((4, 0, 0), (2, 0, 0), "same"),
        ((4, 0, 0), (2, 1, 0), "different"),
        ((3, 0, 0), (1, 0, 1), "different"),
        ((2, 0, 0), (1, 0, 1), "same"),
        ((0, 1, 0), (0, 3, 0), "same"),
        ((1, 2, 0), (0, 3, 0), "different"),
        ((0, 1, 1), (0, 3, 0), "different"),
        ((0, 0, 1), (0, 2, 0), "different"),
        ((0, 0, 1), (1, 1, 0), "undecided"),
        ((0, 0, 0), (4, 0, 0), "one_sided"),
    ],
)
def test_two_balances_come_to_what_the_table_says(left: tuple, right: tuple, outcome: str) -> None:
    assert outcome_of_balances(made_of(*left), made_of(*right)) == outcome
    assert outcome_of_balances(made_of(*right), made_of(*left)) == outcome


def test_a_critic_more_never_makes_an_item_stronger_and_a_supporter_never_weaker() -> None:
    """For all balances of up to nine sources, whatever is said of both."""
    for left, right, lead in product(BALANCES, BALANCES, (-1, 0, 1)):
        before = row(left, right, lead)
        criticised = row(replace(left, critics=left.critics | {"new"}), right, lead)
        supported = row(replace(left, supporters=left.supporters | {"new"}), right, lead)
        assert criticised.left.net < before.left.net < supported.left.net
        assert criticised.stronger != "left" or before.stronger == "left", (left.words, right.words, lead)
        assert supported.stronger != "right" or before.stronger == "right", (left.words, right.words, lead)


def told(pair: Comparison) -> list:
    """What a pair comes to, with the sides as they stand."""
    rows = [(row.criterion, row.outcome, row.stronger, row.gap) for row in pair.opinions.values()]
    return [pair.facts, rows, pair.contrasts, pair.mentions, pair.unknown, pair.differences]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> list[Content]:
    """Many contents, which need not be built."""
    found = []
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp(f"made{seed}")
        write_site(folder, seed=seed, count=COUNT)
        found.append(Content(folder))
    return found


def test_made_up_contents_have_every_case(made_up: list[Content]) -> None:
    """A check of the checks."""
    outcomes, kinds = Counter(), Counter()
    for content in made_up:
        for pair in all_pairs(content):
            outcomes.update((row.by_balances, row.outcome, bool(row.direct)) for row in pair.opinions.values())
            kinds.update(reason.kind for reason in reasons(content, pair, pair.left, pair.right))
            kinds.update("direct without" for r in pair.directly if r.criterion is None)
    assert kinds.keys() == {"direct", "opinion", "use", "fact", "praise", "direct without"}
    both = ["different", "same", "undecided", "one_sided"]
    expected = {(outcome, outcome, is_direct) for outcome in both for is_direct in (True, False)}
    expected |= {(outcome, "different", True) for outcome in ("same", "undecided", "one_sided", "unknown")}
    assert outcomes.keys() == expected | {("unknown", "undecided", True)}


def test_the_reverse_of_a_pair_says_the_same(made_up: list[Content]) -> None:
    for content in made_up:
        for pair in all_pairs(content):
            mirror = compare(content, pair.right, pair.left)
            facts, rows, *others = told(mirror)
            swapped = [(slug, outcome, OPPOSITE[side], gap) for slug, outcome, side, gap in rows]
            assert [facts, swapped, *others] == told(pair)
            for own, other in [(pair.left, pair.right), (pair.right, pair.left)]:
                assert reasons(content, mirror, own, other) == reasons(content, pair, own, other)


def with_critic(item: Item, criterion: str) -> Item:
    return replace(item, claims=[*item.claims, Claim("weaknesses", (criterion,), ("critic",))])


def test_a_critic_gives_no_reason_to_choose_what_it_criticises(made_up: list[Content]) -> None:
    for content in made_up:
        for pair in all_pairs(content):
            before = {(reason.kind, reason.subject) for reason in reasons(content, pair, pair.left, pair.right)}
            facts = {("fact", reason.subject) for reason in fact_reasons(content, pair, pair.left, pair.right)}
            for criterion in content.criteria:
                own = with_critic(pair.left, criterion)
                after = compare(content, own, pair.right)
                now = {(reason.kind, reason.subject) for reason in reasons(content, after, own, pair.right)}
                # A criterion is told of once: where an opinion no longer tells of it, a fact may.
                assert now <= before | facts, (pair.left.slug, pair.right.slug, criterion)
                assert before - now <= {("opinion", criterion), ("praise", criterion)}


# On pages


def built(folder: Path, seed: int, edit: dict[str, str] | None = None, is_mirrored: bool = False) -> BuiltSite:
    """A site of a seed; an edit adds to documents, or makes new ones."""
    write_site(folder / "Content", seed=seed, count=COUNT, is_mirrored=is_mirrored)
    for path, more in (edit or {}).items():
        document = folder / "Content" / path
        before = document.read_text(encoding="utf-8") if document.exists() else ""
        document.write_text(before + more, encoding="utf-8")
    return build_site(folder / "Public", folder)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built(tmp_path_factory.mktemp("plain"), seed=7)


def pairs_of(site: BuiltSite) -> dict[str, PairPage]:
    pages = {address: PairPage(site.folder, address) for address in map(site.address, site.pages_of_kind("pair"))}
    assert len(pages) > 20
    return pages


def shown_reasons(page: PairPage, side: str) -> list[tuple[str, str, str]]:
    return [(reason.kind, reason.row, reason.sentence) for reason in page.reasons(side)]


def stronger(page: PairPage) -> dict[str, str | None]:
    """The side that is marked in every row of opinions on both."""
    found = {}
    for row in page.all_rows():
        if row.startswith("Opinion_") and page.opens(row):
            _, marked = page.head(row)
            found[row] = marked[0] if marked else None
    return found


def test_pages_of_reversed_pairs_say_the_same(plain: BuiltSite, tmp_path: Path) -> None:
    """A site whose items are called so that every pair stands the other way round."""
    mirrored = pairs_of(built(tmp_path, seed=7, is_mirrored=True))
    for address, page in pairs_of(plain).items():
        numbers = [COUNT - 1 - int(number) for number in re.findall(r"i(\d+)", address)]
        reverse = mirrored["compare/i{1}-vs-i{0}/".format(*numbers)]
        for section in SECTIONS:
            shown, reversed_rows = page.rows_of(section), reverse.rows_of(section)
            if section == "The_gaps":
                # What is known of one alone stands item by item.
                shown, reversed_rows = sorted(shown), sorted(reversed_rows)
            assert shown == reversed_rows, (address, section)
        assert stronger(page) == {row: OPPOSITE[side] for row, side in stronger(reverse).items()}, address
        for side in SIDES:
            assert shown_reasons(page, side) == shown_reasons(reverse, OPPOSITE[side]), (address, side)


def test_a_source_that_says_nothing_changes_no_page_of_a_pair(plain: BuiltSite, tmp_path: Path) -> None:
    silent = pairs_of(built(tmp_path, seed=7, edit={"sources/silent.md": "---\nname: Silent\n---\n\nNothing.\n"}))
    for address, page in pairs_of(plain).items():
        before, after = (etree.tostring(p.find("//main")[0]) for p in (page, silent.pop(address)))
        assert before == after, address
    assert silent == {}


def test_a_critic_makes_no_item_stronger_on_any_page(plain: BuiltSite, tmp_path: Path) -> None:
    criticism = "\n## Weaknesses\n\n- **Speed**: slow. [^critic]\n- **Ease**: hard. [^critic]\n"
    edit = {
        "sources/critic.md": "---\nname: Critic\n---\n",
        "items/i3.md": f"{criticism}\n[^critic]: [Critic](../sources/critic.md)\n",
    }
    before, after = pairs_of(plain), pairs_of(built(tmp_path, seed=7, edit=edit))
    checked = 0
    for address in before.keys() & after.keys():
        slugs = re.findall(r"i\d", address)
        if "i3" not in slugs:
            continue
        side = SIDES[slugs.index("i3")]
        gained = set(shown_reasons(after[address], side)) - set(shown_reasons(before[address], side))
        assert gained == set(), address
        was, now = stronger(before[address]), stronger(after[address])
        for row in ("Opinion_speed", "Opinion_ease"):
            if row in now:
                assert now[row] != side or was.get(row) == side, (address, row)
                checked += 1
    assert checked > 10
