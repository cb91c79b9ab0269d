"""The made-up sites that builds are measured with are the same for the same numbers, and have nothing wrong; a job that takes more
instructions than are written down is told of; programs are compared only where their pages hold the same.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
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


def compared(folder: Path, counted: dict[str, int], *options: str) -> subprocess.CompletedProcess[str]:
    """Compares instructions that were counted with those that are written down in the folder, as `Scripts/test` does."""
    (folder / "counted.json").write_text(json.dumps(counted), encoding="utf-8")
    program = REPOSITORY / "Benchmarks" / "instructions.py"
    files = ["--counted", str(folder / "counted.json"), "--figures", str(folder / "figures.json")]
    return subprocess.run([sys.executable, program, *files, *options], capture_output=True, text=True)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (1_029, ""),
        (971, ""),
        (1_031, "build: 3.1% more instructions than the 1,000 that are written down."),
        (969, "build: 3.1% fewer instructions than the 1,000 that are written down; record the gain."),
    ],
)
def test_a_change_of_instructions_by_over_three_per_cent_fails_until_it_is_recorded(
    tmp_path: Path, figure: int, told: str
) -> None:
    assert compared(tmp_path, {"start": 50, "build": 1_000}, "--record").returncode == 0
    counted = {"start": 50, "build": figure}
    comparison = compared(tmp_path, counted)
    assert f"{figure:,}" in comparison.stdout
    if told:
        assert comparison.returncode == 1
        assert told in comparison.stderr.splitlines()
        assert compared(tmp_path, counted, "--record").returncode == 0
        comparison = compared(tmp_path, counted)
    assert (comparison.returncode, comparison.stderr) == (0, "")


def test_a_job_without_a_figure_and_a_figure_without_a_job_are_told_of(tmp_path: Path) -> None:
    compared(tmp_path, {"build": 1_000, "check": 10}, "--record")
    comparison = compared(tmp_path, {"build": 1_000, "serve": 10})
    assert comparison.returncode == 1
    assert "serve: nothing is written down." in comparison.stderr
    assert "check: written down, but no job." in comparison.stderr


CHECK = """
import sys
from pathlib import Path
from parity import Parity
from ready import ready_pairs
from synthetic import synthetic_site

one, other = map(Path, sys.argv[1:])
print(Parity(synthetic_site(6), list(ready_pairs(one).pairs.values()), {"One": one, "Other": other}, most=100).check())
"""


def test_programs_are_compared_only_where_their_pages_hold_the_same(tmp_path: Path) -> None:
    benchmarks = REPOSITORY / "Benchmarks"
    subprocess.run([sys.executable, benchmarks / "generate.py", "6", tmp_path / "site"], check=True)
    one, other = tmp_path / "one", tmp_path / "other"
    assert run_collate("build", "--site", str(tmp_path / "site"), "--output", str(one)).returncode == 0

    def check() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", CHECK, str(one), str(other)]
        return subprocess.run(command, cwd=benchmarks, capture_output=True, text=True)

    shutil.copytree(one, other)
    same = check()
    assert (same.returncode, same.stderr) == (0, "")
    page = "compare/item-0-vs-item-3/"
    original = (other / page / "index.html").read_text(encoding="utf-8")
    for found, replacement, told in [
        (">verified ", ">checked ", "/compare/item-0-vs-item-3/ of Other: a statement is not there"),
        ('href="../../items/item-0/"', 'href="../../items/item-5/"', "of Other: a statement is not there"),
        ("</h1>", "</h1><p>More than the other says.</p>", "of One: a statement is not there"),
        ('id="The_sources"', 'id="the_sources"', "of Other: a link leads to nothing on its page\n    /compare/item-0-vs-item-3/#The"),
        ('rel="canonical"', 'rel="other"', "of Other: the canonical address is not as that of One"),
        ('name="description"', 'name="words"', "of Other: the description is not as that of One"),
        ("&lt;c&gt;</b></h1>", "<c></b></h1>", "of Other: a statement is not there"),
        ("</aside>", "<c></c></aside>", "of Other: a text of the content has become an element"),
    ]:
        assert original.count(found) > 0, found
        (other / page / "index.html").write_text(original.replace(found, replacement), encoding="utf-8")
        different = check()
        assert different.returncode == 1, (found, different.stdout)
        assert told in different.stderr
    (other / page / "index.html").unlink()
    assert "of Other: a link leads nowhere\n    /compare/item-0-vs-item-3/" in check().stderr


EDITS = """
import sys
from pathlib import Path
from edits import COLLATE_EDITS, bring_template

site = Path(sys.argv[1])
bring_template(site)
for number in (1, 2):
    for edit in COLLATE_EDITS:
        before = (site / edit.document).read_text(encoding="utf-8")
        text = edit.apply(site, number).read_text(encoding="utf-8")
        assert edit.mark(number) in text and edit.mark(number - 1) not in text and text != before, edit.name
"""


def test_an_edited_site_has_nothing_wrong(tmp_path: Path) -> None:
    generate(tmp_path, seed=1)
    benchmarks = REPOSITORY / "Benchmarks"
    edited = subprocess.run([sys.executable, "-c", EDITS, tmp_path], cwd=benchmarks, capture_output=True, text=True)
    assert (edited.returncode, edited.stderr) == (0, "")
    check = run_collate("check", "--strict", "--site", str(tmp_path))
    assert (check.returncode, check.stderr) == (0, "")
