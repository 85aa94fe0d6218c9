"""What a screen is: a path, who answers it, and where it stands in the menu. One file of `screens/` holds one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from calabazas.web.guard import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

    from calabazas.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Nav:
    """A place in the menu: `order` from the top, the keys that go there, its (marked) name, and what is counted beside it."""

    order: int
    keys: str
    label: str
    count: Callable[[Visit], int] | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """A route. `run` is called in a thread of its own, with a store of its own."""

    method: str
    path: str
    run: Callable[[Visit], Response]
    nav: Nav | None = None
    largest: int = LARGEST
    """Bytes of a request's body that it takes."""

    @property
    def name(self) -> str:
        """The name in tests and journeys: `POST /decide`."""
        return f"{self.method} {self.path}"


def get(path: str, nav: Nav | None = None) -> Callable[[Callable[[Visit], Response]], Screen]:
    """Register a page that shows and changes nothing."""
    return lambda run: Screen("GET", path, run, nav)


def post(path: str, largest: int = LARGEST) -> Callable[[Callable[[Visit], Response]], Screen]:
    """Register an action: a plain form sends it, and its answer leads to a page."""
    return lambda run: Screen("POST", path, run, None, largest)


@cache
def screens() -> tuple[Screen, ...]:
    """Every screen, found by the files of `screens/`: a new one needs no registration."""
    import calabazas.web.screens as room  # noqa: PLC0415 - the screens import this module

    modules = (import_module(f"{room.__name__}.{m.name}") for m in iter_modules(room.__path__))
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Screen)]
    return tuple(sorted(dict.fromkeys(found), key=lambda s: (s.path, s.method)))


@cache
def menu() -> tuple[Screen, ...]:
    """The screens of the menu, from the top."""
    return tuple(sorted((s for s in screens() if s.nav), key=lambda s: s.nav.order if s.nav else 0))
