"""The same picture under another name: false matches and recall on drawn head-and-shoulders pictures.

`photos.py [--json] [--count 800] [--seed 7]`: draws seeded pictures (background, light, clothes, hair; ovals, no
faces), compares all pairs, and each with its resized, mirrored, cropped and circle-masked copy.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import random
import time

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from calabazas.reading.pictures import Picture, alike, describe, pairs
from calabazas.sources.pictures import grey_square

SIDE = 240


def draw(rng: random.Random) -> Image.Image:
    """Draw one: heads sit where heads sit, so that whole and outline agree far more than chance would have it."""
    image = background(rng)
    figure(rng, ImageDraw.Draw(image))
    light = Image.linear_gradient("L").resize((SIDE, SIDE)).rotate(rng.choice((0, 90, 180, 270)))
    image = Image.composite(ImageEnhance.Brightness(image).enhance(rng.uniform(0.75, 1.0)), image, light)
    grain = np.random.default_rng(rng.randrange(2**32)).normal(128, rng.uniform(4, 14), (SIDE, SIDE))
    noise = Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8)).convert("RGB")
    return Image.blend(image.filter(ImageFilter.GaussianBlur(0.7)), noise, 0.06)


def background(rng: random.Random) -> Image.Image:
    """Draw what stands behind: plain, shaded, or things in or out of focus."""
    back = tuple(rng.randint(40, 240) for _ in range(3))
    image = Image.new("RGB", (SIDE, SIDE), back)
    pen = ImageDraw.Draw(image)
    kind = rng.choice(("plain", "gradient", "office", "trees", "bricks", "blurred"))
    if kind == "gradient":
        other = [rng.randint(0, 255) for _ in range(3)]
        for y in range(SIDE):
            part = y / SIDE
            pen.line(
                (0, y, SIDE, y),
                fill=tuple(round(a + (b - a) * part) for a, b in zip(back, other, strict=True)),
            )
    elif kind != "plain":
        for _ in range(rng.randint(6, 40)):
            x, y, w, h = (
                rng.randint(-20, SIDE),
                rng.randint(-20, SIDE),
                rng.randint(6, 90),
                rng.randint(6, 120),
            )
            colour = tuple(min(255, max(0, c + rng.randint(-70, 70))) for c in back)
            shape = pen.rectangle if kind in ("office", "bricks") else pen.ellipse
            shape((x, y, x + w, y + h), fill=colour)
        if kind == "blurred":
            image = image.filter(ImageFilter.GaussianBlur(rng.uniform(3, 9)))
    return image


def figure(rng: random.Random, pen: ImageDraw.ImageDraw) -> None:
    """Draw head, hair and clothes out of ovals."""
    skin = rng.choice(((245, 214, 190), (224, 180, 150), (190, 140, 105), (140, 95, 65), (90, 60, 42)))
    cx, cy = SIDE / 2 + rng.gauss(0, 9), SIDE * 0.42 + rng.gauss(0, 8)
    w, h = SIDE * rng.uniform(0.15, 0.21), SIDE * rng.uniform(0.2, 0.27)
    cloth = tuple(rng.randint(0, 255) for _ in range(3))
    wide = SIDE * rng.uniform(0.3, 0.45)
    pen.ellipse((cx - wide, cy + h * 0.9, cx + wide, SIDE * 1.6), fill=cloth)
    pattern = rng.choice(("none", "none", "stripes", "collar", "tie", "jacket"))
    if pattern == "stripes":
        for x in range(round(cx - wide), round(cx + wide), rng.randint(8, 20)):
            pen.line(
                (x, cy + h * 1.4, x + rng.randint(-6, 6), SIDE), fill=tuple(255 - c for c in cloth), width=3
            )
    elif pattern in ("tie", "jacket", "collar"):
        light = tuple(min(255, c + 90) for c in cloth)
        pen.polygon(
            ((cx - w * 0.7, cy + h), (cx + w * 0.7, cy + h), (cx, SIDE * rng.uniform(0.8, 1.0))), fill=light
        )
        if pattern == "tie":
            dark = tuple(rng.randint(0, 200) for _ in range(3))
            pen.polygon(
                ((cx - 7, cy + h * 1.1), (cx + 7, cy + h * 1.1), (cx + 10, SIDE), (cx - 10, SIDE)), fill=dark
            )
    pen.rectangle((cx - w * 0.35, cy + h * 0.6, cx + w * 0.35, cy + h * 1.25), fill=skin)
    hair = rng.choice(
        ((20, 15, 12), (60, 40, 25), (120, 80, 40), (200, 170, 110), (150, 150, 150), (225, 225, 225))
    )
    style = rng.choice(("short", "long", "bun", "bald", "side", "curly"))
    if style == "long":
        pen.ellipse((cx - w * 1.35, cy - h * 1.15, cx + w * 1.35, cy + h * rng.uniform(1.1, 1.7)), fill=hair)
    elif style == "bun":
        pen.ellipse((cx - w * 0.5, cy - h * 1.6, cx + w * 0.5, cy - h * 0.7), fill=hair)
    if style != "bald":
        pen.ellipse((cx - w * 1.12, cy - h * 1.15, cx + w * 1.12, cy + h * 0.3), fill=hair)
    if style == "curly":
        for _ in range(30):
            turn = rng.uniform(math.pi, 2 * math.pi)
            x, y = cx + w * 1.1 * math.cos(turn), cy - h * 0.1 + h * math.sin(turn)
            pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill=hair)
    pen.ellipse((cx - w, cy - h, cx + w, cy + h), fill=skin)
    if style == "side":
        pen.pieslice(
            (cx - w * 1.1, cy - h * 1.15, cx + w * 1.1, cy + h * 0.4),
            180,
            180 + rng.randint(60, 150),
            fill=hair,
        )
    if rng.random() < 0.35:
        for way in (-1, 1):
            pen.ellipse(
                (cx + way * w * 0.45 - 13, cy - 14, cx + way * w * 0.45 + 13, cy + 8),
                outline=(30, 30, 30),
                width=2,
            )
    for way in (-1, 1):
        pen.ellipse((cx + way * w * 0.42 - 4, cy - 6, cx + way * w * 0.42 + 4, cy + 1), fill=(35, 30, 30))
    pen.arc((cx - w * 0.45, cy + h * 0.25, cx + w * 0.45, cy + h * 0.6), 20, 160, fill=(120, 60, 60), width=3)


def jpeg(image: Image.Image, quality: int) -> bytes:
    """Encode as JPEG."""
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def seen(data: bytes) -> Picture:
    """Take a file in as the product does."""
    grey = grey_square(data)
    if grey is None:
        raise SystemExit("a drawn picture would not open")
    return describe(grey)


def copies(image: Image.Image, rng: random.Random) -> dict[str, bytes]:
    """Make the copies that somebody who takes a picture over would make."""
    found = {
        "resized to 200, JPEG 80": jpeg(image.resize((200, 200)), 80),
        "resized to 100, JPEG 70": jpeg(image.resize((100, 100)), 70),
        "mirrored, JPEG 80": jpeg(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 80),
        "brighter, JPEG 80": jpeg(ImageEnhance.Brightness(image).enhance(1.2), 80),
    }
    for percent in (3, 10):
        side = round(SIDE * (1 - percent / 100))
        x, y = rng.randint(0, SIDE - side), rng.randint(0, SIDE - side)
        found[f"cropped by {percent} %, JPEG 80"] = jpeg(
            image.crop((x, y, x + side, y + side)).resize((200, 200)), 80
        )
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, SIDE, SIDE), fill=255)
    found["cut round, JPEG 80"] = jpeg(
        Image.composite(image, Image.new("RGB", image.size, "white"), mask), 80
    )
    return found


def main() -> None:
    """Draw, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--count", type=int, default=800)
    asked.add_argument("--seed", type=int, default=7)
    given = asked.parse_args()
    rng = random.Random(given.seed)  # noqa: S311 - drawings, no secrets
    drawn = [draw(rng) for _ in range(given.count)]
    own = [seen(jpeg(image, 92)) for image in drawn]
    began = time.perf_counter()
    false = pairs(own)
    took = time.perf_counter() - began
    hits: dict[str, int] = {}
    for image, picture in zip(drawn, own, strict=True):
        for change, data in copies(image, rng).items():
            hits[change] = hits.get(change, 0) + alike(picture, seen(data))
    total = given.count * (given.count - 1) // 2
    if not given.json:
        print(f"{given.count} drawn pictures, {total} pairs in {took:.1f} s: {len(false)} false matches")
        for change, count in hits.items():
            print(f"  {change:28} {count / given.count:.3f}")
    figures = {
        "pictures": given.count,
        "pairs": total,
        "false_matches": len(false),
        "recall": {change: round(count / given.count, 4) for change, count in hits.items()},
    }
    if given.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
