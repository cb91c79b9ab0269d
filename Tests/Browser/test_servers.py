"""The site behind real servers, what a first visit fetches, and what a missing page says."""

import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.client import HTTPResponse
from pathlib import Path

import pytest
from building import KINDS, REPOSITORY, BuiltSite
from serving import busybox_server, caddy_server, nginx_server, python_server
from tabs import Complaints, OpenTab, ServedSite


def needs(program: str) -> pytest.MarkDecorator:
    is_there = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    return pytest.mark.skipif(not is_there, reason=f"{program} is not installed")


needs_nginx = needs("nginx")


def get(address: str) -> tuple[HTTPResponse, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return response, response.read()
    except urllib.error.HTTPError as error:
        return error, error.read()


@pytest.fixture(scope="module")
def behind_nginx(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """The site behind nginx, configured by the README's own lines."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```nginx\n(.*?)```", readme, re.DOTALL)
    assert block and "root /srv/www/frameworks;" in block[1]
    server = block[1].replace("/srv/www/frameworks", str(site.folder))
    with nginx_server(server, tmp_path_factory.mktemp("nginx")) as root:
        yield ServedSite(site, root)


SERVERS = {
    "python": python_server,
    "caddy": pytest.param(caddy_server, marks=needs("caddy")),
    "busybox": pytest.param(busybox_server, marks=needs("busybox")),
}


@pytest.mark.parametrize("server", SERVERS.values(), ids=SERVERS)
def test_a_server_without_settings_serves_the_site_below_a_path(
    addressed_site: BuiltSite, open_tab: OpenTab, server: Callable[[Path], AbstractContextManager[str]]
) -> None:
    """Every kind of page with what it fetches, its type, a folder without its slash, and a page that is missing."""
    with server(addressed_site.folder.parents[1]) as root:
        served = ServedSite(addressed_site, root + "some/where/")
        page = open_tab()
        complaints = Complaints(served.root)
        complaints.watch(page)
        for kind in KINDS:
            response = page.goto(served.kind(kind))
            assert response and response.status == 200, kind
            assert (response.header_value("content-type") or "").startswith("text/html"), kind
        page.goto(served.url("compare/django-vs-flask"))
        assert page.url == served.url("compare/django-vs-flask/")
        assert complaints.take() == []
        # A page that only leads on has no icon; a browser may look for one at the root.
        page.goto(served.url("compare/flask-vs-django/"))
        page.wait_for_url("**/compare/django-vs-flask/")
        assert get(served.url("no/such/page/"))[0].status == 404


@needs_nginx
def test_nginx_serves_every_kind_of_page(behind_nginx: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    complaints = Complaints(behind_nginx.root)
    complaints.watch(page)
    for kind in KINDS:
        response = page.goto(behind_nginx.kind(kind))
        assert response and response.status == 200 and response.header_value("content-type") == "text/html"
    assert complaints.take() == []


@needs_nginx
def test_nginx_shows_the_missing_page_at_any_depth(behind_nginx: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    response = page.goto(behind_nginx.url("no/such/page/at/all"))
    assert response and response.status == 404
    assert page.locator("h1").inner_text() == "Page not found"
    # Its style sheet is found from here too, and so is the way home.
    assert page.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length") > 100
    page.locator("main a").first.click()
    page.wait_for_url(behind_nginx.root)


@needs_nginx
def test_nginx_keeps_assets_for_a_year_and_adds_missing_slashes(behind_nginx: ServedSite) -> None:
    asset = next((behind_nginx.site.folder / "assets").glob("*.css")).relative_to(behind_nginx.site.folder)
    response, _ = get(behind_nginx.url(asset.as_posix()))
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Content-Type"] == "text/css"
    response, _ = get(behind_nginx.url("all"))
    assert response.status == 200
    assert response.url.endswith("/all/")


def test_the_missing_page_leads_home_below_a_path(served_below: ServedSite, open_tab: OpenTab) -> None:
    """It is shown at addresses of any depth, so that it has to know the path that the site stands at."""
    page = open_tab()
    page.goto(served_below.url("404.html"))
    page.locator("main a").first.click()
    page.wait_for_url(served_below.root)
    assert "Page not found" not in page.locator("h1").inner_text()


def test_a_first_visit_fetches_what_it_needs_and_no_more(served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    fetched: list[str] = []
    page.on("requestfinished", lambda request: fetched.append(Path(request.url).suffix))
    page.goto(served.kind("item"), wait_until="networkidle")
    # A browser that has tabs fetches the icon for them too.
    # The tray of what is chosen comes in three modules.
    assert sorted(fetched) == ["", ".css", ".css", *[".js"] * 4]
