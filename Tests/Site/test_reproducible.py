"""The same inputs give the same bytes, wherever, whenever and however they are built."""

import filecmp
import os
import random
import shutil
from pathlib import Path

from building import REPOSITORY, BuiltSite, build_site, run_collate


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def differences(one: Path, other: Path) -> list[str]:
    """The files that only one of two folders has, and those that differ."""
    ours, theirs = files_of(one), files_of(other)
    _, differing, unreadable = filecmp.cmpfiles(one, other, set(ours) & set(theirs), shallow=False)
    return sorted(set(ours) ^ set(theirs)) + differing + unreadable


def copy_in_another_order(source: Path, target: Path, seed: int) -> None:
    """Copies the files of a folder one by one in a random order, so that its listing has another order too."""
    files = files_of(source)
    random.Random(seed).shuffle(files)
    for name in files:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def test_another_place_zone_locale_and_number_of_jobs_give_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    copied = tmp_path / "another place" / "sité"
    copy_in_another_order(REPOSITORY / "Content", copied / "Content", seed=7)
    surroundings = [
        (REPOSITORY, "1", {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "LANG": "POSIX"}),
        (copied, "7", {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}),
    ]
    for number, (folder, jobs, environment) in enumerate(surroundings):
        built = build_site(tmp_path / f"out{number}", folder, "--jobs", jobs, environment=environment)
        assert differences(site.folder, built.folder) == []


def test_a_difference_is_found(site: BuiltSite, tmp_path: Path) -> None:
    """A check of the check."""
    other = tmp_path / "other"
    shutil.copytree(site.folder, other)
    (other / "index.html").write_bytes((other / "index.html").read_bytes() + b"\n")
    (other / "robots.txt").unlink()
    assert differences(site.folder, other) == ["robots.txt", "index.html"]


def test_building_again_writes_nothing(tmp_path: Path) -> None:
    built = build_site(tmp_path / "Public")
    before = {name: os.stat(built.folder / name) for name in files_of(built.folder)}
    run = run_collate("build", "--site", str(REPOSITORY), "--output", str(built.folder))
    after = {name: os.stat(built.folder / name) for name in files_of(built.folder)}
    assert run.returncode == 0
    assert f" 0 written, {len(before) - 1} unchanged, 0 removed" in run.stdout + run.stderr
    assert before.keys() == after.keys()
    for name, stat in before.items():
        assert (stat.st_ino, stat.st_mtime_ns) == (after[name].st_ino, after[name].st_mtime_ns), name
