"""The search of every page: by keyboard, by what a screen reader is told, by pairs, and without scripts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import OPTIONS
from building import BuiltSite, build_site, is_redirect, write_site
from playwright.sync_api import Locator, Page, expect
from serving import python_server
from tabs import Complaints, OpenTab, ServedSite


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    # Lists to choose from on the page have options too.
    return page.locator(".results").get_by_role("option")


def open_search(page: Page) -> None:
    """Shows the box, which a button opens on a narrow screen."""
    opener = page.get_by_role("button", name="Search", exact=True)
    if not page.locator("#The_search").is_visible():
        opener.click()
    expect(page.locator("#The_search")).to_be_visible()


def search(page: Page, text: str) -> list[str]:
    """What is offered for a text, once the answer to it has come: an empty box has none."""
    open_search(page)
    box(page).fill("")
    box(page).fill(text)
    expect(page.locator(".results")).to_be_visible()
    return [" ".join(option.split()) for option in options(page).all_inner_texts()]


@pytest.fixture
def page(open_tab: OpenTab, served: ServedSite) -> Iterator[Page]:
    page = open_tab()
    complaints = Complaints(served.root)
    complaints.watch(page)
    yield page
    assert complaints.take() == []


def test_a_slip_of_the_finger_and_the_arrow_keys_lead_to_an_item(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("guides"))
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("djagno")
    expect(options(page).first).to_have_text("Django framework")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert box(page).get_attribute("aria-activedescendant") is None

    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == options(page).first.get_attribute("id")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(served.url("frameworks/django/"))


def test_enter_leads_to_the_first_result(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("home"))
    page.keyboard.press("/")
    # Faster than the search is loaded.
    page.keyboard.type("flask")
    page.keyboard.press("Enter")
    page.wait_for_url(served.url("frameworks/flask/"))


def test_the_arrows_go_round_by_way_of_the_box_and_escape_goes_back(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    assert len(search(page, "rails scalability")) == 3
    marked = []
    for key in ["ArrowDown"] * 4 + ["ArrowUp"] * 4:
        page.keyboard.press(key)
        marked.append(box(page).get_attribute("aria-activedescendant"))
        assert page.locator("[role=option][aria-selected]").count() == (marked[-1] is not None)
    one, two, three = (f"Search_option_{number}" for number in (1, 2, 3))
    assert marked == [one, two, three, None, three, two, one, None]
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("rails scalability")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")


def test_leaving_the_box_closes_the_list(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    assert search(page, "spring")
    page.keyboard.press("Tab")
    expect(page.locator(".results")).to_be_hidden()
    box(page).focus()
    assert search(page, "spring b")
    page.locator("h1").click()
    expect(page.locator(".results")).to_be_hidden()


def test_a_result_is_a_link_that_can_be_pressed(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("matrix"))
    assert search(page, "spring")
    options(page).nth(1).click()
    page.wait_for_url(served.url("frameworks/spring-boot/"))
    page.go_back()
    expect(page.locator(".results")).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("DJANGO", "Django framework"),
        ("node js", "Node.js framework"),
        ("nodejs", "Node.js framework"),
        ("express js", "Express.js framework"),
        ("Rails", "Ruby on Rails Rails, framework"),
        ("asp net cor", "ASP.NET Core framework"),
        ("core asp", "ASP.NET Core framework"),
        ("Pheonix", "Phoenix framework"),
        ("spring bott", "Spring Boot framework"),
        ("scalability", "Scalability criterion"),
        ("real-time app", "Real-time applications use case"),
        ("instagram", "Instagram organisation"),
        ("directual", None),
        ("python", "Python Programming language"),
        ("how to choose", None),
        ("disagreements", "Disagreements page"),
        # Other names, and the ends of addresses, with blanks and hyphens or without.
        ("ecommerce", "Online shops e-commerce, use case"),
        ("e commerce", "Online shops e-commerce, use case"),
        ("E-Commerce", "Online shops e-commerce, use case"),
        ("web shop", "Online shops Web shops, use case"),
        ("websocket", "Built-in real time WebSockets, criterion"),
        ("web sockets", "Built-in real time WebSockets, criterion"),
        # A value without a page of its own leads to its criterion.
        ("windows", "Platforms Windows, criterion"),
        # What the site compares, and words between names, count for nothing.
        ("python frameworks", "Python Programming language"),
        ("which is the best framework for real time", "Built-in real time Real time, criterion"),
        ("django startups", "Django framework"),
        # One of two words.
        ("koa zzzzzz", "Koa framework"),
    ],
)
def test_everything_with_a_name_is_found(page: Page, served: ServedSite, text: str, first: str | None) -> None:
    page.goto(served.kind("page"))
    found = search(page, text)
    assert found
    if first:
        assert found[0] == first, found
    address = options(page).first.get_attribute("href") or ""
    assert page.request.get(urljoin(page.url, address)).ok


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("django vs fl", "Django vs Flask", "django-vs-flask"),
        ("fl vs django", "Django vs Flask", "django-vs-flask"),
        ("Flask v. Django", "Django vs Flask", "django-vs-flask"),
        ("flask versus djagno", "Django vs Flask", "django-vs-flask"),
        ("flask VS Django", "Django vs Flask", "django-vs-flask"),
        ("nodejs v spring boot", "Node.js vs Spring Boot", "nodejs-vs-spring-boot"),
    ],
)
def test_a_pair_is_offered_as_it_is_typed(page: Page, served: ServedSite, text: str, name: str, address: str) -> None:
    page.goto(served.kind("pair"))
    found = search(page, text)
    assert found[0] == f"{name} comparison"
    assert hrefs(page, served)[0] == f"compare/{address}/"


def hrefs(page: Page, served: ServedSite) -> list[str]:
    return [address.removeprefix(served.root) for address in options(page).evaluate_all("all => all.map(e => e.href)")]


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("django flask", "Django vs Flask", "compare/django-vs-flask/"),
        ("flask fl django", None, None),
        ("flask and django", "Django vs Flask", "compare/django-vs-flask/"),
        ("djagno falsk", "Django vs Flask", "compare/django-vs-flask/"),
        ("django vs flask vs laravel", "Django, Flask and Laravel", "compare/django-flask-laravel/"),
        ("laravel flask django", "Django, Flask and Laravel", "compare/django-flask-laravel/"),
        ("lavarel, djagno, flask", "Django, Flask and Laravel", "compare/django-flask-laravel/"),
        ("django koa flask", "Django, Koa and Flask", "compare/?items=django,koa,flask"),
        ("koa flask meteor strapi", "Koa, Flask, Meteor and Strapi", "compare/?items=koa,flask,meteor,strapi"),
        ("rails scalability", "Ruby on Rails: Scalability", "frameworks/ruby-on-rails/#Opinion_scalability"),
        ("scalable rails", "Ruby on Rails: Scalability", "frameworks/ruby-on-rails/#Opinion_scalability"),
        ("is ruby on rails scalable", "Ruby on Rails: Scalability", "frameworks/ruby-on-rails/#Opinion_scalability"),
        ("rials scalabilty", "Ruby on Rails: Scalability", "frameworks/ruby-on-rails/#Opinion_scalability"),
        ("django licence", "Django: Licence", "frameworks/django/#Fact_licence"),
        ("django flask ease of learning", "Django vs Flask: Ease of learning", "compare/django-vs-flask/#Opinion_ease-of-learning"),
        ("django vs flask speed", "Django vs Flask: Performance", "compare/django-vs-flask/#Opinion_performance"),
    ],
)
def test_several_names_lead_to_what_they_have_in_common(
    page: Page, served: ServedSite, text: str, name: str | None, address: str | None
) -> None:
    page.goto(served.kind("criterion"))
    found = search(page, text)
    if name is None:
        assert not found or " vs " not in found[0]
        return
    assert found[0].removesuffix(" comparison").removesuffix(" what is said") == name
    assert hrefs(page, served)[0] == address
    options(page).first.click()
    page.wait_for_url(served.url(address or ""))
    fragment = (address or "").partition("#")[2]
    assert not fragment or page.locator(f"[id='{fragment}']").count() == 1


def test_what_nobody_says_leads_to_the_list_of_that(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("criterion"))
    assert search(page, "asp.net scalability")[0] == "ASP.NET: Scalability what is said"
    options(page).first.click()
    page.wait_for_url(served.url("frameworks/asp-net/#Opinion_scalability"))
    fold = page.locator("#The_gaps")
    expect(fold).to_have_attribute("open", "")
    expect(fold.get_by_role("link", name="Scalability")).to_be_in_viewport()


def test_three_names_offer_their_pairs_too(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    search(page, "django vs flask vs laravel")
    assert hrefs(page, served) == [
        f"{address}/"
        for address in [
            "compare/django-flask-laravel",
            "compare/django-vs-flask",
            "compare/django-vs-laravel",
            "compare/flask-vs-laravel",
            "frameworks/django",
            "frameworks/flask",
            "frameworks/laravel",
        ]
    ]


def test_an_item_comes_with_its_closest_pairs(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("source"))
    found = search(page, "django")
    assert found[0] == "Django framework"
    pairs = [address for address in hrefs(page, served) if "-vs-" in address]
    assert len(pairs) == 3 and pairs == hrefs(page, served)[-3:]
    page.goto(served.url("frameworks/django/"))
    listed = page.locator("main a[href*='-vs-']").evaluate_all("all => all.map(e => e.href)")
    assert {served.url(pair) for pair in pairs} <= set(listed)
    # A name that is only a part of others brings none.
    page.goto(served.kind("source"))
    assert not [address for address in (search(page, "scalability"), hrefs(page, served))[1] if "-vs-" in address]


def test_an_unfinished_pair_offers_its_pairs(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    found = search(page, "django vs ")
    assert len(found) == 8 and all("Django" in option and option.endswith("comparison") for option in found)
    # A single letter may yet become a word.
    assert search(page, "django v")[0] == "Django framework"
    assert search(page, "django vs zzzzzz") == ["Django framework"]


def test_what_has_no_name_leads_to_the_uses_and_the_a_to_z(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    found = search(page, "zzzzzz")
    assert len(found) == 7 and all(option.endswith("use case") for option in found[:6])
    assert found[6] == "Uses page"
    status = page.locator(".search [role=status]")
    expect(status).to_have_text("Nothing has a name like this. You may look for a use; Enter leads to the A to Z.")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(served.url("use-cases/*/"))
    page.go_back()
    search(page, "zzzzzz")
    box(page).press("Enter")
    page.wait_for_url(served.url("all/?q=zzzzzz"))


def test_a_screen_reader_is_told_of_the_box_the_options_and_their_number(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    banner = page.get_by_role("banner")
    expect(banner).to_match_aria_snapshot("- search:\n  - text: Search\n  - combobox \"Search\"")
    assert search(page, "rails scalability")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("search")).to_match_aria_snapshot(
        """
        - search:
          - text: Search
          - combobox "Search" [expanded] [active]: rails scalability
          - listbox "Results":
            - 'option "Ruby on Rails: Scalability what is said" [selected]':
              - strong: "Ruby on Rails: Scalability"
              - text: ""
            - option "Ruby on Rails framework":
              - strong: Ruby on Rails
              - text: ""
            - option "Scalability criterion":
              - strong: Scalability
              - text: ""
          - status: "3 results, Enter leads to Ruby on Rails: Scalability."
        """
    )
    assert box(page).get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    assert box(page).get_attribute("aria-autocomplete") == "list"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_open_list(
    open_tab: OpenTab, served: ServedSite, axe: Axe, width: int, scheme: str
) -> None:
    page = open_tab(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page.goto(served.kind("page"))
    for text in ["spring", "zzzzzz", "django vs"]:
        search(page, text)
        page.keyboard.press("ArrowDown")
        # What the list lies over for a moment is too small to be hit, and need not be.
        beside = OPTIONS | {"rules": {"target-size": {"enabled": False}}}
        for context, rules in [(".search", OPTIONS), ("html", beside)]:
            found = axe.run(page, context=context, options=rules).response["violations"]
            assert [(violation["id"], node["target"]) for violation in found for node in violation["nodes"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        panel = page.locator(".results").bounding_box()
        assert panel and panel["x"] >= 0 and panel["x"] + panel["width"] <= width


def test_nothing_of_the_search_is_fetched_before_it_is_used(page: Page, served: ServedSite) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(urlsplit(request.url).path))
    page.goto(served.kind("item"))
    page.wait_for_load_state("networkidle")
    assert requests and not [path for path in requests if "search" in path]
    with page.expect_response("**/search.json"):
        box(page).focus()
    fetched = [path for path in requests if "search" in path]
    assert fetched.count("/search.json") == 1
    assert len(fetched) == len(set(fetched)) == 1 + len(list((served.site.folder / "assets/search").glob("*.js")))
    search(page, "django")
    search(page, "flask")
    assert [path for path in requests if "search" in path] == fetched


def test_the_slash_can_be_switched_off(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    switch = page.get_by_role("checkbox", name="The key / goes to the search")
    expect(switch).to_be_checked()
    assert box(page).get_attribute("aria-keyshortcuts") == "/"
    switch.click()
    # A checkbox is no place to type in.
    page.keyboard.press("/")
    expect(switch).to_be_focused()
    page.reload()
    expect(switch).not_to_be_checked()
    assert box(page).get_attribute("aria-keyshortcuts") is None
    page.keyboard.press("/")
    expect(box(page)).not_to_be_focused()
    switch.click()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    # There it is a letter like any other.
    page.keyboard.type("a/b")
    expect(box(page)).to_have_value("a/b")
    page.locator("h1").click()
    page.keyboard.press("Control+/")
    expect(box(page)).not_to_be_focused()


def test_without_scripts_the_box_leads_to_the_a_to_z(open_tab: OpenTab, served_below: ServedSite) -> None:
    page = open_tab(java_script_enabled=False, viewport={"width": 320, "height": 600})
    for kind in ["item", "pair", "not-found"]:
        page.goto(served_below.kind(kind))
        open_search(page)
        field = page.get_by_role("textbox", name="Search")
        field.click()
        field.fill("django")
        field.press("Enter")
        page.wait_for_url(served_below.url("all/?q=django"))
        expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")
    # A key that does nothing is not spoken of.
    expect(page.locator("[data-search-key], .search kbd")).to_have_count(2)
    for element in page.locator("[data-search-key], .search kbd").all():
        expect(element).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1440])
def test_the_box_takes_no_room_from_the_page(open_tab: OpenTab, served: ServedSite, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 700})
    for kind in ["item", "matrix"]:
        page.goto(served.kind(kind))
        top = "document.querySelector('main').getBoundingClientRect().top"
        without = page.evaluate(top)
        open_search(page)
        box(page).focus()
        assert page.evaluate(top) == without
        search(page, "django vs flask vs laravel")
        assert page.evaluate(top) == without
        field = box(page).bounding_box()
        assert field and field["x"] >= 0 and field["width"] >= 170
        assert field["x"] + field["width"] <= width


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_open_field_covers_nothing_that_is_needed(open_tab: OpenTab, served: ServedSite, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 700})
    for address in [served.kind("pair"), served.kind("home")]:
        page.goto(address)
        button = page.get_by_role("button", name="Search", exact=True)
        button.click()
        expect(box(page)).to_be_focused()
        assert search(page, "django")
        # The name of the site, and the buttons that close the field and open the menu, stay in reach.
        for part in [page.locator(".site-name"), button, page.get_by_role("button", name="Menu")]:
            assert part.evaluate(
                """e => {
                  const { x, y, width, height } = e.getBoundingClientRect()
                  const hit = document.elementFromPoint(x + width / 2, y + height / 2)
                  return e === hit || e.contains(hit)
                }"""
            )
        field, results = box(page).bounding_box(), page.locator(".results").bounding_box()
        assert field and results and results["y"] >= field["y"] + field["height"]
        assert all(option.bounding_box()["height"] >= 40 for option in options(page).all())
        button.click()
        expect(page.locator("#The_search")).to_be_hidden()
        expect(page.locator(".results")).to_be_hidden()
        page.keyboard.press("/")
        expect(box(page)).to_be_focused()
        # The first press closes the list, the second empties the box, the third closes the field.
        search(page, "django")
        for _ in range(3):
            page.keyboard.press("Escape")
        expect(page.locator("#The_search")).to_be_hidden()


def test_a_search_that_cannot_be_loaded_is_the_form_that_it_was(open_tab: OpenTab, served: ServedSite) -> None:
    for pattern, says in [
        ("**/search.json", "The search could not be loaded. Enter leads to the A to Z."),
        ("**/box.*.js", ""),
    ]:
        page = open_tab()
        page.route(pattern, lambda route: route.abort())
        page.goto(served.kind("item"))
        box(page).click()
        page.keyboard.type("django")
        if says:
            expect(page.locator(".search [role=status]")).to_have_text(says)
        box(page).press("Enter")
        page.wait_for_url(served.url("all/?q=django"))


# MARK: Names of all kinds


NAMES = {
    "elan": "Élan Vital",
    "lodz": "Łódź",
    "strasse": "Straße",
    "privet": "Привет Мир",
    "nihongo": "日本語",
    "odos": "Οδός",
    "c-sharp": "C#",
    "c-plus-plus": "C++",
    "c": "C",
    "dotnet": ".NET",
    "markup": "<img src=x onerror=alert(1)>",
    "crab": "🦀",
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    quoted = {slug: json.dumps(name, ensure_ascii=False) for slug, name in NAMES.items()}
    documents = {f"items/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in quoted.items()}
    folder = write_site(
        tmp_path_factory.mktemp("named"), "title: Names\nitems: { folder: items, one: item, many: items }\n", documents
    )
    site = build_site(folder / "Public", folder)
    with python_server(site.folder) as root:
        yield ServedSite(site, root)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("elan", "elan"),
        ("E\u0301LAN", "elan"),
        ("vitál", "elan"),
        ("lodz", "lodz"),
        ("ŁÓDŹ", "lodz"),
        ("strasse", "strasse"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("ПРИВЕТ", "privet"),
        ("мир", "privet"),
        ("本", "nihongo"),
        ("日本", "nihongo"),
        ("οδος", "odos"),
        ("ΟΔΟΣ", "odos"),
        ("c#", "c-sharp"),
        ("c++", "c-plus-plus"),
        ("c", "c"),
        ("net", "dotnet"),
        (".net", "dotnet"),
        ("<img", "markup"),
        ("ONERROR", "markup"),
        ("🦀", "crab"),
    ],
)
def test_names_are_found_whatever_their_accents_and_script(
    open_tab: OpenTab, named: ServedSite, text: str, slug: str
) -> None:
    page = open_tab()
    complaints = Complaints(named.root)
    complaints.watch(page)
    page.goto(named.root)
    found = search(page, text)
    assert found and found[0] == f"{NAMES[slug]} item", found
    assert page.locator(".results :is(img, script)").count() == 0
    assert complaints.take() == []


# MARK: No dead link


def pair_site(folder: Path, count: int, settings: str) -> BuiltSite:
    documents = {
        "criteria/year.md": "---\nname: Year\ntype: number\n---\n",
        "criteria/kind.md": "---\nname: Kind\ntype: text\n---\n",
    }
    for number in range(count):
        facts = f"year: {{ value: {number % 2}, sources: [one] }}, kind: {{ value: k{number % 5}, sources: [one] }}"
        # The last tells nothing, so that it differs from none.
        facts = facts if number < count - 1 else ""
        documents[f"items/i{number}{'-x' if number % 3 == 0 else ''}.md"] = (
            f"---\nname: Item {number}\nfacts: {{ {facts} }}\n---\n"
        )
    write_site(folder, f"title: Pairs\nitems: {{ folder: items, one: item, many: items }}\n{settings}", documents)
    return build_site(folder / "Public", folder)


ALL_PAIRS = """async ([load, pairs, address]) => {
  const { items, pairs: told, entries } = await (await import(load)).load(address)
  const { findPairs } = await import(pairs)
  const { spell } = await import(load.replace(/load\\..*/, document.documentElement.dataset.fold))
  return {
    pages: items.flatMap(one => items.map(other => [one.place, other.place, told.page(one, other)?.href ?? ""])),
    closest: items.map(item => told.closest(item).map(({ href }) => href)),
    lists: items.map(item => [item.place, told.list(item)]),
    typed: items.map(item => {
      const sides = [spell(item.name), spell(items.at(-1).name)]
      return [item.place, findPairs(sides, { items, pairs: told }, 8).options.map(({ href }) => href)]
    }),
    entries: entries.map(({ href }) => href),
  }
}"""


@pytest.mark.parametrize(
    ("count", "settings"),
    [
        (12, "pairs: all"),
        (12, "pairs: all\npair-threshold: 2"),
        (12, "pairs: { closest: 2 }"),
        (12, "pairs: { within: kind }"),
        (12, "pairs: { list: [[i5, i0-x], [i4, i11]] }"),
        (12, "pairs: none"),
        (90, "pairs: all"),
        (90, "pairs: all\npair-threshold: 2"),
        (90, "pairs: { closest: 3 }"),
    ],
)
def test_the_search_leads_to_every_pair_and_to_no_dead_link(
    open_tab: OpenTab, tmp_path: Path, count: int, settings: str
) -> None:
    site = pair_site(tmp_path, count, settings)
    with python_server(site.folder) as root:
        page = open_tab()
        page.goto(root)
        published = {file.name.split(".")[0]: file.name for file in (site.folder / "assets/search").iterdir()}
        modules = {name: f"{root}assets/search/{file}" for name, file in published.items()}
        page.evaluate("name => document.documentElement.dataset.fold = name", modules["fold"].rsplit("/", 1)[1])
        found: dict[str, Any] = page.evaluate(ALL_PAIRS, [modules["load"], modules["pairs"], f"{root}search.json"])

    def leads(address: str) -> bool:
        return not is_redirect(site.folder / unquote(address.removeprefix(root)) / "index.html")

    def partners(item: str) -> set[str]:
        folders = {address.removesuffix("/").rsplit("/", 1)[1] for address in there}
        return {folder for folder in folders if item in folder.split("-vs-")}

    pages = {address for _, _, address in found["pages"] if address}
    there = {f"{root}{site.address(file)}" for file in site.pages() if "-vs-" in site.address(file)}
    is_told = json.loads((site.folder / "search.json").read_text())["pairs"]["listed"] != "none"
    assert pages == (there if is_told else set())
    assert is_told == (count == 12 or "threshold" not in settings)
    for one, other, address in found["pages"]:
        assert (one == other) <= (address == "")
    lists = dict(found["lists"])
    for item, address in lists.items():
        exists = (site.folder / "compare" / item / "index.html").exists()
        assert (address != "") == (exists and not is_told), item
    assert all(len(set(closest)) == min(3, len(partners(item))) for item, closest in zip(lists, found["closest"], strict=True))
    for address in {*pages, *(address for closest in found["closest"] for address in closest), *lists.values(), *found["entries"], *(a for _, some in found["typed"] for a in some)}:
        assert not address or leads(address), address
    # Whoever asks for a pair without a page gets its items, or the lists of their pairs.
    for item, offered in found["typed"]:
        assert offered, item
