"""What is said of a note on screen: its label, and the one thing that would help most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.words import Sentence, mark, say

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = {
    "none": mark("No note"),
    "default": mark("Default"),
    "template": mark("Template"),
    "pitch": mark("Sales pitch"),
    "generic": mark("Generic"),
    "good": mark("It hooks"),
}
_FINE = mark("It has something only the two of you share, and a reason to answer.")
_ADVICE = {
    "fix_placeholder": mark("A blank was left to fill in."),
    "no_pitch": mark("It sells before anybody said yes: leave the offer for later."),
    "no_link": mark("Take the link out: a first note does not need it."),
    "anchor": mark(
        "Say something that is true of this person and nobody else: where you met, what of theirs you read, whom you both know."
    ),
    "reason": mark("Say why you write, or ask one thing that only this person can answer."),
    "question": mark("Ask one thing that this person can answer in a minute."),
    "shorter": mark("Make it shorter."),
    "less_self": mark("Talk less about yourself."),
    "hook": mark("Begin with what you share."),
}
_AGAIN = mark("It is nearly a note that you sent before.")


def advice(
    missing: Sequence[str], label: str, unsupported: Sequence[str] = (), *, again: bool = False
) -> Sentence:
    """Name the one thing that would help most; what is not true comes before what is not good."""
    if unsupported and "fix_placeholder" not in missing:
        return say(
            "Nothing that you know supports “{words}”: take it out or say what is true.", words=unsupported[0]
        )
    if again:
        return Sentence(_AGAIN)
    for need, sentence in _ADVICE.items():
        if need in missing:
            return Sentence(sentence)
    return Sentence(_FINE if label == "good" else _ADVICE["anchor"])
