"""Real readers from what ships, built once for the tests of target and fit."""

from functools import cache

from calabazas.reading.encoder import Encoder
from calabazas.reading.fields import Fields, read_fields
from calabazas.reading.fit import FitReader, PersonTexts, Weights
from calabazas.reading.headlines import HeadlineReader
from calabazas.reading.places import Places
from calabazas.reading.target import TargetReader
from calabazas.reading.wishes import Cues
from calabazas.shipped import FIELDS as FILES
from calabazas.shipped import read

RULES = ("seniority", "functions", "flags", "modern_titles", "cues", "trades")
FIELDS = Fields(read_fields(read(f"fields/{name}.toml") for name in FILES))
PLACES = Places(read("places.toml"))
TARGETS = TargetReader(Cues(read("wishes.toml")), FIELDS, PLACES)


@cache
def encoder() -> Encoder:
    return Encoder(read("encoder.bin"))


@cache
def headlines() -> HeadlineReader:
    return HeadlineReader(**{name: read(f"{name}.toml") for name in RULES})


@cache
def fit_reader(target: str) -> FitReader:
    return FitReader(
        TARGETS.read(target),
        FIELDS,
        Weights.read(read("fit.toml")),
        encoder=encoder(),
        headlines=headlines(),
        places=PLACES,
    )


def fit_of(target: str, headline: str, **more: object) -> object:
    return fit_reader(target).fit([PersonTexts(headline, **more)])[0]
