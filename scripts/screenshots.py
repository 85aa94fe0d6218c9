"""Picture the pages of the demo for README and docs, light and dark, small: `screenshots.py [--into docs/pictures] [--lang es]`.

Needs Debian's chromium. Everything in the pictures is invented; the day is fixed, so that they change only when we do.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import sync_playwright

from calabazas.demo.prepare import prepare
from calabazas.store import open_member
from calabazas.web.serve import hosts, listen
from calabazas.web.site import Site

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
CHROMIUM = "/usr/bin/chromium"
QUIET = "--no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
SIZES = {"wide": (1280, 860), "phone": (390, 844)}
COLOURS = 128
"""Of the palette: flat pages lose nothing and weigh a third."""


def main() -> None:
    """Make the demo, serve it, picture it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "docs/pictures")
    parser.add_argument("--lang", default="es")
    parser.add_argument("--only", nargs="*", help="names of pages")
    arguments = parser.parse_args()
    arguments.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        site = Site(prepare(Path(work), TODAY), today=lambda: TODAY, language=arguments.lang, demo=True)
        listening = listen(0)
        port = listening.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(site.application(hosts(port)), log_level="warning", lifespan="off")
        )
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        picture(site, f"http://127.0.0.1:{port}", arguments.into, arguments.only or list(pages(site)))
        server.should_exit = True


def pages(site: Site) -> dict[str, str]:
    """Name the pages worth a picture."""
    with open_member(site.path) as store:
        answers = site.memory.engine(store, TODAY).triage(TODAY)
    # Somebody of whom much is known, and who is neither plainly a yes nor plainly a no.
    shown = max(answers, key=lambda a: (a.verdict.advice == "study", len(a.verdict.weighed)))
    return {
        "invitations": "/",
        "person": f"/people/{shown.dossier.person.id}",
        "clicks": "/clicks",
        "take-in": "/take-in",
        "policy": "/policy",
        "welcome": "/welcome",
        "suggest": "/suggest",
        "purge": "/purge",
        "mirror": "/mirror",
    }


def picture(site: Site, base: str, into: Path, names: list[str]) -> None:
    """Write one file a page, theme and size."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        for scheme in ("light", "dark"):
            for size, (width, height) in SIZES.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                page = context.new_page()
                page.goto(f"{base}/enter?token={site.keys.token}")
                page.wait_for_url(f"{base}/")
                for name in names:
                    page.goto(base + pages(site)[name])
                    # Pages about the whole network are worked out first, and show themselves when they are.
                    page.locator(".working").wait_for(state="detached")
                    image = Image.open(io.BytesIO(page.screenshot()))
                    path = into / f"{name}-{size}-{scheme}.png"
                    image.convert("RGB").quantize(COLOURS).save(path, optimize=True)
                    print(path, path.stat().st_size // 1024, "kB")
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
