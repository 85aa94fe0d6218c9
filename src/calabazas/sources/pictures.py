"""Profile pictures that the member saved, named by the profile (`ana-garcia.jpg`) or with a note beside them.

Only opened and made small and grey here; what is compared is decided elsewhere. Nothing looks at faces.
"""

from __future__ import annotations

import io
import re
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from calabazas.people.identity import slug_of
from calabazas.people.records import Observed, Problem
from calabazas.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calabazas.people.records import Record

KIND = "picture"
"""What `Found.kind` calls this format."""

PIXELS = 40_000_000
"""The largest picture that is opened; LinkedIn's own are 800 pixels a side."""
GREY_SIDE = 128
"""Pixels a side of the grey square that is compared (`reading.pictures.SIDE`)."""
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM")
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_COPY = re.compile(
    r"(?:[ _-]*\(\d+\)|[ _]+(?:copia|copy|foto|photo|perfil|profile)(?:[ _]*\d*)?)+$", re.IGNORECASE
)
_SLUG = re.compile(r"[\w][\w.\-·’']{2,99}")


def claims(name: str, head: bytes) -> bool:
    """Tell whether the first 64 kB begin a picture whose name may be that of a profile."""
    picture = head.startswith(_STARTS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    return picture and bool(slug_named(name))


def slug_named(name: str) -> str:
    """Give the profile that a file is named after: `ana-garcia.jpg`, `linkedin.com_in_ana-garcia (1).png`."""
    stem = PurePosixPath(name.replace("\\", "/")).name.rpartition(".")[0]
    stem = _COPY.sub("", unquote(stem)).strip()
    stem = re.sub(r"^(?:https?[_-]+)?(?:www[._])?linkedin\.com[_-]+in[_-]+", "", stem, flags=re.IGNORECASE)
    # Names that cameras, browsers and LinkedIn itself give say nothing of whose picture it is.
    camera = re.fullmatch(
        r"(?:img|image|imagen|dsc|photo|foto|screenshot|captura|whatsapp|profile-displayphoto|descarga|download)\W*.*",
        stem,
        re.IGNORECASE,
    )
    if not _SLUG.fullmatch(stem) or camera or re.fullmatch(r"[\d_\-]+", stem):
        return ""
    return slug_of(f"https://www.linkedin.com/in/{stem}")


def read(data: bytes, name: str, as_of: date | None) -> Iterator[Record | Problem]:
    """Give what tells the picture again (`reading.pictures`) under `picture`."""
    from calabazas.reading.pictures import describe  # noqa: PLC0415 - numpy is loaded for pictures alone

    grey = grey_square(data)
    slug = slug_named(name)
    if grey is None:
        yield Problem(name, 1, say("This picture is damaged or too large and could not be read."))
    elif not slug:
        yield Problem(
            name, 1, say("Name the picture after its profile, such as ana-garcia.jpg, to say whose it is.")
        )
    else:
        yield Observed(
            1, "", slug, as_of.isoformat() if as_of else "", "picture", {"picture": describe(grey).text()}
        )


def grey_square(data: bytes) -> bytes | None:
    """Make a picture `GREY_SIDE` x `GREY_SIDE` grey bytes; None when it is damaged or too large."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - needed for pictures alone

    try:
        with warnings.catch_warnings():
            # A picture that claims more pixels than fit is a trap, not a warning.
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > PIXELS or min(image.size) < 16:
                    return None
                image.draft("L", (GREY_SIDE * 4, GREY_SIDE * 4))
                upright = ImageOps.exif_transpose(image)
                if "A" in upright.getbands() or "transparency" in upright.info:
                    white = Image.new("RGBA", upright.size, "white")
                    upright = Image.alpha_composite(white, upright.convert("RGBA"))
                small = upright.convert("L").resize((GREY_SIDE, GREY_SIDE), Image.Resampling.LANCZOS)
                return small.tobytes()
    # Damaged pictures make the library fail in dozens of ways, all of which mean the same here.
    except Exception:  # noqa: BLE001
        return None
