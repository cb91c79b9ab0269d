"""The finder: by keyboard, by what screen readers hear, on a phone, by a shared address, without scripts or data."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import OPTIONS
from building import REPOSITORY, BuiltSite, build_site, write_content
from documents import parse
from finding import ready, shown
from focus import stops
from measures import MEASURES
from playwright.sync_api import Locator, Page, Route, expect
from serving import python_server
from tabs import Complaints, OpenTab, ServedSite

# Values of every kind, weights of every kind, and items of which something is not known.
VIEW = "find/?weigh=performance:3,security:1,orm.yes:2,for_apis:4&where=open-source:yes&where=first-release:2005..2016"


def status(page: Page) -> Locator:
    return page.locator(".finder [role=status]")


def slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name, exact=True)


def choose(page: Page, use: str) -> None:
    """Begins with a use, which may stand among those that wait until they are asked for."""
    more = page.get_by_role("button", name="More uses")
    if more.is_visible():
        more.click()
    page.locator(".presets label", has_text=use).click()


def order(page: Page) -> list[str]:
    return page.locator(".ranking :is(h3, h4)").all_inner_texts()


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    return open_tab(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")


def test_by_keyboard_from_nothing_to_an_explained_order(page: Page, served: ServedSite) -> None:
    ready(page, served.url("find/"))
    expect(status(page)).to_have_text("17 frameworks. Not ranked yet: choose what it is for, or give a weight to what matters.")
    quality = page.locator("summary", has_text="Quality")
    quality.focus()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
    assert slider(page, "Performance").evaluate("element => element === document.activeElement")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert urlsplit(page.url).query == "weigh=performance:3"
    expect(page.locator("output[for=weight_performance]")).to_have_text("3")
    by_performance = order(page)
    expect(status(page)).to_have_text(re.compile(r"^17 frameworks\. .+ leads? with \d+ points( each)?\.$"))
    # One slider is one step; what is filtered is another.
    language = page.locator("summary", has_text="Programming language")
    language.focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="Python").focus()
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(re.compile(r"^2 of 17 frameworks match\. "))
    assert set(order(page)) <= {"Django", "Flask"}
    page.go_back()
    assert order(page) == by_performance
    expect(page.get_by_role("checkbox", name="Python")).not_to_be_checked()
    page.go_back()
    assert order(page) == []
    assert slider(page, "Performance").input_value() == "0"
    page.go_forward()
    assert order(page) == by_performance


def test_every_stop_is_seen_and_outlined(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    ready(page, served.url(VIEW))
    for summary in page.locator(".knobs > .fold > summary").all():
        summary.click()
    page.locator("summary", has_text="Programming language").click()
    expect(page.get_by_role("checkbox", name="Python")).to_be_visible()
    page.locator(".skip").focus()
    seen = list(stops(page))
    assert [stop["name"] for stop in seen if not (stop["hasOutline"] and stop["isSeen"])] == []
    assert len(seen) > 60


def test_what_was_chosen_can_be_taken_back(page: Page, served: ServedSite) -> None:
    ready(page, served.url("find/?weigh=performance:2&where=language:php,ruby&where=first-release:2000.."))
    taken = page.locator(".applied button")
    expect(taken).to_have_text(["Programming language: PHP or Ruby", "First release: from 2000", "Performance: 2"])
    page.get_by_role("button", name="Take back First release: from 2000").focus()
    page.keyboard.press("Enter")
    assert urlsplit(page.url).query == "weigh=performance:2&where=language:php,ruby"
    expect(taken.first).to_be_focused()
    page.get_by_role("button", name="Reset").click()
    assert urlsplit(page.url).query == ""
    expect(taken).to_have_count(0)
    expect(page.get_by_role("button", name="Reset")).to_be_hidden()
    assert len(shown(page)["plain"]) == 17


def test_a_use_case_gives_its_weights_and_stays_when_they_change(page: Page, served: ServedSite) -> None:
    ready(page, served.url("find/"))
    choose(page, "Real-time applications")
    assert urlsplit(page.url).query == "use=real-time"
    by_use = order(page)
    slider(page, "Concurrency and asynchronous work").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("radio", name="Real-time applications")).to_be_checked()
    assert urlsplit(page.url).query == "use=real-time&weigh=live-updates:1,performance:1"
    page.keyboard.press("ArrowRight")
    assert urlsplit(page.url).query == "use=real-time"
    assert order(page) == by_use
    choose(page, "Something else")
    assert urlsplit(page.url).query == "weigh=live-updates:1,performance:1,concurrency:1"


def test_those_that_reviews_name_stand_first_unless_it_is_switched_off(page: Page, served: ServedSite) -> None:
    first = page.get_by_role("checkbox", name="Named for it first")
    ready(page, served.url("find/?weigh=performance:1"))
    expect(first).to_be_hidden()
    headings = page.locator(".findings section > h3")
    expect(headings).to_have_text(["How robust is this order?", "No evidence"])
    choose(page, "Real-time applications")
    expect(first).to_be_checked()
    expect(headings.first).to_have_text("Named by reviews")
    expect(status(page)).to_have_text(re.compile(r"^17 frameworks\. Phoenix leads, named by \d reviews, with \d points\.$"))
    lacking = page.locator(".findings section", has_text="They lack what it needs").locator("li[data-item]")
    koa = lacking.filter(has_text="Koa")
    expect(koa).to_contain_text("Built-in real time: no, added with a package")
    first.focus()
    page.keyboard.press("Space")
    expect(headings.first).to_have_text("How robust is this order?")
    page.wait_for_url("**/find/?use=real-time&first=no")
    expect(lacking.first).to_be_visible()
    address, found = page.url, shown(page)
    assert shown(ready(page, address)) == found
    expect(first).not_to_be_checked()
    page.go_back()
    page.get_by_role("button", name="Take back Use: Real-time applications").click()
    expect(first).to_be_hidden()


def test_a_shared_address_shows_the_same_elsewhere(open_tab: OpenTab, served: ServedSite) -> None:
    first = ready(open_tab(), served.url("find/"))
    choose(first, "Web APIs")
    first.locator("summary", has_text="First release").click()
    first.get_by_role("spinbutton", name="From").fill("2005")
    first.get_by_role("spinbutton", name="From").press("Tab")
    first.locator("summary", has_text="Open source").click()
    first.get_by_role("checkbox", name="yes").check()
    address, found = first.url, shown(first)
    assert found["ranked"] and re.match(r"1\d of 17 frameworks match\. ", found["status"])
    second = ready(open_tab(viewport={"width": 390, "height": 700}), address)
    assert second.context != first.context
    assert shown(second) == found
    assert second.url == address


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("weigh=smell:3,performance:11,performance:-1,security:1", "smell:3, performance:11, performance:-1"),
        (
            "where=language:klingon,php&where=colour:red&where=first-release:2000",
            "klingon, colour:red, first-release:2000",
        ),
        ("first=maybe&use=apis", "first=maybe"),
        ("use=world-peace&where=%3Cimg%20src=x%20onerror=alert(1)%3E", "world-peace, <img src=x onerror=alert(1)>"),
        (
            "where=first-release:1e3..&where=first-release:2000..2001..2002",
            "first-release:1e3.., first-release:2000..2001..2002",
        ),
    ],
)
def test_what_an_address_names_that_is_not_here_is_told(page: Page, served: ServedSite, query: str, words: str) -> None:
    ready(page, served.url(f"find/?{query}"))
    expect(status(page)).to_have_text(re.compile(re.escape(f"The link names what is not here: {words}.") + "$"))


@pytest.mark.parametrize(
    "query", ["", "weigh=", "weigh=,,", "where=", "use=", "%E0%A4%A", "__proto__=x", "weigh=performance:0"]
)
def test_an_address_that_asks_for_nothing_finds_all(page: Page, served: ServedSite, query: str) -> None:
    complaints = Complaints(served.root)
    complaints.watch(page)
    found = shown(ready(page, served.url(f"find/?{query}")))
    assert len(found["plain"]) == 17 and not found["ranked"] and not found["robust"]
    assert found["status"] == "17 frameworks. Not ranked yet: choose what it is for, or give a weight to what matters."
    assert complaints.take() == []


def test_what_is_not_known_is_shown_and_is_no_no(page: Page, served: ServedSite) -> None:
    found = shown(ready(page, served.url("find/?weigh=security:1&where=admin-interface:yes")))
    assert found["open"] and all(entry["facts"] == "Admin interface: unknown" for entry in found["open"])
    assert f"of {len(found['open'])} more it is not known" in found["status"]
    ready(page, served.url("find/?use=real-time&weigh=live-updates:1,concurrency:1,performance:1,for_real-time:1"))
    entry = page.locator(".ranking > li", has_text="ASP.NET Core")
    expect(entry.locator(".reasons")).to_contain_text("not judged Real-time updates, Concurrency and asynchronous work")
    expect(entry.locator(".reasons")).to_contain_text("not named for Real-time applications")
    expect(entry.locator(".reasons .b")).to_have_text("2 for")


def test_a_screen_reader_hears_names_values_and_structure(page: Page, served: ServedSite) -> None:
    ready(page, served.url("find/?weigh=seo:2&where=language:javascript"))
    page.locator("summary", has_text="Programming language").click()
    controls = page.get_by_role("group", name="Weights and filters")
    expect(controls).to_match_aria_snapshot(
        """
        - group "Weights and filters":
          - group:
            - group: Basics
            - group: Built in
        """
    )
    expect(controls.get_by_role("group", name="Programming language")).to_match_aria_snapshot(
        """
        - group "Programming language":
          - checkbox /Python \\(\\d+\\)/
          - text: ""
          - checkbox /JavaScript \\(\\d+\\)/ [checked]
        """
    )
    expect(page.locator(".finder .found")).to_match_aria_snapshot(
        """
        - heading "1 ranked; Next.js leads" [level=2]
        - paragraph:
          - button "Copy link"
          - button "Reset"
        - status: "7 of 17 frameworks match. Next.js leads with 2 points."
        - list:
          - listitem:
            - 'button "Take back Programming language: JavaScript"'
          - listitem:
            - 'button "Take back Search engine optimisation: 2"'
        - list:
          - listitem:
            - text: "1"
            - heading "Next.js" [level=3]:
              - link "Next.js"
            - term: Search engine optimisation
            - definition:
              - link "1 for"
            - paragraph: "Programming language: JavaScript, TypeScript"
            - group: 2 points and how they add up Next.js
        - heading "How robust is this order?" [level=3]
        """
    )


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_with_filters_and_weights_set(
    open_tab: OpenTab, served: ServedSite, axe: Axe, width: int, scheme: str
) -> None:
    page = open_tab(viewport={"width": width, "height": 900}, color_scheme=scheme)
    ready(page, served.url(VIEW))
    page.evaluate("document.querySelectorAll('.knobs > details').forEach(details => (details.open = true))")
    # The line at the foot covers a part of whatever happens to be below it.
    page.add_style_tag(content=".leads { position: static !important }")
    page.evaluate("document.querySelectorAll('.knobs details').forEach(details => (details.open = true))")
    expect(page.get_by_role("checkbox")).not_to_have_count(0)
    found = axe.run(page, options=OPTIONS)
    assert [(v["id"], n["target"]) for v in found.response["violations"] for n in v["nodes"]] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("address", ["find/", VIEW, "find/?use=real-time"])
def test_it_fits_the_screen_and_nothing_moves(
    open_tab: OpenTab, served: ServedSite, width: int, address: str
) -> None:
    page = open_tab(viewport={"width": width, "height": 800})
    complaints = Complaints(served.root)
    complaints.watch(page)

    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/data/finder.json", late)
    ready(page, served.url(address))
    measured = page.evaluate(MEASURES)
    assert measured["shift"] == 0 and measured["overflow"] == 0
    assert complaints.take() == []


def test_on_a_phone_a_choice_is_seen_to_find_something(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, reduced_motion="reduce")
    ready(page, served.url("find/"))
    page.locator(".knobs > .fold > summary").first.tap()
    page.get_by_role("button", name="More uses").tap()
    page.locator(".presets label", has_text="Real-time applications").tap()
    # What was not chosen makes way, and the controls fold.
    expect(page.locator(".presets label", has_text="Web APIs")).to_be_hidden()
    expect(page.locator(".knobs .weight").first).to_be_hidden()
    bar = page.locator(".leads a")
    expect(bar).to_have_text("9 ranked; Phoenix leads")
    expect(bar).to_be_in_viewport()
    bar.tap()
    expect(page.locator(".ranking > li").first).to_be_in_viewport()
    page.locator(".knobs > .fold > summary").first.tap()
    page.locator("summary", has_text="Quality").tap() if page.locator(".weights", has_text="Quality").get_attribute("open") is None else None
    slider(page, "Scalability").evaluate("element => element.scrollIntoView({ block: 'center' })")
    target = slider(page, "Scalability").bounding_box()
    assert target and target["height"] >= 24 and target["x"] + target["width"] <= 320
    page.touchscreen.tap(target["x"] + target["width"] - 2, target["y"] + 12)
    expect(page.locator("output[for=weight_scalability]")).to_have_text("10")
    assert "scalability:10" in page.url


# Links, buttons and labels that are lower or narrower than 24 pixels; a box is hit by its label too.
SMALL = """() => [...document.querySelectorAll("main :is(a, button, input, select, summary, label)")]
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest("label > input"))
  .map(element => [element.textContent, element.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)"""


@pytest.mark.parametrize("query", ["", "use=apis", "use=apis&weigh=security:3&where=language:python", VIEW.split("?")[1]])
def test_on_a_phone_all_that_is_touched_is_large_enough(open_tab: OpenTab, served: ServedSite, query: str) -> None:
    page = open_tab(viewport={"width": 390, "height": 780}, reduced_motion="reduce")
    ready(page, served.url(f"find/?{query}"))
    assert page.evaluate(SMALL) == []
    # With what folds hold, and with the controls that a fold makes when it opens.
    page.locator("main").evaluate("main => main.querySelectorAll('details').forEach(fold => { fold.open = true })")
    expect(page.get_by_role("checkbox", name="Python").first).to_be_visible()
    assert page.evaluate(SMALL) == []


def test_what_it_offers_is_what_there_is_to_choose_by(open_tab: OpenTab, tmp_path: Path) -> None:
    files = {
        "site.yml": "title: Cars\nitems: { folder: cars, one: car, many: cars }\n",
        "criteria/fuel.md": "---\nname: Fuel\ntype: choice\nvalues: { petrol: Petrol, diesel: Diesel }\n---\n",
    }
    for slug, fuel in [("a", "petrol"), ("b", "diesel")]:
        files[f"cars/{slug}.md"] = f"---\nname: Car {slug}\nfacts: {{ fuel: {fuel} }}\n---\n"
    write_content(tmp_path, files)
    site = build_site(tmp_path / "Public", tmp_path)
    with python_server(site.folder) as root:
        page = open_tab(viewport={"width": 1280, "height": 900})
        ready(page, f"{root}find/")
        expect(status(page)).to_have_text("2 cars. Narrow them down by what they must have.")
        expect(page.locator("[data-part=weights]")).to_be_hidden()
        page.locator(".filter summary", has_text="Fuel").click()
        page.get_by_role("checkbox", name="Diesel").check()
        expect(status(page)).to_have_text("1 of 2 cars matches.")


def test_its_data_is_fetched_when_it_is_opened_and_from_nowhere_else(page: Page, served: ServedSite) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for kind in ["home", "use-case", "criterion"]:
        page.goto(served.kind(kind))
    assert not [path for path in asked if path.endswith(".json")]
    ready(page, served.url("find/"))
    assert [path for path in asked if path.endswith(".json")] == ["/data/finder.json"]


def test_without_scripts_the_lists_are_all_there_is(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url(VIEW))
    expect(page.locator(".finder")).to_be_hidden()
    assert page.locator("main :is(input, select, button, output):visible").count() == 0
    chips = page.locator("main .chips a:visible")
    assert chips.count() > 60
    python = page.locator("main .chips li", has_text="Python").first
    count = int(python.locator(".count").inner_text())
    python.get_by_role("link").click()
    page.wait_for_url("**/criteria/language/python/")
    assert page.locator("main h1").inner_text() == "Programming language: Python"
    expect(page.locator("main")).to_contain_text("Django")
    expect(page.locator("main")).to_contain_text("Flask")
    assert count == 2


def test_without_its_data_it_says_so(page: Page, served: ServedSite) -> None:
    page.route("**/data/finder.json", lambda route: route.fulfill(status=503))
    page.goto(served.url("find/"))
    expect(status(page)).to_have_text("This cannot be loaded now. The lists below lead to the same.")
    expect(page.locator(".knobs")).to_be_hidden()
    expect(page.locator("main .chips").first).to_be_attached()


def test_every_link_leads_to_a_place_that_exists(page: Page, served: ServedSite, site: BuiltSite) -> None:
    links = set()
    for query in ["use=real-time", "use=apis&where=orm:yes", "weigh=cost:1,orm.yes:1"]:
        shown(ready(page, served.url(f"find/?{query}")))
        found = page.locator(".finder a").all()
        links |= {link.get_attribute("href") for link in found}
    assert len(links) > 60
    identifiers: dict[Path, set[str]] = {}
    for link in links:
        path, fragment = urldefrag(urlsplit(urljoin("https://x.example/find/", link)).geturl())
        file = site.folder / urlsplit(path).path.lstrip("/") / "index.html"
        if file not in identifiers:
            identifiers[file] = {element.get("id") or "" for element in parse(file).iter()} | {""}
        assert fragment in identifiers[file], link


def test_a_long_list_is_shown_by_parts(open_tab: OpenTab, long_served: ServedSite) -> None:
    page = ready(open_tab(), long_served.url("find/"))
    items = page.locator(".findings .unranked > li")
    expect(items).to_have_count(20)
    page.get_by_role("button", name="Show more of 140 others").click()
    expect(items).to_have_count(40)
    expect(items.nth(20).get_by_role("link")).to_be_focused()


def test_a_criterion_may_be_called_as_what_every_object_has(open_tab: OpenTab, tmp_path: Path) -> None:
    files = {
        "site.yml": "title: Cars\nitems: { folder: cars, one: car, many: cars }\n",
        "criteria/constructor.md": "---\nname: Constructor\ntype: choice\n"
        "values: { lotus: Lotus, brabham: Brabham }\n---\n",
        "criteria/value-of.md": "---\nname: Year\nslug: valueof\ntype: number\n---\n",
        "sources/one.md": "---\nname: One\n---\n",
        "matrices/all.md": "---\nname: All\n---\n",
    }
    for slug, name, year in [("a", "lotus", 1968), ("b", "brabham", 1970)]:
        facts = f"facts:\n  constructor: {{ value: {name}, sources: [one] }}\n"
        facts += f"  valueof: {{ value: {year}, sources: [one] }}\n"
        claims = "## Strengths\n\n- **Constructor**: known. [^1]\n\n[^1]: [One](../sources/one.md)\n"
        files[f"cars/{slug}.md"] = f"---\nname: Car {slug}\n{facts}---\n\n{claims}"
    write_content(tmp_path, files)
    site = build_site(tmp_path / "Public", tmp_path, "--strict")
    with python_server(site.folder) as root:
        page = open_tab(viewport={"width": 1280, "height": 900})
        complaints = Complaints(root)
        complaints.watch(page)
        ready(page, f"{root}find/")
        assert slider(page, "Constructor").input_value() == "0"
        page.locator(".filter summary", has_text="Constructor").click()
        page.get_by_role("checkbox", name="Lotus").check()
        page.locator(".filter summary", has_text="Year").click()
        page.get_by_role("spinbutton", name="To").fill("1969")
        page.get_by_role("spinbutton", name="To").press("Tab")
        slider(page, "Constructor").press("ArrowRight")
        assert urlsplit(page.url).query == "weigh=constructor:1&where=constructor:lotus&where=valueof:..1969"
        assert order(page) == ["Car a"]
        page.goto(f"{root}matrices/all/")
        page.locator("[data-panel=filter] summary").click()
        page.get_by_role("checkbox", name="Brabham (1)").check()
        assert urlsplit(page.url).query == "where=constructor:brabham"
        assert complaints.take() == []


def test_numbers_of_which_some_are_better_are_weighed_and_sorted_by(open_tab: OpenTab, tmp_path: Path) -> None:
    files = {
        "site.yml": "title: Cars\nitems: { folder: cars, one: car, many: cars }\n",
        "criteria/weight.md": "---\nname: Weight\ntype: number\nunit: kg\nbetter: lower\n---\n",
        "criteria/roof.md": "---\nname: Roof\ntype: boolean\n---\n",
        "sources/one.md": "---\nname: One\n---\n",
    }
    for slug, weight in [("a", 900), ("b", 1200), ("c", 700), ("d", 900), ("e", None)]:
        facts = f"  weight: {{ value: {weight}, sources: [one] }}\n" if weight else ""
        files[f"cars/{slug}.md"] = f"---\nname: Car {slug}\nfacts:\n  roof: {{ value: yes, sources: [one] }}\n{facts}---\n"
    write_content(tmp_path, files)
    site = build_site(tmp_path / "Public", tmp_path)
    with python_server(site.folder) as root:
        page = ready(open_tab(viewport={"width": 1280, "height": 900}), f"{root}find/")
        page.get_by_label("Order").select_option("Weight")
        assert urlsplit(page.url).query == "order=weight"
        assert order(page) == ["Car c", "Car a", "Car d", "Car b"]
        assert page.locator(".ranking .rank").all_inner_texts() == ["1", "2", "2", "4"]
        expect(page.locator(".found h2")).to_have_text("4 ranked; Car c leads")
        expect(page.locator(".findings section", has_text="no number is known")).to_contain_text("Car e")
        page.get_by_label("Order").select_option("In order of what is weighed")
        slider(page, "Weight").press("ArrowRight")
        assert urlsplit(page.url).query == "weigh=by_weight:1"
        # A point for each quarter of the three others that one is better than.
        found = {place["item"]: place["score"] for place in shown(page)["ranked"]}
        assert found == {"c": 4, "a": 1, "d": 1, "b": 0}
        expect(page.locator(".ranking > li").first).to_contain_text("700 kg, better than 3 of 3 others")


# The pure modules, as a program may import them.


@pytest.fixture
def modules(open_tab: OpenTab) -> Page:
    with python_server(REPOSITORY / "Templates" / "assets") as root:
        page = open_tab()
        page.goto(f"{root}icon.svg")
        yield page


def test_numbers_are_compared_exactly(modules: Page) -> None:
    numbers = ["-12.5", "-0.50", "0", "0.1", "0.10000000000000000000000001", "2"]
    numbers += ["9007199254740993", "9007199254740993.5"]
    found = modules.evaluate(
        """async numbers => {
             const { compareNumbers } = await import("/finder/size.js")
             return numbers.map(left => numbers.map(right => compareNumbers(left, right)))
           }""",
        numbers,
    )
    places = range(len(numbers))
    assert found == [[(left > right) - (left < right) for right in places] for left in places]
    assert modules.evaluate('import("/finder/size.js").then(m => m.compareNumbers("1.50", "1.5"))') == 0


@pytest.mark.parametrize(
    "query",
    [
        "?weigh=speed:3,open.yes:10,for_games:1&where=kind:big,odd&where=year:-3.5..&where=born:..2001-02-03",
        "?use=games&where=kind:big",
        "?use=games&first=no&weigh=speed:2",
        "?use=games&weigh=",
    ],
)
def test_an_address_is_read_as_it_was_written(modules: Page, query: str) -> None:
    written = modules.evaluate(
        """async query => {
             const { read, write } = await import("/finder/address.js")
             const values = [{ key: "big" }, { key: "odd" }]
             const keys = (...list) => new Map(list.map(key => [key, { key, values }]))
             const filters = keys("kind", "year", "born")
             Object.assign(filters.get("year"), { type: "number" })
             Object.assign(filters.get("born"), { type: "date" })
             const uses = new Map([["games", { key: "games", terms: ["speed", "open.yes"] }]])
             const model = { filters, uses, terms: keys("speed", "open.yes", "for_games") }
             const { state, unknown } = read(query, model)
             return [write(state), unknown]
           }""",
        query,
    )
    assert written == [query, []]


def test_a_use_case_lends_its_points_to_the_finder(open_tab: OpenTab, served: ServedSite) -> None:
    """Its own page leads there, and the order is the same until a weight is changed."""
    page = open_tab(viewport={"width": 1280, "height": 900})
    page.goto(served.url("use-cases/apis/"))
    ranked = page.locator(".ranking > li > h3").all_inner_texts()
    page.get_by_role("link", name="Weigh it yourself").click()
    page.wait_for_url("**/find/?use=apis")
    expect(page.get_by_role("radio", name="Web APIs")).to_be_checked()
    assert order(page)[: len(ranked)] == ranked

    plain = open_tab(java_script_enabled=False)
    plain.goto(served.url("use-cases/apis/"))
    expect(plain.get_by_text("Weigh it yourself")).to_be_hidden()
