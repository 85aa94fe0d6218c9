"""Cuts a target text into clauses and says of each what it is: wanted, refused, conditional, known, about places.

Works on plain letters of the same length as the text, so that every clause can be shown as the member wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import rtoml

from calabazas.reading.phrase_ends import is_person, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SENTENCE: Final = re.compile(
    r"(?<![.\s][A-Za-zÁÉÍÓÚ])(?<!\b[Dd]ir)(?<!\b[Rr]esp)(?<!\betc)(?<!EE)[.!?]+[\"»”)]*(?=\s|$)|\n+"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•▪·–—>✔✅❌+]|\d+[.)])+\s*")
_KINDS: Final = ("indifferent", "known", "follow", "known_as", "self", "unwanted", "want")


_YES: Final = re.compile(r"(?i)\bsí\b")


def _accented_yes(text: str) -> str:
    """Plain letters one for one, but "sí" (yes) keeps its accent: without it the word means "if"."""
    low = list(plain(text))
    for match in _YES.finditer(text):
        low[match.start() : match.end()] = "sí"
    return "".join(low)


@dataclass(frozen=True, slots=True)
class Conditional:
    """Where the words of a condition begin and end; `who` where they stand inside ("only connect with x if")."""

    start: int
    end: int
    who: str = ""
    positive: bool = False
    """A yes with an exception ("students: yes, unless they only sell")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the target as written, and what it is: one of the cue kinds, or "condition"."""

    kind: str
    text: str
    only_if: str = ""


class Cues:
    """How people say whom they want, from the bytes of wishes.toml.

    Raises:
        re.error: an expression in the file does not compile.
    """

    def __init__(self, data: bytes) -> None:
        rows = rtoml.loads(data.decode("utf-8"))
        self.excluded: Mapping[str, re.Pattern[str]] = {k: _any(v) for k, v in rows["excluded"].items()}
        self.seniority: Mapping[str, re.Pattern[str]] = {k: _any(v) for k, v in rows["seniority"].items()}
        self.leads: Sequence[re.Pattern[str]] = [re.compile(item) for item in rows["empty_lead"]]
        self._by_kind: dict[str, re.Pattern[str]] = {
            kind: _any(rows[kind]) for kind in (*_KINDS, "less", "place_order", "context", "remark", "junk")
        }
        self._headers = {kind: _any(v) for kind, v in rows["header"].items()}
        verdicts, only, unless = (
            "|".join(f"(?:{item})" for item in rows[kind]) for kind in ("verdict", "only_if", "unless")
        )
        self._conditional = re.compile(
            rf"(?P<said>(?:[\s,:;?–—(-]{{1,4}}(?:{verdicts})(?=[\s,:;–—-])){{0,3}})[\s,:;?–—-]{{0,4}}(?:(?P<unless>{unless})|(?P<only>{only}))"
        )
        self._only_who = re.compile("|".join(rows["only_who"]))

    def has(self, kind: str, text: str) -> bool:
        """Whether a text holds a cue of that kind."""
        return self._by_kind[kind].search(plain(text)) is not None

    def without(self, kind: str, text: str) -> str:
        """The text without the cues of that kind."""
        low = plain(text)
        for match in reversed(list(self._by_kind[kind].finditer(low))):
            text = text[: match.start()] + " " + text[match.end() :]
        return text

    def search(self, kind: str, text: str) -> int | None:
        """Where the first cue of a kind stands."""
        match = self._by_kind[kind].search(plain(text))
        return match.start() if match else None

    def is_header(self, kind: str, text: str) -> bool:
        """Whether a line says nothing but the heading of a part ("dónde")."""
        return self._headers[kind].fullmatch(plain(text).strip()) is not None

    def conditional(self, text: str) -> Conditional | None:
        """Where a text says "only if", with the yes or no before it; None when it does not."""
        low = _accented_yes(text)
        whole = self._only_who.match(low)
        if whole:
            return Conditional(whole.end(1), whole.end(), text[whole.start(1) : whole.end(1)])
        # "If you are a student, say hi" begins with its condition: it is a wish in other words.
        behind = (m for m in self._conditional.finditer(low) if text[: m.start()].strip(" ,;:¿"))
        match = next(behind, None)
        if match is None or self.has("indifferent", text[: match.start()]):
            return None
        said = match["said"] or ""
        unless = match["unless"] is not None
        positive = unless and re.search(
            r"\b(?:sí|yes|ok|okay|fine|welcome|claro|bienvenid\w+|con gusto)\b", said
        )
        return Conditional(match.start(), match.end(), "", bool(positive))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Wanted, refused, known-as and self cues of a sentence in order, the longer first where they overlap."""
        low = plain(text)
        met = [
            (match.start(), match.end(), kind)
            for kind in ("known_as", "self", "unwanted", "want")
            for match in self._by_kind[kind].finditer(low)
            if match.end() > match.start()
        ]
        kept: list[tuple[int, int, str]] = []
        for start, end, kind in sorted(met, key=lambda row: (row[0], -row[1])):
            if not kept or start >= kept[-1][1]:
                kept.append((start, end, kind))
        return kept


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{item})" for item in patterns))


def clauses(text: str, cues: Cues) -> list[Clause]:
    """The clauses of a target in order; what a header says ("No:") holds for the lines below it."""
    found: list[Clause] = []
    lines = [_Line.read(line) for line in _ARROW.sub(": ", text).splitlines()]
    introduced = False
    header, bulleted, below = "", False, 0
    for at, line in enumerate(lines):
        if not line.text:
            header = "" if below else header
            continue
        if header and bulleted and not line.bullet:
            header = ""
        own = _header(line.text, cues)
        if own:
            header, bulleted, below = own, False, 0
            continue
        below += 1
        bulleted = bulleted or line.bullet
        asked, answer = _question(line.text)
        if asked:
            found += [clause for said in _sentences(answer) for clause in _answered(said, asked, cues)]
            header, introduced = (header if answer else asked), True
            continue
        sentences = _sentences(line.text)
        for number, sentence in enumerate(sentences):
            rest = [*sentences[number + 1 :], *(other.text for other in lines[at + 1 :])]
            if not introduced and not header and _introduces(sentence, cues) and _wants(rest, cues):
                found.append(Clause("self", sentence))
            else:
                found += _sentence(sentence, cues, header or "want")
                introduced = True
    return found


_ASKED: Final = re.compile(r"¿?\s*(?P<question>[^?¿!.:\n]{3,70})\?\s*(?P<answer>.*)", re.DOTALL)
_QUESTIONS: Final = {
    "self": re.compile(r"\b(?:para que|por que|why|what (?:is this )?for|quien soy|who am i|que hago|what do i do)\b"),
    "follow": re.compile(r"\b(?:los demas|l[oa]s otr[oa]s|el resto|the others|the rest|(?:every|any)(?:one|body) else)\b"),
    "known": re.compile(r"\b(?:conocid[oa]s?|ya conozco|people i know|friends|colleagues|companer[oa]s)\b"),
    "place": re.compile(r"^(?:y )?(?:de |desde )?(?:donde|que (?:paises|sitios|zonas|lugares)|where|which (?:countries|places|regions))\b"),
    "unwanted": re.compile(r"\b(?:quien(?:es)?|que|who|whom|what)\b.*\b(?:no|not|never|don.t)\b"),
    "want": re.compile(r"\b(?:quien(?:es)?|who|whom)\b|\b(?:que|what)\b.*\b(?:busco|quiero|want|look)"),
}  # fmt: skip


def _question(line: str) -> tuple[str, str]:
    """What a question at the head of a line asks for, and its answer: "¿De dónde? Rosario y la provincia."."""
    met = _ASKED.match(line)
    if met is None:
        return "", ""
    asked = plain(met["question"])
    kind = next((kind for kind, words in _QUESTIONS.items() if words.search(asked)), "")
    return (kind, met["answer"].strip()) if kind else ("", "")


def _answered(sentence: str, asked: str, cues: Cues) -> list[Clause]:
    """A sentence that answers a question: wishes and refusals are read, the rest stands as what was asked for."""
    return _sentence(sentence, cues, asked) if asked in {"want", "unwanted"} else [Clause(asked, sentence)]


_ARROW: Final = re.compile(r"\s*(?:->|=>|→|⇒)\s*")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bullet: bool

    @staticmethod
    def read(line: str) -> _Line:
        bare = _BULLET.sub("", line)
        return _Line(bare.strip(), bare != line and bool(line[: len(line) - len(bare)].strip()))


def _header(line: str, cues: Cues) -> str:
    """The kind that a line alone announces for those below it; "" when it is no header."""
    low = plain(line).strip(" *_#¡!¿?")
    if not low.endswith(":") and len(low.split()) > _HEADER_WORDS:
        return ""
    body = low.rstrip(" :")
    if cues.is_header("place", body):
        return "place"
    marks = cues.find(low) or cues.find(body + ":")
    if not marks:
        return ""
    start = marks[0][0]
    _, end, kind = marks[-1]
    left = low[end:].strip(" :.,")
    if low.endswith(":"):
        return kind if kind in {"want", "unwanted"} and len(left.split()) <= _HEADER_WORDS else ""
    before = low[:start].split()
    heads = line.isupper() or all(word in _HEADS for word in before)
    return kind if kind in {"want", "unwanted"} and not left and heads else ""


def _wants(rest: Sequence[str], cues: Cues) -> bool:
    return any(kind == "want" for text in rest for _, _, kind in cues.find(text)) or any(
        _header(text, cues) == "want" for text in rest
    )


_HEADER_WORDS: Final = 4
_HEADS: Final = frozenset(("contacts", "people", "profiles", "connections", "contactos", "perfiles", "gente"))
"""Words before the cue of a line that is a heading."""
_MANY: Final = re.compile(
    r"^(?:\W*\w+){0,2}?\W*\w{2,}s\b|\b(?:gente|people|folks?|anyone|anybody|cualquiera|quien)\b|:"
)


def _introduces(sentence: str, cues: Cues) -> bool:
    """Whether a first sentence without any cue says who the member is: one person, not several."""
    quiet = not cues.find(sentence) and not cues.has("known", sentence) and not cues.has("follow", sentence)
    return quiet and not _MANY.search(plain(sentence)) and cues.conditional(sentence) is None


def _sentences(line: str) -> list[str]:
    """Sentences of a line; "Students? Only from Leeds." is one."""
    found: list[str] = []
    # What ends a sentence inside brackets does not end the one around them.
    line = _BRACKET.sub(lambda match: re.sub(r"[.!?]+(?=\s|\)|$)", "", match[0]), line)
    for part in _SENTENCE.split(line):
        bare = part.strip()
        if not bare:
            continue
        if found and _ONLY.match(plain(bare)) and len(found[-1].split()) <= _HEADER_WORDS + 1:
            found[-1] = f"{found[-1]}, {bare}"
        else:
            found.append(bare)
    return found


_ONLY: Final = re.compile(
    r"^(?:only|solo|just|solamente|unicamente)\b(?! (?:connect|accept|acepto|quiero|conecto))"
)
# "Without trying to sell me one": how they should come, not whom to leave out.
_MANNER: Final = re.compile(
    r"(?i)(?<=[\w)\]])\s+(?:sin|without)\s+(?:que\s+)?\w*(?:[aei]r|[aeiáéí]r(?:me|te|se|nos|los?|las?|l[eo]s?|melos?)+|ing)\b[^,;.()]*"
)
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SEVERAL: Final = re.compile(r",|\s(?:y|e|o|and|or)\s")
_DENIED: Final = re.compile(
    r"^\s*(?:pero |but |y |and )?(?:no|not|nunca|never|nada de|except|excepto|salvo|ni|sin)\b\s*(?:a |the )?"
)


def _brackets(sentence: str, cues: Cues) -> tuple[str, list[Clause]]:
    """The sentence without what its brackets refuse or set aside; other brackets just lose their marks."""
    inner: list[Clause] = []

    def _one(match: re.Match[str]) -> str:
        said = match[1]
        denied = _DENIED.match(plain(said))
        if cues.has("follow", said):
            inner.append(Clause("follow", said))
            return ""
        if denied:
            inner.append(Clause("unwanted", said[denied.end() :]))
            return ""
        if cues.has("place_order", said) and not cues.has("remark", said):
            inner.append(Clause("place", said))
            return ""
        if cues.has("remark", said):
            return ""
        return f", {said}," if _SEVERAL.search(said) or is_person(said) else f" {said} "

    return _BRACKET.sub(_one, sentence), inner


def _sentence(sentence: str, cues: Cues, base: str) -> list[Clause]:
    """The clauses of one sentence; `base` is what holds before any cue."""
    if cues.has("known", sentence):
        return [Clause("known", sentence)]
    body, found = _brackets(_MANNER.sub("", sentence), cues)
    heading, colon, rest = body.partition(":")
    if colon and cues.is_header("place", heading.strip()):
        return [*found, Clause("place", rest)]
    mode = base
    for piece in re.split(r";\s*", body):
        own = piece
        told = cues.search("follow", piece)
        if told is not None:
            cut = _before_follow(piece, told, cues)
            found.append(Clause("follow", piece[cut:]))
            own = piece[:cut]
        if own.strip():
            said, mode = _piece(own, cues, mode, base)
            found += said
    return found


def _before_follow(piece: str, at: int, cues: Cues) -> int:
    """Where the words about following begin; a wish or refusal before them stands for itself."""
    cut = max(piece.rfind(mark, 0, at) for mark in (", ", " y ", " and ", ": "))
    return max(cut, 0) if any(start < cut for start, _, _ in cues.find(piece)) else 0


def _piece(piece: str, cues: Cues, mode: str, base: str) -> tuple[list[Clause], str]:
    """The clauses of a piece between semicolons, and the mode in which the next piece begins."""
    condition = cues.conditional(piece)
    if condition is not None:
        return _conditional(piece, condition, cues, mode, base)
    marks = cues.find(piece)
    found: list[Clause] = []
    before = piece[: marks[0][0]] if marks else piece
    if before.strip(" ,;:¡¿-"):
        # "Quien ... me interesa": what stands before the first cue belongs to it when nothing stands after it.
        first = marks[0][2] if marks and not piece[marks[0][1] :].strip(" .,;:") else mode
        # "Ours is a small trade and I want ...": what leads up to a wish with an "and" is talk.
        talk = marks and first == mode and _LEADS_UP.search(plain(before)) and "," not in before
        found += _clause("self" if talk else first, before)
    for at, (_, end, kind) in enumerate(marks):
        stop = marks[at + 1][0] if at + 1 < len(marks) else len(piece)
        found += _clause(kind, piece[end:stop])
    if not marks:
        return found, mode
    # "No quiero a; b; c" refuses all three; "a, no b; c" only b.
    first_start, _, first_kind = marks[0]
    opened = not piece[:first_start].strip(" ,;:¡¿-") and len({kind for _, _, kind in marks}) == 1
    return found, (first_kind if opened and first_kind in {"want", "unwanted"} else base)


_FURTHER: Final = re.compile(
    r",\s+(?:(?:y|and)\s+)?(?=[^\W\d_]{4,}(?:\s\w+){0,2},?\s(?:only (?:if|with|when)|if|si|solo (?:si|con))\s)",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r",\s+(?:y|e|ni|o|and|or|nor)\s+(?P<no>(?:no|not|never|nunca)\s+)?")
_NOT: Final = re.compile(
    r"(?:no|nunca|tampoco|not|never)\b|(?:they|you|he|she|it|nobody)(?: \w+)? (?:do not|don.t|are not|aren.t|is not|isn.t|never|will not|won.t)\b"
)
_LEADS_UP: Final = re.compile(r"\b(?:and|y|so|but|pero|asi que)\s*$")


def _conditional(
    piece: str, condition: Conditional, cues: Cues, mode: str, base: str
) -> tuple[list[Clause], str]:
    """Who is welcome only under a condition, with what is listed before and after them."""
    before = piece[: condition.start].strip(" ,;:¿")
    after = piece[condition.end :].strip(" ,;:.")
    if condition.who:
        return [Clause("condition", condition.who, after)], mode
    need, colon, whom = after.partition(":")
    if colon and whom.strip() and len(need.split()) <= _HEADER_WORDS + 2:
        # "At the margin, when they touch this work: complaints managers": who it is about comes last.
        return [Clause("condition", whom.strip(), need.strip())], mode
    found, mode = _piece(before, cues, mode, base)
    if not found:
        return [], mode
    last = found.pop()
    *listed, who = re.split(r",\s+(?:(?:y|e|o|and|or)\s+)?", last.text)
    if listed and not cues.find(before) and _CHOICE.match(plain(who)):
        # "Internal communication, selection or well-being, only if ...": one list, closed by its "or".
        who, listed = last.text, []
    if listed and _TALK.search(plain(who)):
        # "Pharma people are lovely, but tablets are no devices: only if ...": who it is about stands first.
        who, listed = _TALK.split(listed[0])[0], listed[1:-1]
    if listed:
        found.append(Clause(last.kind, ", ".join(listed)))
    further = _FURTHER.search(after)
    if further:
        # "Recruiters only with a role, students if they mean it": two conditions side by side.
        more, _ = _piece(after[further.end() :], cues, mode, base)
        after = after[: further.start()]
    else:
        more = []
    tail = _TAIL.search(after)
    if tail and (listed or tail["no"]):
        found.append(Clause("unwanted" if tail["no"] else last.kind, after[tail.end() :]))
        after = after[: tail.start()]
    kind = last.kind if last.kind in {"want", "unwanted"} else "want"
    if _NOT.match(plain(after)):
        # "Laboratories, as long as they do not sell me anything": welcome, with a caution.
        return [*found, Clause(kind, who), *more], mode
    if condition.positive and kind == "want":
        found.append(Clause("want", who))
    else:
        found.append(Clause("condition", who, after))
    return [*found, *more], mode


_CHOICE: Final = re.compile(
    r"(?!.*\b(?:que|quien(?:es)?|who|that)\b)\w+(?:\s\w+)?\s(?:o|u|or)\s\w+(?:\s\w+)?$"
)
_TALK: Final = re.compile(r"\s(?:are|is|son|es) (?!de\b|of\b)")


def _clause(kind: str, text: str) -> list[Clause]:
    text = text.strip(" ,;:.")
    return [Clause(kind, text)] if text else []
