"""Understands the member's free text about whom they want: wishes, refusals, conditions, places, known houses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from calabazas.people.target import Condition, Target, Wish
from calabazas.reading.fields import tokens
from calabazas.reading.fold import neutral
from calabazas.reading.lists import listed
from calabazas.reading.phrase_ends import is_person, plain
from calabazas.reading.target_places import WherePlaces
from calabazas.reading.wishes import Clause, Cues, clauses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.reading.fields import Fields
    from calabazas.reading.places import Places

_LESS: Final = 0.4
_NAMED: Final = 0.6
_LEAST: Final = 2
_TURNS: Final = 12
"""Times that words before and behind a phrase are taken off: a text of nothing else must not take minutes."""
_LONGEST_TALK: Final = 7
"""Words of a wish that names no trade; longer ones are talk."""
_BECAUSE: Final = re.compile(
    r",?\s*\b(?:porque|ya que|pues|dado que|because|since|so that|para que)\b[^,;]*", re.IGNORECASE
)
_WITHOUT: Final = re.compile(r"\b(?:sin|without|with no)\b", re.IGNORECASE)
_NAME: Final = re.compile(
    r"[A-ZÁÉÍÓÚÑ][\w&.'’-]*(?:\s+(?:de |del |la |y |of |and |& )?[A-ZÁÉÍÓÚÑ][\w&.'’-]*)*"
)
# What trails a phrase: its verdict ("interior designers no", "postdocs: yes") or words that add nothing.
_VERDICT: Final = re.compile(
    r"^(.+?)[\s,:]+(?:((?:are|is) not|(?:que )?no(?:,? (?:gracias|thanks|thank you))?|nunca|(?:pueden |que )?(?:seguir|sigan|pasar|pasen) de largo|abstenerse|need not apply|fuera|never|(?:is|are) not (?:for me|my thing|my cup of tea|welcome)|no (?:es|son) (?:lo mío|lo mio|para mí|para mi)|no me (?:interesan?|sirven?|aportan?|van?)|(?:me )?sobran?)|(yes(?: please)?|sí|si|bienvenid[oa]s|welcome|absolutely|of course|por supuesto|desde luego|claro(?: que s[ií])?|siempre|always|adelante|con (?:mucho )?gusto|dale)|(less so|(?:me interesan? )?menos))\s*$",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(
    r"\s+(?:as well|too|also|también|tambien|siempre|etc|please|por favor|(?:are|is|be) (?:very |always |also |never )?(?:welcome|unwelcome|fine|ok|okay|great|good)|by all means|if they must|y (?:similares|parecidos|parecidas|demás|demas|afines)|and (?:similar|the like|so on)|son|are|is|(?:que |who )?(?:trabajen|trabajan|work) (?:para|por|for)(?= )|con (?:mucho )?gusto|son bienvenid[oa]s|(?:are|is) (?:lovely|grand|all right)|included|incluid[oa]s|(?:current|former|past)(?: (?:or|and) (?:current|former|past))?)\.?$",
    re.IGNORECASE,
)
# A remark about what was just said ("which is a more cheerful job than it sounds") wishes for nobody.
_REMARK: Final = re.compile(
    r"^(?:which|have done|tal vez$|quiz[aá]s?$|lo que|lo cual|cosa que|igual que|as much as|y la verdad|la verdad|honestly|by all means|on balance)\b",
    re.IGNORECASE,
)
_AND_SO_ON: Final = re.compile(
    r",?\s+(?:y|and|o|or)\s+(?:(?:cosas |gente |perfiles )?(?:similares|parecid[oa]s|afines|demás|demas)|(?:the )?(?:like|similar|so on|such))\b(?=\s*(?:$|[,;.)]))",
    re.IGNORECASE,
)
_VAGUE: Final = frozenset(
    "similares parecidos parecidas afines demas similar alike etc etcetera otros what quiza quizas talvez maybe perhaps done".split()
)
_THEIR: Final = re.compile(r"^(?:their|its|sus?)\s+", re.IGNORECASE)
_PRONOUNS: Final = frozenset("i we my our the a yo mi quien a la el los las los people anyone former".split())
_SAY_NOTHING: Final = frozenset(
    "eso red gente personas people who build run build make que quien contrarios todos todas otros otras others "
    "directoras directores responsables managers jefes leaders heads industry yes whatever wanted feliz hey saluda escribeme say hi pasa aca aqui alla alli abroad there favor it this that them everyone mejor vale gusto sirven contactos son esos iberia latin america hear demas rest fewer better contacts contactos menos mejores not world mundo resto quieren want look looking connect departamento team teams work trabajan si".split()
)
_THANKS: Final = frozenset(("gracias", "thanks", "thank you", "please", "por favor"))
_MINE: Final = re.compile(
    r"\b(?:mi|mis|me|my|our|nuestr[oa]s?|i|yo|it|ello|esto|this|that|que|who|same|mismo)\b"
)
_SAME: Final = re.compile(
    r"^(?:(?:y |and )?(?:lo mismo (?:para|con|digo de|vale para)|(?:the )?same (?:goes )?(?:for|with)|ditto(?: for)?|likewise|igual (?:que )?(?:para|con)|[ií]dem))\s+",
    re.IGNORECASE,
)
_ARE_NOT: Final = re.compile(
    r"(?:are|is) not(?: (?:welcome|wanted|for me))?|no(?: (?:son|es) para mi| lo son| lo es)"
)
_CLOSES: Final = re.compile(r"\s(?:y|e|o|ni|and|or|nor)\s", re.IGNORECASE)
_ANY_LEVEL: Final = re.compile(r"junior|senior|nivel|level|seniorit|experienc")


class TargetReader:
    """Reads targets with the cues, fields and places given to it."""

    def __init__(self, cues: Cues, fields: Fields, places: Places) -> None:
        self.cues, self.fields = cues, fields
        self.where = WherePlaces(places, cues, fields)

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
                places += self.where.within(kept.text)
                known_as += self._phrases(self.where.without_lists(kept.text), split_and=False)
            elif kept.kind == "place":
                places += self.where.named(kept.text)
            elif kept.kind == "self":
                about_me += [said for said in self._phrases(kept.text, split_and=False) if len(said) > _LEAST]
            elif kept.kind == "condition":
                who = self._tidy(kept.text)
                if who and not _REMARK.match(who):
                    conditions.append(Condition(who, " ".join(kept.only_if.split()).strip(" ,;:.")))
            elif (only := self.where.only(kept.text)) is not None:
                # A list of places is never refused: no place counts against anybody.
                places += only
            elif kept.kind == "unwanted":
                excluded += self._excluded(kept.text)
                for phrase in self._phrases(kept.text):
                    who, _, only_if = _without(_THEIR.sub("", phrase))
                    if only_if:
                        conditions.append(Condition(who, only_if))
                    if self._says(who):
                        unwanted.append(Wish(who))
            else:
                places += self.where.within(kept.text)
                wanted += self._wishes(self.where.without_lists(kept.text))
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
        # "Design leaders anywhere": what does not matter goes, whom it is about stays.
        left = {part: self.cues.without("indifferent", part) for part in dropped}
        kept = ", ".join(
            left.get(part, part) for part in parts if part not in left or self._still_says(part, left[part])
        )
        return Clause(clause.kind, kept, clause.only_if), any(
            _ANY_LEVEL.search(plain(part)) for part in dropped
        )

    def _still_says(self, part: str, left: str) -> bool:
        """Whether a part names people once what does not matter is taken out."""
        if _ANY_LEVEL.search(plain(part)):
            return False
        return self._names_field(left) or (is_person(self._tidy(left)) and not self._rank_alone(left))

    def _tidy(self, phrase: str) -> str:
        """A phrase without the words that lead into it and say nothing."""
        phrase = _BECAUSE.sub("", phrase).strip(" ,;:.«»\"“”'()-–—*")
        for _ in range(_TURNS):
            before = phrase
            low = plain(phrase)
            for lead in self.cues.leads:
                match = lead.match(low)
                if match and len(phrase) - match.end() > 1:
                    phrase = phrase[match.end() :].strip(" ,")
                    low = plain(phrase)
            trail = _TRAIL.search(phrase)
            if trail and trail.start() > 1:
                phrase = phrase[: trail.start()].strip(" ,")
            if phrase == before:
                break
        return " ".join(phrase.split())

    def _phrases(self, text: str, *, split_and: bool = True) -> list[str]:
        text = _AND_SO_ON.sub("", self._lead(self._headed(text)))
        found = listed(text, self.fields, self.cues, split_and=split_and)
        return [tidy for piece in found if (tidy := self._tidy(piece))]

    def _lead(self, phrase: str) -> str:
        """A phrase without the words in front that lead into it and say nothing."""
        low = plain(phrase)
        for lead in (*self.cues.leads, *self.cues.leads):
            match = lead.match(low)
            if match and len(phrase) - match.end() > 1:
                phrase = phrase[match.end() :].strip(" ,")
                low = plain(phrase)
        return phrase

    def _headed(self, text: str) -> str:
        """The text without an opening that only announces the list behind its colon ("contacts in my line:")."""
        opening, colon, rest = text.partition(": ")
        if not colon or not rest.strip() or "," in opening or self._names_field(opening):
            return text
        said = [word for word in tokens(opening) if word not in _VAGUE]
        if _MINE.search(plain(opening)) or all(word in _SAY_NOTHING for word in said):
            return rest
        return text

    def _names_field(self, text: str) -> bool:
        return any(
            value >= _NAMED and self.fields.all[id].kind != "lead"
            for id, value in self.fields.read(text).values.items()
        )

    def _says(self, phrase: str) -> bool:
        """Whether a phrase names somebody: a trade, people, a name; talk does not."""
        said = [word for word in tokens(phrase) if word not in _VAGUE and len(word) > 1]
        if _REMARK.match(phrase) or all(word in _SAY_NOTHING for word in said):
            return False
        if is_person(phrase) or self._names_field(phrase):
            return True
        return not self.cues.has("junk", phrase) and len(said) <= _LONGEST_TALK

    def _wishes(self, text: str) -> list[Wish]:
        found: list[Wish] = []
        for phrase in self._phrases(text):
            less = self.cues.has("less", phrase)
            tidy = self._tidy(self.cues.without("less", phrase)) if less else phrase
            bare = _THEIR.sub("", tidy)
            context = bare != tidy or self.cues.has("context", tidy)
            if self._says(bare):
                found.append(Wish(bare, _LESS if less else 1.0, context))
        return found

    def _told(self, wanted: list[Wish]) -> list[Wish]:
        """The wishes that name a field; "directors, staff" alone only say of which rank those of the others may be."""
        read = [self.fields.read(wish.phrase).values for wish in wanted]
        ranks = [
            bool(v) and all(self.fields.all[id].kind == "lead" for id in v) and self._rank_alone(wish.phrase)
            for v, wish in zip(read, wanted, strict=True)
        ]
        if all(ranks) or not any(v and not rank for v, rank in zip(read, ranks, strict=True)):
            return wanted
        return [wish for wish, rank in zip(wanted, ranks, strict=True) if not rank]

    def _rank_alone(self, phrase: str) -> bool:
        """Whether a phrase holds nothing but a rank: "directors", not "EPC heads"."""
        hits = [hit for hit in self.fields.hits(phrase) if self.fields.all[hit.field].kind == "lead"]
        ranked = {word for hit in hits for word in hit.words.split()}
        return all(word in ranked or word in _SAY_NOTHING for word in tokens(phrase))

    def _levels(self, wanted: Iterable[Wish]) -> tuple[str, ...]:
        said = plain(" · ".join(wish.phrase for wish in wanted))
        return tuple(level for level, pattern in self.cues.seniority.items() if pattern.search(said))

    def _excluded(self, text: str) -> list[str]:
        low = plain(text)
        return [kind for kind, pattern in self.cues.excluded.items() if pattern.search(low)]

    def _orgs(self, text: str) -> list[str]:
        """Names of houses in a clause about people whom the member already knows."""
        names = [
            match[0].strip(" .").removesuffix(" I") for match in _NAME.finditer(text) if match.start() > 0
        ]
        return [name for name in names if plain(name) not in _PRONOUNS]


def _verdicts(found: Iterable[Clause]) -> Iterable[Clause]:
    """Clauses with the verdict that trails a part of them taken as what it is."""
    before = "want"
    for clause in found:
        if clause.kind not in {"want", "unwanted"}:
            yield clause
            continue
        same = _SAME.match(clause.text)
        judged = _parts(Clause(before, clause.text[same.end() :]) if same else clause)
        yield from judged
        before = judged[-1].kind if judged else before


def _parts(clause: Clause) -> list[Clause]:
    """The parts of a clause, each with the verdict that it, or the list that it closes, bears."""
    whole = _VERDICT.match(clause.text)
    if whole and re.search(r":\s*\w+\s*$", clause.text):
        return [_judged(whole, clause.kind)]
    judged: list[Clause] = []
    kept: list[str] = []
    for part in re.split(r",\s+", clause.text):
        said = _VERDICT.match(part)
        if plain(part).strip(" .!") in _THANKS:
            continue
        if kept and _ARE_NOT.fullmatch(plain(part).strip(" .!")):
            # "Those who only sell (tests, trips) are not": the verdict stands behind the brackets.
            judged.append(Clause("unwanted", ", ".join(kept)))
            kept = []
            continue
        if said is None or len(part.split()) < _LEAST:
            kept.append(part)
            continue
        one = _judged(said, clause.kind)
        if kept and _CLOSES.search(one.text):
            # "Pet shops, influencers and groomers no": the verdict is that of the whole list.
            one = Clause(one.kind, ", ".join([*kept, one.text]))
            kept = []
        judged.append(one)
    return [*judged, Clause(clause.kind, ", ".join(kept), clause.only_if)] if kept else judged


def _judged(said: re.Match[str], kind: str) -> Clause:
    if said[2]:
        return Clause("unwanted", said[1])
    return Clause("want", said[1]) if said[3] else Clause(kind, said[1] + " less important")


def _without(phrase: str) -> tuple[str, str, str]:
    match = _WITHOUT.search(phrase)
    if match is None or not phrase[: match.start()].strip():
        return phrase, "", ""
    return phrase[: match.start()].strip(" ,"), match[0], phrase[match.end() :].strip(" ,.")


def _once(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """The same wish once, whatever its gender and number."""
    return tuple({" ".join(map(neutral, tokens(w.phrase))): w for w in reversed(list(wishes))}.values())[::-1]
