"""Words of a message that sound like a meeting: they only ever suggest one, the member says whether it was."""

from __future__ import annotations

import re

_MEETING = re.compile(
    r"\b(?:(?:nos vemos|nos vimos|quedamos|quedemos|quedar) (?:el|este|mañana|la semana|a las)|(?:el|este) (?:lunes|martes|mi[eé]rcoles|jueves|viernes)"
    r"[^.?!]{0,30}\ba las \d{1,2}|me viene bien|tomamos? un caf[eé]|videollamada|un rato[^.?!]{0,40}\bllamada|"
    r"(?:see|meet) you (?:on|at|tomorrow)|nice (?:meeting|talking to) you|(?:let's|shall we) (?:meet|talk|have a call)|(?:on )?(?:monday|tuesday|wednesday|thursday|friday)"
    r"[^.?!]{0,20}\b(?:at \d{1,2}|works)|works for me|grab a coffee|calendar invite)",
    re.IGNORECASE,
)


def sounds_like_meeting(text: str) -> str:
    """Give the words that sound like a meeting agreed or held; "" when there are none."""
    found = _MEETING.search(text)
    return " ".join(found[0].split()) if found else ""
