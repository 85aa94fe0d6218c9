"""A real browser against a real server on this machine, with everything watched that must never happen."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from calabazas.store import open_member
from calabazas.web.serve import hosts, listen
from calabazas.web.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "web"))

from network_kit import fill_network
from web_kit import TODAY, fill

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = Path(__file__).parent / "vendor/axe.min.js"
PATIENCE = 20_000
"""Milliseconds until something is held not to come: a busy machine is slow, and only a broken page never answers."""
STILL = """() => document.readyState === "complete"
  && !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling")"""
"""Scripts have run and no answer is under way."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Desk:
    """A running desk: where it is, what was asked of it, and how to start it again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.today = TODAY
        self.asked: Counter[str] = Counter()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.start()

    def start(self) -> None:
        """Serve the member's file on a free port."""
        listening = listen(0)
        self.port = listening.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.site = Site(self.path, today=lambda: self.today)
        app = self.site.application(hosts(self.port))

        async def watched(scope: Any, receive: Any, send: Any) -> None:
            await app(scope, receive, send)
            # The router leaves the route in the scope: so a journey can prove which screens it really used.
            route = scope.get("endpoint")
            if route is not None:
                self.asked[getattr(route, "__name__", "?")] += 1

        self._server = uvicorn.Server(uvicorn.Config(watched, log_level="warning", lifespan="off"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """End it."""
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join(10)

    @property
    def door(self) -> str:
        """The address with its one-use token."""
        return f"{self.base}/enter?token={self.site.keys.token}"

    def walked(self, *screens: str) -> None:
        """Assert that these screens were really used: `GET /clicks`. `test_screens.py` reads these calls."""
        assert [s for s in screens if not self.asked[s]] == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on its first day."""
    desk = Desk(tmp_path / "home" / "member.sqlite")
    yield desk
    desk.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on which eight people wait."""
    path = tmp_path / "home" / "member.sqlite"
    with open_member(path) as store:
        fill(store)
    made = Desk(path)
    yield made
    made.stop()


@pytest.fixture
def network_desk(desk: Desk) -> Desk:
    """The same desk with a network of some thirty people."""
    with open_member(desk.path) as store:
        fill_network(store)
    return desk


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Any]]:
    """Open windows whose every request, error and policy violation is watched; all must be ours and none broken."""
    wrong: list[str] = []
    windows: list[Any] = []

    @contextmanager
    def opened(desk: Desk, **options: Any) -> Iterator[Page]:
        context = chromium.new_context(
            **{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options}
        )
        windows.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.base)

        def request(route: Any) -> None:
            url = route.request.url
            if url.startswith((f"http://127.0.0.1:{desk.port}/", "data:")):
                route.continue_()
            else:
                wrong.append(f"asked elsewhere: {url}")
                route.abort()

        context.route("**/*", request)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        wait_before_keys(page)
        page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type == "error" else None)
        page.goto(desk.door)
        page.wait_for_url(lambda url: "/enter" not in url)
        yield page
        context.close()

    yield opened
    assert wrong == []


def stand_still(page: Page) -> None:
    """Wait until scripts have run and every answer has arrived."""
    page.wait_for_function(STILL)


def wait_before_keys(page: Page) -> None:
    """Press keys as a person does, on a page that stands still: a key too early is nobody's, and nobody's fault."""
    for name in ("press", "type", "insert_text"):
        act = getattr(page.keyboard, name)

        def later(*said: Any, act: Callable[..., None] = act, **how: Any) -> None:
            stand_still(page)
            act(*said, **how)

        setattr(page.keyboard, name, later)


def axe(page: Page) -> list[str]:
    """Give what axe finds wrong on the page as it stands."""
    # Evaluated by the driver, not added to the page: the page's own policy would rightly refuse it.
    page.evaluate(AXE.read_text("utf-8") + ";0")
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
    return [
        f"{v['id']}: {n['html'][:160]} | {n['failureSummary'][:200]}"
        for v in found["violations"]
        for n in v["nodes"]
    ]


def paste(page: Page, html: str, text: str = "pasted") -> None:
    """Paste what a browser's clipboard would hold, anywhere on the page."""
    stand_still(page)
    page.evaluate(
        """([html, text]) => {
          const data = new DataTransfer();
          data.setData("text/html", html); data.setData("text/plain", text);
          document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        [html, text],
    )


__all__ = ["axe", "date", "paste", "stand_still"]
