"""The checks of every page of a pair, on made-up sites: they have what the bundled site has not."""

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
import test_pair_reasons as reasons
import test_pair_rows as rows
import test_pairs
from building import build_site
from comparing import all_pairs
from content import Content
from pairpages import pages_of
from random_content import write_site

CHECKS = [
    rows.test_every_row_stands_in_its_section_and_in_no_other,
    rows.test_every_balance_is_that_of_its_item,
    rows.test_what_is_said_of_both_stands_in_its_row,
    rows.test_the_relations_between_the_two_are_all_told,
    rows.test_the_claims_of_both_sides_are_there_or_one_link_away,
    rows.test_every_fact_stands_in_its_row_with_who_says_so,
    rows.test_every_row_names_what_it_is_about,
    reasons.test_the_reasons_to_choose_are_all_there_in_order,
    reasons.test_a_reason_says_what_it_rests_on,
    reasons.test_no_reason_is_common_knowledge,
    test_pairs.test_the_numbers_are_those_of_what_is_listed,
    test_pairs.test_the_sources_are_those_that_speak_of_either,
    test_pairs.test_the_other_pairs_are_the_closest,
    test_pairs.test_the_title_and_the_description_tell_when_to_choose_which,
    test_pairs.test_the_grid_counts_the_differences_of_every_pair,
]


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda seed: f"seed {seed}")
def fixtures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the checks ask for, of a site that is made from a seed."""
    folder: Path = tmp_path_factory.mktemp(f"random{request.param}")
    write_site(folder / "Content", seed=request.param, count=8)
    site = build_site(folder / "Public", folder)
    content = Content(folder / "Content")
    pairs = all_pairs(content)
    pages = pages_of(site, pairs)
    assert len(pages) >= 20
    return {"site": site, "content": content, "pairs": pairs, "pair_pages": pages}


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__.removeprefix("test_") for check in CHECKS])
def test_of_a_made_up_site(check: Callable[..., None], fixtures: dict[str, object]) -> None:
    check(**{name: fixtures[name] for name in inspect.signature(check).parameters})
