"""Prints how long `collate serve` takes from a save to the new page, and what memory the server has.

    python3 Benchmarks/serve.py 17 1000 10000

With `--edits` other edits too: of a criterion's name, a use case, the site's title and a template.

A client listens as the script of an open page does; when it is told of the change it asks for the page. The time runs from before the
write to the last byte of the page that holds it.

    .venv-test/bin/python Benchmarks/serve.py --browser 17 1000 10000

A real browser (Chromium, by way of the packages that `Scripts/test` installs) has the page open instead. The time runs from before the
write to when the new page stands in the browser, read and ready (DOMContentLoaded, by the browser's own clock).
"""

import itertools
import re
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from documents import write_collate_site
from edits import COLLATE_EDITS, CRITERION, ITEM, TEMPLATE, TITLE, Edit, bring_template
from measuring import built_collate, common_arguments
from synthetic import Item, Site, synthetic_site

EDITS = 15


def request(port: int, target: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(1 << 20):
            answer += piece
    return answer


def listening(port: int, target: str) -> socket.socket:
    """A connection on which the changes of a page are told."""
    mark = re.search(rb'data-whole="(\w+)" data-shape="(\w+)"', request(port, target))
    assert mark, "the page has no script"
    query = f"path={target.replace('/', '%2F')}&whole={mark[1].decode()}&shape={mark[2].decode()}"
    stream = socket.create_connection(("127.0.0.1", port))
    stream.sendall(f"GET /_collate/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    while b"event: problems" not in stream.recv(1 << 20):
        pass
    return stream


def seconds_to_page(port: int, site: Path, edit: Edit, target: str, number: int) -> float:
    with listening(port, target) as stream:
        start = time.perf_counter()
        edit.apply(site, number)
        told = b""
        while b"event: reload" not in told:
            told += stream.recv(1 << 20)
        page = request(port, target)
        end = time.perf_counter()
    assert edit.mark(number).encode() in page
    return end - start


@contextmanager
def browser_page(address: str) -> Iterator[Callable[[Path, Edit, int], float]]:
    """Opens a page in Chromium, and gives what edits the site and says after how many seconds the new page stands there."""
    from playwright.sync_api import sync_playwright

    ready = """words => {
        const navigation = performance.getEntriesByType("navigation")[0];
        const end = navigation.domContentLoadedEventEnd;
        return end > 0 && document.documentElement.outerHTML.includes(words) ? performance.timeOrigin + end : null;
    }"""
    with sync_playwright() as playwright:
        names = ["chromium-headless-shell", "chromium", "chromium-browser"]
        executable = next(filter(None, map(shutil.which, names)), None)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)

        def seconds(site: Path, edit: Edit, number: int) -> float:
            start = time.time()
            edit.apply(site, number)
            return page.wait_for_function(ready, arg=edit.mark(number), timeout=120_000).json_value() / 1000 - start

        try:
            yield seconds
        finally:
            browser.close()


def status(process: subprocess.Popen[str]) -> tuple[float, float]:
    """Seconds of processor time so far, and megabytes of resident memory."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    match = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8"))
    assert match
    return (int(fields[11]) + int(fields[12])) / 100, int(match[1]) / 1024


def times_of_edits(port: int, site: Path, edit: Edit, target: str, in_browser: bool) -> Iterator[float]:
    """Seconds to the new page, of one edit after the other."""
    if in_browser:
        with browser_page(f"http://127.0.0.1:{port}{target}") as seconds:
            yield from (seconds(site, edit, number) for number in range(EDITS + 1))
    else:
        yield from (seconds_to_page(port, site, edit, target, number) for number in range(EDITS + 1))


def page_of(port: int, edit: Edit, site: Site) -> str:
    """The address of a page that shows an edit."""
    if edit is ITEM:
        return "/items/item-7/"
    if edit is CRITERION:
        return "/criteria/criterion-2/"
    if edit is TITLE:
        return "/"
    if edit is TEMPLATE:
        return next(pairs_of(port, site.items[7]))
    # A use is a reason to choose only where it is named for one of the two.
    named = (item for item in site.items if item.uses[0].label == site.use_cases[1].name)
    pairs = itertools.chain.from_iterable(pairs_of(port, item) for item in named)
    return next(pair for pair in pairs if b"have Use 1" in request(port, pair))


def pairs_of(port: int, item: Item) -> Iterator[str]:
    """The addresses of pages that compare an item."""
    for match in re.finditer(rb'href="[./]*(/compare/[^/"]+-vs-[^/"]+/)"', request(port, f"/items/{item.slug}/")):
        yield match[1].decode()


def measure(collate: Path, folder: Path, site: Site, edits: list[Edit], in_browser: bool) -> Iterator[str]:
    """A line of the table for each edit."""
    command = [str(collate.absolute()), "serve", "--site", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        first = process.stdout.readline() if process.stdout else ""
        match = re.search(r":(\d+)/ · (\d+) pages · ([\d.]+) s", first)
        assert match, first
        port = int(match[1])
        for edit in edits:
            seconds = times_of_edits(port, folder, edit, page_of(port, edit, site), in_browser)
            # The first finds nothing made.
            next(seconds)
            before, _ = status(process)
            times = list(seconds)
            after, memory = status(process)
            middle, most = statistics.median(times) * 1000, max(times) * 1000
            processor = (after - before) / EDITS * 1000
            yield (
                f"{match[2]} | {match[3]} s | {edit.name} | {middle:.0f} ms | {most:.0f} ms | {processor:.0f} ms | {memory:.0f} MB |"
            )
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def main() -> None:
    parser = common_arguments(__doc__)
    parser.add_argument("items", type=int, nargs="+", help="how many items the sites have")
    parser.add_argument("--browser", action="store_true", help="measure in Chromium, by way of Playwright")
    parser.add_argument("--edits", action="store_true", help="edit a criterion's name, a use case, the title and a template, too")
    options = parser.parse_args()
    collate = options.collate or built_collate()
    print("| items | pages | start | edit of | save to page | at most | CPU | memory |\n|---|---|---|---|---|---|---|---|")
    for items in options.items:
        with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as name:
            folder = Path(name)
            site = synthetic_site(items)
            write_collate_site(site, folder, options.closest)
            if options.edits:
                bring_template(folder)
            edits = list(COLLATE_EDITS) if options.edits else [ITEM]
            for line in measure(collate, folder, site, edits, options.browser):
                print(f"| {items} | {line}", flush=True)


if __name__ == "__main__":
    main()
