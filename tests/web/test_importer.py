"""One import after the other, told line by line, leaving nothing of what was handed over."""

from __future__ import annotations

import time
import zipfile

from web_kit import Client, a_site, clipboard

from calabazas.store import open_member
from calabazas.store.lock import one_at_a_time

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def settle(site):
    for _ in range(500):
        if not site.importer.busy():
            return
        time.sleep(0.02)
    raise AssertionError("it never ended")


def upload(site, files):
    """Send files as a form with parts."""
    mark = "----parts"
    body = b""
    for name, data in files:
        body += (
            f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
            + data
            + b"\r\n"
        )
    body += f"--{mark}--\r\n".encode()
    headers = {
        "content_type": f"multipart/form-data; boundary={mark}", "origin": "http://127.0.0.1:8700", "sec_fetch_site": "same-origin",
    }  # fmt: skip
    return Client(site).ask("POST", "/take-in/files", body, headers)


def test_problems_with_line_and_reason(site):
    """A row that would not read is told by its line, beside the good ones."""
    sheet = (
        HEAD
        + "Ana,Uno,https://www.linkedin.com/in/ana-uno,,Faro,Directora,01 Feb 2024\nLuis,Dos,https://www.linkedin.com/in/luis-dos,,X,Y,39 Foo 2024\n"
    )
    assert upload(site, [("Connections.csv", sheet.encode())]).status == 303
    settle(site)
    job = site.importer.jobs()[0]
    assert job.state == "done"
    assert job.summary.total("read") >= 2
    html = Client(site).get("/take-in").text
    if job.summary.total("problems"):
        assert "line 3" in html
    assert "Connections.csv" in html


def test_names_of_files_are_only_names(site):
    """A file name is a stranger's text: it must not walk out of its folder nor hide in it."""
    names = (
        "../../escape.csv",
        "..\\..\\up.csv",
        ".hidden",
        "/etc/passwd",
        "a" * 400 + ".csv",
        "Ña ñ.csv",
        "x.csv",
        "x.csv",
    )
    assert upload(site, [(n, HEAD.encode()) for n in names]).status == 303
    settle(site)
    job = site.importer.jobs()[0]
    assert len(set(job.names)) == len(names)
    assert all("/" not in n and "\\" not in n and not n.startswith(".") and len(n) < 140 for n in job.names)
    home = site.path.parent
    assert not (home.parent / "escape.csv").exists()


def test_nothing_handed_over_stays(site):
    """What the member gives is read into their file and nowhere else."""
    upload(site, [("Connections.csv", HEAD.encode()), ("junk.bin", b"\x00\x01")])
    settle(site)
    assert [p.name for p in site.path.parent.iterdir() if p.name.startswith(".handed")] == []


def test_the_second_waits_its_turn(site):
    """Another program's import holds the file: ours waits, says so, and then goes on."""
    browser = Client(site)
    with one_at_a_time(site.path, lambda: None):
        browser.post("/take-in/paste", {"html": clipboard([("Ana Uno", "Directora", "")])})
        browser.post("/take-in/paste", {"html": clipboard([("Luis Dos", "Ingeniero", "")])})
        time.sleep(0.2)
        assert [j.over for j in site.importer.jobs()] == [False, False]
        page = browser.get("/take-in")
        assert "Waits its turn" in page.text
        # Without script the page looks again by itself; with it, a timed reload would cut a hand-over short.
        assert '<noscript><meta http-equiv="refresh"' in page.text
        assert "refresh" not in page.headers
    settle(site)
    assert [j.state for j in site.importer.jobs()] == ["done", "done"]


def test_a_broken_zip_says_what_and_keeps_nothing(site):
    """An error page says what happened and what is safe."""
    upload(site, [("Complete_LinkedInDataExport_11-22-2026.zip", b"PK\x03\x04 not a zip at all")])
    settle(site)
    job = site.importer.jobs()[0]
    assert job.state == "failed"
    assert job.problem is not None
    assert Client(site).get("/").status == 200


def test_an_empty_hand_over(site):
    """Nothing is told as nothing."""
    assert Client(site).post("/take-in/paste", {"html": " ", "text": ""}).status == 303
    assert "nothing on the clipboard" in Client(site).get("/take-in").text
    assert Client(site).post("/take-in/files", {}).status == 303
    assert site.importer.jobs() == []


def test_what_the_new_list_confirms_is_told(tmp_path):
    """Decided here, gone there: the member need not tick it off by hand."""
    with a_site(tmp_path / "home" / "member.sqlite", filled=False) as site:
        browser = Client(site)
        people = [("Ana Uno", "Directora", ""), ("Luis Dos", "Ingeniero", ""), ("Eva Tres", "Artista", "")]
        browser.post("/take-in/paste", {"html": clipboard(people)})
        settle(site)
        with open_member(site.path) as store:
            ana = store.db.execute("SELECT id FROM person WHERE name = 'Ana Uno'").fetchone()[0]
        browser.post("/decide", {"id": ana, "choice": "accept"})
        browser.post("/take-in/paste", {"html": clipboard(people[1:])})
        settle(site)
        assert site.importer.jobs()[0].confirmed == 1
        assert "1 decision is confirmed" in browser.get("/take-in").text


def test_a_pasted_list_is_of_today(tmp_path):
    """LinkedIn says "yesterday", not which day: without today a whole queue would seem fresh."""
    with a_site(tmp_path / "home" / "member.sqlite", filled=False) as site:
        browser = Client(site)
        browser.post("/take-in/paste", {"html": clipboard([("Ana Uno", "Directora", "")], "Hace 1 semana")})
        settle(site)
        assert "Day 7 of 14" in browser.get("/").text


def test_zip_made_of_sheets(site, tmp_path):
    """The archive goes in as it comes."""
    path = tmp_path / "Basic_LinkedInDataExport_11-22-2026.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(
            "Connections.csv",
            HEAD + "Ana,Uno,https://www.linkedin.com/in/ana-uno,,Faro,Directora,01 Feb 2024\n",
        )
    upload(site, [(path.name, path.read_bytes())])
    settle(site)
    assert site.importer.jobs()[0].summary.total("new") == 1
