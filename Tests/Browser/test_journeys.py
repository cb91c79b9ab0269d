"""What visitors come for, on a phone: how many steps it takes, and that the answer is on the screen when they are there."""

import re
from collections.abc import Iterator

import pytest
from budgets import PHONE
from playwright.sync_api import Locator, Page, expect
from tabs import OpenTab, ServedSite

SCRIPTED = pytest.mark.parametrize("scripted", [True, False], ids=["scripts", "plain"])

# For, against or both, or who names something; counted, or by name.
EVIDENCE = re.compile(r"\b\d+ (for|against|both)\b|\bnames? it\b")


class Visitor:
    """Follows what a page offers, and counts the steps: a link, a button, a fold or a choice is one each."""

    def __init__(self, page: Page, served: ServedSite) -> None:
        self.page = page
        self.served = served
        self.steps = 0

    def arrive(self, address: str) -> None:
        self.page.goto(self.served.url(address))
        self.steps = 0

    def press(self, target: Locator) -> None:
        self.steps += 1
        target.click()

    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    def link(self, name: str) -> Locator:
        """The first link of the content whose name has some words."""
        return self.page.get_by_role("main").get_by_role("link", name=re.compile(name, re.IGNORECASE)).first

    def is_on_the_screen(self, what: Locator) -> bool:
        """Whether all of it is seen without scrolling."""
        box = what.bounding_box()
        return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= self.page.evaluate("innerHeight")


@pytest.fixture
def visit(open_tab: OpenTab, served: ServedSite, scripted: bool) -> Iterator[Visitor]:
    yield Visitor(open_tab(viewport=PHONE, java_script_enabled=scripted, reduced_motion="reduce"), served)


@SCRIPTED
def test_a_pair_says_which_one_and_who_says_so_at_once(visit: Visitor) -> None:
    """Three reasons for the first of two with what they rest on, and where the reasons for the other begin."""
    visit.arrive("compare/django-vs-flask/")
    first, second = (visit.page.get_by_role("heading", name=re.compile(f"^Choose {name} if")) for name in ["Django", "Flask"])
    assert visit.is_on_the_screen(first)
    reasons = first.locator("xpath=ancestor::section[1]").get_by_role("listitem").filter(has_text=EVIDENCE)
    assert reasons.count() >= 3
    for reason in reasons.all()[:3]:
        assert visit.is_on_the_screen(reason), reason.inner_text()
        assert visit.is_on_the_screen(reason.get_by_role("link").first)
    assert visit.is_on_the_screen(second)
    assert visit.steps == 0


@SCRIPTED
def test_real_time_in_javascript_takes_two_steps(visit: Visitor) -> None:
    """The use, where each name stands with its language, then the first that is written in JavaScript."""
    visit.arrive("")
    visit.press(visit.link(r"^Real-time"))
    expect(visit.heading()).to_have_text("Real-time applications")
    expect(visit.page.get_by_role("main")).to_contain_text(re.compile(r"Phoenix leads|Phoenix.*2 "))
    written = visit.page.get_by_role("listitem").filter(has=visit.page.get_by_role("heading"), has_text="JavaScript ·").first
    assert visit.is_on_the_screen(written.get_by_role("heading"))
    visit.press(written.get_by_role("heading").get_by_role("link"))
    expect(visit.heading()).to_have_text("Node.js")
    assert visit.steps == 2


@SCRIPTED
def test_all_python_frameworks_take_one_step(visit: Visitor) -> None:
    visit.arrive("")
    visit.press(visit.link(r"^Python\b"))
    expect(visit.heading()).to_contain_text("Python")
    for name in ["Django", "Flask"]:
        assert visit.is_on_the_screen(visit.link(f"^{name}$"))
    assert visit.steps == 1


@SCRIPTED
def test_who_disagrees_about_the_scalability_of_rails_takes_three_steps(visit: Visitor) -> None:
    visit.arrive("")
    visit.press(visit.link("disagreements"))
    visit.press(visit.link("Ruby on Rails: scalability"))
    row = visit.page.locator(":target")
    statement = row.get_by_text("Has limited scalability")
    if not statement.is_visible():
        visit.press(row.locator("summary"))
    expect(statement).to_be_visible()
    for source in ["Consider 2023", "Tech Platform", "Ten Best", "Directual"]:
        expect(row.get_by_role("link", name=source).first).to_be_visible()
    assert visit.steps <= 3


@SCRIPTED
def test_three_side_by_side_take_two_steps_from_a_pair(visit: Visitor, scripted: bool) -> None:
    """With scripts any third, one that has a document among them; without, one of the comparisons that are written."""
    visit.arrive("compare/django-vs-flask/")
    if scripted:
        visit.press(visit.page.get_by_role("button", name="Add a third"))
        visit.press(visit.link("^Laravel$"))
    else:
        visit.press(visit.page.locator(".crumbs").get_by_role("link", name="Compare", exact=True))
        visit.press(visit.link("Django, Flask"))
    expect(visit.heading()).to_contain_text("Django, Flask")
    for name in ["Django", "Flask", "Laravel"]:
        expect(visit.page.get_by_role("main").get_by_text(name).first).to_be_visible()
    assert visit.steps == 2
