"""A site of its own that is served by `collate serve` while a test edits it."""

import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from building import COLLATE

# How many seconds everything has to happen in, however busy the machine is; only a failure takes as long.
PATIENCE = 60

# The line that serve adds to a page.
MARK = re.compile(rb'<script src="/_collate/client\.js"[^>]*></script>\n')

SITE = {
    "site.yml": "title: Frameworks\nitems: { folder: frameworks, one: framework, many: frameworks }\n",
    "criteria/speed.md": "---\nname: Speed\n---\n",
    "sources/review.md": "---\nname: A review\n---\n",
    "frameworks/django.md": "---\nname: Django\nsummary: For Python.\n---\n\nThe first words.\n\n"
    + "".join(f"A paragraph of words, number {number}.\n\n" for number in range(120))
    + "## Strengths\n\n- **Speed**: is quick. [^r]\n\n[^r]: [A review](../sources/review.md)\n",
    "frameworks/flask.md": "---\nname: Flask\n---\n\nSmall.\n",
    "guides/how.md": "---\nname: How to choose\n---\n\n[Django](../frameworks/django.md)\n",
    "images/logo.png": "not really a picture",
}


@dataclass
class LiveServer:
    """A running server, the folder of its site and what it has printed."""

    process: subprocess.Popen[str]
    site: Path
    output: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def root(self) -> str:
        return self.output[0].split(" ")[0]

    @property
    def port(self) -> int:
        port = urlsplit(self.root).port
        assert port is not None
        return port

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a file of the content, or of the templates when its path says so."""
        place = self.place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        return self.place(path).read_text(encoding="utf-8")

    def place(self, path: str) -> Path:
        return self.site / path if path.startswith("Templates/") else self.site / "Content" / path

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def resident_kilobytes(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        match = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert match
        return int(match[1])

    def printed(self, text: str) -> None:
        """Waits until something is printed."""
        eventually(lambda: text in "".join(self.output + self.errors), f"{text!r} in {self.output + self.errors}")


def eventually(condition: Callable[[], bool], what: str = "", seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError(f"never: {what}")


def write_site(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / "Content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@contextmanager
def live_server(
    folder: Path, *options: str, files: dict[str, str] | None = None, within: Sequence[str] = ()
) -> Iterator[LiveServer]:
    """Serves a site on a free port until the block ends, which must end the program well.

    `within` is a command that runs the program in its own process.
    """
    write_site(folder, SITE if files is None else files)
    process = subprocess.Popen(
        [*within, str(COLLATE), "serve", "--site", str(folder), "--port", "0", *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    server = LiveServer(process, folder)
    readers = [
        threading.Thread(target=collect, args=(stream, lines), daemon=True)
        for stream, lines in [(process.stdout, server.output), (process.stderr, server.errors)]
    ]
    for reader in readers:
        reader.start()
    try:
        eventually(lambda: bool(server.output) or process.poll() is not None, "an address", seconds=600)
        assert process.poll() is None, server.errors
        yield server
    finally:
        # What was started in the background ignores the one, and so does whatever it starts.
        is_ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        process.send_signal(signal.SIGTERM if is_ignored else signal.SIGINT)
        process.wait(timeout=PATIENCE)
        for reader in readers:
            reader.join(timeout=PATIENCE)
    assert process.returncode == 0, server.errors


def collect(stream: Iterable[str] | None, lines: list[str]) -> None:
    for line in stream or []:
        lines.append(line)


@dataclass(frozen=True)
class RawAnswer:
    status: int
    headers: dict[str, str]
    body: bytes


def raw_request(port: int, request: bytes, host: str = "127.0.0.1") -> RawAnswer | None:
    """Sends bytes as they are, and reads the first answer; None when the connection is closed without one."""
    with socket.create_connection((host, port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            try:
                piece = connection.recv(65536)
            except ConnectionResetError:
                return None
            if not piece:
                return None
            answer += piece
        head, _, body = answer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        length = int(headers.get("content-length", "0"))
        is_empty = request.startswith(b"HEAD") or lines[0].split(" ")[1] == "304"
        while not is_empty and len(body) < length:
            piece = connection.recv(65536)
            if not piece:
                break
            body += piece
        return RawAnswer(int(lines[0].split(" ")[1]), headers, body)


def get(server: LiveServer, target: str, *headers: str, method: str = "GET") -> RawAnswer:
    """One request for a target that is sent as it is written."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", "Connection: close", *headers, "", ""]
    answer = raw_request(server.port, "\r\n".join(lines).encode("latin-1"))
    assert answer, target
    return answer
