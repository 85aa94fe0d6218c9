"""Takes a list of people apart as people write it, giving every member the head or the object that it shares.

"Data, analytics and platform engineers" are three kinds of engineers, "ingenieros de minas, geotécnicos y
ambientales" too; "reviewers and auditors at notified bodies" are all at notified bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from calabazas.reading.fields import tokens
from calabazas.reading.phrase_ends import PLURAL_PEOPLE, is_adjective, is_person, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calabazas.reading.fields import Fields
    from calabazas.reading.wishes import Cues

_COMMA: Final = re.compile(
    r"[,:;]\s+|\s[–—/-]\s|\s+(?:y|and) (?:tambien|también|also)\s+|\s+(?:así|asi) como\s+|\s+as well as\s+"
    r"|\s+(?:ademas|además) de\s+|,?\s+plus\s+|\s*\n\s*"
)
_AND: Final = re.compile(
    r"\s+(?:y|e|o|u|and|or|nor|ni|&)\s+(?:/\s*o\s+)?|(?<=[^\W\d_]{4})/(?=[^\W\d_]{4})", re.IGNORECASE
)
_AND_LEAD: Final = re.compile(r"^(?:y|e|o|u|and|or|nor|ni|&)\s+", re.IGNORECASE)
BECAUSE: Final = re.compile(
    r",?\s*\b(?:porque|ya que|pues|dado que|because|since|so that|para que|que para eso)\b[^,;]*",
    re.IGNORECASE,
)
# What a relative clause or a concession adds behind a comma says nothing new of whom is looked for.
_ASIDE: Final = re.compile(
    r"^(?:que|who|which|that|whose|aunque|although|though|even (?:if|when|the)|incluso (?:si|cuando)|whichever|sea cual|sean de)\s",
    re.IGNORECASE,
)
OF: Final = re.compile(r"\s(?:de|del|en|of|for|in|at|from|on)\s", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"^(de|del|en|para|of|for|in|at)\s+(?:(?:la|el|los|las|the)\s+)?(?=\w)", re.IGNORECASE
)
_WORKPLACE: Final = re.compile(r"^(?:at|in|en)\s", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"^(?:(?:y|and|a|la|los|las|el|gente|people|those|anyone)\s+)*(?:que|quien(?:es)?|who(?:ever)?|that)\s+",
    re.IGNORECASE,
)
_THOSE: Final = re.compile(r"^(?:(?:también|tambien|also)\s+)?(?:l[oa]s)\s+(?=(?:de|del)\s)", re.IGNORECASE)
# "Los que diseñan o vigilan relaves": the people and the verb are the head of what is listed behind them.
_CLAUSE_HEAD: Final = re.compile(
    r"^((?:\S+ )?\S+ (?:que|who|that) (?:de verdad |really |actually )?\w+(?: (?:on|in|with|for|about|de|en|con|sobre|a))? )",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"^(?:(?:y|and|a|con|with|to)\s+)?(?:los|las|el|la|the|sus|their|our|other|otr[oa]s)\s+", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"^(?:\w{3,}(?:an|en))$|^(?:designs?|runs?|builds?|makes?|writes?|teach(?:es)?)$", re.IGNORECASE
)
_RIGHT_HEAD: Final = re.compile(
    r"^((?:(?!(?:at|in|of|for|from|on|with|de|en)\s)[\w.+&/'’-]+\s+){1,3})("
    + PLURAL_PEOPLE
    + r")((?:\s(?:at|in|of|for|from|who|with)\s.*)?)$"
)
_RANK: Final = re.compile(
    r"^(?:director\w*|jef[ea]s?|responsables?|gerentes?|encargad\w+|subdirector\w*|coordinador\w*|mandos|supervisor\w*"
    r"|managers?|heads?|leads?|chiefs?|leaders?|owners?|specialists?|especialistas?|tecnic[oa]s|profesionales)$"
)
# Heads that most lists behind them belong to, whether or not an "and" closes the list.
_OPEN_HEAD: Final = re.compile(r"^(?:especialistas?|expert|specialist|ingenier|profesor|tecnic|consultor)")
_HEAD: Final = re.compile(r"^(\S+(?: \S+)?)\s+(en|de|in|of)\s+(?=\w)", re.IGNORECASE)
_BARE: Final = 2
"""Words that a member of a list may have while it waits for the head that stands at its end."""
_WORKPLACE_WORDS: Final = 3
_MOST: Final = 30
"""Members that one "and" after another may join."""
_AHEAD: Final = 200
_KIN: Final = 0.4
"""From this nearness on two fields are of one family: their names are two wishes."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One member of a list and whether "and" (rather than a comma or a break) joins it to the one before."""

    text: str
    joined: bool
    fresh: bool = False
    """A colon, a dash, a line or "nor" stands before it: nothing is shared across."""

    @property
    def bare(self) -> str:
        """Without an article."""
        return _ARTICLE.sub("", self.text)


def listed(text: str, fields: Fields, cues: Cues, *, split_and: bool = True) -> list[str]:
    """The members of a list, each complete in itself."""
    items = list(_items(BECAUSE.sub("", text), fields, split_and=split_and))
    if split_and:
        items = _objects(_right_heads(_prepositions(_verbs(items)), fields), fields, cues)
        items = _adjectives(_left_heads(items))
    return [item.text for item in items]


def _items(text: str, fields: Fields, *, split_and: bool) -> Iterator[_Item]:
    at, fresh = 0, True
    for mark in [*_COMMA.finditer(text), None]:
        part = text[at : mark.start() if mark else len(text)].strip(" ,;:.¡!¿?")
        if not _ASIDE.match(part) or fresh:
            lead = _AND_LEAD.match(part)
            pieces = _conjuncts(part[lead.end() :] if lead else part, fields) if split_and else [part]
            for number, piece in enumerate(pieces):
                nor = lead is not None and lead[0].lower().startswith(("ni", "nor")) and number == 0
                if bare := piece.strip(" ,;:.¡!¿?"):
                    yield _Item(bare, number > 0 or lead is not None, nor or (fresh and number == 0))
                    fresh = False
        if mark:
            fresh = fresh or not mark[0].lstrip().startswith(",")
            at = mark.end()


def _conjuncts(part: str, fields: Fields) -> list[str]:
    """Split at "and", but not inside a name ("health and safety")."""
    pieces: list[str] = []
    at = 0
    while len(pieces) < _MOST and (mark := _AND.search(part, at)):
        left, right = part[: mark.start()], part[mark.end() :]
        if not left.strip() or not right.strip() or _one_name(left, right[:_AHEAD], mark[0], fields):
            at = mark.end()
            continue
        first, part = _one_object(left, right) or (left, right)
        pieces.append(first)
        at = 0
    return [*pieces, part]


def _one_name(left: str, right: str, joint: str, fields: Fields) -> bool:
    before, after = tokens(left), tokens(right)
    people = is_person(left) and is_person(right)
    if not before or not after or people or (left.isupper() and right.isupper()):
        return False
    seam = f"{before[-1]} {after[0]}"
    own = {hit.field for hit in fields.hits(left) if hit.value == 1}
    return any(
        seam in hit.words and not any(fields.close(hit.field, field) >= _KIN for field in own)
        for hit in fields.hits(f"{left}{joint}{right}")
    )


_SINGULAR_OBJECT: Final = re.compile(
    r"^(.*\b(?:at|of|in|for|from)\s+(?:the\s+)?)[\w-]*[^s\W]$", re.IGNORECASE
)
_PLURAL_NOUN: Final = re.compile(r"^[\w-]+\s+([\w-]+s)\b(?!')", re.IGNORECASE)


def _one_object(left: str, right: str) -> tuple[str, str] | None:
    """Both of “people at device and diagnostics makers” in full: the noun behind "and" and the words before "at" are shared."""
    object_ = _SINGULAR_OBJECT.match(left)
    noun = _PLURAL_NOUN.match(right)
    if object_ is None or noun is None or not right.isascii():
        return None
    return f"{left} {noun[1]}", f"{object_[1].strip()} {right}"


def _verbs(items: list[_Item]) -> list[_Item]:
    """In “Los que diseñan, operan o vigilan relaves”: verbs in a row are one wish, told by its last one."""
    found: list[_Item] = []
    relative = False
    for at, item in enumerate(items):
        words = _RELATIVE.sub("", item.text)
        relative = words != item.text or relative
        following = items[at + 1] if at + 1 < len(items) else None
        single = len(words.split()) == 1 and following is not None and len(following.text.split()) > 1
        verbs = following is not None and _VERB.match(_RELATIVE.sub("", following.text).split(" ", 1)[0])
        said = words != item.text and single and following is not None and following.joined
        if relative and ((verbs and _VERB.match(words)) or (said and not is_person(words))):
            continue
        relative = False
        found.append(item)
    return found


def _prepositions(items: list[_Item]) -> list[_Item]:
    """In “Abogados de sucesiones, de familia y de empresa”: what begins with "de" has the head said before."""
    found: list[_Item] = []
    head, workplace = "", False
    for item in items:
        lead = _PREPOSITION.match(item.text)
        if item.fresh:
            head, workplace = "", False
        if workplace and len(item.text.split()) <= _WORKPLACE_WORDS:
            found[-1] = replace(found[-1], text=f"{found[-1].text}, {item.text}")
            workplace = not item.joined
            continue
        if lead and head and found:
            alike = "del?" if lead[1].lower() in {"de", "del"} else lead[1]
            own = re.search(rf"\s{alike}\s", f" {head} ", re.IGNORECASE)
            if own and own.start():
                found.append(replace(item, text=f"{head[: own.start() - 1].strip()} {item.text}"))
                continue
            if len(head.split()) == 1 or _WORKPLACE.match(item.text):
                # "Engineers, of sterilisation or software"; "quality managers, at airlines or repair shops"
                found[-1] = replace(found[-1], text=f"{found[-1].text} {item.text}")
                workplace = _WORKPLACE.match(item.text) is not None
                continue
        those = _THOSE.match(item.text)
        if those and head:
            # "Labour lawyers, also those of unions"
            found.append(replace(item, text=f"{head.split()[0]} {item.text[those.end() :]}"))
            continue
        workplace = False
        head = item.bare if is_person(item.bare) and not _RELATIVE.match(item.text) else ""
        found.append(item)
    return found


def _right_heads(items: list[_Item], fields: Fields) -> list[_Item]:
    """English names the head last: the bare words before it in the same list are of that kind."""
    found = list(items)
    for at, item in enumerate(found):
        match = _RIGHT_HEAD.match(item.bare)
        if not match or not item.joined or not match[2].isascii():
            continue
        for before in range(at - 1, -1, -1):
            own = found[before]
            words = own.bare.split()
            if not words or len(words) > _BARE or not words[-1].isascii() or OF.search(own.text):
                break
            if re.fullmatch(PLURAL_PEOPLE, words[-1]) or (len(words) > 1 and _sure(own.text, fields)):
                break
            found[before] = replace(own, text=f"{own.text} {match[2]}{match[3]}")
            if own.fresh:
                break
    return found


def _sure(text: str, fields: Fields) -> bool:
    return max(fields.read(text).values.values(), default=0) == 1


def _objects(items: list[_Item], fields: Fields, cues: Cues) -> list[_Item]:
    """Bare heads joined to one with an object have it too: "directores y responsables de personal"."""
    found = list(items)
    for at in range(len(found) - 2, -1, -1):
        own, after = found[at], found[at + 1]
        match = OF.search(after.text)
        if after.fresh or match is None or _PREPOSITION.match(after.text) or _RELATIVE.match(after.text):
            continue
        context = after.joined and cues.has("context", after.text) and not cues.has("context", own.text)
        if context or (len(own.bare.split()) == 1 and _shares(own.bare, after, fields)):
            # Without the clause that may follow the object.
            found[at] = replace(
                own, text=own.text + re.split(r",|\s(?:que|who|that)\s", after.text[match.start() :])[0]
            )
    return found


def _shares(word: str, after: _Item, fields: Fields) -> bool:
    """Whether a bare word lacks the object of what follows: a rank, people of no trade, an acronym beside another."""
    values = fields.read(word).values
    if (values or _RANK.match(plain(word))) and all(fields.all[id].kind == "lead" for id in values):
        return True
    trade = any(value >= 0.6 and fields.all[id].kind != "lead" for id, value in values.items())
    acronym = re.fullmatch(r"[A-Z]{2,4}s?", word) is not None
    beside = word.endswith("s") or re.match(r"^[A-Z]{2,4}s?\b", after.text) is not None
    return after.joined and ((acronym and beside) or (is_person(word) and not trade))


def _left_heads(items: list[_Item]) -> list[_Item]:
    """Spanish names the head first: bare things after "especialistas en ..." have that head."""
    found: list[_Item] = []
    head, opens = "", False
    for at, item in enumerate(items):
        match, clause = _HEAD.match(item.bare), _CLAUSE_HEAD.match(item.bare)
        if item.fresh:
            head, opens = "", False
        if clause and is_person(clause[1]):
            head, opens = clause[1], all(_is_thing(other) for other in items[at + 1 :])
        elif match and is_person(match[1]) and not _RELATIVE.match(item.text):
            head, opens = f"{match[1]} {match[2]} ", _OPEN_HEAD.match(plain(match[1])) is not None
        elif head and _is_thing(item) and (opens or (item.text.islower() and _closes(items[at:]))):
            found.append(replace(item, text=head + item.text))
            head = "" if item.joined else head
            continue
        else:
            head = ""
        found.append(item)
    return found


def _is_thing(item: _Item) -> bool:
    """Whether a member of a list is a bare thing: no person, no adjective, nothing with an article."""
    words = item.text.split()
    name = item.text[:1].isupper() and not item.text.isupper()
    return (
        len(words) <= _BARE
        and item.bare == item.text
        and not (name or is_person(item.text) or is_adjective(words[0]))
    )


def _closes(items: list[_Item]) -> bool:
    """Whether the bare things from here on end in an "and": then they are one list."""
    for item in items:
        if item.fresh or not _is_thing(item):
            return False
        if item.joined:
            return True
    return False


def _adjectives(items: list[_Item]) -> list[_Item]:
    """In “Ingenieros de minas, geotécnicos y ambientales”: a bare adjective has the noun said before."""
    found: list[_Item] = []
    noun = ""
    for item in items:
        words = item.bare.split()
        if item.fresh:
            noun = ""
        leans = (
            item.bare == item.text and is_adjective(words[0]) and (len(words) == 1 or OF.search(item.bare))
        )
        if noun and leans:
            found.append(replace(item, text=f"{noun} {item.bare}"))
            continue
        noun = words[0] if len(words) > 1 and is_person(words[0]) and not words[0].isupper() else ""
        found.append(item)
    return found
