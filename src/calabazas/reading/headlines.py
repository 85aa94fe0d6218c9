"""Reads headlines and titles by ordered rules in data files: segments, seniority, function, flags.

Built from bytes; a batch of 30,000 takes a few seconds. Rules, not a fit: what a rule says
can be read in its file, and a member can be told which words carried it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading import tokens
from calabazas.reading.kinds import NOTHING, Met, Ranked, Stretch, kind_of, sorted_out
from calabazas.reading.phrases import Raw
from calabazas.reading.rulebook import TRADE_RANK, Rulebook
from calabazas.reading.segments import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_MARKET_CODES = {"mlm_crypto", "open_networker", "pitch"}
_NO_TRADE = ("", "entrepreneurship")
# Of these functions "I help companies" is what they sell, not what their post is for.
_OWN_ACCOUNT = ((), ("entrepreneurship",), ("consulting",), ("sales",), ("business_development",))
_NO_FIELD, _ANY_RANK = 5, 100  # ranks: from the first on a post names no field
_KEPT = 20_000  # stretches remembered
_SELLER = 2  # words of a claim in which its writer's own trade stands
_STATES = ("training", "unpaid")
_NO_CODES: frozenset[str] = frozenset()
_RANKS = ("manager", "director", "vp", "cxo", "partner")


def _by_rank(ranked: Ranked) -> int:
    return ranked.rank


class Segment(NamedTuple):
    """A stretch of a headline and its kind: title, company, skill, claim, credential, slogan, hashtag or place."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a headline says about what its owner is after, with the words that say so."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as read; `seniority` and `functions` use LinkedIn's names, None or empty where nothing tells."""

    text: str
    segments: tuple[Segment, ...] = ()
    seniority: str | None = None
    functions: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    company: str | None = None
    sectors: tuple[str, ...] = ()

    @property
    def function(self) -> str | None:
        """The likeliest of LinkedIn's 26 functions; `functions` holds the runners-up after it."""
        return self.functions[0] if self.functions else None

    @property
    def titles(self) -> tuple[str, ...]:
        """Segments that name a post or trade, the given position first."""
        return self.of_kind("title")

    @property
    def skills(self) -> tuple[str, ...]:
        """Segments that name a skill or field."""
        return self.of_kind("skill")

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The texts of the segments of one kind, in order."""
        return tuple(segment.text for segment in self.segments if segment.kind == kind)

    def has(self, code: str) -> bool:
        """Whether the headline carries this flag."""
        return any(flag.code == code for flag in self.flags)


class HeadlineReader:
    """Reads headlines with the rules it was built from.

    Args:
        seniority: ordered rules of seniority (TOML).
        functions: rules of function (TOML).
        flags: rules of flags (TOML).
        modern_titles: titles that taxonomies lack, with function and sectors (TOML).
        cues: words that tell the kind of a segment, and places (TOML).
        trades: further words that name a trade, drawn from ESCO (TOML).
    """

    def __init__(
        self,
        *,
        seniority: bytes,
        functions: bytes,
        flags: bytes,
        modern_titles: bytes,
        cues: bytes,
        trades: bytes = b"",
    ) -> None:
        self._rules = Rulebook(
            seniority=seniority,
            functions=functions,
            flags=flags,
            modern_titles=modern_titles,
            cues=cues,
            trades=trades,
        )
        self._known: dict[str, tuple[tuple[str, ...], Raw, Met | None]] = {}

    def read(self, headline: str, position: str | None = None, company: str | None = None) -> Headline:
        """Read one headline, with the current position and employer where they are known."""
        position = position.strip() if position else None
        stretches = self._stretches(headline, position)
        posts = stretches[:1] if position else []
        rest = stretches[1:] if position else stretches
        employer_words = _keys(tokens.words(tokens.plain(company))) if company else []
        kinds = [kind_of(s, employer_words) for s in rest]
        segments = [Segment(s.text, "title") for s in posts if not _repeated(s, rest, kinds)]
        segments += [Segment(s.text, kind) for s, kind in zip(rest, kinds, strict=True)]
        titled = [s for s, kind in zip(rest, kinds, strict=True) if kind == "title"]
        functions = _functions(posts, titled, rest)
        flags = _flags(
            stretches,
            employed=bool(posts or titled) and functions[:1] not in _OWN_ACCOUNT,
            posted=bool(posts),
        )
        employer = company or next((s.text for s in segments if s.kind == "company"), None)
        sectors = [code for s in stretches for code in s.met.sectors]
        return Headline(
            text=headline,
            segments=tuple(segments),
            seniority=_seniority(
                posts=posts, titled=titled, rest=rest, flags=flags, functions=functions, employer=employer
            ),
            functions=_sold(functions, flags, posts, rest) if flags else functions,
            flags=flags,
            company=employer,
            sectors=tuple(dict.fromkeys(sectors)) if sectors else (),
        )

    def read_all(self, rows: Iterable[tuple[str, str | None, str | None]]) -> list[Headline]:
        """Read many (headline, position, company), each distinct one once."""
        memory: dict[tuple[str, str | None, str | None], Headline] = {}
        found = []
        for row in rows:
            known = memory.get(row)
            if known is None:
                known = memory[row] = self.read(*row)
            found.append(known)
        return found

    def _stretches(self, headline: str, position: str | None) -> list[Stretch]:
        pieces = [(tokens.plain(position), "start")] if position else []
        pieces += split(tokens.plain(headline))
        found = [self._known.get(text) or self._learn(text) for text, _ in pieces]
        if all(met is not None for _, _, met in found):
            return [
                Stretch(text, joint, words, met or NOTHING)
                for (text, joint), (words, _, met) in zip(pieces, found, strict=True)
            ]
        hits = self._rules.join([raw for _, raw, _ in found])
        return [
            Stretch(text, joint, words, sorted_out(words, own) if met is None else met)
            for (text, joint), (words, _, met), own in zip(pieces, found, hits, strict=True)
        ]

    def _learn(self, text: str) -> tuple[tuple[str, ...], Raw, Met | None]:
        """Words and phrases of a stretch, kept: titles and places repeat all over a network."""
        words = tuple(tokens.words(text))
        if len(self._known) >= _KEPT:
            self._known.clear()
        raw = self._rules.raw(words)
        met = sorted_out(words, raw.sure) if raw.sure is not None else None
        # What is sure has been sorted out: only its context is of use to other stretches.
        found = self._known[text] = words, raw if met is None else Raw((), raw.context, ()), met
        return found


def _flags(stretches: Sequence[Stretch], *, employed: bool, posted: bool) -> tuple[Flag, ...]:
    """Flags met; a weak word counts only beside another of its code or where no post is named."""
    words: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for stretch in stretches:
        for code, said, hint in stretch.met.flags:
            (weak if hint else words).setdefault(code, []).append(said)
    for code, hints in weak.items():
        # "Ayudo a empresas" beside a post only tells what the post is for; alone it sells.
        if (
            code in words
            or len(set(hints)) > 1
            # Who sits an examination for a post beside a present one is what the present one says.
            or not (posted if code == "student" else employed)
            or (code == "pitch" and "mlm_crypto" in words)
        ):
            words.setdefault(code, []).extend(hints)
    return tuple([Flag(code, ", ".join(dict.fromkeys(said))) for code, said in words.items()])


def _keys(words: Sequence[str]) -> list[str]:
    return [tokens.key(word) for word in words]


def _repeated(post: Stretch, rest: Sequence[Stretch], kinds: Sequence[str]) -> bool:
    own = _keys(post.words)
    return any(
        kind == "title" and _keys(stretch.words[: len(own)]) == own
        for stretch, kind in zip(rest, kinds, strict=True)
    )


def _functions(
    posts: Sequence[Stretch], titled: Sequence[Stretch], rest: Sequence[Stretch]
) -> tuple[str, ...]:
    """Functions by rank of their rule, then order of the words; the position decides where it names a field."""
    found: list[Ranked] = []
    for group, below in ((posts, _ANY_RANK), (titled, _ANY_RANK), (rest, TRADE_RANK)):
        ranked = _ranked(group)
        if not found:
            found = ranked
        elif found[0].rank >= _NO_FIELD and ranked and ranked[0].rank < min(below, _NO_FIELD):
            # "Directora" is a post without a field; "Directora de colegio" further on names it.
            found = ranked + found
    return tuple(dict.fromkeys([value for _, _, value in found]))


def _ranked(group: Sequence[Stretch]) -> list[Ranked]:
    """Functions of a group of stretches by rank, then by stretch and word."""
    filled = [stretch.met.functions for stretch in group if stretch.met.functions]
    found = [ranked for functions in filled for ranked in functions]
    # Each stretch's own are in order, and equal ranks stay in the order of the stretches.
    return found if len(filled) < 2 else sorted(found, key=_by_rank)


def _seniority(
    *,
    posts: Sequence[Stretch],
    titled: Sequence[Stretch],
    rest: Sequence[Stretch],
    flags: Sequence[Flag],
    functions: Sequence[str],
    employer: str | None,
) -> str | None:
    states = [level for stretch in rest for level in stretch.met.levels] if not posts else []
    if states and (state := min(states).value) in _STATES:
        return state
    # A post that names a trade and no rank has none: "coord." further on is a duty, "mi taller" still tells.
    trade = any(post.met.functions for post in posts)
    codes = {flag.code for flag in flags} if flags else _NO_CODES
    advises = functions[:1] == ("consulting",)
    sells = employer is None and ("mlm_crypto" in codes or ("pitch" in codes and (advises or not trade)))
    if not posts and rest and rest[0].met.studies:
        return "training"
    for number, stretch in enumerate((*posts, *titled, *rest)):
        elsewhere = number >= len(posts)
        if sells and elsewhere:
            break  # who sells on their own account is the owner of it, whatever they were before
        for _, _, level in stretch.met.levels:
            if not (trade and elsewhere and level in _RANKS):
                return level
    if sells:
        return "owner"
    if "student" in codes:
        return "training"
    if "freelance" in codes and functions[:1] in ((), ("entrepreneurship",)):
        return "owner"
    # Most trades carry no mark of rank: somebody who simply names one has learnt it.
    return "senior" if posts or functions else None


def _sold(
    functions: tuple[str, ...], flags: Sequence[Flag], posts: Sequence[Stretch], rest: Sequence[Stretch]
) -> tuple[str, ...]:
    """Functions of somebody who sells: by what they sell, since the fields named are those of the customers."""
    codes = {flag.code for flag in flags}
    if not codes & _MARKET_CODES:
        return functions
    # Later words of a claim name the customers ("equipo comercial", "engineers"), not the seller.
    trade = any(s.met.trade_at is not None for s in posts) or any(
        s.met.trade_at is not None and s.met.trade_at < _SELLER for s in rest
    )
    if "pitch" in codes and not trade:
        # Who heads a house of their own looks for business; who names no post at all simply sells.
        seller = "business_development" if posts and "mlm_crypto" not in codes else "sales"
        sold = [name for name in functions if name not in ("sales", *_NO_TRADE)]
        return tuple(dict.fromkeys((seller, *sold, *functions)))
    if not functions:
        return ("sales",) if "mlm_crypto" in codes else ("business_development",)
    return functions
