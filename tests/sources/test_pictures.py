"""Picture files come from anywhere: opened small, grey and within bounds, and only when they say whose they are."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import date

import pytest
from mutations import mutated
from PIL import Image, ImageDraw

from calabazas.people.records import Observed, Problem
from calabazas.reading.pictures import alike, of_text
from calabazas.sources import pictures


def image(size: tuple[int, int] = (300, 300), mode: str = "RGB") -> Image.Image:
    drawn = Image.new("RGB", size, (90, 120, 160))
    pen = ImageDraw.Draw(drawn)
    w, h = size
    pen.ellipse((w * 0.3, h * 0.2, w * 0.7, h * 0.7), fill=(220, 180, 150))
    pen.rectangle((w * 0.1, h * 0.8, w * 0.9, h), fill=(30, 30, 60))
    pen.line((0, 0, w, h), fill=(250, 250, 250), width=9)
    return drawn.convert(mode)


def encoded(kind: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    image(mode="P" if kind == "GIF" else "RGB").save(out, kind, **more)
    return out.getvalue()


def read(data: bytes, name: str = "ana-rey.jpg"):
    (row,) = pictures.read(data, name, date(2026, 11, 23))
    return row


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_every_usual_kind_is_the_same_picture(kind: str) -> None:
    """Sites hand the same picture out in several kinds."""
    seen = read(encoded(kind))
    assert (seen.slug, seen.observed_on, seen.source, set(seen.facts)) == (
        "ana-rey",
        "2026-11-23",
        "picture",
        {"picture"},
    )
    assert alike(
        of_text(str(seen.facts["picture"])), of_text(str(read(encoded("JPEG", quality=70)).facts["picture"]))
    )


def test_transparent_ground_counts_as_white_and_turned_pictures_are_turned_back() -> None:
    """Both are how they look to people."""
    clear = image(mode="RGBA")
    clear.putalpha(Image.new("L", clear.size, 255))
    out = io.BytesIO()
    clear.save(out, "PNG")
    turned = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    image().transpose(Image.Transpose.ROTATE_90).save(turned, "JPEG", exif=exif, quality=95)
    upright = of_text(str(read(encoded()).facts["picture"]))
    for data in (out.getvalue(), turned.getvalue()):
        assert alike(of_text(str(read(data).facts["picture"])), upright)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ana-rey.jpg", "ana-rey"), ("folder/Ana-Rey-1a2b.PNG", "ana-rey-1a2b"), ("ana-rey (1).jpg", "ana-rey"),
        ("linkedin.com_in_ana-rey.webp", "ana-rey"), ("zo%C3%AB-rey.jpg", "zoë-rey"), ("ana-rey copia.jpg", "ana-rey"),
        ("IMG_2041.jpg", ""), ("profile-displayphoto-shrink_400.jpg", ""), ("1682728499021.jpg", ""), ("Ana Rey.jpg", ""), ("foto.png", ""),
        ("../../etc/passwd", ""),
    ],
)  # fmt: skip
def test_whose_it_is_stands_in_its_name(name: str, slug: str) -> None:
    """Names that cameras and sites give say nobody."""
    assert pictures.slug_named(name) == slug


def _bomb() -> bytes:
    """Claims 60,000 pixels a side in 100 bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("data", [_bomb(), b"\xff\xd8\xff broken", encoded()[:300], b""])
def test_traps_and_broken_pictures_are_reported(data: bytes) -> None:
    """A small file may claim more pixels than memory holds."""
    assert isinstance(read(data), Problem)


def test_a_picture_of_nobody_is_reported_with_what_to_do() -> None:
    """The member renames it and hands it over again."""
    assert isinstance(read(encoded(), "IMG_1.jpg"), Problem)


def test_it_claims_named_pictures_and_nothing_else() -> None:
    """The door asks every format."""
    assert pictures.claims("ana-rey.jpg", encoded())
    assert not pictures.claims("IMG_2041.jpg", encoded())
    assert not pictures.claims("ana-rey.jpg", b"<html>")
    assert not pictures.claims("ana-rey.tif", b"RIFF\x00\x00\x00\x00WAVE")


def test_nothing_that_is_damaged_makes_it_fail() -> None:
    """2,000 damaged copies."""
    small = io.BytesIO()
    image((64, 64)).save(small, "JPEG")
    for copy in mutated(small.getvalue(), 2000, 13):
        pictures.claims("ana-rey.jpg", copy[:65536])
        assert all(isinstance(row, (Observed, Problem)) for row in pictures.read(copy, "ana-rey.jpg", None))


def test_a_picture_of_ten_megabytes_is_read() -> None:
    """As a camera makes them."""
    out = io.BytesIO()
    Image.effect_noise((3600, 3600), 90).save(out, "JPEG", quality=97)
    assert len(out.getvalue()) > 8_000_000
    assert isinstance(read(out.getvalue()), Observed)
