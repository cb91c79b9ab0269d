"""The fixtures that the tests share: the bundled site, built and served, and one browser for all of them."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from building import REPOSITORY, BuiltSite, build_site
from content import Content
from datafiles import Data, read_data
from fonts import write_configuration
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright
from serving import python_server

BASE_URL = "https://example.org/some/where/"


@pytest.fixture(scope="session", autouse=True)
def same_fonts_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a browser shows does not depend on the fonts that a machine has: without more words it is set in DejaVu."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(write_configuration("dejavu", tmp_path_factory.mktemp("fonts"))))
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site as its own settings make it, which is for the root of a server."""
    return build_site(tmp_path_factory.mktemp("root") / "Public")


@pytest.fixture(scope="session")
def unaddressed_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site without an address: its links are relative, and it has no sitemap."""
    folder = tmp_path_factory.mktemp("unaddressed")
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    settings = folder / "Content" / "site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("base-url:")), encoding="utf-8")
    return build_site(folder / "Public", folder)


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The bundled site, built for an address below a path, in folders of that path."""
    return build_site(tmp_path_factory.mktemp("path") / "some" / "where", base_url=BASE_URL)


@pytest.fixture(scope="session")
def content() -> Content:
    """A second reading of the bundled site's content."""
    return Content(REPOSITORY / "Content")


@pytest.fixture(scope="session")
def data(addressed_site: BuiltSite) -> Data:
    """The data files of the site that has an address."""
    return read_data(addressed_site)


@dataclass(frozen=True)
class ServedSite:
    """A built site and the address that it is served at."""

    site: BuiltSite
    root: str

    def url(self, address: str) -> str:
        return urljoin(self.root, address)

    def kind(self, kind: str) -> str:
        return self.url(self.site.page_of_kind(kind))


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
def browser() -> Iterator[Browser]:
    """Debian's Chromium; Playwright's own browsers are never downloaded."""
    executable = shutil.which("chromium")
    assert executable, "chromium is not installed: Scripts/test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@dataclass
class Complaints:
    """What a page should never do: errors, dialogs, requests to elsewhere or for what is not there."""

    root: str
    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", self.note_message)
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("request", self.note_request)
        page.on("response", self.note_response)
        page.on("requestfailed", self.note_failure)

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(f"console: {message.text}")

    def note_request(self, request: Request) -> None:
        if not request.url.startswith(self.root):
            self.found.append(f"elsewhere: {request.url}")

    def note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"{response.status}: {response.url}")

    def note_failure(self, request: Request) -> None:
        # A page that is left takes back what it still waits for.
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"failed: {request.url} {request.failure}")

    def take(self) -> list[str]:
        """What was found since the last time."""
        found, self.found = self.found, []
        return found


@dataclass
class WatchedPage:
    """A tab, and the complaints about what is opened in it."""

    page: Page
    complaints: Complaints


OpenTab = Callable[..., Page]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Opens a tab in a context of its own, with the options of Playwright's `new_context`."""
    contexts: list[BrowserContext] = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser, served: ServedSite) -> Iterator[WatchedPage]:
    """A tab that the tests of a module share, for those that leave nothing behind in it."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints = Complaints(served.root)
    complaints.watch(page)
    yield WatchedPage(page, complaints)
    context.close()


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()
