"""The reasons to choose on every page of a pair against a second reading: all there, in order, and honest."""

import re
from collections import Counter

import pytest
from balances import balance
from building import BuiltSite
from comparing import Comparison, knowledge, known_facts
from content import Content, Item
from documents import parse
from pairpages import PairPage, ShownReason, before_fold, drawing, drawn, with_class
from reasoning import Reason, reasons, words
from sitepages import text_of

Pages = list[tuple[Comparison, PairPage]]
# So many sources are named behind a reason; of more their number is told.
NAMED = 3
ROWS = {"direct": "Opinion", "opinion": "Opinion", "praise": "Opinion", "use": "Use", "fact": "Fact"}


def sides(pair: Comparison) -> list[tuple[str, Item, Item]]:
    return [("left", pair.left, pair.right), ("right", pair.right, pair.left)]


def test_the_reasons_to_choose_are_all_there_in_order(content: Content, pair_pages: Pages) -> None:
    """Each with its sentence, leading to its row, here or on the page of its item; the first few open, the others in a fold."""
    for pair, page in pair_pages:
        for side, own, other in sides(pair):
            expected = [as_shown(reason) for reason in reasons(content, pair, own, other)]
            shown = page.reasons(side)
            assert [(told.kind, told.row) for told in shown] == [e[:2] for e in expected], (page.address, side)
            for told, (kind, _, sentence) in zip(shown, expected, strict=True):
                assert told.sentence == sentence or not sentence, (page.address, side)
                own_page = f"{content.items_folder}/{own.slug}/"
                assert told.page == (own_page if kind in ("use", "praise") else ""), (page.address, side)
            if expected:
                assert page.folded_reasons(side) == len(expected) - len(before_fold(expected)), (page.address, side)


def as_shown(reason: Reason) -> tuple[str, str, str]:
    row = f"{ROWS[reason.kind]}_{reason.subject}" if reason.subject else "The_direct"
    return reason.kind, row, reason.sentence


def test_a_reason_says_what_it_rests_on(content: Content, pair_pages: Pages) -> None:
    """An opinion shows both balances; a direct comparison stands in its row, or is told as it is."""
    for pair, page in pair_pages:
        for side, own, other in sides(pair):
            for reason, shown in zip(reasons(content, pair, own, other), page.reasons(side), strict=True):
                check_evidence(content, page, reason, shown, pair, (own, other))


def check_evidence(
    content: Content, page: PairPage, reason: Reason, shown: ShownReason, pair: Comparison, items: tuple[Item, Item]
) -> None:
    place, (own, other) = (page.address, shown.kind, shown.row), items
    (evidence,) = page.find('./p[@class="ev"]', shown.line)
    text = text_of(evidence).replace("’", "'")
    balances = [drawn(told) for told in page.balances(evidence)]
    match reason.kind:
        case "opinion":
            assert balances == [drawing(balance(item, reason.subject)) for item in (own, other)], place
            assert f"{other.name}:" in text, place
        case "praise":
            assert balances == [drawing(balance(own, reason.subject))], place
            assert text.endswith(f"nobody judges {other.name}"), place
        case "direct":
            told = [r.words for r in pair.directly if r.criterion == reason.subject]
            said = shown.sentence if reason.subject is None else text_of(page.row(shown.row)).replace("’", "'")
            assert all(words in said for words in told), place
            number = len(reason.sources)
            assert f"{number} source{'s compare' if number > 1 else ' compares'} the two" in text, place
        case "use":
            assert text.endswith(f"nobody names {other.name}"), place
        case "fact":
            criterion = content.criteria[reason.subject]
            value = knowledge(other, criterion)
            values = value if isinstance(value, frozenset) else {value}
            said = text.partition(f"{other.name}: ")[2]
            told = said.split(", ") if criterion.type == "list" else [said]
            assert sorted(told) == sorted(words(value, criterion) for value in values), place
    if reason.kind in ("use", "fact"):
        (sources,) = [text_of(names) for names in page.find(with_class("d", "span"), evidence)]
        names = sorted(content.sources[slug].short for slug in reason.sources)
        assert sources == f"{len(names)} sources" if len(names) > NAMED else sorted(sources.split(", ")) == names, place


def test_no_reason_is_common_knowledge(content: Content, pairs: list[Comparison]) -> None:
    """Neither what no source states, nor what sources state of something else."""
    for pair in pairs:
        for _, own, other in sides(pair):
            for reason in reasons(content, pair, own, other):
                assert reason.sources, (pair.left.slug, pair.right.slug, reason)
                if reason.kind == "fact":
                    facts = known_facts(own, content.criteria[reason.subject])
                    assert reason.sources <= {source for fact in facts for source in fact.sources}


def test_most_reasons_are_opinions_and_uses(content: Content, pairs: list[Comparison]) -> None:
    """Of all of them and of those before the fold."""
    found = [reasons(content, pair, own, other) for pair in pairs for _, own, other in sides(pair)]
    everything = Counter(reason.kind for side in found for reason in side)
    shown = Counter(reason.kind for side in found for reason in before_fold(side))
    print("reasons", dict(everything), "before the fold", dict(shown), "sides without", found.count([]))
    telling = ("direct", "opinion", "use")
    assert everything["fact"] * 2 <= everything.total()
    assert sum(shown[kind] for kind in telling) * 2 >= shown.total()


def test_the_rows_of_all_pairs_are_counted(pairs: list[Comparison]) -> None:
    opinions = Counter(row.outcome for pair in pairs for row in pair.opinions.values())
    balances = Counter(row.by_balances for pair in pairs for row in pair.opinions.values())
    facts = Counter(outcome for pair in pairs for outcome in pair.facts.values())
    directly = sum(bool(pair.directly) for pair in pairs)
    print("opinions", dict(opinions), "by balances alone", dict(balances), "facts", dict(facts), directly, "direct")
    assert opinions["different"] > 150


def test_the_first_rows_are_what_sources_differ_on_most(pairs: list[Comparison], pair_pages: Pages) -> None:
    (page,) = [page for _, page in pair_pages if page.address == "compare/django-vs-flask/"]
    assert page.rows_of("The_differences")[:2] == ["Opinion_features", "Opinion_ease-of-learning"]


def made_up(content: Content) -> re.Pattern[str]:
    """Sentences that are put together from a value and the name of its criterion."""
    names = "|".join(re.escape(criterion.name) for criterion in content.criteria.values())
    return re.compile(rf"\b(?:want|need|care for|care about)\s[^.:;]{{1,80}}\sas\s(?:{names})\b", re.IGNORECASE)


@pytest.mark.parametrize("sentence", ["want Web framework as Kind", "need BSD 3-Clause as licence"])
def test_a_made_up_sentence_is_known_by_its_form(content: Content, sentence: str) -> None:
    """A check of the check."""
    assert made_up(content).search(f"Choose it if you {sentence}")


def test_no_sentence_is_made_up_of_a_label_and_a_value(site: BuiltSite, content: Content) -> None:
    """On no page of the site, whatever its kind."""
    forbidden = made_up(content)
    found = []
    for file in site.pages():
        for line in parse(file).iter("li", "p", "dd", "h2", "h3", "title"):
            if match := forbidden.search(text_of(line)):
                found.append((site.address(file), match[0]))
    assert found == []
