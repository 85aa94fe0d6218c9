"""Lets these tests draw from the generator that the benchmarks draw from: one truth for both."""

import sys
from pathlib import Path

_BENCHMARKS = str(Path(__file__).parents[2] / "benchmarks")
if _BENCHMARKS not in sys.path:
    sys.path.append(_BENCHMARKS)
