"""The built sites that all tests share, and a second reading of the bundled one."""

import shutil
from pathlib import Path

import pytest
from building import BASE_URL, REPOSITORY, BuiltSite, build_site
from comparing import Comparison, all_pairs
from content import Content
from datafiles import Data, read_data
from hostile import write_hostile_site
from pairpages import PairPage, pages_of
from sharing import made_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site as its own settings make it, which is for the root of a server."""
    folder = made_once(tmp_path_factory, "root", lambda folder: build_site(folder / "Public"))
    return BuiltSite(folder / "Public")


@pytest.fixture(scope="session")
def unaddressed_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site without an address: its links are relative, and it has no sitemap."""

    def make(folder: Path) -> None:
        shutil.copytree(REPOSITORY / "Content", folder / "Content")
        settings = folder / "Content" / "site.yml"
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith("base-url:")), encoding="utf-8")
        build_site(folder / "Public", folder)

    return BuiltSite(made_once(tmp_path_factory, "unaddressed", make) / "Public")


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site, built for an address below a path, in folders of that path."""
    path = "some/where"
    folder = made_once(tmp_path_factory, "path", lambda folder: build_site(folder / path, base_url=BASE_URL))
    return BuiltSite(folder / path, BASE_URL)


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site whose every word is written by somebody who means harm."""
    address = "https://example.org/"

    def make(folder: Path) -> None:
        write_hostile_site(folder)
        build_site(folder / "Public", folder, base_url=address)

    return BuiltSite(made_once(tmp_path_factory, "hostile", make) / "Public", address)


@pytest.fixture(scope="session")
def content() -> Content:
    """A second reading of the bundled site's content."""
    return Content(REPOSITORY / "Content")


@pytest.fixture(scope="session")
def data(addressed_site: BuiltSite) -> Data:
    """The data files of the site that has an address."""
    return read_data(addressed_site)


@pytest.fixture(scope="session")
def pairs(content: Content) -> list[Comparison]:
    """Every two items side by side, the one whose slug is first on the left."""
    return all_pairs(content)


@pytest.fixture(scope="session")
def pair_pages(site: BuiltSite, pairs: list[Comparison]) -> list[tuple[Comparison, PairPage]]:
    """The pairs that must have a page, with their pages."""
    return pages_of(site, pairs)
