"""Do they take part in what the member writes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calabazas.evidence.finding import Finding
from calabazas.words import say_n

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Dossier
    from calabazas.evidence.finding import Says

CODE = "comments"


def find(d: Dossier) -> Says:
    """Comments under the member's posts, as the member counted them."""
    count = d.profile.commented_posts
    if count:
        sentence = say_n("They commented on one of your posts", "They commented on {n} of your posts", count)
        yield Finding(CODE, "several" if count >= 2 else "one", sentence, {"count": count})
