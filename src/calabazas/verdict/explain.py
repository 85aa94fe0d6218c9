"""Say it in sentences: why this advice, the reasons for and against with words for their weight, what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calabazas.words import Sentence, mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calabazas.evidence.finding import SourceRef
    from calabazas.verdict.verdict import Verdict
    from calabazas.verdict.weigh import Weighed

MUCH, FAIRLY = 10.0, 5.0
"""Decibans from which a reason weighs much (ten times as likely) or fairly (three times)."""

ADVICE = {
    "accept": mark("Accept"),
    "ignore": mark("Ignore"),
    "follow": mark("Follow"),
    "study": mark("Study"),
    "invite": mark("Invite"),
    "not_now": mark("Not now"),
    "keep": mark("Keep"),
    "reconnect": mark("Reconnect"),
    "unfollow": mark("Unfollow"),
    "let_go": mark("Let go"),
}
AXIS = {
    "tie": mark("Do you know each other"),
    "worth": mark("What they bring to your sector"),
    "doubt": mark("Does what is seen fit together"),
    "aim": mark("What they want"),
}
LOOKS = {
    "about": mark("“About this profile”: since when, verified"),
    "activity": mark("Their activity"),
    "page": mark("The whole profile"),
    "known": mark("Do you know each other?"),
    "list": mark("Their headline in the list of invitations"),
    "ask": mark("Ask: “What brings you here?”"),
}
BECAUSE = {
    "ended_badly": mark("it ended badly between you"),
    "known": mark("you know each other"),
    "known_late": mark("you know each other, though it is late"),
    "lure": mark("what they want is not what you look for"),
    "unwanted_aim": mark("what they want is not what you look for"),
    "doubtful": mark("what is seen does not fit together"),
    "wanted": mark("they are whom you look for"),
    "wanted_late": mark("they are so clearly whom you look for that a late yes is worth it"),
    "stale": mark("it has gone stale: an answer would come out of place"),
    "look_first": mark("one look first could change it"),
    "ask_first": mark("only they can say what it is about"),
    "friendly": mark("good people from another field: an acquaintance to follow"),
    "nothing": mark("nothing that speaks for it, no hard feelings"),
    "other_field": mark("you know each other, but they work in another field"),
    "not_wanted_enough": mark("too little speaks for asking them"),
    "nothing_known": mark("nothing is known of them, and there is no note"),
    "dormant": mark("you once talked a lot, and it has gone quiet"),
    "protected": mark("they stay, whatever else is said"),
    "gone": mark("there is nobody behind this account that you do not have already"),
    "forgotten": mark("you remember nothing of this person"),
    "pitches": mark("offers that you never answered are all that came"),
    "not_looked_for": mark("what they are after is not what you look for, and there is nothing between you"),
    "off_target": mark("another field, and nothing between you in years"),
    "noise": mark("their posts are not for you; the tie costs nothing"),
    "off_target_known": mark("another field, but not nobody: the tie stays, their posts need not"),
    "off_target_so_far": mark(
        "another field; something may still come of it, and until then their posts are not for you"
    ),
    "nothing_against": mark("nothing speaks for parting"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason as shown: a sentence, whether it speaks for the person, and how much."""

    code: str
    level: str
    axis: str
    sentence: Sentence
    speaks_for: bool
    decibans: float
    weight: str
    """A marked word: weighs much, fairly, a little; or for information."""
    sources: tuple[SourceRef, ...]
    overrule: str = ""


def because(verdict: Verdict) -> Sentence:
    """The advice in one sentence."""
    why = BECAUSE.get(verdict.row)
    advice = say(ADVICE.get(verdict.advice, verdict.advice))
    return say("{advice}: {why}", advice=advice, why=say(why)) if why else advice


def reasons(verdict: Verdict) -> tuple[Reason, ...]:
    """All reasons, the strongest first; what weighs nothing informs and stands last."""
    return tuple(sorted(map(_reason, verdict.weighed), key=lambda r: -abs(r.decibans)))


def strongest(verdict: Verdict, count: int = 3) -> tuple[Reason, ...]:
    """The reasons to show first: those that point where the advice points go before the rest."""
    good = verdict.advice in ("accept", "follow", "invite", "keep", "reconnect")
    weighty = [r for r in reasons(verdict) if abs(r.decibans) >= 1]
    ordered = sorted(weighty, key=lambda r: (r.speaks_for is not good, -abs(r.decibans)))
    return tuple(ordered[:count])


def weight_word(decibans: float) -> str:
    """Give the word for a weight."""
    size = abs(decibans)
    if size < 1:
        return mark("for information")
    return (
        mark("weighs much")
        if size >= MUCH
        else mark("weighs fairly")
        if size >= FAIRLY
        else mark("weighs a little")
    )


def looks(verdict: Verdict) -> Iterable[tuple[Sentence, float]]:
    """The looks worth taking, in words, with the chance that each turns the advice."""
    for asked in verdict.asked:
        yield say(LOOKS.get(asked.look, asked.look)), asked.chance


def _reason(weighed: Weighed) -> Reason:
    # Doubt and aim count against a person when they are positive; tie and worth when they are negative.
    speaks_for = weighed.decibans < 0 if weighed.axis in ("doubt", "aim") else weighed.decibans > 0
    finding = weighed.finding
    return Reason(
        finding.code,
        finding.level,
        weighed.axis,
        finding.sentence,
        speaks_for,
        weighed.decibans,
        weight_word(weighed.decibans),
        finding.sources,
        str(finding.facts.get("overrule", "")),
    )
