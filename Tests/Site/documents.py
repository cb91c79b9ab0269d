"""Pages as trees, and what is looked for in them."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from lxml import html


def parse(page: Path) -> Element:
    """The tree of a valid page, read quickly."""
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring(page.read_bytes(), parser=parser)  # type: ignore[return-value]


def parse_as_browsers_do(page: Path) -> Element:
    """The tree that a browser would make of the bytes, whatever they are; this takes ten times as long."""
    return html5lib.parse(
        page.read_bytes(), treebuilder="etree", namespaceHTMLElements=False, transport_encoding="utf-8"
    )


def elements(tree: Element, name: str, of_class: str | None = None) -> Iterator[Element]:
    for element in tree.iter(name):
        if of_class is None or of_class in classes(element):
            yield element


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def local_name(element: Element) -> str:
    """`svg` for an element of SVG, `a` for one of HTML; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"


def one(tree: Element, element: str, /, **attributes: str) -> Element:
    """The only element of a name with these attributes."""
    found = [e for e in elements(tree, element) if all(e.get(key) == value for key, value in attributes.items())]
    assert len(found) == 1, f"{len(found)} of <{element} {attributes}>"
    return found[0]
