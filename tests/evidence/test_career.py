"""Headline, posts and studies: what cannot both be is said; thin, short or broken careers are not false."""

from __future__ import annotations

import pytest

from calabazas.evidence.career import find
from kit import dossier, heard, post, role, study


def names(readers, **seen):
    return heard(find, dossier(**seen), readers).names


def test_a_page_not_opened_is_asked_for(readers):
    """Unseen is silent."""
    said = heard(find, dossier(headline="CEO mundial"), readers)
    assert said.names == set()
    assert said.unseen == {"career:page"}
    assert heard(find, dossier(question="purge"), readers).silent


def test_a_top_title_over_nothing_is_said(readers):
    """A high position in the headline and no experience listed."""
    assert names(readers, headline="Global CEO", experience=()) == {"career.empty"}
    bare = (role("Global CEO", "Aguas del Sur", "2024"),)
    assert "career.bare" in names(readers, headline="Global CEO", experience=bare)


@pytest.mark.parametrize(
    "told",
    [
        {"experience": (role("CEO", "Aguas del Sur", "2010", text="Dirijo la empresa familiar"),)},
        {
            "experience": (role("CEO", "Aguas del Sur", "2010"),),
            "education": (study("UPCT", "", "1995", "2000"),),
        },
        {"experience": (role("CEO", "Aguas del Sur", "2010"),), "activity": (post("Hoy poda"),)},
        {"experience": (role("CEO", "Aguas del Sur", "2010"),), "about": "Tercera generación de regantes"},
    ],
)
def test_anything_told_beside_the_title_lifts_it(readers, told):
    """Thin is not false: one line, a school, a post is enough."""
    assert not {"career.bare", "career.empty"} & names(readers, headline="Directora general", **told)


@pytest.mark.parametrize("headline", ["Ingeniera de riego", "Senior agronomist", "Hydrologist"])
def test_a_modest_title_over_nothing_is_no_sign(readers, headline):
    """Seniors with sparse pages lose nothing."""
    assert names(readers, headline=headline, experience=()) == set()


def test_the_same_line_under_several_positions(readers):
    """Filled in by hand, posts differ."""
    line = "Responsible for driving growth and synergies"
    roles = (role("Manager", "A", "2015", "2018", line), role("Director", "B", "2018", None, line))
    assert "career.repeated" in names(readers, headline="Director", experience=roles)
    assert "career.repeated" not in names(
        readers,
        headline="x",
        experience=(role("A", "B", "2010", "2012", "Técnica"), role("A", "B", "2012", None, "Técnica")),
    )


def test_from_the_bottom_to_the_top_within_two_years(readers):
    """An intern of last year who heads a house today."""
    roles = (role("Intern", "A", "2021", "2022"), role("CEO", "Global Water", "2023"))
    assert "career.jump" in names(readers, experience=roles)
    slow = (role("Intern", "A", "2005", "2006"), role("CEO", "Global Water", "2023"))
    assert "career.jump" not in names(readers, experience=slow)


def test_full_positions_at_once(readers):
    """One overlap happens; several want an explanation."""
    two = (role("Plant manager", "A", "2015", "2020"), role("Head of logistics", "B", "2016", "2020"))
    assert "career.overlap" in names(readers, experience=two)
    three = (*two, role("Quality director", "C", "2016", "2020"))
    assert "career.overlaps" in names(readers, experience=three)


@pytest.mark.parametrize(
    "second", ["Profesora asociada", "Board member", "Freelance agronomist", "Mentor", "Voluntaria"]
)
def test_what_is_done_beside_a_post_is_no_second_post(readers, second):
    """Teaching, boards, volunteering go along with a position."""
    roles = (role("Plant manager", "A", "2015", "2020"), role(second, "B", "2015", "2020"))
    assert names(readers, experience=roles) & {"career.overlap", "career.overlaps"} == set()


def test_whole_years_never_make_an_overlap(readers):
    """2015 to 2016 and from 2016 on may well touch in one month."""
    roles = (role("Plant manager", "A", "2010", "2016"), role("Head of logistics", "B", "2015", None))
    assert not any(n.startswith("career.overlap") for n in names(readers, experience=roles))


def test_studies_long_after_a_senior_post(readers):
    """The only studies begin long after the senior career told; short lists only."""
    seen = {
        "headline": "Director of operations",
        "experience": (role("Director of operations", "A", "2004"),),
    }
    assert "career.studies_after" in names(
        readers, **seen, education=(study("UPCT", "Grado", "2015", "2019"),)
    )
    assert "career.studies_after" not in names(
        readers,
        **seen,
        education=(study("UPCT", "Grado", "1998", "2003"), study("IE", "MBA", "2015", "2016")),
    )


def test_late_studies_of_others_are_no_sign(readers):
    """Who studies at forty after years of work that is no senior post has done nothing odd."""
    seen = {
        "headline": "Técnica de riego",
        "experience": (role("Peona agrícola", "A", "2004", "2014"), role("Técnica de riego", "B", "2019")),
    }
    assert not any(
        n.startswith("career.")
        for n in names(readers, **seen, education=(study("UPCT", "Grado", "2015", "2019"),))
    )


def test_a_top_post_as_the_only_one_right_after_studies(readers):
    """A step without steps below it."""
    seen = {"headline": "Vice President Global Trade", "education": (study("UPCT", "", "2016", "2020"),)}
    assert "career.leap" in names(readers, **seen, experience=(role("Vice President", "A", "2021"),))
    assert "career.leap" not in names(
        readers,
        **seen,
        experience=(role("Analyst", "A", "2021", "2023"), role("Vice President", "A", "2023")),
    )


def test_a_doctorate_before_the_first_degree(readers):
    """An order that cannot be."""
    degrees = (study("UPCT", "PhD Hydrology", "2001", "2004"), study("UPCT", "BSc Agronomy", "2006", "2010"))
    said = names(readers, headline="x", experience=(role("Hydrologist", "A", "2011"),), education=degrees)
    assert "career.degrees_backwards" in said
    assert "career.degrees_backwards" not in names(
        readers, headline="x", experience=(role("Hydrologist", "A", "2011"),), education=degrees[::-1][:1]
    )


def test_years_that_hang_together_speak_for_somebody(readers):
    """Two posts with a degree, or years with a line told."""
    steady = (role("Técnica", "A", "2012", "2017"), role("Ingeniera", "B", "2017", None))
    assert names(readers, experience=steady, education=(study("UPCT", "", "2006", "2011"),)) == {
        "steady_career.years"
    }
    assert names(readers, experience=(role("Técnica", "A", "2010", None, "Campo y datos"),)) == {
        "steady_career.years"
    }
    assert names(readers, experience=(role("Técnica", "A", "2023"),)) == set()


def test_repeated_lines_vouch_for_no_career(readers):
    """What was copied is not what hangs together."""
    line = "Responsible for driving growth"
    roles = (role("Manager", "A", "2010", "2015", line), role("Manager", "B", "2015", None, line))
    assert "steady_career.years" not in names(readers, experience=roles)


def test_undated_roles_say_nothing(readers):
    """Many leave dates out."""
    assert (
        names(readers, headline="Ingeniera", experience=(role("Técnica", "A"), role("Ingeniera", "B")))
        == set()
    )


def shell(**more):
    """A page opened this year and seen whole, with a career of a decade and not a word of it."""
    seen = {
        "joined": 2026,
        "experience": (role("Solicitor", "Carrick LLP", "2014"),),
        "education": (),
        "activity": (),
        "skills": (),
        "about": "",
    }
    return {**seen, **more}


def test_years_of_work_on_an_empty_new_page_are_said(readers):
    """A copied name needs no more than a title: nothing else stands on such pages."""
    assert "career.shell" in names(readers, **shell())


@pytest.mark.parametrize(
    "more",
    [
        {"joined": 2012},
        {"joined": None},
        {"about": "Grievances and transfers."},
        {"skills": ("Mediation",)},
        {"activity": (post("A hearing today"),)},
        {"activity": None},
        {"experience": (role("Trainee", "Carrick LLP", "2025"),)},
    ],
)
def test_terse_people_and_pages_half_seen_lose_nothing(readers, more):
    """One thing told, one thing not seen or years of standing: then an empty line means nothing."""
    assert "career.shell" not in names(readers, **shell(**more))


def test_studies_late_in_the_only_post(readers):
    """Seventeen years in the one post told, and only then the first studies."""
    one = (role("Barrister", "Chambers", "2004", text="Cases."),)
    assert "career.studies_late" in names(
        readers, experience=one, education=(study("Belmont", "Diploma", "2021", "2023"),)
    )
    assert "career.studies_late" not in names(
        readers, experience=one, education=(study("Queen's", "LLB", "1999", "2003"),)
    )
    two = (*one, role("Clerk", "Chambers", "2000", "2004"))
    assert "career.studies_late" not in names(
        readers, experience=two, education=(study("OU", "MA", "2021", "2023"),)
    )


def test_at_the_head_while_the_first_studies_begin(readers):
    """Dates only: who studies beside a career begins later in it."""
    led = (role("Director of Travel", "Big House", "2016", "2021"),)
    assert "career.led_while_studying" in names(
        readers, experience=led, education=(study("School", "", "2015", "2019"),)
    )
    assert "career.led_while_studying" not in names(
        readers, experience=led, education=(study("School", "", "2001", "2005"),)
    )
    assert "career.led_while_studying" not in names(
        readers,
        experience=led,
        education=(study("School", "", "2001", "2005"), study("MBA", "", "2016", "2019")),
    )


def test_decades_told_over_a_page_that_begins_yesterday(readers):
    """Twenty-five years of it, and neither a post nor a study older than seven: said, with both numbers."""
    lately = (role("Regante jefa", "Aguas del Sur", "2024"),)
    late, early = (study("UPCT", "", "2019", "2023"),), (study("UPCT", "", "1996", "2001"),)
    told = {"headline": "Regante con 25 años de oficio", "experience": lately}
    assert "career.years_told" in names(readers, education=late, **told)
    # Who lists the present post alone, or studied late in a long career, contradicts nothing.
    assert "career.years_told" not in names(readers, education=early, **told)
    assert "career.years_told" not in names(readers, education=(), **told)
    long_ago = (role("Regante", "Aguas del Sur", "2002"),)
    assert "career.years_told" not in names(
        readers, education=late, headline=told["headline"], experience=long_ago
    )
