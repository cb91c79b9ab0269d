"""Which pairs get a page: those that a site asks for, and always those of which sources speak directly."""

from pathlib import Path

import pytest
from building import build_site, write_content

SETTINGS = "title: Few\nitems: { folder: items, one: item, many: items }\n"
# Apple and Birch have nothing in common and nothing that tells them apart but what One says of both.
DOCUMENTS = {
    "sources/one.md": "---\nname: One\n---\n",
    "criteria/speed.md": "---\nname: Speed\n---\n",
    "criteria/kind.md": "---\nname: Kind\ntype: text\nindex: true\n---\n",
    "items/apple.md": "---\nname: Apple\nrelated:\n"
    "  - { item: birch, as: is nicer than, favours: apple, sources: [one] }\n"
    "  - { item: cedar, as: belongs to, sources: [one] }\n"
    "  - { item: dogwood, as: is faster than, criterion: speed, favours: apple }\n---\n",
    "items/birch.md": "---\nname: Birch\n---\n",
    "items/cedar.md": "---\nname: Cedar\nfacts: { kind: hard }\n---\n",
    "items/dogwood.md": "---\nname: Dogwood\nfacts: { kind: soft }\n---\n",
    "items/elm.md": "---\nname: Elm\nfacts: { kind: soft }\n---\n",
}
DIRECT = "apple-vs-birch"
DIFFERENT = {"cedar-vs-dogwood", "cedar-vs-elm"}
POLICIES = {
    "": {DIRECT} | DIFFERENT,
    "pairs: all": {DIRECT} | DIFFERENT,
    "pairs: all\npair-threshold: 9": {DIRECT},
    "pairs: { closest: 1 }": {DIRECT},
    "pairs: { within: kind }": {DIRECT},
    "pairs: { list: [[cedar, elm]] }": {DIRECT, "cedar-vs-elm"},
    "pairs: none": set(),
}


@pytest.mark.parametrize(("policy", "expected"), POLICIES.items(), ids=[p or "default" for p in POLICIES])
def test_pairs_of_which_a_source_speaks_directly_have_a_page(policy: str, expected: set[str], tmp_path: Path) -> None:
    """A relation without a source is the editor's, and one that neither compares nor favours tells nothing apart."""
    write_content(tmp_path, DOCUMENTS | {"site.yml": f"{SETTINGS}{policy}\n"})
    site = build_site(tmp_path / "Public", tmp_path)
    pairs = {site.address(page).split("/")[1] for page in site.pages_of_kind("pair")}
    assert pairs == expected
