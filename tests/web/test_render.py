"""How things are said: strangers' text harmless or hidden, ours in the member's language."""

from __future__ import annotations

from datetime import date

from calabazas.evidence.dossier import Person
from calabazas.language import Language
from calabazas.web.render import HIDDEN, LONGEST, Voice
from calabazas.words import say, say_n

ANA = Person(7, "Ana \u202eUno", "ana-uno", "")


def test_open_and_hidden():
    """Every door a name can take onto a page has the same two states."""
    shown, hidden = Voice(Language("en"), hide=False), Voice(Language("en"), hide=True)
    assert shown.who(ANA) == "Ana ⟨U+202E⟩Uno"
    assert hidden.who(ANA) == "Person 7"
    assert shown.link(ANA) == "https://www.linkedin.com/in/ana-uno"
    assert hidden.link(ANA) == "/people/7/linkedin"
    assert (shown.theirs("Faro"), hidden.theirs("Faro"), hidden.theirs("")) == ("Faro", HIDDEN, "")


def test_a_sentence_hides_its_texts_and_keeps_its_numbers():
    """A reason may quote a name, a firm or a message: which it is, nobody can tell from here."""
    hidden = Voice(Language("en"), hide=True)
    inner = say("“{quote}”", quote="secret")
    sentence = say_n(
        "{n} of {who}: {inner} on {day}",
        "{n} of {who}: {inner} on {day}",
        3,
        who="Ana",
        inner=inner,
        day=date(2026, 11, 2),
    )
    assert hidden.say(sentence) == f"3 of {HIDDEN}: “{HIDDEN}” on 2 Nov 2026"


def test_without_a_slug_there_is_no_link():
    """A link to nobody opens somebody else."""
    assert Voice(Language("en"), hide=False).link(Person(1, "Ana")) == ""


def test_long_texts_are_cut():
    """A page must open whatever somebody wrote."""
    assert len(Voice(Language("en"), hide=False).theirs("x" * 10_000_000)) == LONGEST
