"""Does this person add anything to where the member positions themselves?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding, Unseen, clip
from calabazas.people.identity import fold_name
from calabazas.words import Sentence, mark, say

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says
    from calabazas.reading.fit import Carrier, Fit

CODE = "fit"
_NEAR = 0.38
"""Score from which a weak fit is closer to useful than to nothing."""
_SAID = {
    "exact": (
        mark("Exactly whom you look for: “{words}”, close to “{wish}”"),
        mark("Exactly whom you look for"),
    ),
    "useful": (mark("Useful to your sector: “{words}”, close to “{wish}”"), mark("Useful to your sector")),
    "weak": (mark("Near your sector, not in it: “{words}”"), mark("Near your sector, not in it")),
    "bland": (
        mark("What is seen does not say in what field they work: “{words}”"),
        mark("What is seen does not say in what field they work"),
    ),
    "nothing": (mark("Another field: “{words}”"), mark("Nothing of your sector is seen")),
}


def find(d: Dossier) -> Says:
    """Grade the fit with the words that carried it; without any text there is nothing to grade."""
    fit = d.readings.fit if d.readings else None
    profile = d.profile
    recruiter = (
        d.readings is not None and d.readings.headline is not None and d.readings.headline.has("recruiter")
    )
    if fit is not None and fit.grade is not None and not recruiter:
        # Recruiters name every trade they fill: what they serve is the evidence of `recruits`.
        yield Finding(
            CODE,
            _level(fit),
            _sentence(d, fit),
            {"score": round(fit.score, 3), "uncertainty": round(fit.uncertainty, 3)},
            part=_part(fit),
        )
    if d.question == "triage":
        if not (profile.headline or profile.position) or profile.experience is None:
            yield Unseen(CODE, "page")
        yield Unseen(CODE, "ask")


def _level(fit: Fit) -> str:
    """Split what is weak: close to useful is another thing than close to nothing."""
    if fit.grade == "weak":
        return "near" if fit.score >= _NEAR else "weak"
    return fit.grade or "nothing"


def _part(fit: Fit) -> float:
    """Weigh an unsure grade less, but never by more than half."""
    return round(1.0 - 0.5 * min(1.0, max(0.0, fit.uncertainty - 0.2)), 3)


def _sentence(d: Dossier, fit: Fit) -> Sentence:
    with_words, bare = _SAID[fit.grade or "nothing"]
    carrier: Carrier | None = fit.carried_by[0] if fit.carried_by else None
    # Of a contact only post and employer are known: "Freelance" alone would not say why it is another field.
    headline = d.profile.headline or ", ".join(filter(None, (d.profile.position, d.profile.company)))
    words = as_written(carrier.words, d) if carrier else headline
    wish = carrier.wish if carrier else ""
    if not words or (fit.grade in ("exact", "useful") and not wish):
        return say(bare)
    if fold_name(words) == fold_name(wish):
        return say(
            mark("Exactly whom you look for: “{words}”")
            if fit.grade == "exact"
            else mark("Useful to your sector: “{words}”"),
            words=clip(words),
        )
    return say(with_words, words=clip(words), wish=wish)


def as_written(folded: str, d: Dossier) -> str:
    """Find words in what they wrote themselves, since readings fold them; the whole headline when they are apart."""
    wanted = fold_name(folded).split()
    p = d.profile
    roles = [r.title for r in p.experience or ()] + [r.text for r in p.experience or ()]
    for text in (p.headline or "", p.position or "", *roles, p.about or "", *(p.skills or ())):
        words = text.split()
        plain = [fold_name(w) for w in words]
        hits = [i for i, w in enumerate(plain) if w and any(w.startswith(x[:5]) or x in w for x in wanted)]
        if hits and len(hits) >= min(len(wanted), 2) and hits[-1] - hits[0] <= len(wanted) + 4:
            return " ".join(words[hits[0] : hits[-1] + 1]).strip("|·,;:–—-. ")
    return p.headline or p.position or folded
