"""How LinkedIn writes days and names, each file in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""In English whatever the machine speaks."""
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def parts(name: str) -> list[str]:
    """Split a name as the archive does: the first word, and all others."""
    first, _, last = name.partition(" ")
    return [first, last]


def clock(at: datetime) -> str:
    """Write a moment as Invitations.csv does."""
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M} {half}"


def padded(day: date) -> str:
    """Write a day as the recommendations do."""
    return f"{day:%m/%d/%y}, 05:51 PM"


def day_of(day: date) -> str:
    """Write a day as Connections.csv does."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def month_of(text: str) -> str:
    """Write a month as Positions.csv does; a year stays a year."""
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def utc(at: datetime) -> str:
    """Write a moment as messages.csv does."""
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def unix(day: date) -> str:
    """Write a day as Company Follows.csv does."""
    return f"{WEEKDAYS[day.weekday()]} {MONTHS[day.month - 1]} {day.day:02} 10:11:12 UTC {day.year}"
