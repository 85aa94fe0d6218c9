"""What somebody did of late, as the activity of a profile page shows it, with its age turned into a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calabazas.people.identity import fold_name
from calabazas.sources.ages import before, days_ago

if TYPE_CHECKING:
    from datetime import date

    from calabazas.sources.visible import Line

_KINDS = {
    "comment": r"(?:ha )?coment(?:ado|[oó])|commented|replied|ha respondido|respondi[oó]",
    "share": r"(?:ha )?compart(?:ido|i[oó])|reposted|shared|ha vuelto a publicar|volvi[oó] a publicar|ha republicado|republic[oó]",
    "reaction": r"(?:ha )?(?:reaccion(?:ado|[oó]))|reacted|likes?|liked|(?:le )?(?:ha gustado|gusta)|(?:ha )?recom(?:endado|ienda|end[oó])"
    r"|celebrates?|(?:ha )?celebrad?o?|loves?|supports?|le encanta|apoya|(?:ha )?aplaudido",
    "article": r"(?:ha )?publi(?:cado|c[oó]) un art[ií]culo|published an article|wrote an article",
    "post": r"(?:ha )?publi(?:cado|c[oó])|posted|published",
}
_DOES = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
_MARK = re.compile(
    rf"(?P<who>.{{2,120}}?)\s+(?:{_DOES})\b(?P<rest>.{{0,160}}?)\s*[•·]\s*(?P<age>[^•·]{{1,40}})(?:\s*[•·].*)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r".{0,120}(?:no ha publicado|hasn[’']t posted|has no recent (?:activity|posts)|no tiene actividad|sin actividad reciente|nothing to see"
    r"|no hay nada que ver|nada que ver por ahora|no recent activity|no posts yet|todav[ií]a no (?:ha publicado|hay)).{0,120}",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"[…\.\s]*(?:ver|mostrar|show|see|load)\s+(?:m[aá]s|more|menos|less|tod[oa]s?|all|traducci[oó]n|translation)\b.*"
    r"|[\d.,]+(?:\s*(?:mil|k|m))?\s*(?:comentarios?|comments?|reposts?|veces compartido|compartidos?|reacci[oó]n(?:es)?|reactions?|seguidor(?:es)?|followers?|recomendaciones|visualizaciones|views|impresiones)?(?:\s*[•·].*)?"
    r"|(?:publicaciones|posts|comentarios|comments|im[aá]genes|images|v[ií]deos?|art[ií]culos?|articles|documentos|documents|eventos|events|reacciones|reactions|boletines|newsletters?|todo|all)"
    r"|(?:recomendar|like|me gusta|comentar|comment|compartir|share|repost|enviar|send|seguir|follow|siguiendo|following|crear una publicaci[oó]n|create a post)"
    r"|.{2,80} y [\d.,]+ (?:personas?|m[aá]s)(?: m[aá]s)?|.{2,80} and [\d.,]+ others?|(?:like|love|celebrate|support|insightful|funny|recomendar|celebrar|apoyar|encantar|interesar|hacer gracia)"
    r"|[·•\s]+|feed post number \d+|(?:n[uú]mero de )?publicaci[oó]n (?:de inicio )?(?:n[uú]mero )?\d+|image preview.*|vista previa.*|activate to view.*",
    re.IGNORECASE,
)


def doings(lines: list[Line], name: str, as_of: date | None) -> list[dict[str, object]] | None:
    """Give the activity, newest first as shown; [] when the page says there is none, None when it shows nothing readable."""
    found: list[dict[str, object]] = []
    text: list[str] = []
    own = False
    for place, line in enumerate(lines):
        if line.kind in ("image", "control") or not line.text:
            continue
        mark = _MARK.fullmatch(line.text) if len(line.text) < 340 else None
        age = days_ago(mark["age"]) if mark else None
        bare = _bare(lines, place, name) if mark is None else None
        if (mark is not None and age is not None) or bare is not None:
            _keep(found, text, own=own)
            text = []
            own = bare is not None or (mark is not None and fold_name(mark["who"]) == fold_name(name))
            kind = "post" if mark is None else next(kind for kind in _KINDS if mark[kind])
            if own:
                found.append(
                    {"kind": kind, "text": "", "on": before(as_of, bare if mark is None else age) or None}
                )
        elif not _CHROME.fullmatch(line.text):
            text.append(line.text)
    _keep(found, text, own=own)
    if not found:
        return [] if any(_NOTHING.fullmatch(line.text) for line in lines if len(line.text) < 300) else None
    return found


def _bare(lines: list[Line], place: int, name: str) -> int | None:
    """Read an age on a line of its own under the person's name, as on the page of all activity."""
    text = lines[place].text
    if "•" not in text and "·" not in text:
        return None
    age = days_ago(re.split(r"[•·]", text)[0])
    near = lines[max(0, place - 5) : place]
    return age if age is not None and any(fold_name(line.text) == fold_name(name) for line in near) else None


def _keep(found: list[dict[str, object]], text: list[str], *, own: bool) -> None:
    if own and found:
        found[-1]["text"] = "\n".join(text)[:4000]
