"""Every date of the reference's table must read, because a date that does not is a fact that is lost."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from calabazas.sources.archive import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("08 Feb 2026", "2026-02-08"),
        ("29 Feb 2020", "2020-02-29"),
        ("8/5/25, 10:12 AM", "2025-08-05T10:12:00"),
        ("8/5/25, 12:12 AM", "2025-08-05T00:12:00"),
        ("8/5/25, 12:12 PM", "2025-08-05T12:12:00"),
        ("08/30/22, 05:51 PM", "2022-08-30T17:51:00"),
        ("9/17/26, 5:16\u202fPM", "2026-09-17T17:16:00"),
        ("9/17/26, 5:16\u00a0PM", "2026-09-17T17:16:00"),
        ("2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22"),
        ("2026-02-09 01:21:47", "2026-02-09T01:21:47"),
        ("2024/02/01 15:02:55 UTC", "2024-02-01T15:02:55"),
        ("Sun Aug 03 10:11:12 UTC 2025", "2025-08-03T10:11:12"),
        ("Tue Mar 03 10:11:12 CET 2026", "2026-03-03T10:11:12"),
        ("Jan 2024", "2024-01"),
        ("2024", "2024"),
        ("2024-02-01 15:02 UTC", "2024-02-01T15:02:00"),
        ("2024/02/01", "2024-02-01"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_every_measured_format_reads(text: str, iso: str) -> None:
    """The formats of the reference, section 2.4, whichever file they stand in."""
    assert dates.stamp(text) == iso
    assert dates.moment(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("4-Apr-21", "2021-04-04"),
        ("07-ene-26", "2026-01-07"),
        ("7 de junio de 2026", "2026-06-07"),
        ("07 sept. 2026", "2026-09-07"),
        ("mar. 3 de junio de 2026", "2026-06-03"),
        ("3. März 2021", "2021-03-03"),
        ("03 Dez. 2021", "2021-12-03"),
        ("31.12.2025", "2025-12-31"),
        ("5 août 2024", "2024-08-05"),
        ("05 févr. 2024", "2024-02-05"),
        ("Apr 4, 2021", "2021-04-04"),
        ("juin 2019", "2019-06"),
        ("Mai 2019", "2019-05"),
        ("8/5/25 10:12 p. m.", "2025-08-05T22:12:00"),
        ("2025-06-01T14:03:22", "2025-06-01T14:03:22"),
        ("2019-03", "2019-03"),
    ],
)
def test_re_saved_and_translated_dates_read(text: str, iso: str) -> None:
    """Spreadsheets rewrite dates, and other languages are cheap insurance."""
    assert dates.moment(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "soon", "31 Feb 2026", "00 Jan 2026", "13/13/25, 10:12 AM", "8/5/25, 13:12 PM", "8/5/25, 0:10 AM",
        "2025-06-01 24:00:00 UTC", "2025-13-01 10:00:00 UTC", "2025-06-01 10:61:00", "99999", "1 2 3 4", "12345-01-01",
        "Jan Feb 2024", "07 Smarch 2024", "²²²² 01", "2025-06-xx 10:00:00 UTC", "-", "0000-01-01",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """A wrong date is worse than none: it must be told, never guessed."""
    with pytest.raises(ValueError):  # noqa: PT011 - the kind of error is all that is promised
        dates.moment(text)
    with pytest.raises(ValueError):  # noqa: PT011 - the same
        dates.stamp(text)


def test_day_first_only_when_asked() -> None:
    """The same digits are two days; the file as a whole decides, not the row."""
    assert dates.moment("5/8/25, 10:12") == "2025-05-08T10:12:00"
    assert dates.moment("5/8/25, 10:12", day_first=True) == "2025-08-05T10:12:00"
    assert dates.slashes("13/8/25, 10:12") == (13, 8)
    assert dates.slashes("2025/08/13") is None
    assert dates.slashes("13 Aug 2025") is None


def test_the_hand_written_reading_agrees_with_the_standard_library() -> None:
    """Speed must not cost a single day: every day of 24 years, and every minute of one, in the three bulk forms."""
    start = datetime(2003, 5, 5)  # noqa: DTZ001 - LinkedIn's dates carry no zone
    for number in range(24 * 365):
        moment = start + timedelta(days=number, minutes=number)
        assert dates.day(f"{moment:%d %b %Y}") == f"{moment:%Y-%m-%d}"
        assert dates.stamp(f"{moment:%Y-%m-%d %H:%M:%S} UTC") == moment.isoformat()
        american = f"{moment.month}/{moment.day}/{moment:%y}, {moment.hour % 12 or 12}:{moment:%M %p}"
        assert dates.moment(american) == moment.isoformat()
