"""The site under its own `_headers`: a content security policy that allows what it needs and nothing else."""

import base64
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from building import KINDS, BuiltSite
from playwright.sync_api import expect
from serving import QuietHandler, python_server
from tabs import Complaints, OpenTab, ServedSite


def rules_of(site: BuiltSite) -> list[tuple[str, dict[str, str]]]:
    """The rules of `_headers`: what an address begins with (`/*`) or is, and what is said along with it."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in (site.folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        else:
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return rules


class HeadersHandler(QuietHandler):
    """Python's file server that minds `_headers`, as the hosts do that know such a file."""

    def __init__(self, *arguments: object, rules: list[tuple[str, dict[str, str]]], **options: object) -> None:
        self.rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for pattern, headers in self.rules:
            if self.path == pattern or (pattern.endswith("*") and self.path.startswith(pattern[:-1])):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()


@contextmanager
def headers_server(site: BuiltSite, folder: Path) -> Iterator[str]:
    with python_server(folder, partial(HeadersHandler, rules=rules_of(site), directory=str(folder))) as root:
        yield root


@pytest.fixture(scope="module")
def guarded(addressed_site: BuiltSite) -> Iterator[ServedSite]:
    """The site below a path, with the headers that it asks for."""
    with headers_server(addressed_site, addressed_site.folder.parents[1]) as root:
        yield ServedSite(addressed_site, root + "some/where/")


def test_the_policy_allows_no_more_than_the_site_itself(guarded: ServedSite, open_tab: OpenTab) -> None:
    response = open_tab().request.get(guarded.url(""))
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'" and policy["base-uri"] == "'none'" and policy["frame-ancestors"] == "'none'"
    allowed = {name: value for name, value in policy.items() if value != "'none'"}
    assert set(re.sub(r" 'sha256-[^']+'", "", value) for value in allowed.values()) == {"'self'"}
    assert "unsafe" not in str(policy) and "*" not in str(policy)
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "strict-origin-when-cross-origin"


def test_the_only_script_inside_a_page_is_the_one_that_the_policy_names(addressed_site: BuiltSite) -> None:
    hashes = set(re.findall(r"'(sha256-[^']+)'", rules_of(addressed_site)[0][1]["Content-Security-Policy"]))
    scripts = {
        script
        for page in addressed_site.pages()
        for script in re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    }
    assert len(scripts) == 1
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert {f"sha256-{digest}" for digest in digests} == hashes


def test_only_names_with_a_hash_are_kept_for_ever(addressed_site: BuiltSite) -> None:
    kept = [pattern for pattern, headers in rules_of(addressed_site) if "immutable" in headers.get("Cache-Control", "")]
    hashed = set()
    for file in addressed_site.folder.rglob("*"):
        path = "/some/where/" + file.relative_to(addressed_site.folder).as_posix()
        if file.is_file() and any(path == rule or (rule[-1] == "*" and path.startswith(rule[:-1])) for rule in kept):
            hashed.add(file.name)
    published = {file.name for file in addressed_site.folder.rglob("*") if re.search(r"\.[0-9a-f]{32}\.\w+$", file.name)}
    assert hashed == published and len(hashed) > 3 * len(kept)


def test_every_kind_of_page_works_under_the_policy(guarded: ServedSite, open_tab: OpenTab) -> None:
    """A refusal would be an error on the console."""
    page = open_tab()
    complaints = Complaints(guarded.root)
    complaints.watch(page)
    for kind in KINDS:
        page.goto(guarded.kind(kind))
        assert page.evaluate("getComputedStyle(document.querySelector('.site-head')).borderBottomStyle") == "solid", kind
        assert complaints.take() == [], kind


def test_scripts_work_under_the_policy(guarded: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab(color_scheme="light", viewport={"width": 1280, "height": 900})
    complaints = Complaints(guarded.root)
    complaints.watch(page)
    page.goto(guarded.url("matrices/at-a-glance/"))
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("button", name="Sort by First release").click()
    expect(page.locator("[aria-sort=ascending]").first).to_be_visible()
    page.locator("[data-panel=compare] summary").click()
    page.get_by_role("checkbox", name="Django", exact=True).check()
    assert complaints.take() == []


def test_the_policy_refuses_what_is_not_the_site_s(
    addressed_site: BuiltSite, tmp_path: Path, open_tab: OpenTab
) -> None:
    """A check of the check: the same server refuses what somebody might smuggle in."""
    (tmp_path / "some" / "where").mkdir(parents=True)
    (tmp_path / "some" / "where" / "index.html").write_text(
        "<!doctype html><title>t</title><p style='color: red' onclick='x()'>x</p><script>document.title = 'ran'</script>"
        "<img src='https://elsewhere.example/x.png' alt=''>",
        encoding="utf-8",
    )
    with headers_server(addressed_site, tmp_path) as root:
        page = open_tab()
        complaints = Complaints(root)
        complaints.watch(page)
        page.goto(root + "some/where/")
        assert page.title() == "t"
        found = "\n".join(complaints.take())
        for directive in ["style-src", "script-src", "img-src"]:
            assert directive in found, found
