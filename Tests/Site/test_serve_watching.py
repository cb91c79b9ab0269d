"""`collate serve` where the system does not tell of changes: files are looked at now and then, which is said once."""

import subprocess
from pathlib import Path

import pytest
from live import LiveServer, eventually, get, live_server


def with_limit(name: str, number: int) -> list[str]:
    """A command that runs another one under a limit of its own, in a user namespace; skips where there can be none."""
    script = f'echo {number} >/proc/sys/user/{name} && exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", script, "sh"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("limits cannot be set here")
    return command


def shows(server: LiveServer, target: str, text: str) -> None:
    eventually(lambda: text.encode() in get(server, target).body, text)


def follows_edits(server: LiveServer, name: str) -> None:
    server.write(f"guides/{name}/new.md", "---\nname: New\n---\n\nFirst.\n")
    shows(server, f"/guides/{name}/new/", "First.")
    server.write(f"guides/{name}/new.md", "---\nname: New\n---\n\nSecond.\n")
    shows(server, f"/guides/{name}/new/", "Second.")
    server.place(f"guides/{name}/new.md").unlink()
    eventually(lambda: get(server, f"/guides/{name}/new/").status == 404, "a page that has gone")


def notices(server: LiveServer) -> list[str]:
    return [line for line in server.errors if line.startswith("note[polling]")]


def test_without_a_single_watch_files_are_looked_at(tmp_path: Path) -> None:
    with live_server(tmp_path, within=with_limit("max_inotify_instances", 0)) as server:
        follows_edits(server, "one")
        follows_edits(server, "two")
    assert notices(server) == [
        "note[polling]: files are looked at several times a second, as their changes are not told: "
        "the system's limit fs.inotify.max_user_instances is reached\n"
    ]


def test_watches_that_run_out_are_done_without(tmp_path: Path) -> None:
    # The site's folder, Content and its five folders take seven.
    with live_server(tmp_path, within=with_limit("max_inotify_watches", 8)) as server:
        follows_edits(server, "one")
        assert notices(server) == []
        for name in ["two", "three"]:
            follows_edits(server, name)
            follows_edits(server, "one")
    assert len(notices(server)) == 1 and "max_user_watches" in notices(server)[0]


def test_looking_can_be_asked_for(tmp_path: Path) -> None:
    with live_server(tmp_path, "--poll") as server:
        follows_edits(server, "one")
    assert notices(server) == []
