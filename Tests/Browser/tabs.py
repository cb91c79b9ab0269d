"""A served site, a tab in which it is watched, and what a page should never do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from building import BuiltSite
from playwright.sync_api import ConsoleMessage, Page, Request, Response


@dataclass(frozen=True)
class ServedSite:
    """A built site and the address that it is served at."""

    site: BuiltSite
    root: str

    def url(self, address: str) -> str:
        return urljoin(self.root, address)

    def kind(self, kind: str) -> str:
        """The longest page of a kind."""
        return self.url(self.site.page_of_kind(kind))

    def shortest(self, kind: str) -> str:
        return self.url(self.site.address(self.site.shortest_page_of_kind(kind)))


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
