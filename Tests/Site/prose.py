"""The prose of documents: what is read aloud, without code, addresses and marks, line by line where it stands."""

import re
from pathlib import Path

# Code, addresses and what is not shown; whatever is left out keeps its line breaks.
UNREAD = re.compile(
    r"""
    ^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$   # code between fences
    | (?P<ticks>`+)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)   # code in a line
    | ^\[\^[^\]\n]*\]:.*?$                      # what a footnote says
    | \[\^[^\]\n]*\]                            # the mark of a footnote
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)   # where a link leads
    | <?https?://[^\s>)]*>?                     # an address on the web
    | <!--.*?-->
    | ^aliases:.*?$                             # what else readers may search for
    | ^For[ ]example,[ ]in[ ].*?:$               # where the mistake of an example stands
    """,
    re.M | re.S | re.X,
)


def without_unread(markdown: str) -> str:
    """A document of Markdown without what nobody reads; every line stays at its number."""
    return UNREAD.sub(lambda match: " " + "\n" * match[0].count("\n"), markdown)


def prose_of(path: Path) -> str:
    """The prose of a file of Markdown, or the values and comments of one of YAML."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return without_unread(text)
    # Keys, and the names in braces that stand for what is put in.
    return re.sub(r"\{[^}\n]*\}", " ", re.sub(r"^(\s*(?:- )?)[\w-]+:(?=\s|$)", r"\1", text, flags=re.M))
