"""The application: routes from the screens, one store a request, the memory and the importer they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from calabazas.engine.memory import Memory
from calabazas.store.engine import open_member
from calabazas.web.guard import Guard, Keys, TooLargeError
from calabazas.web.importer import Importer
from calabazas.web.network import Network
from calabazas.web.screen import Screen, screens
from calabazas.web.static_files import serve
from calabazas.web.visit import LONGEST_NUMBER, Made, NotHereError, Sent, Visit
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from calabazas.web.lists import Handed
    from calabazas.words import Sentence

MANY_FIELDS = 5_000
"""Fields of a form: a page of weights has hundreds, a selection of people thousands at most."""


class _Number(IntegerConvertor):
    """A number in a path (`{id:int}`); a longer one is nobody's, and the page is not here."""

    regex = f"[0-9]{{1,{LONGEST_NUMBER}}}"


register_url_convertor("int", _Number())


@dataclass(frozen=True, slots=True)
class Notice:
    """A word on what was just done, shown once."""

    sentence: Sentence
    undo: bool


class Site:
    """One member's desk, as long as the program runs."""

    def __init__(
        self,
        path: Path,
        *,
        today: Callable[[], date] = date.today,
        language: str = "",
        demo: bool = False,
    ) -> None:
        self.path = path
        self.today = today
        self.language = language
        self.demo = demo
        self.keys = Keys()
        self.memory = Memory()
        self.importer = Importer(path, today)
        self.importer.pending = self._pending
        self.made: Made | None = None
        self.network = Network(path)
        self.handed: Handed | None = None
        self._notice: Notice | None = None
        self._lock = Lock()

    def application(self, hosts: tuple[str, ...]) -> ASGIApp:
        """Build the guarded application for the addresses it is served at (`host:port`)."""
        routes = [Route(s.path, self._endpoint(s), methods=[s.method], name=s.name) for s in screens()]
        routes.append(Route("/static/{digest}/{name:path}", serve, methods=["GET"], name="static"))
        app = Starlette(
            routes=routes,
            exception_handlers={404: self._not_found, 405: self._not_found, Exception: self._broken},
        )
        return Guard(app, self.keys, hosts, self._largest)

    def warm_up(self) -> Thread:
        """Judge the queue, and then whom one could invite, before the first page asks for them."""

        def work() -> None:
            with open_member(self.path) as store:
                self.memory.engine(store, self.today()).suggestions(self.today())

        thread = Thread(target=work, name="warm-up", daemon=True)
        thread.start()
        return thread

    def _pending(self) -> frozenset[int]:
        """Who is decided and not done; asked after an import it also judges the new ones before a page does."""
        with open_member(self.path) as store:
            return frozenset(a.dossier.person.id for a in self.memory.engine(store, self.today()).decided())

    def leave_notice(self, sentence: Sentence, *, undo: bool) -> None:
        """Keep a word for the next page."""
        with self._lock:
            self._notice = Notice(sentence, undo)

    def take_notice(self) -> Notice | None:
        """Give the word kept, once."""
        with self._lock:
            notice, self._notice = self._notice, None
            return notice

    @staticmethod
    def _largest(path: str) -> int:
        return max(
            (s.largest for s in screens() if s.path == path and s.method == "POST"), default=LARGEST_OTHER
        )

    def _endpoint(self, screen: Screen) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            form: dict[str, list[Any]] = defaultdict(list)
            try:
                if screen.method == "POST":
                    sent = await request.form(
                        max_files=1000, max_fields=MANY_FIELDS, max_part_size=screen.largest
                    )
                    for key, value in sent.multi_items():
                        form[key].append(value)
            except TooLargeError:
                return await run_in_threadpool(self._error, request, 413)
            return await run_in_threadpool(self._answer, screen, request, form)

        endpoint.__name__ = screen.name
        return endpoint

    def _answer(self, screen: Screen, request: Request, form: dict[str, list[Any]]) -> Response:
        # A store belongs to the thread that opened it, and opening one costs a millisecond.
        with open_member(self.path) as store:
            try:
                return screen.run(self._visit(request, store, form, request.path_params))
            except NotHereError:
                return self._error(request, 404)

    def _visit(self, request: Request, store: Any, form: dict[str, list[Any]], params: Any) -> Visit:
        return Visit(
            self, store, Sent(request.url.path, params, dict(request.query_params), form, request.headers)
        )

    async def _not_found(self, request: Request, _: Exception) -> Response:
        return await run_in_threadpool(self._error, request, 404)

    async def _broken(self, request: Request, error: Exception) -> Response:
        return await run_in_threadpool(self._error, request, 500, type(error).__name__)

    def _error(self, request: Request, status: int, what: str = "") -> Response:
        try:
            with open_member(self.path) as store:
                visit = self._visit(request, store, {}, {})
                return visit.page("error.html", status=status, code=status, sorry=SORRY[status], what=what)
        except Exception as error:  # noqa: BLE001 - even the page that says so may not open: then plainly
            text = f"Calabazas: {type(error).__name__}. Nothing was changed. / Nada ha cambiado."
            return HTMLResponse(
                f'<!doctype html><meta charset="utf-8"><title>Calabazas</title><p>{text}</p>', 500
            )


LARGEST_OTHER = 1 << 20
SORRY = {
    404: mark("There is nothing at this address. Perhaps the person was erased."),
    413: mark("That is more than this page takes. Nothing of it was kept."),
    500: mark("Something of ours broke. Whatever you had decided before is kept; this last step was not."),
}
