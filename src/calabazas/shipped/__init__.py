"""Data that ships with the product: the default policy, rules of reading, the encoder's numbers.

Only `engine` and above load it; what reads, weighs and rules is built from the bytes it is given.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final

FIELDS: Final = (
    "1_business",
    "2_law_public",
    "3_technology",
    "4_industry",
    "4_land",
    "5_life",
    "6_goods",
    "7_services",
    "8_earth_state",
    "9_health",
)
"""The files of professional fields, in `fields/`."""


def read(name: str) -> bytes:
    """Load one shipped file by its path below this folder.

    Raises:
        FileNotFoundError: nothing of that name ships.
    """
    return files("calabazas.shipped").joinpath(name).read_bytes()


@cache
def fingerprint(*names: str) -> str:
    """Name what these files hold, for what is kept of them; they do not change under a running process.

    Raises:
        FileNotFoundError: nothing of one of these names ships.
    """
    digest = blake2b(digest_size=12)
    for name in names:
        digest.update(read(name))
    return digest.hexdigest()
