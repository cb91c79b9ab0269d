"""`collate serve` in a real browser while content and templates are edited: pages, style sheets, mistakes, mends."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from building import REPOSITORY
from live import PATIENCE, SITE, LiveServer, live_server
from playwright.sync_api import Error, Locator, Page, expect
from tabs import Complaints, OpenTab

Start = Callable[..., LiveServer]


# A test names `start` before `open_tab`, so that its tabs are closed before the server ends: Chromium may wait for ever to close a
# page whose server has gone while it was loaded.
@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server on a site of the test's own."""
    with ExitStack() as stack:
        yield lambda *options, files=None: stack.enter_context(live_server(tmp_path, *options, files=files))


def overlay(page: Page) -> Locator:
    return page.locator("collate-problems section")


def open_page(tab: Page, server: LiveServer, path: str) -> None:
    """Opens a page, marks it so that a reload shows, and waits until it listens."""
    tab.goto(server.root + path)
    wait_until(tab, LISTENS)
    wait_until(tab, "window.isTheSame = true")


def wait_until(page: Page, expression: str) -> None:
    """Waits for an expression to be true; the site's policy forbids Playwright's own way of evaluating it again and again."""
    deadline = time.monotonic() + PATIENCE
    while not evaluates_to_true(page, expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(10)


def evaluates_to_true(page: Page, expression: str) -> bool:
    """False while the page is on its way to another."""
    try:
        return page.evaluate(expression) is True
    except Error:
        return False


LISTENS = "document.querySelector('script[data-state=listening]') !== null"


def is_the_same(page: Page) -> bool:
    return page.evaluate("window.isTheSame === true")


def test_an_edit_shows_where_it_is_read_and_nowhere_else(start: Start, open_tab: OpenTab) -> None:
    server = start()
    page, other = open_tab(viewport={"width": 800, "height": 300}), open_tab()
    complaints = Complaints(server.root)
    complaints.watch(page)
    open_page(page, server, "frameworks/django/")
    open_page(other, server, "guides/how/")
    page.evaluate("window.scrollTo({ top: 300, behavior: 'instant' })")
    server.replace("frameworks/django.md", "The first words.", "Other words.")
    expect(page.get_by_text("Other words.")).to_be_attached()
    wait_until(page, "window.scrollY === 300")
    assert not is_the_same(page)
    # Again, as the page that was loaded anew listens too.
    wait_until(page, LISTENS)
    server.replace("frameworks/django.md", "Other words.", "The last words.")
    expect(page.get_by_text("The last words.")).to_be_attached()
    wait_until(page, "window.scrollY === 300")
    assert is_the_same(other)
    assert complaints.take() == []


def test_documents_come_go_and_move(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    open_page(page, server, "frameworks/")
    server.write("frameworks/rails.md", "---\nname: Rails\n---\n")
    expect(page.get_by_role("link", name="Rails").first).to_be_attached()
    server.place("frameworks/rails.md").rename(server.place("frameworks/ruby-on-rails.md"))
    expect(page.locator("a[href$='ruby-on-rails/']").first).to_be_attached()
    server.place("frameworks/ruby-on-rails.md").unlink()
    expect(page.get_by_role("link", name="Rails")).to_have_count(0)
    # The page of a document that has gone says so, and is there again with it.
    open_page(page, server, "frameworks/flask/")
    text = server.read("frameworks/flask.md")
    server.place("frameworks/flask.md").unlink()
    expect(page.locator("h1")).to_have_text("Page not found")
    server.write("frameworks/flask.md", text)
    expect(page.locator("h1")).to_have_text("Flask")
    # A whole new folder of pages.
    server.write("guides/deep/er/note.md", "---\nname: A note\n---\n")
    page.goto(server.root + "guides/deep/er/note/")
    expect(page.locator("h1")).to_have_text("A note")


def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(start: Start, open_tab: OpenTab) -> None:
    server, page = start("--editor", "vscode"), open_tab()
    complaints = Complaints(server.root)
    complaints.watch(page)
    open_page(page, server, "frameworks/django/")
    good = server.read("frameworks/django.md")
    server.write("frameworks/django.md", good.replace("[A review](../sources/review.md)", "[A](../sources/reviews.md)"))
    expect(overlay(page)).to_be_visible()
    expect(overlay(page).locator("h2")).to_have_text("1 error: this page is the last good one")
    problem = overlay(page).locator("li")
    expect(problem.locator(".suggestion")).to_have_text("Did you mean “../sources/review.md”?")
    line = good.splitlines().index("[^r]: [A review](../sources/review.md)") + 1
    place = problem.locator(".place a")
    expect(place).to_have_text(f"Content/frameworks/django.md:{line}:11")
    assert place.get_attribute("href") == (
        f"vscode://file{server.site.resolve()}/Content/frameworks/django.md:{line}:11"
    )
    excerpt = problem.locator("pre").inner_text().split("\n")
    assert excerpt[0] == f"{line} | [^r]: [A](../sources/reviews.md)"
    assert excerpt[1].strip() == "^" * len("../sources/reviews.md")
    assert excerpt[1].index("^") == excerpt[0].index("../sources")
    expect(page.get_by_text("The first words.")).to_be_attached()
    assert is_the_same(page)

    # It can be hidden, other pages tell it too, and the next good save takes it away.
    page.keyboard.press("Escape")
    expect(overlay(page)).to_be_hidden()
    expect(page.locator("collate-problems .badge")).to_have_text("1 error")
    page.goto(server.root + "frameworks/flask/")
    expect(page.locator("collate-problems .badge")).to_be_visible()
    page.locator("collate-problems .badge").click()
    expect(overlay(page)).to_be_visible()
    server.write("frameworks/django.md", good.replace("The first words.", "Mended."))
    expect(page.locator("collate-problems")).to_have_count(0)
    page.goto(server.root + "frameworks/django/")
    expect(page.get_by_text("Mended.")).to_be_attached()
    assert complaints.take() == []


def test_a_mistake_in_a_template_is_shown_and_the_template_s_return_too(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    bundled = (REPOSITORY / "Templates" / "item.html").read_text(encoding="utf-8")
    open_page(page, server, "frameworks/flask/")
    server.write("Templates/item.html", bundled.replace("{% block", "{% blok", 1))
    expect(overlay(page)).to_be_visible()
    expect(overlay(page)).to_contain_text("Templates/item.html:")
    expect(page.locator("h1")).to_have_text("Flask")
    server.write("Templates/item.html", bundled.replace("<h1>{{ name }}", "<h1>New: {{ name }}"))
    expect(page.locator("collate-problems")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("New: Flask")
    server.place("Templates/item.html").unlink()
    expect(page.locator("h1")).to_have_text("Flask")


def test_a_style_sheet_is_swapped_and_the_page_stays(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    server.write("Templates/assets/more.css", "h1 { color: rgb(1, 2, 3); }")
    server.printed("more.css")
    open_page(page, server, "frameworks/django/")
    colour = "getComputedStyle(document.querySelector('h1')).color === '{}'"
    wait_until(page, colour.format("rgb(1, 2, 3)"))
    open_page(page, server, "frameworks/django/")
    for shade in ["rgb(4, 5, 6)", "rgb(7, 8, 9)"]:
        server.write("Templates/assets/more.css", f"h1 {{ color: {shade}; }}")
        wait_until(page, colour.format(shade))
        assert is_the_same(page)
    wait_until(page, "document.querySelectorAll('link[href*=more]').length === 1")
    server.replace("frameworks/django.md", "The first words.", "Other words.")
    expect(page.get_by_text("Other words.")).to_be_attached()


def test_warnings_wait_in_the_corner(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    open_page(page, server, "frameworks/flask/")
    server.write("frameworks/flask.md", "---\nname: Flask\n---\n\nNew. [Nowhere](#nowhere)\n")
    expect(page.locator("main").get_by_text("New.")).to_be_visible()
    badge = page.locator("collate-problems .badge")
    expect(badge).to_have_text("1 warning")
    expect(overlay(page)).to_be_hidden()
    badge.click()
    expect(overlay(page)).to_contain_text("Content/frameworks/flask.md:5:")


def test_every_page_follows_the_document_that_is_saved(start: Start, open_tab: OpenTab) -> None:
    server, page = start("--follow"), open_tab()
    open_page(page, server, "")
    server.replace("guides/how.md", "[Django]", "See [Django]")
    page.wait_for_url(server.root + "guides/how/")
    expect(page.get_by_text("See Django")).to_be_visible()
    wait_until(page, LISTENS)
    server.write("frameworks/flask.md", "---\nname: Flask\n---\n\nFollowed.\n")
    page.wait_for_url(server.root + "frameworks/flask/")
    expect(page.get_by_text("Followed.")).to_be_visible()


def test_a_site_that_was_never_right_shows_why_until_it_is(start: Start, open_tab: OpenTab) -> None:
    broken = {**SITE, "frameworks/flask.md": "---\nname: Flask\nfacts: { <img src=x onerror=alert(1)>: 1 }\n---\n"}
    server, page = start(files=broken), open_tab()
    server.printed("1 error; there is no page yet")
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(server.root + "frameworks/flask/")
    expect(overlay(page)).to_be_visible()
    # What strangers write is text, in the overlay too.
    expect(overlay(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("collate-problems img").count() == 0 and dialogs == []
    plain = open_tab(java_script_enabled=False)
    answer = plain.goto(server.root)
    assert answer and answer.status == 503
    assert "onerror=alert(1)" in plain.locator("pre").inner_text()
    server.write("frameworks/flask.md", SITE["frameworks/flask.md"])
    expect(page.locator("h1")).to_have_text("Flask")
    expect(page.locator("collate-problems")).to_have_count(0)


def test_content_that_goes_as_a_whole_leaves_the_last_good_pages(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    open_page(page, server, "frameworks/flask/")
    (server.site / "Content").rename(server.site / "Away")
    expect(overlay(page)).to_contain_text("Content")
    expect(page.locator("h1")).to_have_text("Flask")
    (server.site / "Away").rename(server.site / "Content")
    expect(page.locator("collate-problems")).to_have_count(0)
    server.write("frameworks/flask.md", "---\nname: Flask\n---\n\nBack.\n")
    expect(page.get_by_text("Back.")).to_be_visible()


def test_a_picture_that_changes_is_shown_anew(start: Start, open_tab: OpenTab) -> None:
    server, page = start(), open_tab()
    open_page(page, server, "frameworks/flask/")
    server.write("images/logo.png", "another picture")
    wait_until(page, "window.isTheSame === undefined")
