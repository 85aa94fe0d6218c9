"""Where an invitation stands."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """The archive cannot tell waiting from ignored, so `UNCLEAR` is a standing of its own."""

    WAITING = "waiting"
    """Seen waiting in a list, or too fresh to be anything else."""
    UNCLEAR = "unclear"
    """Only an archive knows it: waiting, or ignored long ago."""
    SNOOZED = "snoozed"
    """The member said later."""
    DECIDED = "decided"
    """The member decided here; the click on LinkedIn is still to come."""
    DONE = "done"
    """Done on LinkedIn: marked, or confirmed by a newer archive or list."""
    EXPIRED = "expired"
    """LinkedIn lets an invitation go after about six months."""
    GONE = "gone"
    """Missing from a newer complete list: it no longer waits."""


OPEN = (Standing.WAITING, Standing.UNCLEAR, Standing.SNOOZED)
