"""The prose of the bundled site, of its words and of the manual has no slips, and one spelling: British, with -ise."""

import re
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

from building import REPOSITORY
from prose import prose_of

# One spelling of each word that has several, as `wrong->right`; what has blanks is looked for here, the rest by codespell.
OURS = Path(__file__).with_name("spelling.txt")
AMERICAN = files("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt"
# What that list holds and British English has too: a computer's program and its dialog, routing by address, the verb license.
BRITISH_TOO = set(
    "biased catalog catalogs dialog dialogs focused focuses focusing journaling license licensed licenses licensing overwritable"
    " practice practices program programs refocused refocuses refocusing routing specialty specialties writable".split()
)


@cache
def documents() -> list[Path]:
    folders = [REPOSITORY / "Content", REPOSITORY / "Docs", REPOSITORY / "Templates" / "words"]
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".md", ".yml")]
    return sorted([*found, *REPOSITORY.glob("*.md"), REPOSITORY / "Benchmarks" / "README.md"])


def entries(dictionary: str) -> list[tuple[str, str]]:
    pairs = [line.split("->") for line in dictionary.splitlines()]
    return [(left, right) for left, right in pairs]


def from_american() -> str:
    """Codespell's list of British spellings and the American ones for them, the other way round."""
    turned = [
        (american.strip(), british)
        for british, words in entries(AMERICAN.read_text(encoding="utf-8"))
        for american in words.split(",")
        if american.strip() and american.strip() not in BRITISH_TOO
    ]
    return "".join(f"{american}->{british}\n" for american, british in turned)


def slips(folder: Path, texts: dict[str, str]) -> list[str]:
    """What codespell and the list of our own find in texts, as `name:line: wrong ==> right`."""
    for name, text in texts.items():
        path = folder / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "american.txt").write_text(from_american(), encoding="utf-8")
    dictionaries = [f"--dictionary={name}" for name in ("-", folder / "american.txt", OURS)]
    command = [sys.executable, "-m", "codespell_lib", "--builtin=clear,rare,names,informal", *dictionaries, "."]
    run = subprocess.run(command, cwd=folder / "texts", capture_output=True, text=True, encoding="utf-8", check=False)
    # It ends with 65 where it found something.
    assert run.returncode in (0, 65), run.stderr
    return sorted([line.removeprefix("./") for line in run.stdout.splitlines()] + phrases(texts))


def phrases(texts: dict[str, str]) -> list[str]:
    """What is spelled in several words and should not be."""
    found = []
    for wrong, right in entries(OURS.read_text(encoding="utf-8")):
        if " " not in wrong:
            continue
        pattern = re.compile(r"\b" + r"\s+".join(wrong.split()) + r"\b", re.I)
        for name, text in texts.items():
            lines = [text.count("\n", 0, match.start()) + 1 for match in pattern.finditer(text)]
            found += [f"{name}:{line}: {wrong} ==> {right}" for line in lines]
    return found


def test_one_spelling_and_no_slips(tmp_path: Path) -> None:
    texts = {path.relative_to(REPOSITORY).as_posix(): prose_of(path) for path in documents()}
    assert len(texts) > 100
    found = slips(tmp_path, texts)
    assert not found, "\n".join(found)


def test_slips_are_found(tmp_path: Path) -> None:
    text = "Its colors are optimized.\n\nA back\nend whose log-in is definately plain,\nwith plugins learnt of.\n"
    assert slips(tmp_path, {"folder/page.md": text}) == [
        "folder/page.md:1: colors ==> colours",
        "folder/page.md:1: optimized ==> optimised",
        "folder/page.md:3: back end ==> backend",
        "folder/page.md:4: definately ==> definitely",
        "folder/page.md:4: log-in ==> login",
        "folder/page.md:5: learnt ==> learned",
        "folder/page.md:5: plugins ==> plug-ins",
    ]


def test_code_and_addresses_are_no_prose(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "---\nname: Colour\naliases: [Color]\n---\n\nSet `color`.\n\n```css\ncolor: gray\n```\n\n[Colour](color.md#color), ``a ` color`` <https://color.example/>"
        " here. [^color]\n\n[^color]: The color\n",
        encoding="utf-8",
    )
    prose = prose_of(page)
    assert prose.count("\n") == 14
    assert prose.split() == ["---", "name:", "Colour", "---", "Set", ".", "[Colour]", ",", "here."]
    words = tmp_path / "en.yml"
    words.write_text("colors:\n  color: A colour of {color}\n", encoding="utf-8")
    assert prose_of(words).split() == ["A", "colour", "of"]
