"""The data files of a built site, read strictly."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from building import BuiltSite

Data = dict[str, Any]


def read_data(site: BuiltSite) -> Data:
    """Every data file by its path, schemas left out; the index of the search is the theme's own."""
    files = sorted(site.folder.rglob("*.json"))
    files = [file for file in files if not file.name.endswith(".schema.json") and file.name != "search.json"]
    return {path.relative_to(site.folder).as_posix(): read(path) for path in files}


def read(path: Path) -> Any:
    """A JSON file, strictly; a decimal equals another of the same value, and tells its digits."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), f"{path}: a key stands twice"
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once, parse_int=Decimal, parse_float=Decimal)


def items_of(data: Data) -> dict[str, Any]:
    """The items of items.json by their slugs."""
    return {item["slug"]: item for item in data["data/items.json"]["items"]}


def matrices_of(data: Data) -> dict[str, Any]:
    """The matrices by their slugs."""
    return {Path(path).stem: file["matrix"] for path, file in data.items() if path.startswith("matrices/")}
