"""Static servers on loopback: Python's own, nginx as the README configures it, Caddy and busybox without any settings."""

import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO


class QuietHandler(SimpleHTTPRequestHandler):
    """Python's file server without its log; a file is sent as a whole, so that no page waits half drawn for the rest."""

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        outputfile.write(source.read())

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    # A browser that leaves a page drops its connections; that is no fault worth a traceback.
    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def python_server(folder: Path, handler: Callable[..., QuietHandler] | None = None) -> Iterator[str]:
    """Serves a folder, and yields the address of its root."""
    server = Server(("127.0.0.1", 0), handler or partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def nginx_server(server_block: str, folder: Path) -> Iterator[str]:
    """Runs nginx with one server block, all of its own files in a folder, and yields the address of its root."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert nginx, "nginx is not installed"
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "nginx.conf"
    temporary = "\n".join(
        f"  {kind}_temp_path {folder}/{kind};" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    )
    configuration.write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
        "events {}\n"
        f"http {{\n  include /etc/nginx/mime.types;\n  access_log off;\n{temporary}\n"
        f"{server_block.replace('listen 80;', f'listen 127.0.0.1:{port};')}\n}}\n",
        encoding="utf-8",
    )
    with running([nginx, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)], port) as root:
        yield root


@contextmanager
def caddy_server(folder: Path) -> Iterator[str]:
    """Caddy's file server, as its one command starts it."""
    port = free_port()
    command = ["caddy", "file-server", "--root", str(folder), "--listen", f"127.0.0.1:{port}"]
    with running(command, port) as root:
        yield root


@contextmanager
def busybox_server(folder: Path) -> Iterator[str]:
    """The web server of small devices and containers."""
    port = free_port()
    with running(["busybox", "httpd", "-f", "-p", f"127.0.0.1:{port}", "-h", str(folder)], port) as root:
        yield root


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    """Runs a server until the end of the block, and yields the address of its root once it answers."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    # What it logs must not fill the pipe.
    log = ""

    def drain() -> None:
        nonlocal log
        for line in process.stderr or []:
            log = (log + line)[-4000:]

    reader = threading.Thread(target=drain, daemon=True)
    reader.start()
    try:
        wait_until_served(f"http://127.0.0.1:{port}/", process, lambda: log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=60)
        reader.join(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_served(address: str, process: subprocess.Popen[str], log: Callable[[], str]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, log()
        try:
            urllib.request.urlopen(address, timeout=10).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {address}")
