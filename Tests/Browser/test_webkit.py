"""The core journeys in a second engine: WebKit, driven by its own WebDriver in a screen that nobody sees."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Keys, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from tabs import ServedSite

BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
PROGRAMS = ["WebKitWebDriver", "Xvfb"]
MISSING = [program for program in PROGRAMS if not shutil.which(program)] + ([] if BROWSERS else ["MiniBrowser"])

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own; the server says which number was free."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout
    yield ":" + server.stdout.readline().strip()
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture(scope="module")
def driver(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitGTK]:
    options = Options()
    options.binary_location = str(BROWSERS[-1])
    options.add_argument("--automation")
    home = tmp_path_factory.mktemp("webkit")
    environment = {
        **{"DISPLAY": display, "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        # No graphics hardware, no session bus and no sandbox of user namespaces in a container.
        **{"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"},
        "FONTCONFIG_FILE": os.environ["FONTCONFIG_FILE"],
    }
    driver = WebKitGTK(options=options, service=Service(shutil.which("WebKitWebDriver"), env=environment))
    driver.set_window_size(1200, 900)
    yield driver
    driver.quit()


def wait(driver: WebKitGTK) -> WebDriverWait:
    return WebDriverWait(driver, 60)


def find(driver: WebKitGTK, selector: str) -> WebElement:
    return driver.find_element(By.CSS_SELECTOR, selector)


def rows(driver: WebKitGTK) -> list[str]:
    return driver.execute_script(
        """return [...document.querySelector(".matrix").querySelectorAll("tbody th")]
             .filter(th => th.checkVisibility()).map(th => th.textContent.trim())"""
    )


def test_a_pair_page_tells_which_to_choose_and_who_says_so(driver: WebKitGTK, served: ServedSite) -> None:
    driver.get(served.url("compare/flask-vs-django/"))
    wait(driver).until(lambda d: d.current_url == served.url("compare/django-vs-flask/"))
    assert find(driver, "h1").text == "Django vs Flask"
    assert [h2.text for h2 in driver.find_elements(By.CSS_SELECTOR, ".choice h2")] == [
        "Choose Django if you …",
        "Choose Flask if you …",
    ]
    row = find(driver, ".choice .q").get_attribute("href").partition("#")[2]
    driver.execute_script("arguments[0].click()", find(driver, ".choice .q"))
    wait(driver).until(lambda d: d.execute_script("return document.querySelector(':target')?.open"))
    citation = find(driver, f"#{row} .claims a")
    driver.execute_script("arguments[0].click()", citation)
    anchor = citation.get_attribute("href").partition("#")[2]
    wait(driver).until(lambda d: d.execute_script("return document.querySelector(':target')?.id") == anchor)
    assert driver.execute_script("return document.querySelector(':target').closest('details').open")


def test_a_matrix_sorts_filters_and_keeps_its_view_in_the_address(driver: WebKitGTK, served: ServedSite) -> None:
    driver.get(served.url("matrices/at-a-glance/"))
    wait(driver).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".tables.is-ready"))
    published = rows(driver)
    find(driver, ".sort").send_keys(Keys.ENTER)
    wait(driver).until(lambda d: rows(d) != published or "sort=" in d.current_url)
    assert find(driver, "[aria-sort]").get_attribute("aria-sort") in ("ascending", "descending")
    assert sorted(rows(driver)) == sorted(published)
    driver.get(served.url("matrices/at-a-glance/?items=koa,django"))
    wait(driver).until(lambda d: rows(d) == ["Django", "Koa"])
    assert find(driver, ".view [role=status]").text == "2 of 17 frameworks"


def test_differences_only_needs_no_script(driver: WebKitGTK, served: ServedSite) -> None:
    """The style sheet alone hides what is the same; the engine must know `:has()`."""
    driver.get(served.url("matrices/at-a-glance/?items=django,flask"))
    wait(driver).until(lambda d: rows(d) == ["Django", "Flask"])
    same = "return [...document.querySelectorAll('.is-same')].filter(e => e.checkVisibility()).length"
    assert driver.execute_script(same) > 0
    find(driver, "[data-differences]").send_keys(Keys.SPACE)
    wait(driver).until(lambda d: d.execute_script(same) == 0)


def test_nothing_scrolls_sideways_and_colours_follow_the_switch(driver: WebKitGTK, served: ServedSite) -> None:
    driver.set_window_size(400, 800)
    for kind in ["home", "item", "matrix", "pair", "use-case", "coverage"]:
        driver.get(served.kind(kind))
        width, overflow = driver.execute_script(
            "const e = document.documentElement; return [e.clientWidth, e.scrollWidth - e.clientWidth]"
        )
        assert width < 500 and overflow <= 0, kind
    background = "return getComputedStyle(document.body).backgroundColor"
    light = driver.execute_script(background)
    driver.execute_script("document.querySelector('[data-theme-switch]').click()")
    dark = driver.execute_script(background)
    assert re.fullmatch(r"rgb\(.*\)", dark) and dark != light
    driver.get(served.kind("home"))
    assert wait(driver).until(lambda d: d.execute_script(background) == dark)
