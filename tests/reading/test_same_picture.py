"""The same picture under another name is strong evidence: a false match would accuse, a missed one is only a chance lost."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from calabazas.reading.pictures import SIDE, Picture, alike, describe, of_text, pairs


def drawn(seed: int) -> Image.Image:
    """Draw a picture of ovals and boxes, as large as LinkedIn's."""
    rng = random.Random(seed)
    image = Image.new("L", (400, 400), rng.randint(60, 200))
    pen = ImageDraw.Draw(image)
    for _ in range(25):
        x, y = rng.randint(-40, 380), rng.randint(-40, 380)
        box = (x, y, x + rng.randint(15, 160), y + rng.randint(15, 160))
        (pen.ellipse if rng.random() < 0.6 else pen.rectangle)(box, fill=rng.randint(0, 255))
    return image.filter(ImageFilter.GaussianBlur(1))


def seen(image: Image.Image) -> Picture:
    return describe(image.resize((SIDE, SIDE), Image.Resampling.LANCZOS).tobytes())


def test_a_picture_is_found_again_resized_brightened_and_mirrored() -> None:
    """What happens to every picture on its way through a site, and the cheapest disguise."""
    for seed in range(12):
        image = drawn(seed)
        small = image.resize((100, 100)).resize((300, 300))
        lighter = image.point(lambda grey: min(255, grey * 1.15))
        mirrored = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        for other in (small, lighter, mirrored):
            assert alike(seen(image), seen(other))
            assert alike(seen(other), seen(image))


def test_a_picture_is_found_again_cropped_or_cut_round() -> None:
    """Another frame is the second disguise; nine in ten crops must be found."""
    found = 0
    for seed in range(20):
        image = drawn(seed)
        x, y = (seed * 7) % 41, (seed * 13) % 41
        found += alike(seen(image), seen(image.crop((x, y, x + 360, y + 360))))
        mask = Image.new("L", image.size, 0)
        ImageDraw.Draw(mask).ellipse((0, 0, 400, 400), fill=255)
        assert alike(seen(image), seen(Image.composite(image, Image.new("L", image.size, 255), mask)))
    assert found >= 18


def test_different_pictures_are_never_one() -> None:
    """Each with each: 780 pairs."""
    assert pairs([seen(drawn(seed)) for seed in range(40)]) == []


def test_pairs_names_each_pair_once_by_place() -> None:
    """They are looked up by it."""
    a, b = drawn(1), drawn(2)
    assert pairs([seen(a), seen(b), seen(a.resize((120, 120))), seen(b)]) == [(0, 2), (1, 3)]
    assert pairs([]) == pairs([seen(a)]) == []


def test_blank_pictures_are_like_nothing() -> None:
    """A plain disc or the silhouette of nobody would make strangers of thousands one person."""
    blank = describe(bytes([128]) * SIDE * SIDE)
    faint = describe(np.tile(np.linspace(120, 130, SIDE), SIDE).astype(np.uint8).tobytes())
    assert blank.flat
    assert faint.flat
    assert not alike(blank, blank)


def test_what_is_kept_gives_the_same_picture_back() -> None:
    """It lies in the member's file for years."""
    picture = seen(drawn(3))
    assert of_text(picture.text()) == picture
    assert len(picture.text()) < 4000


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", "é"])
def test_what_is_not_a_picture_is_refused(text: str) -> None:
    """Better than comparing rubbish."""
    with pytest.raises(ValueError, match=r"."):
        of_text(text)
    with pytest.raises(ValueError, match="bytes"):
        describe(b"short")
