"""Which places a target names: in lists of their own, or as where the people looked for are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from calabazas.reading.fields import tokens
from calabazas.reading.lists import BECAUSE

if TYPE_CHECKING:
    from calabazas.reading.fields import Fields
    from calabazas.reading.places import Placed, Places
    from calabazas.reading.wishes import Cues

_ITEMS: Final = re.compile(
    r"[,;:.()]+\s*|\s+[–—-]\s+|\s*\+\s*|\s+(?:y|e|o|and|or|luego|despu[eé]s|then|pero|but)\s+", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"^(?:(?:(?i:and|y|e|o|or|luego|después|despues|then|pero|but|en|in|from|de|del|at|todo|toda|all|of|rest|resto|gente|people|que|si|if"
    r"|es|is|are|vale|valen|sobre|también|tambien|also|mostly|mainly|por|just|only|solo|around|near)|a|el|la|los|las|the)\s+)+"
)
"""What leads up to a place; articles with a capital belong to it ("La Paz", "A Coruña")."""
_NAME: Final = re.compile(
    r"[A-ZÁÉÍÓÚÑÜ][\w’'-]*(?:\s+(?:(?:de|del|la|las|los|y|of|the|do|da)\s+)*[A-ZÁÉÍÓÚÑÜ][\w’'-]*){0,2}"
)
_WHERE: Final = re.compile(
    r"(?:^|[\s(])(?:then|luego|después|first|primero|en|de|del|in|from|of|at|por|around|near|across|todo|toda|all)\s+(?:(?:la|el|los|las|the)\s+)?$",
    re.IGNORECASE,
)
# Behind these a place is part of a body's name: "Universidad de Chile", "Bank of Ireland".
_BODY: Final = re.compile(
    r"(?:[A-ZÁÉÍÓÚÑ][\w’'-]*|\b(?:universidad|superintendencia|ministerio|gobierno|ayuntamiento|junta|banco|bank|university|ministry|government))\s+(?:(?:de|del|of|the|la)\s+)*$"
)
_FILLERS: Final = frozenset(
    "sobre todo primero luego despues first then mostly mainly above all especially si lucky fine because cheese people gente "
    "todavia mejor move top list resto rest world mundo come comes queda zona area region valle valles norte sur este oeste "
    "north south east west upstate regional centro much also tambien preferably mejor cerca too toda entera entero".split()
)
_PLACES_IN_CAPITALS: Final = frozenset(
    "usa uk eu ue uae cdmx caba nyc emea apac dach nsw gta bc nz anz gcc mena cee ksa eeuu eua ncr us".split()
)
_SURE: Final = 0.6
_LEFT: Final = 2
"""Words beside the names that a list of places may hold."""
_WORDS: Final = 4


class WherePlaces:
    """Finds places in clauses, as the member wrote them."""

    def __init__(self, places: Places, cues: Cues, fields: Fields) -> None:
        self.places, self.cues, self.fields = places, cues, fields

    def named(self, text: str) -> list[str]:
        """The places of a clause that is about places: known ones, and names that the list does not hold."""
        text = BECAUSE.sub("", text)
        found: list[str] = []
        for item in self._items(text):
            known = self.places.spans(item)
            if known:
                found += self._written(item, known)
            elif item[:1].isupper() and len(item.split()) <= _WORDS and not item.isupper():
                found.append(item)
        return list(dict.fromkeys(found))

    def only(self, text: str) -> list[str] | None:
        """The places of a clause that names nothing else; None for any other clause."""
        text = BECAUSE.sub("", text)
        ordered = self.cues.has("place_order", text)
        items = self._items(text)
        if not items:
            return None
        known = [bool(self.places.find(item)) for item in items]
        if not ordered and any(
            here and self._in_a_name(item) for item, here in zip(items, known, strict=True)
        ):
            return None
        if not any(known) and not (ordered and all(_NAME.fullmatch(item) for item in items)):
            return None
        rest = " ".join(self._rest(item) for item in items)
        left = [word for word in tokens(rest) if word != "|" and word not in _FILLERS and len(word) > 2]
        if self._names_trade(rest) or len(left) > (_LEFT + len(items) if ordered else 0):
            return None
        return self.named(text)

    def within(self, text: str) -> list[str]:
        """The places of a clause about people: "maquileros de Puebla", not "Transport Canada"."""
        found: list[str] = []
        spans = self.places.spans(text)
        for at, (placed, start, end) in enumerate(spans):
            before = text[:start]
            behind = at > 0 and re.fullmatch(r",?\s*(?:(?:y|e|o|and|or)\s+)?", text[spans[at - 1][2] : start])
            after = text[end : end + 2]
            named = re.match(r"\s[A-ZÁÉÍÓÚÑ]", after) and text[start:end][:1].isupper()
            if _BODY.search(before) or (named and not placed.by_stem) or _acronym(text[start:end]):
                continue
            alone = not before.strip() or before.rstrip()[-1:] in ",;:(" or bool(behind)
            if placed.by_stem or _WHERE.search(before) or (alone and text[start:end][:1].isupper()):
                found += self._written(text, [(placed, start, end)])
        return list(dict.fromkeys(found))

    def without_lists(self, text: str) -> str:
        """The clause without the members of its list that are places and nothing else."""
        kept = [
            item
            for item in re.split(r"(?<=,)\s+", text)
            if not (self.places.find(item) and self.only(item.strip(" ,")) is not None)
        ]
        text = " ".join(kept).strip(" ,")
        # "de Puebla y Tlaxcala": a place after "and" is no wish of its own.
        for placed, start, end in reversed(self.places.spans(text)):
            joint = re.search(r"\s+(?:y|e|o|and|or)\s+(?:(?:de|en|in|from|of)\s+)?$", text[:start])
            if joint and not placed.by_stem and re.match(r"\s*(?:$|[,;.])", text[end:]):
                text = text[: joint.start()] + text[end:]
        return text

    def _items(self, text: str) -> list[str]:
        heading, colon, rest = text.partition(":")
        bare = self.cues.without(
            "place_order", rest if colon and self.cues.is_header("place", heading) else text
        )
        items = [_LEAD.sub("", item.strip(" .¡!¿?\"'")).strip() for item in _ITEMS.split(bare)]
        return [item for item in items if item]

    def _in_a_name(self, item: str) -> bool:
        """Whether a place is part of a body's name: "Transport Canada"."""
        return any(
            _BODY.search(item[:start]) for placed, start, _ in self.places.spans(item) if not placed.by_stem
        )

    def _rest(self, item: str) -> str:
        for _, start, end in reversed(self.places.spans(item)):
            item = item[:start] + " " + item[end:]
        return item if item.strip() and not _NAME.fullmatch(item.strip()) else ""

    def _names_trade(self, text: str) -> bool:
        return any(value >= _SURE for value in self.fields.read(text).values.values())

    def _written(self, text: str, known: list[tuple[Placed, int, int]]) -> list[str]:
        """Names as written; for the word of a people ("andaluzas") the place's own name."""
        shown: dict[tuple[int, int], str] = {}
        for placed, start, end in known:
            if (start, end) in shown:
                continue
            said = text[start:end]
            shown[start, end] = (
                placed.name
                if placed.by_stem
                else said
                if not said.islower()
                else said.title()
                if len(said) > 3
                else said.upper()
            )
        return list(shown.values())


def _acronym(said: str) -> bool:
    """Whether a name in capitals is a body's ("ICA"), not a place's (UK, CDMX)."""
    return said.isupper() and len(said) <= _WORDS and said.lower() not in _PLACES_IN_CAPITALS


__all__ = ["WherePlaces"]
