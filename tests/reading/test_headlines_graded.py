"""Rules of headlines on graded lines of the project's own, so that one mended rule does not break ten others."""

import json
from pathlib import Path

import pytest
from fit_readers import headlines

FOLDER = Path(__file__).parent.parent / "data" / "headlines"
SETS = sorted(path.name for path in FOLDER.glob("*.jsonl"))


def rows(name):
    """The lines of a set without its first one, which says what it is."""
    found = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [(row, headlines().read(row["headline"], row["position"], row["company"])) for row in found[1:]]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("key", "least"), [("seniority", 0.85), ("function", 0.80)])
def test_seniority_and_function_reach_the_bar(name, key, least):
    """Any answer that a careful reader would accept is right."""
    judged = [(row[key], getattr(read, key)) for row, read in rows(name) if row[key]]
    assert sum(answer in answers for answers, answer in judged) / len(judged) >= least


@pytest.mark.parametrize("name", SETS)
def test_a_flag_is_seldom_wrong_and_mostly_found(name):
    """A false "pitch" costs a person their answer; a missed one costs a look."""
    found = [({flag.code for flag in read.flags}, row) for row, read in rows(name)]
    given = sum(len(flags - set(row["flags_disputed"])) for flags, row in found)
    right = sum(len(flags & set(row["flags"])) for flags, row in found)
    true = sum(len(row["flags"]) for _, row in found)
    assert right / given >= 0.95
    assert right / true >= 0.70
