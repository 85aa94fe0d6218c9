"""All readers, built once from what ships and from the member's target."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from calabazas import shipped
from calabazas.reading.prose import ProseReader
from calabazas.reading.tone import ToneReader

if TYPE_CHECKING:
    from calabazas.evidence.dossier import Member
    from calabazas.people.target import Target
    from calabazas.reading.companies import Companies
    from calabazas.reading.encoder import Encoder
    from calabazas.reading.fields import Fields
    from calabazas.reading.fit import FitReader
    from calabazas.reading.headlines import HeadlineReader
    from calabazas.reading.notes import NoteReader
    from calabazas.reading.places import Places
    from calabazas.reading.target import TargetReader
    from calabazas.words import Sentence


class Readers:
    """Loads each reader when first asked for: a command that shows a status needs no encoder."""

    def __init__(self, target_text: str = "", fitted_without: str = "", target_toml: str = "") -> None:
        self.target_text = target_text
        self.target_toml = target_toml
        self._without = fitted_without

    @cached_property
    def fields(self) -> Fields:
        """The lists of professional fields."""
        from calabazas.reading.fields import Fields, read_fields

        return Fields(read_fields(shipped.read(f"fields/{name}.toml") for name in shipped.FIELDS))

    @cached_property
    def places(self) -> Places:
        """The list of places."""
        from calabazas.reading.places import Places

        return Places(shipped.read("places.toml"))

    @cached_property
    def companies(self) -> Companies:
        """The list of houses and of what employers' names say."""
        from calabazas.reading.companies import Companies

        return Companies(shipped.read("companies.toml"))

    @cached_property
    def headlines(self) -> HeadlineReader:
        """Reader of headlines and titles."""
        from calabazas.reading.headlines import HeadlineReader

        names = ("seniority", "functions", "flags", "modern_titles", "cues", "trades")
        return HeadlineReader(**{name: shipped.read(f"{name}.toml") for name in names})

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of titles."""
        from calabazas.reading.encoder import Encoder

        return Encoder(shipped.read("encoder.bin"))

    @cached_property
    def targets(self) -> TargetReader:
        """Reader of targets."""
        from calabazas.reading.target import TargetReader
        from calabazas.reading.wishes import Cues

        return TargetReader(Cues(shipped.read("wishes.toml")), self.fields, self.places)

    @cached_property
    def target(self) -> Target | None:
        """The member's target as understood; None when they have not said any."""
        if self.target_toml:
            from calabazas.reading.target_file import from_toml

            return from_toml(self.target_toml)
        return self.targets.read(self.target_text) if self.target_text.strip() else None

    def draft_target(self, member: Member, language: str) -> str:
        """Draft a target from the member's positions, skills and posts; "" when they say too little."""
        from calabazas.reading.target_draft import draft_target

        return draft_target(
            self.fields,
            language,
            [p.title for p in member.positions],
            skills=member.skills,
            posts=[text for _, text in member.posts],
            headline=member.headline,
        )

    def describe_target(self) -> tuple[Sentence, ...]:
        """The target as understood, in plain sentences; nothing without one."""
        from calabazas.reading.target_words import describe

        return tuple(describe(self.target)) if self.target else ()

    @cached_property
    def fit(self) -> FitReader | None:
        """Reader of the fit to the target; None without one."""
        from calabazas.reading.fit import FitReader, Weights

        if self.target is None:
            return None
        return FitReader(
            self.target,
            self.fields,
            Weights.read(shipped.read("fit.toml"), self._without),
            encoder=self.encoder,
            headlines=self.headlines,
            places=self.places,
            companies=self.companies,
        )

    @cached_property
    def notes(self) -> NoteReader:
        """Reader of invitation notes, both ways."""
        from calabazas.reading.notes import NoteReader

        return NoteReader.load(shipped.read("notes/lexicon.toml"), shipped.read("notes/defaults.toml"))

    @cached_property
    def prose(self) -> ProseReader:
        """Reader of activity and self-description."""
        return ProseReader(shipped.read("prose.toml"))

    @cached_property
    def tone(self) -> ToneReader:
        """Reader of how conversations ended."""
        return ToneReader(shipped.read("tone.toml"))
