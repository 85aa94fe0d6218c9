"""Reads headlines and titles by ordered rules in data files: segments, seniority, function, flags.

Built from bytes; a batch of 30,000 takes a few seconds. Rules, not a fit: what a rule says
can be read in its file, and a member can be told which words carried it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from calabazas.reading import tokens
from calabazas.reading.kinds import Stretch, kind_of
from calabazas.reading.rulebook import FLAG, FUNCTION, SENIORITY, TRADE_RANK, Rulebook
from calabazas.reading.segments import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.reading.phrases import Hit, Raw

_MARKET_CODES = {"mlm_crypto", "open_networker", "pitch"}
_NO_TRADE = ("", "entrepreneurship")
# Of these functions "I help companies" is what they sell, not what their post is for.
_OWN_ACCOUNT = ((), ("entrepreneurship",), ("consulting",), ("sales",), ("business_development",))
_FADED = 3  # ranks that a past trade loses: it still tells more than nothing does
_NO_FIELD, _ANY_RANK = 5, 100  # ranks: from the first on a post names no field
_KEPT = 50_000  # stretches remembered
_RANKS = ("manager", "director", "vp", "cxo", "partner")


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
        self._known: dict[str, tuple[list[str], Raw]] = {}

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
        return Headline(
            text=headline,
            segments=tuple(segments),
            seniority=_seniority(
                posts=posts, titled=titled, rest=rest, flags=flags, functions=functions, employer=employer
            ),
            functions=_sold(functions, flags, posts, rest),
            flags=flags,
            company=employer,
            sectors=self._rules.sectors(hit for s in stretches for hit in s.hits),
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
        stretches: list[Stretch] = []
        raw: list[tuple[Raw, int]] = []
        at = 0
        for text, joint in pieces:
            words, met = self._known.get(text) or self._learn(text)
            stretches.append(Stretch(text, joint, words, [], at))
            raw.append((met, at))
            at += len(words) + 1  # phrases end with their stretch
        for stretch, hits in zip(stretches, self._rules.join(raw), strict=True):
            stretch.hits = hits
        return stretches

    def _learn(self, text: str) -> tuple[list[str], Raw]:
        """Words and phrases of a stretch, kept: titles and places repeat all over a network."""
        words = tokens.words(text)
        if len(self._known) >= _KEPT:
            self._known.clear()
        found = self._known[text] = words, self._rules.raw(words)
        return found


def _flags(stretches: Sequence[Stretch], *, employed: bool, posted: bool) -> tuple[Flag, ...]:
    """Flags met; a weak word counts only beside another of its code or where no post is named."""
    words: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for stretch in stretches:
        for hit in stretch.hits:
            rule = hit.rule
            if rule.family == FLAG and rule.value:
                said = " ".join(stretch.words[hit.start - stretch.offset : hit.end - stretch.offset])
                (weak if rule.weak else words).setdefault(rule.value, []).append(said)
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
    return tuple(Flag(code, ", ".join(dict.fromkeys(said))) for code, said in words.items())


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
    found: list[tuple[int, int, int, str]] = []
    for group, below in ((posts, _ANY_RANK), (titled, _ANY_RANK), (rest, TRADE_RANK)):
        ranked = sorted(
            (hit.rule.rank + (_FADED if stretch.past(hit) else 0), number, hit.start, hit.rule.value)
            for number, stretch in enumerate(group)
            for hit in stretch.hits
            if hit.rule.family == FUNCTION and hit.rule.value
        )
        if not found:
            found = ranked
        elif found[0][0] >= _NO_FIELD and ranked and ranked[0][0] < min(below, _NO_FIELD):
            # "Directora" is a post without a field; "Directora de colegio" further on names it.
            found = ranked + found
    return tuple(dict.fromkeys(value for *_, value in found))


def _seniority(
    *,
    posts: Sequence[Stretch],
    titled: Sequence[Stretch],
    rest: Sequence[Stretch],
    flags: Sequence[Flag],
    functions: Sequence[str],
    employer: str | None,
) -> str | None:
    states = _levels(rest) if not posts else []
    if states and states[0][2] in {"training", "unpaid"}:
        return states[0][2]
    # A post that names a trade and no rank has none: "coord." further on is a duty, "mi taller" still tells.
    trade = any(hit.rule.family == FUNCTION and hit.rule.value for post in posts for hit in post.hits)
    codes = {flag.code for flag in flags}
    advises = functions[:1] == ("consulting",)
    sells = employer is None and ("mlm_crypto" in codes or ("pitch" in codes and (advises or not trade)))
    if not posts and rest and _studies(rest[0]):
        return "training"
    for number, stretch in enumerate((*posts, *titled, *rest)):
        elsewhere = number >= len(posts)
        if sells and elsewhere:
            break  # who sells on their own account is the owner of it, whatever they were before
        levels = [level for _, _, level in _levels([stretch])]
        if trade and elsewhere:
            levels = [level for level in levels if level not in _RANKS]
        if levels:
            return levels[0]
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
    trade = any(
        hit.rule.family == FUNCTION
        and hit.rule.rank < TRADE_RANK
        and hit.rule.value not in _NO_TRADE
        and not _ranks(stretch, hit)
        # Later words of a claim name the customers ("equipo comercial", "engineers"), not the seller.
        and (stretch in posts or hit.start - stretch.offset < 2)
        for stretch in (*posts, *rest)
        for hit in stretch.hits
    )
    if "pitch" in codes and not trade:
        sold = [name for name in functions if name not in ("sales", *_NO_TRADE)]
        return tuple(dict.fromkeys(("business_development", *sold, *functions)))
    if not functions:
        return ("sales",) if "mlm_crypto" in codes else ("business_development",)
    return functions


def _ranks(stretch: Stretch, hit: Hit) -> bool:
    """Whether the words are a rank at the head of a house ("CEO"), which tells no trade."""
    return any(
        other.start == hit.start and other.rule.family == SENIORITY and other.rule.value in ("cxo", "owner")
        for other in stretch.hits
    )


def _studies(stretch: Stretch) -> bool:
    """Whether a stretch begins by saying that somebody studies."""
    return any(
        hit.rule.family == FLAG and hit.rule.value == "student" and hit.start == stretch.offset
        for hit in stretch.hits
    )


def _levels(group: Sequence[Stretch]) -> list[tuple[int, int, str]]:
    return sorted(
        (hit.rule.rank, hit.start, hit.rule.value)
        for stretch in group
        for hit in stretch.hits
        if hit.rule.family == SENIORITY and hit.rule.value and not stretch.past(hit)
    )
