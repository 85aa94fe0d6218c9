"""Understands the member's free text about whom they want: wishes, refusals, conditions, places, known houses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from calabazas.people.target import Condition, Target, Wish
from calabazas.reading.fields import tokens
from calabazas.reading.fold import neutral
from calabazas.reading.wishes import Clause, Cues, clauses, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calabazas.reading.fields import Fields
    from calabazas.reading.places import Places

_LESS: Final = 0.4
_COMMA: Final = re.compile(
    r"[,:]\s+|\s[–—/-]\s|\s+(?:y|and) (?:tambien|también|also)\s+|\s+(?:así|asi) como\s+|\s+as well as\s+|\s+ademas de\s+|\s+además de\s+|\s*\n\s*"
)
_AND: Final = re.compile(r"\s+(?:y|e|o|u|and|or|nor|ni)\s+", re.IGNORECASE)
_BECAUSE: Final = re.compile(
    r",?\s*\b(?:porque|ya que|pues|dado que|because|since|so that|para que)\b[^,;]*", re.IGNORECASE
)
_WITHOUT: Final = re.compile(r"\b(?:sin|without|with no)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-ZÁÉÍÓÚÑ][\w&.'’-]*(?:\s+(?:de |del |la |y |of |and )?[A-ZÁÉÍÓÚÑ][\w&.'’-]*)*")
_OF: Final = re.compile(r"\s(?:de|del|en|of|for|in|at)\s")
# What trails a phrase: its verdict ("interior designers no", "postdocs: yes") or words that add nothing.
_VERDICT: Final = re.compile(
    r"^(.+?)[\s,:]+(?:(no(?: gracias| thanks)?|nunca|never|(?:is|are) not (?:for me|my thing|my cup of tea|welcome)|no (?:es|son) (?:lo mío|lo mio|para mí|para mi)|no me (?:interesan?|sirven?|aportan?|van?)|(?:me )?sobran?)|(yes|sí|si|bienvenid[oa]s|welcome)|(less so|menos))\s*$",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(
    r"\s+(?:as well|too|also|también|tambien|siempre|etc|please|por favor|(?:are|is|be) (?:very |always |also |never )?(?:welcome|unwelcome|fine|ok|okay|great|good)|by all means|if they must|y (?:similares|parecidos|parecidas|demás|demas|afines)|and (?:similar|the like|so on)|son|are|is|(?:que |who )?(?:trabajen|trabajan|work) (?:para|por|for)(?= )|con (?:mucho )?gusto|son bienvenid[oa]s)\.?$",
    re.IGNORECASE,
)
# A remark about what was just said ("which is a more cheerful job than it sounds") wishes for nobody.
_REMARK: Final = re.compile(
    r"^(?:which|have done|tal vez$|quiz[aá]s?$|lo que|lo cual|cosa que|igual que|as much as|y la verdad|la verdad|honestly|by all means|on balance)\b",
    re.IGNORECASE,
)
_VAGUE: Final = frozenset(
    "similares parecidos parecidas afines demas similar alike etc etcetera otros what quiza quizas talvez maybe perhaps done".split()
)
_ACRONYM: Final = re.compile(r"[A-Z]{2,4}s?")
_THEIR: Final = re.compile(r"^(?:their|its|sus?)\s+", re.IGNORECASE)
_PRONOUNS: Final = frozenset("i we my our the a yo mi quien a la el los las los people anyone former".split())
_CARRYING: Final = ("role", "domain", "carrier", "lead")
_SAY_NOTHING: Final = frozenset(
    "eso red gente personas people who build run build make que quien contrarios todos todas otros otras others "
    "directoras directores responsables managers jefes leaders heads industry yes vale gusto sirven contactos son esos iberia latin america hear demas rest fewer better contacts contactos menos mejores not world mundo resto quieren want look looking connect departamento team teams work trabajan si".split()
)
_FILLER: Final = frozenset(
    "sobre todo primero luego despues first then mostly mainly above all especially".split()
)
_ANY_LEVEL: Final = re.compile(r"junior|senior|nivel|level|seniorit|experienc")


class TargetReader:
    """Reads targets with the cues, fields and places given to it."""

    def __init__(self, cues: Cues, fields: Fields, places: Places) -> None:
        self.cues, self.fields, self.places = cues, fields, places

    def read(self, text: str) -> Target:
        """The target of a free text, Spanish or English; nothing that is not understood does any harm."""
        wanted: list[Wish] = []
        unwanted: list[Wish] = []
        conditions: list[Condition] = []
        known_as: list[str] = []
        about_me: list[str] = []
        places: list[str] = []
        orgs: list[str] = []
        excluded: list[str] = []
        follow = any_level = False
        for clause in _verdicts(clauses(text, self.cues)):
            kept, level = self._indifferent(clause)
            any_level = any_level or level
            if not kept.text:
                continue
            if kept.kind == "known":
                orgs += self._orgs(kept.text)
            elif kept.kind == "follow":
                follow = True
            elif kept.kind == "known_as":
                known_as += self._phrases(kept.text, split_and=False)
            elif kept.kind == "place":
                places += [place.name for place in self.places.find(kept.text)]
            elif kept.kind == "self":
                about_me += self._phrases(kept.text, split_and=False)
            elif kept.kind == "condition":
                *listed, last = _COMMA.split(kept.text)
                wanted += self._wishes(", ".join(listed)) if listed else []
                conditions.append(Condition(self._tidy(last), self._tidy(kept.only_if)))
            elif kept.kind == "unwanted":
                excluded += self._excluded(kept.text)
                for phrase in self._phrases(kept.text):
                    who, _, only_if = _without(_THEIR.sub("", phrase))
                    if only_if:
                        conditions.append(Condition(who, only_if))
                    unwanted.append(Wish(who))
            else:
                here = self.places.find(kept.text)
                places += [place.name for place in here]
                if not (here and self._only_places(kept.text)):
                    wanted += self._wishes(kept.text)
        return Target(
            text=text.strip(), wanted=_once(self._told(wanted)), unwanted=_once(unwanted), conditions=tuple(conditions),
            known_as=tuple(dict.fromkeys(known_as)), about_me=tuple(dict.fromkeys(about_me)),
            places=tuple(dict.fromkeys(places)), seniorities=self._levels(wanted), any_seniority=any_level,
            known_orgs=tuple(dict.fromkeys(orgs)), excluded=tuple(dict.fromkeys(excluded)), follow_others=follow,
        )  # fmt: skip

    def _indifferent(self, clause: Clause) -> tuple[Clause, bool]:
        """The clause without the parts that say something does not matter, and whether levels do not."""
        if clause.kind in {"known", "follow", "condition"} or not self.cues.has("indifferent", clause.text):
            return clause, False
        parts = re.split(r",\s+", clause.text)
        dropped = [part for part in parts if self.cues.has("indifferent", part)]
        kept = ", ".join(part for part in parts if part not in dropped)
        return Clause(clause.kind, kept, clause.only_if), any(
            _ANY_LEVEL.search(plain(part)) for part in dropped
        )

    def _only_places(self, text: str) -> bool:
        """Whether a clause is about places alone: no field is left once the places are taken out."""
        if self.cues.has("place_order", text):
            reading = self.fields.read(self.cues.without("place_order", text))
            return not any(value >= 0.6 for value in reading.values.values())
        names = {word for place in self.places.find(text) for word in place.words.split()}
        left = [word for word in tokens(text) if word not in names and len(word) > 2 and word not in _FILLER]
        return len(left) <= 1

    def _tidy(self, phrase: str) -> str:
        """A phrase without the words that lead into it and say nothing."""
        phrase = _BECAUSE.sub("", phrase).strip(" ,;:.«»\"“”'()-–—*")
        changed = True
        while changed:
            changed = False
            for lead in self.cues.leads:
                match = lead.match(plain(phrase))
                if match and match.end() < len(phrase) and len(phrase) - match.end() > 1:
                    phrase, changed = phrase[match.end() :].strip(" ,"), True
            trail = _TRAIL.search(phrase)
            if trail and trail.start() > 1:
                phrase, changed = phrase[: trail.start()].strip(" ,"), True
        return " ".join(phrase.split())

    def _phrases(self, text: str, *, split_and: bool = True) -> list[str]:
        found: list[str] = []
        for part in _COMMA.split(_BECAUSE.sub("", text)):
            if self.places.find(part) and self._only_places(part):
                continue
            pieces = self._joined(part) if split_and else [part]
            found += [tidy for piece in pieces if (tidy := self._tidy(piece))]
        return _headed(found, self.fields)

    def _joined(self, part: str) -> list[str]:
        """Split at "and", giving the first pieces the object that only the last one names."""
        pieces = _AND.split(part)
        for at in range(len(pieces) - 2, -1, -1):
            own, following = pieces[at], pieces[at + 1]
            if self._headless(own) or _ACRONYM.fullmatch(own.strip()):
                match = _OF.search(following)
                if match:
                    pieces[at] = own + following[match.start() :]
            elif self.cues.has("context", following) and not self.cues.has("context", own):
                match = _OF.search(following)
                pieces[at] = own + (following[match.start() :] if match else "")
        return pieces

    def _headless(self, piece: str) -> bool:
        values = self.fields.read(piece).values
        return not any(value >= 0.6 and self.fields.all[id].kind != "lead" for id, value in values.items())

    def _wishes(self, text: str) -> list[Wish]:
        found: list[Wish] = []
        for phrase in self._phrases(text):
            less = self.cues.has("less", phrase)
            tidy = self._tidy(self.cues.without("less", phrase)) if less else phrase
            bare = _THEIR.sub("", tidy)
            context = bare != tidy or self.cues.has("context", tidy)
            said = [word for word in tokens(bare) if word not in _VAGUE]
            if _REMARK.match(bare):
                continue
            if any(word not in _SAY_NOTHING for word in said):
                found.append(Wish(bare, _LESS if less else 1.0, context))
        return found

    def _told(self, wanted: list[Wish]) -> list[Wish]:
        """The wishes that name a field; "directors, staff" alone only say of which rank those of the others may be."""
        read = [self.fields.read(wish.phrase).values for wish in wanted]
        ranks = [bool(v) and all(self.fields.all[id].kind == "lead" for id in v) for v in read]
        if all(ranks) or not any(v and not rank for v, rank in zip(read, ranks, strict=True)):
            return wanted
        return [wish for wish, rank in zip(wanted, ranks, strict=True) if not rank]

    def _levels(self, wanted: Iterable[Wish]) -> tuple[str, ...]:
        said = plain(" · ".join(wish.phrase for wish in wanted))
        return tuple(level for level, pattern in self.cues.seniority.items() if pattern.search(said))

    def _excluded(self, text: str) -> list[str]:
        low = plain(text)
        return [kind for kind, pattern in self.cues.excluded.items() if pattern.search(low)]

    def _orgs(self, text: str) -> list[str]:
        """Names of houses in a clause about people whom the member already knows."""
        names = [match[0].strip(" .") for match in _NAME.finditer(text) if match.start() > 0]
        return [name for name in names if plain(name) not in _PRONOUNS]


def _verdicts(found: Iterable[Clause]) -> Iterable[Clause]:
    """Clauses with the verdict that trails a part of them taken as what it is."""
    for clause in found:
        if clause.kind not in {"want", "unwanted"}:
            yield clause
            continue
        whole = _VERDICT.match(clause.text)
        if whole and re.search(r":\s*\w+\s*$", clause.text):
            yield _judged(whole, clause.kind)
            continue
        kept = []
        for part in re.split(r",\s+", clause.text):
            said = _VERDICT.match(part)
            if said and len(part.split()) > 1:
                yield _judged(said, clause.kind)
            else:
                kept.append(part)
        if kept:
            yield Clause(clause.kind, ", ".join(kept), clause.only_if)


def _judged(said: re.Match[str], kind: str) -> Clause:
    if said[2]:
        return Clause("unwanted", said[1])
    return Clause("want", said[1]) if said[3] else Clause(kind, said[1] + " less important")


def _without(phrase: str) -> tuple[str, str, str]:
    match = _WITHOUT.search(phrase)
    if match is None or not phrase[: match.start()].strip():
        return phrase, "", ""
    return phrase[: match.start()].strip(" ,"), match[0], phrase[match.end() :].strip(" ,.")


def _headed(phrases: Sequence[str], fields: Fields) -> list[str]:
    """Give bare words of a list the head they share: "data, analytics and platform engineers"."""
    found = list(phrases)
    for at, phrase in enumerate(found):
        words = phrase.split()
        if (
            len(words) > 2
            or all(word.lower() in _SAY_NOTHING for word in words)
            or _agent(words[-1])
            or (len(words) > 1 and max(fields.read(phrase).values.values(), default=0) == 1)
        ):
            continue
        for other in found[at + 1 : at + 4]:
            parts = other.split()
            # English names the head last and in the plural; the words before it are of the same kind.
            if 2 <= len(parts) <= 3 and not _OF.search(other) and parts[-1].isascii() and _agent(parts[-1]):
                found[at] = f"{phrase} {parts[-1]}"
                break
            if len(parts) > 1:
                break
    return _spanish_heads(found, fields)


_AGENT: Final = re.compile(
    r"(?:eers?|ers|ors|ists|ians|ants|agents|chiefs|leads|heads|people|architects|analysts|executives)$"
)
_HEAD: Final = re.compile(
    r"^(especialistas?|expert[oa]s?|t[eé]cnic[oa]s|profesionales|consultores|ingenier[oa]s|profesor(?:es|as)|specialists|experts)\s+(en|de|in|of)\s+",
    re.IGNORECASE,
)


def _agent(word: str) -> bool:
    return _AGENT.search(word) is not None


def _spanish_heads(found: list[str], fields: Fields) -> list[str]:
    """Give bare words after "especialistas en …" that head: "especialistas en contenidos, SEO, redes y marca"."""
    head = ""
    for at, phrase in enumerate(found):
        match = _HEAD.match(phrase)
        if match:
            head = match[0]
        elif head and len(phrase.split()) <= 2 and not _is_person(phrase, fields):
            found[at] = head + phrase
        else:
            head = ""
    return found


_PERSON: Final = re.compile(
    r"(?:or(?:es|as)|er[oa]s|istas?|ólog[oa]s|log[oa]s|ad[oa]s|entes|antes|iv[oa]s|ic[oa]s|ers|ists|ors|ians|people|gente|leads|heads)\b",
    re.IGNORECASE,
)


def _is_person(phrase: str, fields: Fields) -> bool:
    values = fields.read(phrase).values
    return _PERSON.search(phrase.split(maxsplit=1)[0]) is not None or any(
        fields.all[id].kind in {"lead", "carrier"} and value >= 0.6 for id, value in values.items()
    )


def _once(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """The same wish once, whatever its gender and number."""
    return tuple({" ".join(map(neutral, tokens(w.phrase))): w for w in reversed(list(wishes))}.values())[::-1]
