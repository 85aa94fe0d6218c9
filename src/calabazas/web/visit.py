"""One request of the member's: what they sent, their open file, their language, and how to answer."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import HTMLResponse, Response

from calabazas.desk.clicks import clicks, left
from calabazas.desk.triage import queue
from calabazas.engine.suggest import as_candidates
from calabazas.language import LANGUAGES, Language, system_language
from calabazas.people.standing import Standing
from calabazas.store import settings
from calabazas.web.render import Voice, environment
from calabazas.web.screen import menu
from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from calabazas.desk.clicks import Click
    from calabazas.desk.triage import Queue
    from calabazas.engine.answers import Answer
    from calabazas.engine.memory import Recalled
    from calabazas.store.engine import Store
    from calabazas.web.site import Site
    from calabazas.words import Sentence

THEMES = {"auto": mark("As the system"), "light": mark("Light"), "dark": mark("Dark")}


LONGEST_NUMBER = 18
"""Digits of a number that a browser may send: what is longer would not fit into the store."""


def whole(text: str) -> int | None:
    """Give the whole number that a text is, written in plain digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


class NotHereError(Exception):
    """There is no such person or page."""


class Sent(NamedTuple):
    """What the browser sent: `params` are the parts of the path."""

    path: str
    params: Mapping[str, Any]
    query: Mapping[str, str]
    form: Mapping[str, Sequence[Any]]
    headers: Mapping[str, str]


class Made(NamedTuple):
    """What pages need of all answers together; made once a change, not once a page."""

    version: int
    queue: Queue
    waiting: tuple[Answer, ...]
    clicks: tuple[Click, ...]


class Visit:
    """Everything a screen works with; lives as long as its request."""

    def __init__(self, site: Site, store: Store, sent: Sent) -> None:
        self.site, self.store = site, store
        # An action that answers with a page at once sets the path to that page's.
        self.path, self.params, self.query, self.form, self._headers = sent
        self.today: date = site.today()
        # The hour is the clock's and the day the one asked about, or what is done on a replayed day would be of another.
        self.now = datetime.combine(self.today, datetime.now().astimezone().timetz())

    # ---- what the member set
    @cached_property
    def settings(self) -> dict[str, str]:
        """The settings of the pages."""
        return {
            key: settings.get(self.store, key) for key in ("language", "web.hide", "web.keys", "web.theme")
        }

    @cached_property
    def language(self) -> Language:
        """The language to speak: the command line's, the member's choice, the browser's, the system's."""
        asked = [part.strip()[:2].lower() for part in self._headers.get("accept-language", "").split(",")]
        chosen = (self.site.language, self.settings["language"], *asked)
        return Language(next((code for code in chosen if code in LANGUAGES), system_language()))

    @cached_property
    def voice(self) -> Voice:
        """Says things as the member wants them said."""
        return Voice(self.language, hide=self.settings["web.hide"] == "yes")

    # ---- what is known
    @cached_property
    def engine(self) -> Recalled:
        """An engine that answers from memory."""
        return self.site.memory.engine(self.store, self.today)

    @cached_property
    def made(self) -> Made:
        """What is made of the answers, held by the site as long as nothing changes."""
        version = self.engine.version
        held = self.site.made
        if held is None or held.version != version:
            found = queue(self.store, self.today, self.engine)
            waiting = tuple(a for a in found.answers if a.dossier.standing is not Standing.SNOOZED)
            held = Made(version, found, waiting, clicks(self.engine.decided()))
            self.site.made = held
        return held

    @property
    def queue(self) -> Queue:
        """The open invitations in their order."""
        return self.made.queue

    @property
    def waiting(self) -> tuple[Answer, ...]:
        """Those of the queue that are not put off."""
        return self.made.waiting

    @property
    def clicks(self) -> tuple[Click, ...]:
        """What is decided and still to be done on LinkedIn."""
        return self.made.clicks

    def anew(self) -> None:
        """Forget what was asked before this request itself wrote something."""
        self.__dict__.pop("engine", None)
        self.__dict__.pop("made", None)

    @property
    def clicks_left(self) -> int:
        """How many clicks that is."""
        return left(self.clicks)

    def answer(self) -> Answer:
        """The person that the address names, judged.

        Raises:
            NotHereError: nobody has that number.
        """
        found = self.engine.people([int(self.params["id"])], self.today)
        if not found:
            raise NotHereError
        d = found[0].dossier
        if d.invitation is None and d.connection is None:
            # Of somebody who asks for nothing it is asked whether to invite them.
            return as_candidates(self.engine, [d.person.id], self.today)[0]
        return found[0]

    # ---- what they sent
    def field(self, name: str, default: str = "") -> str:
        """One field of the form, as text."""
        values = self.form.get(name, ())
        return values[0] if values and isinstance(values[0], str) else default

    def numbers(self, name: str) -> list[int]:
        """The whole numbers of a field, wherever they stand: several fields, or one with commas."""
        parts = [p for v in self.form.get(name, ()) if isinstance(v, str) for p in v.split(",")]
        return [number for p in parts if (number := whole(p)) is not None]

    # ---- how to answer
    def page(self, template: str, *, status: int = 200, **context: Any) -> Response:
        """Answer with a page."""
        html = (
            environment()
            .get_template(template)
            .render(
                visit=self,
                menu=menu(),
                notice=self.site.take_notice(),
                themes=THEMES,
                **self.voice.helpers(),
                **context,
            )
        )
        response = HTMLResponse(html, status)
        came_from = urlsplit(self._headers.get("hx-current-url", ""))
        here = (self.path, dict(self.query))
        if came_from.path and (came_from.path, dict(parse_qsl(came_from.query))) != here:
            # A form of one page that led to another: the address must follow.
            response.headers["HX-Push-Url"] = self.path + (f"?{urlencode(self.query)}" if self.query else "")
        return response

    def go(self, path: str, notice: Sentence | None = None, *, undo: bool = False) -> Response:
        """Answer an action: show a page of ours, with a word on what was done."""
        if notice is not None:
            self.site.leave_notice(notice, undo=undo)
        return Response(status_code=303, headers={"location": path})

    def back(self, notice: Sentence | None = None, *, undo: bool = False) -> Response:
        """Answer an action by going back to the page it was sent from; only ever one of ours."""
        path = self.field("back") or "/"
        ours = (
            path.startswith("/")
            and not path.startswith(("//", "/\\"))
            and "\n" not in path
            and "\r" not in path
        )
        return self.go(path if ours else "/", notice, undo=undo)
