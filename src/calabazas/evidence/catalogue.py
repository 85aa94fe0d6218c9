"""All pieces of evidence, found by their files: a new one needs no registration."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import calabazas.evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says


@cache
def pieces() -> tuple[tuple[str, Callable[[Dossier], Says]], ...]:
    """Give every piece of evidence as (file name, function), in order of name."""
    modules = (
        import_module(f"calabazas.evidence.{m.name}") for m in iter_modules(calabazas.evidence.__path__)
    )
    return tuple((m.__name__.rpartition(".")[2], m.find) for m in modules if hasattr(m, "find"))


def gather(dossier: Dossier) -> Says:
    """Ask every piece of evidence about a dossier."""
    for _, find in pieces():
        yield from find(dossier)
