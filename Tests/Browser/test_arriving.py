"""Pages that come over a slow line, piece by piece: what is drawn already stays where it is."""

import re
import time
from collections.abc import Iterator
from functools import partial

import pytest
from serving import QuietHandler, python_server
from tabs import OpenTab, ServedSite

SHIFTS = """() => new Promise(resolve => {
  const seen = []
  new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true})
  setTimeout(() => resolve(seen.flatMap(entry => entry.sources.map(source => ({
    isInHeader: Boolean(source.node?.parentElement?.closest(".site-head")),
    node: source.node?.nodeName,
    from: source.previousRect.x,
    to: source.currentRect.x,
  })))), 200)
})"""


class SlowHandler(QuietHandler):
    """Sends a page's header element by element, with time to draw each."""

    def copyfile(self, source, outputfile) -> None:  # type: ignore[no-untyped-def, override]
        content = source.read()
        head, mark, rest = content.partition(b"</header>")
        if not mark:
            outputfile.write(content)
            return
        for piece in re.split(rb"(?=<(?:header|nav|form|button))", head):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(0.06)
        outputfile.write(mark + rest)


@pytest.fixture(scope="module")
def slowly_served(served: ServedSite) -> Iterator[str]:
    with python_server(served.site.folder, partial(SlowHandler, directory=str(served.site.folder))) as root:
        yield root


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_in_the_header_moves_while_it_arrives(open_tab: OpenTab, slowly_served: str, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 800})
    page.goto(slowly_served + "sources/")
    assert page.locator(".site-head .switch").count() == 1
    assert [shift for shift in page.evaluate(SHIFTS) if shift["isInHeader"]] == []
