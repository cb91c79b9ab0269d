"""Every declaration of the style sheets in the browser that reads them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from building import BuiltSite
from tabs import ServedSite, WatchedPage


@pytest.fixture(scope="module")
def style_sheets(site: BuiltSite) -> list[Path]:
    found = sorted(site.folder.rglob("*.css"))
    assert found
    return found


def rules(nodes: list) -> Iterator[tuple[str, list]]:
    """The selector and the parsed declarations of every style rule, whatever condition it stands in."""
    for node in nodes:
        assert node.type != "error", f"line {node.source_line}: {node.message}"
        if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer", "container"):
            yield from rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            declarations = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield tinycss2.serialize(node.prelude).strip(), declarations


def test_the_browser_accepts_every_declaration(tab: WatchedPage, served: ServedSite, style_sheets: list[Path]) -> None:
    tab.page.goto(served.kind("guides"))
    declared = []
    for sheet in style_sheets:
        parsed = tinycss2.parse_stylesheet(sheet.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
        for selector, declarations in rules(parsed):
            for declaration in declarations:
                assert declaration.type == "declaration", f"{selector}: {declaration}"
                declared.append([declaration.name, tinycss2.serialize(declaration.value).strip()])
    refused = tab.page.evaluate(
        """declared => declared.filter(([name, value]) => !name.startsWith("--") && !CSS.supports(name, value))
             .map(declaration => declaration.join(": "))""",
        declared,
    )
    assert refused == []
    assert len(declared) > 300


def test_every_rule_reaches_the_browser(tab: WatchedPage, served: ServedSite, style_sheets: list[Path]) -> None:
    """A selector that the browser does not know makes it drop the whole rule without a word."""
    for sheet in style_sheets:
        # A sheet in `kinds` is loaded by the pages of the kind that it is named after, that of the site by all of them;
        # the others are written into these.
        if sheet.parent.name not in ("assets", "kinds"):
            continue
        tab.page.goto(served.kind(sheet.name.split(".")[0] if sheet.parent.name == "kinds" else "guides"))
        parsed = tinycss2.parse_stylesheet(sheet.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
        read = tab.page.evaluate(
            """name => {
                 const count = list => [...list].reduce(
                   (sum, rule) => sum + (rule.selectorText ? 1 : count(rule.cssRules ?? [])), 0)
                 const sheet = [...document.styleSheets].find(sheet => sheet.href.endsWith("/" + name))
                 return count([...sheet.cssRules].filter(rule => !(rule instanceof CSSPageRule)))
               }""",
            sheet.name,
        )
        assert read == sum(1 for _ in rules(parsed)), sheet.name
