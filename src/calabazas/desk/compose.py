"""The member writes to somebody: drafts of a note out of what is known of the two, and the other first words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from calabazas import shipped
from calabazas.engine.allowance import Allowance, allowance
from calabazas.engine.anchors import Anchor, anchors, facts_for, look_for_anchor
from calabazas.engine.engine import Engine
from calabazas.engine.readers import Readers
from calabazas.engine.suggest import as_candidates
from calabazas.people.facts import KINDS, Fact
from calabazas.store import settings
from calabazas.store.outgoing import notes_sent
from calabazas.words import say
from calabazas.writing.compose import Composer, Draft, Wishes
from calabazas.writing.model import LOOPBACK, Consent, ModelDrafter, drafts, is_loopback
from calabazas.writing.verify import Verifier

if TYPE_CHECKING:
    from datetime import date, datetime

    from calabazas.evidence.dossier import Dossier
    from calabazas.store.engine import Store

WORDS = ("apology", "ask", "greeting", "reconnect")
"""Other first words than a note."""
MODEL_FIELDS = frozenset({*KINDS, "name"})
"""Kinds of fact that a model on another machine would be sent, once the member consents."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is at hand for writing to one person: facts, anchors, earlier notes, what is left of the month."""

    dossier: Dossier
    facts: tuple[Fact, ...]
    anchors: tuple[Anchor, ...]
    look: str
    earlier: tuple[str, ...]
    allowance: Allowance

    @property
    def writer(self) -> str:
        """The member's name, as they sign."""
        return self.dossier.member.name


@dataclass(frozen=True, slots=True)
class Written:
    """Drafts to choose from, and the trouble a model had (codes, one tuple a try)."""

    drafts: tuple[Draft, ...]
    refused: tuple[tuple[str, ...], ...] = ()


@cache
def _verifier() -> Verifier:
    """The one verifier of drafts, built once."""
    return Verifier(Readers().notes)


@cache
def composer(language: str) -> Composer:
    """The composer of a language, built once."""
    return Composer(shipped.read(f"notes/drafts_{'es' if language == 'es' else 'en'}.toml"))


def at_hand(
    store: Store, person: int, today: date, engine: Engine | None = None, *, about: str = ""
) -> Desk | None:
    """Gather what a note to somebody may draw on; None when nothing is known of them.

    `about` is the member's word on what a conversation or a post of theirs was about.
    """
    engine = engine or Engine(store)
    answers = as_candidates(engine, [person], today)
    if not answers:
        return None
    d = answers[0].dossier
    held = anchors(d)
    facts = facts_for(d)
    if about.strip():
        held, facts = _named(held, facts, about.strip())
    sent = engine.outgoing(today)
    look = "" if held and held[0].holds else look_for_anchor(d)
    return Desk(d, facts, held, look, tuple(notes_sent(sent, person)), allowance(store, sent, today))


def note_drafts(
    desk: Desk,
    *,
    language: str,
    register: str = "tu",
    reason: str = "",
    max_chars: int | None = None,
    model: ModelDrafter | None = None,
) -> Written:
    """Write drafts of a note, each passed by the verifier; none when no anchor holds.

    Raises:
        ConsentNeededError: the model is on another machine and consent is missing.
    """
    wishes = Wishes(
        desk.dossier.person.name,
        language,
        register,
        desk.writer,
        max_chars or desk.allowance.max_chars,
        reason,
    )
    made = drafts(
        desk.facts,
        wishes,
        composer(language),
        _verifier(),
        model=model,
        earlier_notes=desk.earlier,
    )
    return Written(made.drafts, made.refused)


def first_words(desk: Desk, kind: str, *, language: str, register: str = "tu") -> str:
    """Give the line of a kind of `WORDS`; "" when there is nothing to say it of (a greeting to nobody, no last talk).

    Raises:
        ValueError: no such kind.
    """
    d, writer = desk.dossier, composer(language)
    if kind == "apology":
        return writer.apology(d.age_days, register) if d.age_days is not None else ""
    if kind == "ask":
        return writer.ask_inviter(d.person.name, register)
    if kind == "greeting":
        return writer.greeting(d.person.name, desk.facts, register)
    if kind != "reconnect":
        raise ValueError(kind)
    if d.conversation is None:
        return ""
    talked = next((f.what for f in desk.facts if f.kind == "message"), "")
    return writer.reconnect(d.person.name, str(d.conversation.last.year), talked, register)


def model_of(store: Store, key: str = "") -> ModelDrafter | None:
    """Give the model that the member has set; None without one, or when its setting does not hold together."""
    name, url = settings.get(store, "model.name"), settings.get(store, "model.url", LOOPBACK)
    if not name:
        return None
    host = settings.get(store, "model.consent")
    consent = Consent(host, MODEL_FIELDS) if host else None
    try:
        return ModelDrafter(name, url, api_key=key, consent=consent)
    except ValueError:
        return None


def set_model(store: Store, name: str, url: str, *, consent: bool, now: datetime) -> bool:
    """Keep which model drafts; tell whether it may be used: one on another machine only with consent.

    Raises:
        ValueError: the address is none, or of another machine without https.
    """
    if name:
        ModelDrafter(name, url)
    host = urlsplit(url).hostname or ""
    local = is_loopback(host)
    settings.put(store, "model.name", name.strip(), now)
    settings.put(store, "model.url", url.strip(), now)
    settings.put(store, "model.consent", host if consent and not local else "", now)
    return local or consent


def _named(
    held: tuple[Anchor, ...], facts: tuple[Fact, ...], about: str
) -> tuple[tuple[Anchor, ...], tuple[Fact, ...]]:
    """Give the first conversation or post without a topic the one that the member tells; telling it is having read it."""
    bare = next((a.fact for a in held if a.fact.kind in ("message", "post") and not a.fact.what), None)
    if bare is None:
        # Nothing here tells where they spoke or wrote of it; that the member heard or read it, they say themselves.
        own = Fact("about", about, "post", what=about)
        told_so = Anchor(own, say("What you know of theirs: “{what}”", what=about))
        return tuple(sorted((*held, told_so), key=lambda a: not a.holds)), (*facts, own)
    told = replace(bare, what=about, confirmed=True)
    swap = {bare.id: told}
    ordered = [a._replace(fact=swap.get(a.fact.id, a.fact)) for a in held]
    ordered.sort(key=lambda a: not a.holds)
    return tuple(ordered), tuple(swap.get(f.id, f) for f in facts)
