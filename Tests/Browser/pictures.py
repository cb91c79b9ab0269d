"""Takes the README's pictures of an item, a pair and a matrix, light and dark: `python pictures.py FOLDER`."""

import sys
import tempfile
from pathlib import Path

from building import build_site
from chromium import launch
from playwright.sync_api import sync_playwright
from serving import python_server

# What is shown, and how much of it, in CSS pixels.
PICTURES = {
    "item": ("frameworks/django/", 1200, 900),
    "pair": ("compare/django-vs-flask/", 1200, 900),
    "matrix": ("matrices/at-a-glance/?baseline=django", 1200, 720),
}


def take_pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = build_site(Path(temporary) / "Public")
        browser = launch(playwright.chromium)
        with python_server(site.folder) as root:
            for name, (address, width, height) in PICTURES.items():
                for scheme in ["light", "dark"]:
                    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": height})
                    page.goto(root + address, wait_until="networkidle")
                    page.screenshot(path=folder / f"{name}-{scheme}.png")
                    page.close()
        browser.close()


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]))
