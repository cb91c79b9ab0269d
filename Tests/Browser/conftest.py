"""The fixtures that the tests in a browser share: the bundled site, served, and one browser for all tests of a process."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from building import BuiltSite
from chromium import launch
from fonts import write_configuration
from longtable import build_long_site
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from serving import python_server
from sharing import made_once
from tabs import Complaints, OpenTab, ServedSite, WatchedPage

# How many milliseconds a page has to do what it should, however busy the machine is; only a failure takes as long.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session", autouse=True)
def same_fonts_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a browser shows does not depend on the fonts that a machine has: without more words it is set in DejaVu."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(write_configuration("dejavu", tmp_path_factory.mktemp("fonts"))))
        yield


@pytest.fixture(scope="session")
def served(site: BuiltSite) -> Iterator[ServedSite]:
    """The site at the root of a server."""
    with python_server(site.folder) as root:
        yield ServedSite(site, root)


@pytest.fixture(scope="session")
def served_below(addressed_site: BuiltSite) -> Iterator[ServedSite]:
    """The site with an address, below the path of that address."""
    with python_server(addressed_site.folder.parents[1]) as root:
        yield ServedSite(addressed_site, root + "some/where/")


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site whose table goes over several pages."""
    return BuiltSite(made_once(tmp_path_factory, "long", build_long_site) / "Public")


@pytest.fixture(scope="session")
def long_served(long_site: BuiltSite) -> Iterator[ServedSite]:
    with python_server(long_site.folder) as root:
        yield ServedSite(long_site, root)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Opens a tab in a context of its own, with the options of Playwright's `new_context`."""
    contexts: list[BrowserContext] = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser, served: ServedSite) -> Iterator[WatchedPage]:
    """A tab that the tests of a module share, for those that leave nothing behind in it."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints = Complaints(served.root)
    complaints.watch(page)
    yield WatchedPage(page, complaints)
    context.close()


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()
