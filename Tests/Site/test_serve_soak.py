"""`collate serve` under many edits, good and bad: no stale page, no growing memory.

The variables COLLATE_SOAK_EDITS and COLLATE_SOAK_SEED say how many edits (100) and which (1).
"""

import os
import random
import shutil
import socket
import time
from pathlib import Path

from building import build_site
from live import MARK, PATIENCE, LiveServer, get, live_server

EDITS = int(os.environ.get("COLLATE_SOAK_EDITS", "100"))
SEED = int(os.environ.get("COLLATE_SOAK_SEED", "1"))
# Between two looks at all pages.
STRETCH = 25
ITEMS = [f"item-{letter}" for letter in "abcdefghijkl"]


def settings(folder: str = "items") -> str:
    return f"title: Edited\nitems: {{ folder: {folder}, one: item, many: items }}\n"


def item(chance: random.Random, name: str) -> str:
    """An item with facts, claims and a relation to another, which may compare the two."""
    other = chance.choice([other for other in ITEMS if other != name])
    compared = chance.choice(["", "criterion: speed, ", f"favours: {name}, ", f"criterion: speed, favours: {other}, "])
    claims = "".join(
        f"- **Speed**: {chance.choice(['is quick', 'is slow'])}, {chance.random()}. [^{source}]\n"
        for source in chance.sample(["one", "two"], chance.randint(0, 2))
    )
    return (
        f"---\nname: The {name}\nfacts: {{ year: {{ value: {chance.randint(1990, 2020)}, sources: [one] }} }}\n"
        f"related: [{{ item: {other}, as: builds on, {compared}sources: [two] }}]\n---\n\nWords, {chance.random()}.\n\n"
        f"## {chance.choice(['Strengths', 'Weaknesses'])}\n\n{claims}\n"
        "[^one]: [One](../sources/one.md)\n[^two]: [Two](../sources/two.md)\n"
    )


def speed(chance: random.Random) -> str:
    """A criterion with words for the reasons to choose by it, or without."""
    return f"---\nname: Speed\n{chance.choice(['choose: need speed', 'choose: are in a hurry', ''])}\n---\n"


def first_files(chance: random.Random) -> dict[str, str]:
    return {
        "site.yml": settings(),
        "criteria/speed.md": speed(chance),
        "criteria/year.md": "---\nname: Year\ntype: number\n---\n",
        "sources/one.md": "---\nname: One\n---\n",
        "sources/two.md": "---\nname: Two\n---\n",
        **{f"items/{name}.md": item(chance, name) for name in ITEMS},
    }


def edit(chance: random.Random, server: LiveServer) -> None:
    """One edit, as people, editors and other programs make them."""
    name = chance.choice(ITEMS)
    path = server.place(f"items/{name}.md")
    match chance.randrange(15):
        case 0 | 1 | 2 | 3:
            server.write(f"items/{name}.md", item(chance, name))
        case 4:
            # As Vim does it: the old one becomes the backup, which is removed when the new one is there.
            if path.exists():
                path.rename(path.with_name(path.name + "~"))
            server.write(f"items/{name}.md", item(chance, name))
            path.with_name(path.name + "~").unlink(missing_ok=True)
        case 5:
            # As most others do it: written beside, and moved to its place.
            server.write(f"items/.{name}.tmp", item(chance, name))
            server.place(f"items/.{name}.tmp").rename(path)
        case 6:
            path.unlink(missing_ok=True)
        case 7:
            bad = ["---\nname: [\n---\n", "", "---\nname: x\nfacts: { nothing: 1 }\n---\n", b"\xff\xfe", "[x](gone.md)\n"]
            server.write(f"items/{name}.md", chance.choice(bad))
        case 8:
            server.write(f"guides/{chance.choice('xyz')}/{name}.md", f"---\nname: Guide {chance.random()}\n---\n")
        case 9:
            shutil.rmtree(server.place(f"guides/{chance.choice('xyz')}"), ignore_errors=True)
        case 10:
            server.write("Templates/assets/more.css", f"h1 {{ margin: {chance.random()}em }}")
        case 11:
            server.write("Templates/robots.txt", chance.choice(["User-agent: *\n", "{{ nothing }}\n", "{% if %}"]))
        case 12:
            folder = server.place("guides/x")
            if folder.exists() and not server.place("guides/moved").exists():
                folder.rename(server.place("guides/moved"))
            shutil.rmtree(server.place("guides/moved"), ignore_errors=True)
        case 13:
            server.write("images/logo.png", chance.randbytes(99))
        case 14:
            server.write("criteria/speed.md", speed(chance))


def mend(chance: random.Random, server: LiveServer) -> None:
    """Makes the site one that can be built."""
    for name in ITEMS:
        server.write(f"items/{name}.md", item(chance, name))
    server.write("site.yml", settings())
    server.write("Templates/robots.txt", "User-agent: *\n")


def differing(server: LiveServer, files: list[Path], output: Path) -> list[str]:
    """The addresses at which the server answers something else than a build writes."""
    targets = {path: "/" + path.relative_to(output).as_posix() for path in files}
    return [target for path, target in targets.items() if MARK.sub(b"", get(server, target).body) != path.read_bytes()]


def listen(server: LiveServer) -> socket.socket:
    stream = socket.create_connection(("127.0.0.1", server.port))
    stream.sendall(b"GET /_collate/events?path=%2F&whole=a&shape=b HTTP/1.1\r\nHost: localhost\r\n\r\n")
    stream.setblocking(False)
    return stream


def drain(stream: socket.socket) -> None:
    try:
        while stream.recv(1 << 20):
            pass
    except BlockingIOError:
        return


def test_after_many_edits_no_page_is_stale_and_memory_is_what_it_was(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    memory: list[int] = []
    streams: list[socket.socket] = []
    with live_server(tmp_path / "site", files=first_files(chance)) as server:
        for number in range(1, EDITS + 1):
            edit(chance, server)
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.03)
            if chance.random() < 0.2:
                streams.append(listen(server))
            if len(streams) > 4:
                streams.pop(0).close()
            for stream in streams:
                drain(stream)
            if number % STRETCH == 0:
                mend(chance, server)
                built = build_site(tmp_path / "Public", server.site)
                files = [path for path in sorted(built.folder.rglob("*")) if path.is_file() and path.name[0] != "."]
                stale = wait_for_none(server, files, built.folder)
                assert stale == [], f"after edit {number} of seed {SEED}: {stale}"
                memory.append(server.resident_kilobytes())
        for stream in streams:
            stream.close()
    print(f"{EDITS} edits, resident kB at every {STRETCH}: {memory[:3]} … {memory[-3:]}")
    # What the allocator keeps settles in the first tenth.
    settled = max(memory[: max(2, len(memory) // 10)])
    assert memory[-1] < settled * 1.25 + 4096, memory


def wait_for_none(server: LiveServer, files: list[Path], output: Path) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while (stale := differing(server, files, output)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return stale
