"""`collate serve` over a raw socket: it answers as a static server does, gives away nothing, and writes nothing."""

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import COLLATE, REPOSITORY, build_site, run_collate
from live import MARK, PATIENCE, SITE, LiveServer, eventually, get, live_server, raw_request, write_site


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server for requests that change nothing; beside its site stands what nobody may have."""
    folder = tmp_path_factory.mktemp("requests")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "Content" / ".hidden").mkdir(parents=True)
    (folder / "Content" / ".hidden" / "secret.txt").write_text("secret", encoding="utf-8")
    with live_server(folder) as server:
        yield server
        assert "secret" not in "".join(server.output)


def test_a_page_comes_with_its_type_its_length_and_the_headers_of_the_site(live: LiveServer) -> None:
    answer = get(live, "/frameworks/django/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-cache"
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", answer.headers["date"])
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert len(MARK.findall(answer.body)) == 1

    head = get(live, "/frameworks/django/", method="HEAD")
    different = {name for name, value in head.headers.items() if answer.headers[name] != value} - {"date"}
    assert head.status == 200 and head.body == b"" and not different
    again = get(live, "/frameworks/django/", f"If-None-Match: {answer.headers['etag']}")
    assert again.status == 304 and again.body == b""


def test_files_come_in_parts_and_under_their_types(live: LiveServer) -> None:
    logo = SITE["images/logo.png"].encode()
    answer = get(live, "/images/logo.png")
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, logo, "image/png")
    part = get(live, "/images/logo.png", "Range: bytes=4-9")
    assert (part.status, part.body, part.headers["content-range"]) == (206, logo[4:10], f"bytes 4-9/{len(logo)}")
    assert get(live, "/images/logo.png", "Range: bytes=99-").status == 416
    assert get(live, "/images/logo.png", f"If-None-Match: {answer.headers['etag']}").status == 304
    home = get(live, "/").body.decode()
    style = re.search(r'href="(assets/[^"]+\.css)"', home)
    assert style
    sheet = get(live, f"/{style[1]}")
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert sheet.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_addresses_are_clean_and_folders_are_never_listed(live: LiveServer) -> None:
    for target, location in [("/frameworks/django", "/frameworks/django/"), ("/guides?x=1", "/guides/?x=1")]:
        answer = get(live, target)
        assert (answer.status, answer.headers["location"]) == (302, location)
    for target in ["/nothing/", "/images/", "/images", "/assets/", "/frameworks/django/nothing"]:
        answer = get(live, target)
        assert answer.status == 404, target
        assert b"Page not found" in answer.body and b"logo.png" not in answer.body
        assert get(live, target, method="HEAD").status == 404


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt", "/../../etc/passwd", "/images/../../secret.txt", "/images/..%2f..%2fsecret.txt",
        "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt", "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt", "/%c0%ae%c0%ae/secret.txt", "/..%c0%afsecret.txt", "/secret.txt", "/Content/site.yml",
        "/site.yml", "/.hidden/secret.txt", "/%2ehidden/secret.txt", "/.git/config", "/images/logo.png%00.html",
        "/images/logo.png%00", "//secret.txt", "/images//logo.png", "/./secret.txt", "file:///etc/passwd", "/images/logo.png/",
        "/etc/passwd", "/_collate/../secret.txt", "/_collate/events", "/_collate/", "/_collate/files/client.js",
        "/%0d%0aSet-Cookie:%20a=b", "*", "secret.txt", "/" + "a" * 9000, "/" + "../" * 500 + "etc/passwd",
    ],
)  # fmt: skip
def test_no_request_leads_out_of_the_site(live: LiveServer, target: str) -> None:
    lines = [f"GET {target} HTTP/1.1", f"Host: 127.0.0.1:{live.port}", "Connection: close", "", ""]
    answer = raw_request(live.port, "\r\n".join(lines).encode("latin-1"))
    assert answer and answer.status in (400, 404), answer
    assert "set-cookie" not in answer.headers
    assert not any(text in answer.body for text in [b"secret\n", b"root:", b"title: Frameworks"])
    assert answer.body != b"secret"


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    with live_server(tmp_path) as server:
        assert get(server, "/images/logo.png").status == 200
        (tmp_path / "outside").mkdir()
        (tmp_path / "outside" / "logo.png").write_text("secret", encoding="utf-8")
        # The site is known; then its folder is made to lead elsewhere, faster than anything can be read again.
        images = server.place("images")
        os.rename(images, tmp_path / "away")
        images.symlink_to(tmp_path / "outside")
        for _ in range(50):
            assert b"secret" not in get(server, "/images/logo.png").body
        server.printed("symbolic-link")
        assert get(server, "/images/logo.png").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_answered(live: LiveServer, method: str) -> None:
    answer = get(live, "/", method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert get(live, "/", "Content-Length: 3").status == 413


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (["Host: localhost"], 200), (["Host: [::1]:1"], 200), (["Host: evil.example"], 403), (["Host: 192.168.0.1"], 403),
        (["Host: localhost.evil.example"], 403), ([], 400), (["Host: localhost", "Host: evil.example"], 400),
        (["Host: localhost", "Origin: http://localhost"], 200), (["Host: localhost", "Origin: http://evil.example"], 403),
        (["Host: localhost", "Origin: null"], 403),
        (["Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], 403),
        (["Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], 200),
    ],
)  # fmt: skip
def test_no_other_site_gets_an_answer(live: LiveServer, headers: list[str], status: int) -> None:
    answer = raw_request(live.port, "\r\n".join(["GET / HTTP/1.1", *headers, "Connection: close", "", ""]).encode())
    assert answer and answer.status == status
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: a\r\n" * 5000 + b"\r\n",
        b"GET /" + b"a" * 300_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX : a\r\n\r\n", b"GET / HTTP/1.1\r\nHost: local\x00host\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_request_ends_the_connection_and_nothing_else(live: LiveServer, request_bytes: bytes) -> None:
    try:
        answer = raw_request(live.port, request_bytes)
    except (BrokenPipeError, ConnectionResetError):
        answer = None
    assert answer is None or answer.status in (400, 403, 413, 431), answer
    assert get(live, "/").status == 200


def test_requests_on_one_connection_are_answered_in_order(live: LiveServer) -> None:
    one = f"GET /frameworks/flask/ HTTP/1.1\r\nHost: localhost:{live.port}\r\n\r\n"
    last = f"GET /nothing HTTP/1.1\r\nHost: localhost:{live.port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", live.port), timeout=PATIENCE) as connection:
        connection.sendall((one * 3 + last).encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    assert re.findall(rb"HTTP/1\.1 (\d+)", answer) == [b"200", b"200", b"200", b"404"]


def test_every_page_is_what_build_writes(tmp_path: Path) -> None:
    """With the one line that reloads a page, and as documented with `--no-reload`, byte by byte."""
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    built = build_site(tmp_path / "Public", tmp_path)
    files = sorted(path for path in built.folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    assert len(files) > 400
    with live_server(tmp_path, "--no-reload", files={}) as plain, live_server(tmp_path, files={}) as marked:
        for path in files:
            expected = path.read_bytes()
            target = "/" + path.relative_to(built.folder).as_posix().removesuffix("index.html")
            assert get(plain, target).body == expected, target
            body = get(marked, target).body
            count = len(MARK.findall(body))
            assert count == (1 if path.suffix == ".html" else 0), target
            assert MARK.sub(b"", body) == expected, target
        assert get(plain, "/_collate/client.js").status == 404


def test_a_site_with_a_path_of_its_own_is_served_below_it(tmp_path: Path) -> None:
    with live_server(tmp_path, "--base-url", "https://example.org/some/where/") as server:
        assert server.root.endswith("/some/where/")
        assert get(server, "/").headers["location"] == "/some/where/"
        missing = get(server, "/some/where/nothing/deep/")
        style = re.search(rb'href="(/some/where/assets/[^"]+\.css)"', missing.body)
        assert missing.status == 404 and style
        assert get(server, style[1].decode()).status == 200


def test_a_port_that_is_taken_is_left_to_its_owner_and_the_next_one_is_named(tmp_path: Path) -> None:
    with live_server(tmp_path) as first, live_server(tmp_path, "--port", str(first.port)) as second:
        assert second.port > first.port
        second.printed(f"port {first.port} is taken, so port {second.port} is used")
        assert get(second, "/").status == 200


def test_others_are_let_in_only_when_they_are_meant_to_be(tmp_path: Path) -> None:
    with live_server(tmp_path, "--host", "0.0.0.0") as server:
        server.printed("other machines that reach 0.0.0.0 can see this site")
        for host, status in [("192.168.7.7:1", 200), ("localhost", 200), ("evil.example", 403)]:
            answer = raw_request(server.port, f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            assert answer and answer.status == status, host
    run = run_collate("serve", "--site", str(tmp_path), "--host", "256.256.256.256")
    assert run.returncode == 3 and "cannot listen on 256.256.256.256" in run.stderr
    assert run_collate("serve", "--site", str(tmp_path), "--port", "99999").returncode == 2


def test_the_server_writes_nothing_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)
    before = sorted(tmp_path.rglob("*"))
    with live_server(tmp_path) as server:
        for target in ["/", "/frameworks/django/", "/nothing", "/_collate/client.js"]:
            get(server, target)
        server.write("frameworks/flask.md", "---\nname: Flask\nfacts: { nothing: 1 }\n---\n")
        server.printed("1 error; the last good pages stay")
        server.write("frameworks/flask.md", SITE["frameworks/flask.md"])
        server.printed("mended")
        assert sorted(tmp_path.rglob("*")) == before
        # An open stream of events does not keep it.
        stream = socket.create_connection(("127.0.0.1", server.port))
        stream.sendall(b"GET /_collate/events?path=%2F&whole=a&shape=b HTTP/1.1\r\nHost: localhost\r\n\r\n")
        eventually(lambda: b"event: reload" in stream.recv(65536), "an event")
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=PATIENCE) == 0
        stream.close()


def test_the_terminal_is_told_where_it_is_what_changed_and_how_long_it_took(tmp_path: Path) -> None:
    with live_server(tmp_path) as server:
        server.write("frameworks/flask.md", "---\nname: Flask\n---\n\nNew.\n")
        server.printed("Content/frameworks/flask.md · ")
        server.write("frameworks/flask.md", "---\nname: Flask\nfacts: { nothing: 1 }\n---\n")
        server.printed("1 error; the last good pages stay")
        server.write("frameworks/flask.md", "---\nname: Flask\n---\n")
        server.printed("mended")
    lines = [re.sub(r"\d+ ms", "0 ms", re.sub(r"[\d.]+ s ", "0 s ", line)) for line in server.output]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/ · \d+ pages · 0 s · Ctrl-C ends it\n", lines[0])
    assert lines[1:] == [
        "Content/frameworks/flask.md · 0 ms\n",
        "Content/frameworks/flask.md · 0 ms\n",
        "1 error; the last good pages stay\n",
        "Content/frameworks/flask.md · 0 ms\n",
        "mended\n",
    ]
    assert "".join(server.errors).count("error[") == 1


def test_the_program_that_opens_the_browser_is_given_the_address(tmp_path: Path) -> None:
    write_site(tmp_path, SITE)
    tools = tmp_path / "tools"
    tools.mkdir()
    opener = tools / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" >{tmp_path}/opened\n', encoding="utf-8")
    opener.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    process = subprocess.Popen(
        [str(COLLATE), "serve", "--site", str(tmp_path), "--port", "0", "--open"],
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        address = process.stdout.readline().split(" ")[0]
        opened = tmp_path / "opened"
        eventually(lambda: opened.exists() and opened.read_text(encoding="utf-8").strip() == address, address)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
