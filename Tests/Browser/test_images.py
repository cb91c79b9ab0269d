"""Pictures as a browser shows them: their sizes are those of the files, nothing moves, and what is far below waits."""

import base64
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import OPTIONS
from building import BuiltSite, build_site, run_collate
from measures import MEASURES
from playwright.sync_api import Browser, Page, Route
from serving import python_server
from tabs import OpenTab

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" fill="teal"/></svg>'
ITEM = """---
name: Alpha
logo: ../pictures/logo.svg
---

![The first picture](../pictures/one.png)

Words.

{words}

![The second picture](../pictures/two.jpg)

![The third picture](../pictures/three.webp "Three")

## Strengths

- **Looks**: as a picture shows, ![the fourth picture](../pictures/four.gif). [^1]

[^1]: [One](../sources/one.md)
"""
GIF = "R0lGODlhAwACAIAAAP8AAP///ywAAAAAAwACAAACAoRRADs="


def png(width: int, height: int) -> bytes:
    """A grey picture, written by hand."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def drawn(browser: Browser, kind: str, width: int, height: int) -> bytes:
    """A picture that the browser itself wrote."""
    page = browser.new_page()
    address = page.evaluate(
        """([kind, width, height]) => {
             const canvas = Object.assign(document.createElement("canvas"), { width, height })
             canvas.getContext("2d").fillRect(5, 5, 20, 10)
             return canvas.toDataURL(`image/${kind}`)
           }""",
        [kind, width, height],
    )
    page.close()
    assert address.startswith(f"data:image/{kind};base64,")
    return base64.b64decode(address.partition(",")[2])


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> BuiltSite:
    folder = tmp_path_factory.mktemp("pictures")
    content = folder / "Content"
    for name in ["pictures", "items", "criteria", "sources"]:
        (content / name).mkdir(parents=True)
    items = "items: { folder: items, one: item, many: items }"
    (content / "site.yml").write_text(f"title: T\nallow-files: [svg]\n{items}\n")
    (content / "criteria" / "looks.md").write_text("---\nname: Looks\n---\n")
    (content / "sources" / "one.md").write_text("---\nname: One\n---\n")
    words = "\n\n".join(["A paragraph that takes some room, as there are many of them here. " * 4] * 40)
    (content / "items" / "alpha.md").write_text(ITEM.format(words=words))
    files = {
        "logo.svg": SVG.encode(),
        "one.png": png(640, 200),
        "two.jpg": drawn(browser, "jpeg", 300, 421),
        "three.webp": drawn(browser, "webp", 123, 45),
        "four.gif": base64.b64decode(GIF),
    }
    for name, data in files.items():
        (content / "pictures" / name).write_bytes(data)
    return build_site(folder / "Public", folder, "--strict")


@pytest.fixture(scope="module")
def root(pictures: BuiltSite) -> Iterator[str]:
    with python_server(pictures.folder) as root:
        yield root


def opened(page: Page, address: str) -> list[str]:
    """Opens a page whose pictures come late; gives the pictures that are asked for before it is scrolled."""
    asked: list[str] = []

    def late(route: Route) -> None:
        asked.append(Path(route.request.url).name.partition(".")[0])
        time.sleep(0.2)
        route.continue_()

    page.route("**/pictures/*", late)
    page.goto(address)
    page.wait_for_timeout(300)
    return asked


IMAGES = """() => [...document.querySelectorAll("img")].map(image => ({
  name: image.src.replace(/.*\\/|\\..*/g, ""), alt: image.alt, lazy: image.loading === "lazy", decoding: image.decoding,
  told: [Number(image.getAttribute("width")), Number(image.getAttribute("height"))],
  natural: [image.naturalWidth, image.naturalHeight],
  box: [image.getBoundingClientRect().width, image.getBoundingClientRect().height],
}))"""


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_have_their_room_before_they_come(open_tab: OpenTab, root: str, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 700})
    asked = opened(page, f"{root}items/alpha/")
    assert {"logo", "one"} <= set(asked) and not {"two", "three", "four"} & set(asked)
    # What a visitor opens moves what is below.
    assert page.evaluate(MEASURES)["shift"] == 0
    for fold in page.locator("main summary:visible").all():
        fold.click()
    boxes = {image["name"]: image["box"] for image in page.evaluate(IMAGES)}
    for name in boxes:
        page.locator(f"img[src*={name}]").first.scroll_into_view_if_needed()
        page.wait_for_function("name => document.querySelector(`img[src*=${name}]`).naturalWidth > 0", arg=name)
    images = page.evaluate(IMAGES)
    assert [(image["name"], image["alt"], image["lazy"]) for image in images] == [
        ("logo", "", False),
        ("four", "the fourth picture", True),
        ("one", "The first picture", False),
        ("two", "The second picture", True),
        ("three", "The third picture", True),
    ]
    assert [image["told"] for image in images] == [[300, 100], [3, 2], [640, 200], [300, 421], [123, 45]]
    assert all(image["told"] == image["natural"] for image in images[1:])
    assert all(image["decoding"] == "async" for image in images if image["lazy"])
    assert {image["name"]: image["box"] for image in images} == boxes, "what came late had its room all the time"
    assert page.evaluate(MEASURES)["overflow"] == 0


def test_a_logo_stands_on_the_page_and_on_the_card_of_its_item(open_tab: OpenTab, root: str) -> None:
    page = open_tab()
    for address, side in [("items/alpha/", 64), ("items/", 32)]:
        page.goto(root + address)
        logo = page.locator("main img.logo")
        box = logo.bounding_box()
        assert box and (box["width"], box["height"]) == (side, side), address
        assert logo.get_attribute("alt") == "", "the name beside it says what it is"
        assert page.get_by_role("img", name="Alpha").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_tab: OpenTab, root: str, axe: Axe, scheme: str) -> None:
    page = open_tab(color_scheme=scheme)
    page.goto(f"{root}items/alpha/")
    found = axe.run(page, options=OPTIONS)
    assert [(v["id"], n["target"]) for v in found.response["violations"] for n in v["nodes"]] == []


def test_a_picture_without_words_fails_a_strict_build(tmp_path: Path) -> None:
    content = tmp_path / "Content"
    content.mkdir()
    (content / "site.yml").write_text("title: T\n")
    (content / "index.md").write_text("---\nname: Home\n---\n\n![](a.png)\n")
    (content / "a.png").write_bytes(png(3, 2))
    run = run_collate("check", "--strict", "--site", str(tmp_path))
    assert run.returncode == 1
    assert "warning[missing-alt-text]: an image says in words what it shows\n --> Content/index.md:5:1" in run.stderr
