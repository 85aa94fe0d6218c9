"""Finds the same picture again, resized, recoded, mirrored, cropped or cut round, by what is in its pixels.

Perceptual hashes of 64 bits propose, correlation of small thumbnails confirms. A picture is only
ever compared with a picture: nothing here looks for a face or says anything of one.
Window, tolerance and bar were set on drawn pictures (`benchmarks/photos.py`).
"""

from __future__ import annotations

import base64
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SIDE = 128
"""Pixels a side of the grey square that `describe` takes."""
THUMB = 48
"""Pixels a side of the thumbnail that is kept."""
NEAR = 10
"""Bits of 64 that two hashes of one picture may differ in (drawn pictures: 10 % crops 10 at most, 98 % of others more)."""
SURE = 0.96
"""Correlation, of fine detail and of broad shapes alike, from which two thumbnails are one picture."""
SURE_CROP = 0.945
"""The same where one was cropped, so that its pixels fall between those of the other."""
SURE_CROP_BROAD = 0.98
"""Broad shapes survive a crop better than detail does; two drawings of one make once came to 0.963."""
SURE_CROP_BOTH = 1.955
"""Detail and broad shapes of a crop together (of 959,000 drawn pairs the nearest two: 1.952 and 1.932)."""
WORST = 0.9
"""Share of the fine detail of any sixteenth that may differ (a brighter copy with burnt-out parts: 0.8)."""
WORST_CROP = 0.55
"""The same for crops (drawn pictures: 0.48 at most; another person before the same wall: 0.8 and more)."""
_NOISE = 64 * 9.0
_GRID = 32
_WORTH_NUDGING = 0.2
_WORTH_NUDGING_BROAD = 0.7
_FLAT = 4.0


class _Window(NamedTuple):
    x: float
    y: float
    size: float


_WHOLE = _Window(0.0, 0.0, 1.0)
_INNER = _Window(0.1465, 0.1465, 0.7071)
_CROPS = tuple(
    _Window(x * (1 - size), y * (1 - size), size)
    for size in (0.95, 0.9, 0.85)
    for x in (0.0, 0.5, 1.0)
    for y in (0.0, 0.5, 1.0)
)
_WINDOWS = (_WHOLE, _INNER, *_CROPS)


class Picture(NamedTuple):
    """Hashes of the windows, plain then mirrored, and the thumbnail; `flat` has too little in it to compare."""

    hashes: tuple[int, ...]
    thumb: bytes
    flat: bool

    def text(self) -> str:
        """Give it as one line of text, to be kept."""
        packed = b"".join(each.to_bytes(8, "big") for each in self.hashes)
        return base64.b64encode(bytes([self.flat]) + packed + self.thumb).decode()


def of_text(text: str) -> Picture:
    """Give back what `text` gave.

    Raises:
        ValueError: it is not of that form.
    """
    packed = base64.b64decode(text, validate=True)
    ends = 1 + 16 * len(_WINDOWS)
    if len(packed) != ends + THUMB * THUMB:
        raise ValueError("not the text of a picture")
    hashes = tuple(int.from_bytes(packed[at : at + 8], "big") for at in range(1, ends, 8))
    return Picture(hashes, packed[ends:], bool(packed[0]))


def describe(grey: bytes) -> Picture:
    """Describe a picture given as `SIDE` x `SIDE` grey bytes, row by row.

    Raises:
        ValueError: there are more or fewer bytes.
    """
    if len(grey) != SIDE * SIDE:
        raise ValueError(f"expected {SIDE * SIDE} bytes")
    image = np.frombuffer(grey, dtype=np.uint8).astype(np.float64).reshape(SIDE, SIDE)
    hashes = [_hash(turned, window) for turned in (image, image[:, ::-1]) for window in _WINDOWS]
    thumb = np.clip(_sample(image, _WHOLE, THUMB * 2), 0, 255)
    thumb = thumb.reshape(THUMB, 2, THUMB, 2).mean(axis=(1, 3))
    flat = float(np.std(_detail(thumb))) < _FLAT / 4 or float(np.std(thumb)) < _FLAT
    return Picture(tuple(hashes), np.round(thumb).astype(np.uint8).tobytes(), flat)


def alike(a: Picture, b: Picture) -> bool:
    """Tell whether two are one picture: a hash of one near the other's, and the same fine detail."""
    return bool(pairs([a, b]))


def pairs(pictures: Sequence[Picture]) -> list[tuple[int, int]]:
    """Give every two (by place) that are one picture."""
    if len(pictures) < 2:
        return []
    hashes = np.array([picture.hashes for picture in pictures], dtype=np.uint64)
    usable = np.array([not picture.flat for picture in pictures])
    thumbs = [_thumb(picture) for picture in pictures]
    found: list[tuple[int, int]] = []
    for i in range(len(pictures) - 1):
        if not usable[i]:
            continue
        later = hashes[i + 1 :]
        # The whole of one against each window of the other, both ways; and the inner squares of both.
        ahead = np.bitwise_count(hashes[i][None, :] ^ later[:, :1])
        back = np.bitwise_count(later ^ hashes[i, 0])
        inner = np.bitwise_count(hashes[i][None, [1, 1 + len(_WINDOWS)]] ^ later[:, 1:2])
        near = (ahead.min(axis=1) <= NEAR) | (back.min(axis=1) <= NEAR) | (inner.min(axis=1) <= NEAR)
        found.extend(
            (i, i + 1 + int(j))
            for j in np.flatnonzero(near & usable[i + 1 :])
            if _confirmed(thumbs[i], thumbs[i + 1 + j], ahead[j], back[j], inner[j])
        )
    return found


def _confirmed(
    a: Floats, b: Floats, ahead: NDArray[np.uint8], back: NDArray[np.uint8], inner: NDArray[np.uint8]
) -> bool:
    """Compare fine detail for each proposal of the hashes, the nearest first."""
    plain = len(_WINDOWS)
    proposals = [(int(d), k, 0) for k, d in enumerate(ahead) if d <= NEAR]
    proposals += [(int(d), k, 1) for k, d in enumerate(back) if d <= NEAR]
    proposals += [(int(d), 1 + k * plain, 2) for k, d in enumerate(inner) if d <= NEAR]
    for _, k, way in sorted(proposals)[:6]:
        mirrored, window = k >= plain, _WINDOWS[k % plain]
        large, small = (b, a) if way == 1 else (a, b)
        large = large[:, ::-1] if mirrored else large
        if _same(large, small, window, inner=way == 2):
            return True
    return False


def _same(large: Floats, small: Floats, window: _Window, *, inner: bool) -> bool:
    """Lay `small` on that window of `large`, nudge it into place, and compare fine detail and broad shapes."""
    wanted = _sample(small, _INNER if inner else _WHOLE, _GRID)
    detail = _normal(_detail(wanted))

    def agreement(at: _Window) -> float:
        return float((_normal(_detail(_sample(large, at, _GRID))) * detail).sum())

    best, place = agreement(window), window
    if best < _WORTH_NUDGING or _broad(large, window, wanted) < _WORTH_NUDGING_BROAD:
        return False
    # First in wide steps, then in ever finer ones around the best so far.
    for step, hope in ((0.015, 0.5), (0.015, 0.7), (0.0075, 0.8), (0.004, 0.85), (0.002, 0.0)):
        around = [
            _Window(
                place.x + dx * step - grow * step / 2,
                place.y + dy * step - grow * step / 2,
                place.size + grow * step,
            )
            for grow in (-1, 0, 1)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        best, place = max([(best, place), *((agreement(at), at) for at in around)])
        if best < hope:
            return False
    cropped = window in _CROPS
    broad = _broad(large, place, wanted)
    return (
        best >= (SURE_CROP if cropped else SURE)
        and broad >= (SURE_CROP_BROAD if cropped else SURE)
        and not (cropped and best + broad < SURE_CROP_BOTH)
        and _worst(_sample(large, place, _GRID), wanted) <= (WORST_CROP if cropped else WORST)
    )


def _worst(a: Floats, b: Floats) -> float:
    """Give how far the two differ in the sixteenth where they differ most: one picture differs nowhere much."""
    a, b = _detail(a), _detail(b)
    parts = (_GRID // 8, 8, _GRID // 8, 8)
    off = ((a - b) ** 2).reshape(parts).sum(axis=(1, 3))
    held = np.maximum((a * a).reshape(parts).sum(axis=(1, 3)), (b * b).reshape(parts).sum(axis=(1, 3)))
    return float((off / (held + _NOISE)).max())


def _broad(large: Floats, window: _Window, wanted: Floats) -> float:
    return float((_normal(_sample(large, window, _GRID)) * _normal(wanted)).sum())


def _hash(image: Floats, window: _Window) -> int:
    """Give the sign of each of 64 low waves of a window against their median."""
    small = _sample(image, window, 64).reshape(32, 2, 32, 2).mean(axis=(1, 3))
    waves = (_cosines() @ small @ _cosines().T)[1:9, 1:9].ravel()
    bits = waves > np.median(waves)
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


@cache
def _cosines() -> Floats:
    k, n = np.meshgrid(np.arange(32), np.arange(32), indexing="ij")
    return np.asarray(np.cos(np.pi * k * (2 * n + 1) / 64), dtype=np.float64)


def _sample(image: Floats, window: _Window, size: int) -> Floats:
    """Sample a window at `size` x `size` points, straight lines between pixels."""
    side = image.shape[0]
    steps = (np.arange(size) + 0.5) / size * window.size
    xs = np.clip((window.x + steps) * side - 0.5, 0, side - 1)
    ys = np.clip((window.y + steps) * side - 0.5, 0, side - 1)
    x0 = np.minimum(xs.astype(np.int64), side - 2)
    y0 = np.minimum(ys.astype(np.int64), side - 2)
    fx, fy = xs - x0, (ys - y0)[:, None]
    top = image[np.ix_(y0, x0)] * (1 - fx) + image[np.ix_(y0, x0 + 1)] * fx
    low = image[np.ix_(y0 + 1, x0)] * (1 - fx) + image[np.ix_(y0 + 1, x0 + 1)] * fx
    return np.asarray(top * (1 - fy) + low * fy, dtype=np.float64)


def _detail(image: Floats) -> Floats:
    """Take the broad shapes out, which all portraits share, and leave what one alone has."""
    padded = np.pad(image, 3, mode="edge")
    total = np.pad(padded.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    n = image.shape[0]
    sums = total[7 : 7 + n, 7 : 7 + n] - total[:n, 7 : 7 + n] - total[7 : 7 + n, :n] + total[:n, :n]
    return np.asarray(image - sums / 49.0, dtype=np.float64)


def _normal(image: Floats) -> Floats:
    centred = image - image.mean()
    norm = float(np.sqrt((centred * centred).sum()))
    return np.asarray(centred / norm if norm > 1e-6 else centred * 0, dtype=np.float64)


def _thumb(picture: Picture) -> Floats:
    return np.frombuffer(picture.thumb, dtype=np.uint8).astype(np.float64).reshape(THUMB, THUMB)
