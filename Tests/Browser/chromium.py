"""Debian's Chromium, which the tests look at the site with."""

import shutil
from typing import Any

from playwright.sync_api import Browser, BrowserType


def launch(browsers: BrowserType, **options: Any) -> Browser:
    """Starts Chromium's engine without the windows of a desktop, which take half of all time and show nobody anything.

    Playwright's own browsers are never downloaded.
    """
    executable = shutil.which("chromium-headless-shell")
    assert executable, "chromium-headless-shell is not installed: Scripts/test installs it"
    return browsers.launch(executable_path=executable, args=["--no-sandbox", "--disable-dev-shm-usage"], **options)
