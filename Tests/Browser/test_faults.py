"""The checks of the site find what they are for: a fault of each kind, put into the theme, turns its check red.

The theme is copied, one line of one template is spoilt, and the very functions that the other tests use look at the built site.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import REPOSITORY, build_site
from htmlchecker import check_html
from links import check_links
from measures import overflow
from serving import python_server
from tabs import Complaints, OpenTab, ServedSite

PAGE = "data/"

# What is put behind the heading of the page of data, and the check that must not like it.
FAULTS = {
    "missing label": '<input type="text">',
    "dead anchor": '<p><a href="frameworks/django/#no_such_place">Django</a></p>',
    "sideways scroll": "<table><tbody><tr>" + "<td>column</td>" * 30 + "</tr></tbody></table>",
    "external request": '<img src="https://elsewhere.example/pixel.png" alt="">',
    "invalid HTML": '<p><b>not <i>nested</b></i></p>',
    "none": "",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled site with a theme that may be spoilt."""
    folder = tmp_path_factory.mktemp("faults")
    for part in ["Content", "Templates"]:
        shutil.copytree(REPOSITORY / part, folder / part)
    return folder


@pytest.fixture(params=FAULTS)
def spoilt(copy: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, ServedSite]]:
    """The name of a fault, and the site that has it."""
    template = (REPOSITORY / "Templates" / "data.html").read_text(encoding="utf-8")
    assert template.count("</h1>") == 1
    (copy / "Templates" / "data.html").write_text(
        template.replace("</h1>", "</h1>" + FAULTS[request.param]), encoding="utf-8"
    )
    site = build_site(copy / "Public", copy)
    with python_server(site.folder) as root:
        yield request.param, ServedSite(site, root)


def test_a_fault_turns_its_check_red_and_no_other(
    spoilt: tuple[str, ServedSite], open_tab: OpenTab, axe: Axe
) -> None:
    fault, served = spoilt
    page = open_tab(viewport={"width": 320, "height": 800})
    complaints = Complaints(served.root)
    complaints.watch(page)
    page.goto(served.url(PAGE))
    red = {
        "missing label": bool(violations(axe, page)),
        "dead anchor": bool(check_links(served.site, f"{PAGE}index.html").dead),
        "sideways scroll": overflow(page) > 0,
        "external request": any(found.startswith("elsewhere: ") for found in complaints.take()),
        "invalid HTML": bool(check_html(served.site.folder / PAGE)),
    }
    assert [name for name, is_red in red.items() if is_red] == ([] if fault == "none" else [fault])
