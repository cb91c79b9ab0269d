"""The checks of every page of a pair, on made-up sites: they have what the bundled site has not."""

import inspect
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
import test_pairs
from building import build_site
from comparing import compare
from content import Content
from pairpages import PairPage
from random_content import write_site

CHECKS = [
    test_pairs.test_every_criterion_stands_in_its_table_and_in_no_other,
    test_pairs.test_the_numbers_are_those_of_what_is_listed,
    test_pairs.test_every_cell_shows_its_item_and_who_says_so,
    test_pairs.test_the_claims_of_both_sides_are_all_there,
    test_pairs.test_the_reasons_to_choose_are_true_and_all_there,
    test_pairs.test_the_sources_are_those_that_speak_of_both,
    test_pairs.test_the_other_pairs_are_all_listed_with_their_numbers,
    test_pairs.test_the_description_names_what_differs,
    test_pairs.test_the_grid_counts_the_differences_of_every_pair,
]


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda seed: f"seed {seed}")
def fixtures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the checks ask for, of a site that is made from a seed."""
    folder: Path = tmp_path_factory.mktemp(f"random{request.param}")
    write_site(folder / "Content", seed=request.param, count=8)
    site = build_site(folder / "Public", folder)
    content = Content(folder / "Content")
    pairs = [compare(content, content.items[a], content.items[b]) for a, b in combinations(sorted(content.items), 2)]
    told = [pair for pair in pairs if pair.differences]
    pages = [(p, PairPage(site.folder, test_pairs.address(p.left.slug, p.right.slug))) for p in told]
    assert len(pages) >= 20
    return {"site": site, "content": content, "pairs": pairs, "pages": pages}


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__.removeprefix("test_") for check in CHECKS])
def test_of_a_made_up_site(check: Callable[..., None], fixtures: dict[str, object]) -> None:
    check(**{name: fixtures[name] for name in inspect.signature(check).parameters})
