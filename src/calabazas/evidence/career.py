"""Do headline, posts held and studies fit together? Dates and words only; never looks, age or origin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from calabazas.evidence.careers import first_year, months_together, year
from calabazas.evidence.finding import Finding, Unseen, clip
from calabazas.words import say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Facts, Says
    from calabazas.people.profile import Role

CODE = "career"
STEADY = "steady_career"
_TOP = ("cxo", "vp", "director")
_SENIOR = re.compile(r"\b(?:s[eé]nior|lead|principal)\b", re.IGNORECASE)
_TOGETHER = 12
"""Months of two full positions at different employers that want an explanation; a judgement."""
_PART_TIME = (
    "freelance", "autonom", "consult", "advis", "asesor", "board", "consej", "profesor", "teach", "lectur",
    "docente", "ponente", "speaker", "volunt", "mentor", "investor", "socio", "partner", "founder", "fundador",
    "owner", "propietari", "dueñ", "part-time", "media jornada", "interim", "columnist", "colaborador", "president",
    "vocal", "author", "autor", "coach", "estudiant", "student", "becari", "intern", "phd", "doctor", "trustee", "member",
)  # fmt: skip
_YEARS = re.compile(r"\b([1-5]\d) ?\+? ?(?:años|years|anos|yrs)\b(?! (?:old|de edad|ago))", re.IGNORECASE)
_LONG = 8
"""Years of work of which an empty page says nothing; a judgement."""
_LATE = 10
"""Years into a single post after which somebody's only studies began, that want an explanation; a judgement."""
_EARLY = 6
"""Years from the end of studies in which a top post wants earlier posts below it; a judgement."""


def find(d: Dossier) -> Says:
    """Look for what cannot both be, for top titles over nothing, and for years that hang together."""
    roles = d.profile.experience
    if roles is None:
        if d.question == "triage":
            yield Unseen(CODE, "page")
        return
    headline = d.readings.headline if d.readings else None
    top = bool(headline and headline.seniority in _TOP)
    yield from _bare(d, roles, top=top)
    repeated = _repeated(roles)
    if repeated:
        yield Finding(
            CODE, "repeated", say("The same line under several positions: “{text}”", text=clip(repeated))
        )
    yield from _jump(d, roles)
    yield from _together(roles, d.today.year)
    yield from _studies(d, roles, top=top)
    yield from _years_told(d, roles)
    if not repeated:
        yield from _steady(d, roles)


def _bare(d: Dossier, roles: tuple[Role, ...], *, top: bool) -> Says:
    p = d.profile
    told = [r for r in roles if r.text.strip()]
    if told or p.education or p.activity:
        return
    if not top:
        began = first_year(roles)
        # Terse people are many; a page opened lately, seen whole and empty under a career of years, is another thing.
        seen_whole = p.education is not None and p.activity is not None
        lately = p.joined is not None and d.today.year - p.joined <= 1
        said = (p.about or "").strip() or p.skills
        if seen_whole and lately and not said and began is not None and d.today.year - began >= _LONG:
            yield Finding(
                CODE,
                "shell",
                say(
                    "{years} years of work, and nothing told of any of them", years=int(d.today.year - began)
                ),
            )
        return
    if not roles:
        yield Finding(CODE, "empty", say("A high position in the headline, and no experience listed"))
    elif not (d.profile.about or "").strip() or d.profile.education is not None:
        yield Finding(
            CODE, "bare", say("A high position, “{title}”, and nothing told beside it", title=roles[0].title)
        )


def _repeated(roles: tuple[Role, ...]) -> str:
    texts = [r.text.strip() for r in roles if len(r.text.strip()) >= 12]
    return next((t for t in texts if texts.count(t) >= 2), "")


def _jump(d: Dossier, roles: tuple[Role, ...]) -> Says:
    """From a post of training or entry straight to the top, within two years."""
    read = d.readings.roles if d.readings else ()
    held = [(year(r.start), h.seniority, r) for r, h in zip(roles, read, strict=False)]
    dated = sorted(((y, level, r) for y, level, r in held if y is not None), key=lambda x: x[0])
    for (low_at, low, low_role), (high_at, high, high_role) in pairwise(dated):
        if low in ("training", "entry", "unpaid") and high in ("cxo", "vp") and high_at - low_at <= 2:
            yield Finding(
                CODE,
                "jump",
                say("From “{low}” to “{high}” within two years", low=low_role.title, high=high_role.title),
            )
            return


def _together(roles: tuple[Role, ...], now: float) -> Says:
    full = [r for r in roles if not any(word in f"{r.title} {r.company}".lower() for word in _PART_TIME)]
    pairs = [
        (a, b, months)
        for i, a in enumerate(full)
        for b in full[i + 1 :]
        if a.company != b.company and (months := months_together(a, b, now)) >= _TOGETHER
    ]
    if pairs:
        a, b, months = max(pairs, key=lambda p: p[2])
        facts: Facts = {"pairs": len(pairs), "months": round(months)}
        yield Finding(
            CODE,
            "overlaps" if len(pairs) >= 2 else "overlap",
            say(
                "Two full positions at once for some {months} months: {one} and {other}",
                months=round(months),
                one=f"{a.title}, {a.company}",
                other=f"{b.title}, {b.company}",
            ),
            facts,
        )


def _studies(d: Dossier, roles: tuple[Role, ...], *, top: bool) -> Says:
    studies = d.profile.education or ()
    ends = [y for s in studies if (y := year(s.end) or year(s.start)) is not None]
    began = first_year(roles)
    if not ends or began is None:
        return
    degree_starts = [y for s in studies if (y := year(s.start)) is not None]
    led = _first_led(d, roles)
    if led is not None and len(roles) <= 2 and degree_starts and min(degree_starts) - led >= 6:
        yield Finding(
            CODE,
            "studies_after",
            say(
                "Their only studies began {years} years after the senior position they tell",
                years=int(min(degree_starts) - led),
            ),
        )
    elif degree_starts and len(roles) == 1 and min(degree_starts) - began >= _LATE:
        yield Finding(
            CODE,
            "studies_late",
            say(
                "Their only studies began {years} years into the only position they tell",
                years=int(min(degree_starts) - began),
            ),
        )
    # The first studies just begun, and already at the head of something.
    if led is not None and degree_starts and -1 <= led - min(degree_starts) <= 2 and min(ends) - led >= 2:
        yield Finding(
            CODE,
            "led_while_studying",
            say(
                "At the head of something in {year}, with first studies until {end}",
                year=int(led),
                end=int(min(ends)),
            ),
        )
    if top and len(roles) == 1 and began - max(ends) <= _EARLY and max(ends) <= d.today.year:
        seniority = d.readings.headline.seniority if d.readings and d.readings.headline else ""
        if seniority in ("cxo", "vp", "director"):
            yield Finding(
                CODE,
                "leap",
                say(
                    "A top position as the only one listed, {years} years after their studies",
                    years=max(0, int(began - max(ends))),
                ),
            )
    order = [(s.degree.lower(), year(s.end)) for s in studies]
    doctor = [y for deg, y in order if y and any(w in deg for w in ("phd", "doctor"))]
    first = [
        y
        for deg, y in order
        if y and any(w in deg for w in ("bsc", "ba ", "bachelor", "grado", "licenci", "grao"))
    ]
    if doctor and first and min(doctor) < min(first):
        yield Finding(CODE, "degrees_backwards", say("The doctorate is dated before the first degree"))


def _years_told(d: Dossier, roles: tuple[Role, ...]) -> Says:
    """Hold the years they speak of against the page: nothing on it that old, and the only studies far later.

    Who lists the present post alone, or studied late, is no contradiction by itself: both must be there.
    """
    said = f"{d.profile.headline or ''} · {d.profile.about or ''}"
    told = max((int(m[1]) for m in _YEARS.finditer(said)), default=0)
    starts = [y for s in d.profile.education or () if (y := year(s.start)) is not None]
    began = first_year(roles)
    if not told or not starts or began is None:
        return
    since = d.today.year - told
    if min(starts) - since >= _LATE and began - since >= _LATE:
        yield Finding(
            CODE,
            "years_told",
            say(
                "They speak of {years} years of it; the first year on the page is {first}",
                years=told,
                first=int(min(*starts, began)),
            ),
        )


def _first_led(d: Dossier, roles: tuple[Role, ...]) -> float | None:
    """Give the year of the first post that leads; who worked, and studied later, has led nothing before."""
    read = d.readings.roles if d.readings else ()
    return min(
        (
            y
            for r, h in zip(roles, read, strict=False)
            if (h.seniority in (*_TOP, "manager", "partner") or _SENIOR.search(r.title))
            and (y := year(r.start)) is not None
        ),
        default=None,
    )


def _steady(d: Dossier, roles: tuple[Role, ...]) -> Says:
    began, now = first_year(roles), d.today.year
    if began is None or now - began < 5 or (len(roles) < 2 and now - began < 10):
        return
    if any(r.text.strip() for r in roles) or (len(roles) >= 2 and d.profile.education):
        yield Finding(
            STEADY, "years", say("A career of {years} years that hangs together", years=int(now - began))
        )
