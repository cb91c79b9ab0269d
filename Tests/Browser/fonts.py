"""Sets of fonts that a browser finds, whatever the machine has: each is a configuration of fontconfig of its own."""

from dataclasses import dataclass
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True)
class FontSet:
    """The folder that all fonts come from, and the families that stand for any without, with and of equal serifs."""

    folder: str
    sans: tuple[str, ...]
    serif: tuple[str, ...]
    mono: tuple[str, ...]


# Wide letters; letters as broad as Arial's; narrow ones; those that Debian's desktops have; and lines almost
# three times as high as their letters, as Tibetan needs them.
FONT_SETS = {
    "dejavu": FontSet("dejavu", ("DejaVu Sans",), ("DejaVu Serif",), ("DejaVu Sans Mono",)),
    "liberation": FontSet("liberation", ("Liberation Sans",), ("Liberation Serif",), ("Liberation Mono",)),
    "narrow": FontSet("liberation", ("Liberation Sans Narrow",), ("Liberation Sans Narrow",), ("Liberation Mono",)),
    "noto": FontSet("noto", ("Noto Sans",), ("Noto Serif",), ("Noto Sans Mono",)),
    "tall": FontSet("noto", ("Noto Serif Tibetan",), ("Noto Serif Tibetan",), ("Noto Serif Tibetan",)),
}


def write_configuration(name: str, folder: Path) -> Path:
    """Writes the configuration of a set into a folder, to be named by the variable FONTCONFIG_FILE."""
    fonts = FONT_SETS[name]
    assert (FONTS / fonts.folder).is_dir(), f"the fonts of {fonts.folder} are not installed: Scripts/test installs them"
    generic = {
        "sans-serif": fonts.sans,
        "system-ui": fonts.sans,
        "serif": fonts.serif,
        "ui-serif": fonts.serif,
        "monospace": fonts.mono,
        "ui-monospace": fonts.mono,
    }
    rules = "".join(
        f'<match target="pattern"><test name="family" qual="any"><string>{family}</string></test>'
        f'<edit name="family" mode="prepend" binding="strong">{strings(names)}</edit></match>\n'
        for family, names in generic.items()
    )
    # Whatever else a page asks for is what the set has for any letters.
    rules += (
        '<match target="pattern"><edit name="family" mode="append_last" binding="strong">'
        f"{strings(fonts.sans)}</edit></match>\n"
    )
    file = folder / f"fonts-{name}.conf"
    file.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f"<dir>{FONTS / fonts.folder}</dir>\n<cachedir>{folder / 'cache'}</cachedir>\n{rules}</fontconfig>\n",
        encoding="utf-8",
    )
    return file


def strings(names: tuple[str, ...]) -> str:
    return "".join(f"<string>{name}</string>" for name in names)
