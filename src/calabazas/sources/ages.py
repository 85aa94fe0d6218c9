"""How long ago, as LinkedIn's pages say it in Spanish and English, in whole days.

LinkedIn rounds down ("hace 1 semana" is 7 to 13 days), so a date made from an age is coarse.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_ONE = r"un|una|a|an|one|algunos|algunas|unos|unas|a few"
_UNIT = (
    r"(?:(?P<now>segundos?|seconds?|secs?|s|instantes|minutos?|minutes?|mins?|m|horas?|hours?|hrs?|h)"
    r"|(?P<day>d[ií]as?|days?|d)|(?P<week>semanas?|sem|weeks?|wks?|w)"
    r"|(?P<month>mes(?:es)?|months?|mos?)|(?P<year>a[ñn]os?|years?|yrs?|y))\.?"
)
_SENT = r"(?:(?:invitaci[oó]n\s+)?(?:enviad[ao]s?|recibid[ao]s?|sent|received|se envi[oó]|invited|connected)\s*:?\s+(?:on\s+)?)?"
_EDITED = r"(?:\s*[•·]\s*(?:editado|edited|anyone|cualquiera|visible.*)?)*"
_AGO = re.compile(
    rf"{_SENT}(?P<hace>hace\s+)?(?:m[aá]s de\s+|about\s+|over\s+)?(?P<n>\d{{1,3}}|{_ONE})\s*{_UNIT}(?P<ago>\s+ago)?{_EDITED}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"{_SENT}(?:(?P<today>hoy|today|ahora(?: mismo)?|just now|now|hace (?:un momento|instantes))"
    rf"|(?P<yesterday>ayer|yesterday)|(?P<week>la semana pasada|last week)|(?P<month>el mes pasado|last month)){_EDITED}",
    re.IGNORECASE,
)
_DAYS = {"now": 0, "day": 1, "week": 7, "month": 30, "year": 365}


def days_ago(text: str) -> int | None:
    """Give the days of an age ("Ayer", "hace 2 semanas", "3 mo", "Sent 1 week ago"), None if it is not one."""
    text = text.strip()
    if len(text) > 80:
        return None
    if found := _WORDS.fullmatch(text):
        return {"today": 0, "yesterday": 1, "week": 7, "month": 30}[found.lastgroup or "today"]
    found = _AGO.fullmatch(text)
    if not found:
        return None
    unit = next(name for name in _DAYS if found[name])
    count = int(found["n"]) if found["n"].isdigit() else 1
    # "5 m" and "3 s" alone are too little to call an age: they are also sizes and counts.
    if len(found[unit]) == 1 and found[unit].lower() in "ms" and not (found["hace"] or found["ago"]):
        return None
    return count * _DAYS[unit]


def before(as_of: date | None, days: int | None) -> str:
    """Give the ISO day `days` before `as_of`, "" when either is unknown or too long ago to be one."""
    if as_of is None or days is None:
        return ""
    try:
        return (as_of - timedelta(days=days)).isoformat()
    except OverflowError:
        return ""
