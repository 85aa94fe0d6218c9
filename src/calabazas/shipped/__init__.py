"""Data that ships with the product: the default policy, rules of reading, the encoder's numbers.

Only `engine` and above load it; what reads, weighs and rules is built from the bytes it is given.
"""

from __future__ import annotations

from importlib.resources import files


def read(name: str) -> bytes:
    """Load one shipped file by its path below this folder.

    Raises:
        FileNotFoundError: nothing of that name ships.
    """
    return files("calabazas.shipped").joinpath(name).read_bytes()
