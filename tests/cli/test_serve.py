"""`calabazas serve` as somebody starts it: an address that opens one browser, on this machine alone."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

CALABAZAS = Path(sys.executable).parent / "calabazas"


@contextmanager
def serving(home, *options):
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [CALABAZAS, "--home", home, "--lang", "en", "serve", "--no-browser", "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process, process.stdout.readline()
    finally:
        process.terminate()
        process.wait(10)


def ask(port, path, cookie=""):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    return answer.status, answer.getheader("set-cookie") or "", answer.read().decode()


def test_the_printed_address_opens_the_desk_once(tmp_path):
    """What is printed must work as printed, and be worth nothing afterwards."""
    with serving(tmp_path / "home") as (process, line):
        port, path = re.search(r"http://127\.0\.0\.1:(\d+)(/enter\S+)", line).groups()
        assert ask(int(port), "/")[0] == 403
        status, cookie, _ = ask(int(port), path)
        assert status == 200
        assert ask(int(port), path)[0] == 403
        status, _, page = ask(int(port), "/welcome", cookie.partition(";")[0])
        assert status == 200
        assert "Who deserves a yes?" in page
        assert "once" in process.stdout.readline()
        assert "For another browser" in process.stdout.readline()


def test_the_demo_is_marked_and_apart(tmp_path):
    """Somebody invented must never be taken for the member's own life, nor lie among it."""
    with serving(tmp_path / "home", "--demo") as (_, line):
        port, path = re.search(r"http://127\.0\.0\.1:(\d+)(/enter\S+)", line).groups()
        cookie = ask(int(port), path)[1].partition(";")[0]
        for page in ("/", "/clicks", "/take-in", "/policy", "/settings", "/welcome", "/people/1", "/nowhere"):
            assert 'class="demo"' in ask(int(port), page, cookie)[2], page
    assert not (tmp_path / "home" / "member.sqlite").exists()


def test_a_taken_port_is_said(tmp_path):
    """A stack of Python tells nobody that another window is still open."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [
            CALABAZAS,
            "--home",
            tmp_path / "home",
            "--lang",
            "en",
            "serve",
            "--no-browser",
            "--port",
            port,
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 1
    assert f"Port {port} is taken" in run.stderr
    assert "Traceback" not in run.stderr
