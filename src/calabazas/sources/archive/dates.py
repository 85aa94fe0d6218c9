"""Every date that LinkedIn's files hold, as ISO text; parsed by hand because archives hold hundreds of thousands.

Each function gives "" for an empty text and raises `ValueError` for one that is no date.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from calabazas.people.identity import fold_name

_WORDS = (
    "jan january ene enero janv janvier jän jänner januar",
    "feb february febrero febr februar fév févr février",
    "mar march marzo mär märz mrz mars",
    "apr april abr abril avr avril",
    "may mayo mai",
    "jun june junio juni juin",
    "jul july julio juli juil juillet",
    "aug august ago agosto aoû août",
    "sep sept september septiembre set setiembre septembre",
    "oct october octubre okt oktober octobre",
    "nov november noviembre novembre",
    "dec december dic diciembre dez dezember déc décembre",
)
MONTHS = {fold_name(word): number for number, words in enumerate(_WORDS, 1) for word in words.split()}
_CLOCK = frozenset(f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60))
_SECONDS = frozenset(f":{second:02}" for second in range(60))
_ZONES = ("", " UTC")
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m\b\.?)?", re.IGNORECASE)


@lru_cache(maxsize=16384)
def day(text: str) -> str:
    """Give the day (or month, or year) that a text names: `08 Feb 2026` is `2026-02-08`, `Jan 2024` is `2024-01`."""
    return _day(text, day_first=False)


@lru_cache(maxsize=16384)
def _iso_day(text: str) -> str:
    """Check a `YYYY-MM-DD` or `YYYY/MM/DD`."""
    if text[4:5] not in ("-", "/") or text[7:8] != text[4] or len(text) != 10:
        raise ValueError(text)
    return date(int(text[:4]), int(text[5:7]), int(text[8:])).isoformat()


def stamp(text: str) -> str:
    """Give the second of `2025-06-01 14:03:22 UTC`, the form of messages; other forms take the long way."""
    time = text[11:19]
    if time[:5] in _CLOCK and time[5:] in _SECONDS and text[19:] in _ZONES:
        return f"{_iso_day(text[:10])}T{time}"
    return moment(text)


def moment(text: str, *, day_first: bool = False) -> str:
    """Give the moment of any known form; the day alone where no time stands.

    `8/5/25, 10:12 AM` is month first, as measured everywhere; `day_first` reads a file that shows otherwise.
    """
    left, comma, right = text.partition(", ")
    if comma and "/" in left and (time := _clock(right)):
        return f"{_slashed(left, day_first)}T{time}"
    text = text.strip()
    found = _TIME.search(text)
    time = _clock(found[0]) if found else ""
    if found is None or not time:
        return _day(text, day_first=day_first)
    day = _day(f"{text[: found.start()]} {text[found.end() :]}", day_first=day_first)
    if len(day) != 10:
        raise ValueError(text)
    return f"{day}T{time}"


@lru_cache(maxsize=4096)
def _slashed(text: str, day_first: bool) -> str:
    """Give the day of `8/5/25`, of which a file of invitations holds some 180."""
    return _day(text, day_first=day_first)


@lru_cache(maxsize=4096)
def _clock(text: str) -> str:
    """Give `HH:MM:SS` of a time of day with or without seconds and half of the day; "" if it is none."""
    time = _TIME.fullmatch(text)
    if time is None:
        return ""
    hour, minute, second = int(time[1]), int(time[2]), int(time[3] or 0)
    if time[4]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if time[4].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(text)
    return f"{hour:02}:{minute:02}:{second:02}"


def slashes(text: str) -> tuple[int, int] | None:
    """Give the first two numbers of a date written with slashes, which tell whose order it is."""
    parts = text.strip().split("/", 2)
    if len(parts) == 3 and parts[0].isdecimal() and parts[1].isdecimal() and len(parts[0]) < 3:
        return int(parts[0]), int(parts[1])
    return None


def _day(text: str, *, day_first: bool) -> str:
    # The one form of Connections.csv, some 30,000 times in a large archive.
    if len(text) == 11 and text[2] == text[6] == " " and text[3:6].lower() in MONTHS:
        return date(int(text[7:]), MONTHS[text[3:6].lower()], int(text[:2])).isoformat()
    tokens = _TOKENS.findall(text)
    if not tokens:
        if text.strip():
            raise ValueError(text)
        return ""
    numbers = [token for token in tokens if token.isdecimal()]
    months = {MONTHS[name] for token in tokens if (name := fold_name(token)) in MONTHS}
    # "mar." is March, and Tuesday in Spanish and French: beside another month it is the weekday.
    if len(months) > 1:
        months.discard(3)
    if len(months) > 1 or any(len(number) > 4 for number in numbers):
        raise ValueError(text)
    return _put_together(
        [int(n) for n in numbers], [len(n) for n in numbers], months, text, day_first=day_first
    )


def _put_together(
    numbers: list[int], lengths: list[int], months: set[int], text: str, *, day_first: bool
) -> str:
    """Find year, month and day among the numbers of a date, by their widths and their order."""
    match numbers, sorted(months):
        case [year], []:
            if lengths != [4]:
                raise ValueError(text)
            return _year(year)
        case [year], [month]:
            if lengths != [4]:
                raise ValueError(text)
            return f"{_year(year)}-{month:02}"
        case [a, b], [month]:
            number, year = (b, a) if lengths[0] == 4 else (a, b)
            return date(_century(year), month, number).isoformat()
        case [a, b], [] if lengths[0] == 4:
            return date(a, b, 1).isoformat()[:7]
        case [a, b, c], []:
            if lengths[0] == 4:
                return date(a, b, c).isoformat()
            # Dots are the German order, never the American one.
            month, number = (b, a) if day_first or ("." in text and "/" not in text) else (a, b)
            return date(_century(c), month, number).isoformat()
    raise ValueError(text)


def _year(year: int) -> str:
    if not 1900 <= year <= 2100:
        raise ValueError(year)
    return str(year)


def _century(year: int) -> int:
    """Two digits are of this century: LinkedIn opened in 2003."""
    return year + 2000 if year < 100 else year
