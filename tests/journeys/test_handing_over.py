"""Paste anywhere, drop anywhere, close the tab: it is read all the same."""

from __future__ import annotations

import zipfile

from playwright.sync_api import expect
from web_kit import clipboard

from conftest import paste, stand_still

HEAD = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
ROW = (
    '{n},{me},"11/20/26, 9:00 AM",,INCOMING,https://www.linkedin.com/in/{s},https://www.linkedin.com/in/{ms}'
)


def archive(path, me, names):
    """Write an archive that holds nothing but invitations to `me`."""
    rows = [
        ROW.format(n=n, me=me, s=n.lower().replace(" ", "-"), ms=me.lower().replace(" ", "-")) for n in names
    ]
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("Invitations.csv", "\n".join([HEAD, *rows]) + "\n")
    return path


def test_paste_anywhere_gives_cards(empty_desk, visit):
    """The list of the day is one key away, from whichever page one is on."""
    with visit(empty_desk) as page:
        page.goto(f"{empty_desk.base}/settings")
        paste(page, clipboard([("Ana Uno", "Directora de arte", ""), ("Luis Dos", "Ingeniero", "")]))
        page.wait_for_url("**/take-in")
        expect(page.locator(".job.done")).to_have_count(1)
        expect(page.locator(".job tbody tr")).to_contain_text("2")
        page.get_by_role("link", name="To the invitations").click()
        expect(page.locator("article[data-card]")).to_have_count(2)
    empty_desk.walked("POST /take-in/paste", "GET /take-in")


def test_files_chosen_dropped_and_taken_back(empty_desk, visit, tmp_path):
    """A file is read wherever it falls; what it brought goes when the import goes."""
    path = archive(
        tmp_path / "Basic_LinkedInDataExport_11-22-2026.zip", "Noa Member", ["Ana Uno", "Luis Dos"]
    )
    with visit(empty_desk) as page:
        page.goto(f"{empty_desk.base}/take-in")
        page.locator("#choose").set_input_files(path)
        page.get_by_role("button", name="Hand over").last.click()
        expect(page.locator(".job.done")).to_have_count(1)
        # The list stands before the scripts have run: a drop before that is the browser's, not ours.
        stand_still(page)
        page.evaluate(
            """async () => {
              const data = new DataTransfer();
              data.items.add(new File(["not LinkedIn's"], "notes.xyz"));
              for (const kind of ["dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
            }"""
        )
        expect(page.locator(".job.done")).to_have_count(2)
        expect(page.locator(".job").first).to_contain_text("Not read: notes.xyz")
        page.locator(".deeds").get_by_role("button", name="Take back").first.click()
        expect(page.locator(".deeds .undone")).to_have_count(1)
        page.goto(f"{empty_desk.base}/")
        page.wait_for_url("**/welcome")
    empty_desk.walked("POST /take-in/files", "POST /take-in/undo")


def test_an_import_survives_its_page_and_the_next_waits(empty_desk, visit, tmp_path):
    """Closing the tab must not cost anybody their archive."""
    for i in (1, 2):
        archive(
            tmp_path / f"Basic_LinkedInDataExport_11-2{i}-2026.zip", "Noa Member", [f"Ana {i}", f"Luis {i}"]
        )
    with visit(empty_desk) as page:
        for i in (1, 2):
            page.goto(f"{empty_desk.base}/take-in")
            page.locator("#choose").set_input_files(tmp_path / f"Basic_LinkedInDataExport_11-2{i}-2026.zip")
            page.get_by_role("button", name="Hand over").last.click()
            expect(page.locator(".job")).to_have_count(i)
        page.close()
    with visit(empty_desk) as page:
        page.goto(f"{empty_desk.base}/take-in")
        expect(page.locator(".job.done")).to_have_count(2)
    empty_desk.walked("POST /take-in/files")


def test_another_members_archive_is_asked_about(empty_desk, visit, tmp_path):
    """Two people's networks mixed up cannot be told apart again."""
    with visit(empty_desk) as page:
        for nth, me in enumerate(("Noa Member", "Otra Persona"), 1):
            page.goto(f"{empty_desk.base}/take-in")
            page.locator("#choose").set_input_files(
                archive(tmp_path / f"{me[0]}_LinkedInDataExport_11-22-2026.zip", me, [f"Ana {me}"])
            )
            page.get_by_role("button", name="Hand over").last.click()
            expect(page.locator(".job")).to_have_count(nth)
        expect(page.locator(".job.failed .problem")).to_contain_text("Otra Persona")
        page.get_by_role("button", name="Both are me").click()
        expect(page.locator(".job.done")).to_have_count(2)
    empty_desk.walked("POST /take-in/again")
