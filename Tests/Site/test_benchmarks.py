"""The made-up sites that builds are measured with are the same for the same numbers, and have nothing wrong."""

import subprocess
import sys
from pathlib import Path

from building import REPOSITORY, run_collate


def generate(folder: Path, seed: int) -> dict[str, bytes]:
    program = REPOSITORY / "Benchmarks" / "generate.py"
    subprocess.run([sys.executable, program, "15", folder, "--seed", str(seed)], check=True)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_generated_site_is_the_same_for_the_same_seed_and_has_nothing_wrong(tmp_path: Path) -> None:
    first = generate(tmp_path / "first", seed=1)
    assert len(first) > 15
    assert generate(tmp_path / "again", seed=1) == first
    assert generate(tmp_path / "other", seed=2) != first
    check = run_collate("check", "--strict", "--site", str(tmp_path / "first"))
    assert (check.returncode, check.stderr) == (0, "")
