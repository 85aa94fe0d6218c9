"""«De esta persona ya no recuerdo nada»: one key, and it counts in the purge alone."""

from __future__ import annotations

from calabazas.evidence.forgotten import find
from kit import deed, dossier


def test_the_members_own_word():
    assert [x.level for x in find(dossier(question="purge", deeds=[deed("forgotten_who")]))] == ["said"]
    assert not list(find(dossier(question="purge")))
    assert not list(find(dossier(deeds=[deed("forgotten_who")])))
