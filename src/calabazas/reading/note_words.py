"""The words notes are read with, built from the bytes of `notes/lexicon.toml` and `notes/defaults.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import rtoml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AIMS = (
    "pitch",
    "leads",
    "appointments",
    "crypto",
    "multilevel",
    "passive_income",
    "other_messenger",
    "urgency",
    "advance_payment",
    "collector",
    "mass",
    "begs",
    "lure",
)
ASKS = ("sign_in", "money", "messenger", "calendar", "meeting", "job")


def _any(patterns: Iterable[str]) -> re.Pattern[str] | None:
    # What starts with a word must start one ("eth" is not in "something"), and asking for the
    # boundary once, before hundreds of alternatives, is what makes the search quick.
    at_words: list[str] = []
    anywhere: list[str] = []
    for pattern in patterns:
        bare = pattern.removeprefix(r"\b")
        starts = bare[0].isalnum() or bare.startswith((r"\w", r"\d")) or (bare[0] == "(" and bare[1] != "?")
        (at_words if starts else anywhere).append(f"(?:{bare if starts else pattern})")
    parts = [rf"\b(?:{'|'.join(at_words)})"] * bool(at_words) + anywhere
    return re.compile("|".join(parts)) if parts else None


def _whole(entries: Iterable[str]) -> list[str]:
    # Words of a field end where they end: "ia" is not the beginning of "iaculis".
    return [e if e[-1] in r"b+*? " or not e[-1].isalpha() else rf"{e}\b" for e in entries]


def _need(patterns: Iterable[str]) -> re.Pattern[str]:
    found = _any(patterns)
    if found is None:
        raise ValueError("a list of patterns is empty")
    return found


@dataclass(frozen=True, slots=True)
class Slots:
    """Vocabulary of the recogniser of default texts; a trailing `*` has become a beginning."""

    exact: frozenset[str]
    begins: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Tell whether the folded word fills the slot."""
        return word in self.exact or word.startswith(self.begins)

    @classmethod
    def of(cls, entries: Iterable[str]) -> Slots:
        """Build a slot from its entries."""
        listed = list(entries)
        begins = tuple(e[:-1] for e in listed if e.endswith("*"))
        return cls(frozenset(e for e in listed if not e.endswith("*")), begins)


@dataclass(frozen=True, slots=True)
class NoteWords:
    """All vocabularies and patterns, compiled once."""

    strong: Mapping[str, re.Pattern[str]]
    weak: Mapping[str, re.Pattern[str]]
    asks: Mapping[str, re.Pattern[str]]
    phish: Mapping[str, re.Pattern[str]]
    hollow: re.Pattern[str]
    press: re.Pattern[str]
    again: re.Pattern[str]
    buys: re.Pattern[str]
    grateful: re.Pattern[str]
    empty_question: re.Pattern[str]
    indirect_question: re.Pattern[str]
    reason: re.Pattern[str]
    vague_reason: re.Pattern[str]
    notice: re.Pattern[str]
    recruits: re.Pattern[str]
    stock_phrase: re.Pattern[str]
    placeholder: re.Pattern[str]
    claims: Mapping[str, re.Pattern[str]]
    presents: re.Pattern[str]
    about: re.Pattern[str]
    private: re.Pattern[str]
    fact_labels: Mapping[str, str]
    fact_kinds: Mapping[str, re.Pattern[str]]
    denied: re.Pattern[str]
    hearsay: re.Pattern[str]
    stop: frozenset[str]
    stock: frozenset[str]
    calendar_words: frozenset[str]
    medium: frozenset[str]
    platforms: frozenset[str]
    vendor: re.Pattern[str]
    offer: Mapping[str, re.Pattern[str]]
    media: Mapping[str, frozenset[str]]
    nicknames: Mapping[str, frozenset[str]]
    defaults: tuple[str, ...]
    want: Slots
    act: Slots
    net: Slots
    filler: Slots
    signoff: re.Pattern[str]

    @classmethod
    def load(cls, lexicon: bytes, defaults: bytes) -> NoteWords:
        """Compile the two files.

        Raises:
            rtoml.TomlParsingError: a file is not TOML.
            re.error: an entry is not a regular expression.
        """
        raw: dict[str, Any] = rtoml.loads(lexicon.decode())
        own: dict[str, Any] = rtoml.loads(defaults.decode())
        slots = own["slots"]
        aims = raw["aim"]
        nicknames: dict[str, frozenset[str]] = {}
        for group in raw["nicknames"]["groups"]:
            names = frozenset(group.split())
            for name in names:
                nicknames[name] = nicknames.get(name, frozenset()) | names
        fact = raw["fact"]
        labels = {label: kind for kind in ("name", "role", "writer", "offer") for label in fact[kind]}
        kinds = ("mutual", "employer", "address", "message", "post", "event", "school", "group")
        return cls(
            strong={a: p for a in AIMS if (p := _any(aims[a]["strong"]))},
            weak={a: p for a in AIMS if (p := _any(aims[a]["weak"]))},
            asks={a: _need(raw["ask"][a]) for a in ASKS},
            phish={part: _need(raw["phish"][part]) for part in ("thing", "threat", "act")},
            hollow=_need(raw["hollow"]["words"]),
            press=_need(raw["teller"]["press"]),
            again=_need(raw["teller"]["again"]),
            buys=_need(raw["teller"]["buys"]),
            grateful=_need(raw["teller"]["grateful"]),
            empty_question=_need(raw["question"]["empty"]),
            indirect_question=_need(raw["question"]["indirect"]),
            reason=_need(raw["reason"]["own"]),
            vague_reason=_need(raw["reason"]["vague"]),
            notice=_need(raw["template"]["notice"]),
            recruits=_need(raw["template"]["recruits"]),
            stock_phrase=_need(raw["template"]["stock"]),
            placeholder=re.compile("|".join(f"(?:{p})" for p in raw["placeholder"]["exact"])),
            claims={k: _need(v) for k, v in raw["claim"].items() if k != "presents"},
            presents=_need(raw["claim"]["presents"]),
            about=_need([*raw["about"]["es"], *raw["about"]["en"]]),
            private=_need(raw["about"]["private"]),
            fact_labels=labels,
            fact_kinds={k: _need(fact[k]) for k in kinds},
            denied=_need(fact["denied"]),
            hearsay=_need(fact["hearsay"]),
            stop=frozenset(raw["words"]["stop"].split()),
            stock=frozenset(raw["words"]["stock"].split()),
            calendar_words=frozenset(raw["words"]["weekly"].split()),
            medium=frozenset(raw["words"]["medium"].split()),
            offer={field: _need(_whole(entries)) for field, entries in raw["offer"].items()},
            vendor=_need(raw["vendor"]["words"]),
            platforms=frozenset(raw["platforms"]["names"].split()),
            media={w: frozenset(g.split()) for g in raw["media"]["groups"] for w in g.split()},
            nicknames=nicknames,
            defaults=tuple(t["text"] for t in own["text"]),
            want=Slots.of(slots["want"]),
            act=Slots.of(slots["act"]),
            net=Slots.of(slots["net"]),
            filler=Slots.of(slots["filler"]),
            signoff=re.compile(r"(?:^|[.,!;\n]\s*)(?:" + "|".join(slots["signoff"]) + r")\b[^?]*$"),
        )
