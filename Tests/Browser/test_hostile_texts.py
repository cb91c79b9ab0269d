"""Contributed text stays text in a browser: nothing runs, and scripts show it as it was written."""

from building import BuiltSite
from hostile import ELEMENTS, TEXTS, name
from playwright.sync_api import expect
from serving import python_server
from tabs import Complaints, OpenTab
from test_table_controls import status, summary
from test_table_plain import ready


def test_nothing_runs_in_a_browser(hostile_site: BuiltSite, open_tab: OpenTab) -> None:
    with python_server(hostile_site.folder) as root:
        page = open_tab()
        complaints = Complaints(root)
        complaints.watch(page)
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(page.url), dialog.dismiss()))
        some = set(hostile_site.some_pages(7))
        for file in hostile_site.pages():
            # A name stands on twenty pages of pairs, in the same places; every seventh is enough.
            if hostile_site.kinds[file] == "pair" and file not in some:
                continue
            page.goto(root + hostile_site.address(file))
            # What waits for the pointer or the focus gets both.
            page.evaluate(
                """() => document.querySelectorAll("main *").forEach(element => {
                     for (const kind of ["mouseover", "click", "focus", "error"])
                       element.dispatchEvent(new Event(kind, {cancelable: true}))
                   })"""
            )
        assert dialogs == []
        assert complaints.take() == []


def test_the_search_shows_names_as_text(hostile_site: BuiltSite, open_tab: OpenTab) -> None:
    with python_server(hostile_site.folder) as root:
        page = open_tab()
        complaints = Complaints(root)
        complaints.watch(page)
        page.goto(root + "things/t1/")
        box = page.get_by_role("combobox")
        for number, text in enumerate(TEXTS):
            # What is quoted in a name stands in that of others too, and the name itself comes first.
            box.fill("")
            box.fill(name(number))
            shown = page.locator("[role=option] strong").first
            expect(shown).to_have_text(" ".join(name(number).split()))
            assert page.locator(".results *:not(div, a, strong, span, p)").count() == 0, text
            assert (page.locator("[role=option]").first.get_attribute("href") or "").startswith(root)
        assert complaints.take() == []


def test_the_finder_shows_names_as_text(hostile_site: BuiltSite, open_tab: OpenTab) -> None:
    known = ELEMENTS | {"output", "select", "option"}
    with python_server(hostile_site.folder) as root:
        page = open_tab()
        complaints = Complaints(root)
        complaints.watch(page)
        page.goto(f"{root}find/?where=c1:a&where=%3Cscript%3Ealert(1)%3C/script%3E:x")
        expect(page.locator(".finder.is-ready")).to_be_visible()
        page.evaluate("document.querySelectorAll('.knobs details').forEach(details => (details.open = true))")
        expect(page.get_by_role("checkbox")).not_to_have_count(0)
        text = page.locator(".finder").inner_text()
        assert sum(" ".join(name(number).split()) in " ".join(text.split()) for number in range(len(TEXTS))) > 12
        found = page.evaluate("[...document.querySelectorAll('.finder *')].map(element => element.localName)")
        assert set(found) <= known
        attributes = page.evaluate(
            "[...document.querySelectorAll('.finder *')].flatMap(element => [...element.getAttributeNames()])"
        )
        assert not [attribute for attribute in attributes if attribute.startswith("on") or attribute == "style"]
        assert complaints.take() == []


def test_hostile_names_stay_texts_in_every_control(hostile_site: BuiltSite, open_tab: OpenTab) -> None:
    with python_server(hostile_site.folder) as root:
        page = open_tab(viewport={"width": 1280, "height": 900})
        complaints = Complaints(root)
        complaints.watch(page)
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        ready(page, root + "matrices/all/?where=c0:%3Cimg%20src=x%20onerror=alert(1)%3E&hide=%22%3E%3Cscript%3E")
        assert "<img src=x onerror=alert(1)>" in status(page).inner_text()
        item = page.locator("th[data-item=t3] a").first.inner_text()
        for panel in ["compare", "filter", "choose"]:
            summary(page, panel).click()
            for box in page.locator(f"[data-panel={panel}] input[type=checkbox]").all()[:2]:
                box.click()
        page.get_by_label("Name contains").evaluate("field => field.focus()")
        ready(page, root + "matrices/all/?baseline=t3&sort=c2")
        page.locator(".sort").nth(2).click()
        assert item in (page.locator("td > .hidden").first.text_content() or "")
        ready(page, root + "matrices/all/?compare=t3,t4&find=%3Csvg%20onload=alert(1)%3E&where=c1:a")
        wild = page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter(element =>
                 [...element.attributes].some(({name}) => name.startsWith("on"))
                 || ["script", "img", "iframe", "object", "form", "style", "base", "meta"].includes(element.localName)
                 || element.localName === "svg" && element.hasAttribute("onload")).map(element => element.outerHTML)"""
        )
        assert wild == []
        assert dialogs == []
        assert complaints.take() == []
