"""A target as a TOML file that its member can read and edit."""

from __future__ import annotations

import tomllib
from typing import Any

import tomli_w

from calabazas.people.target import Condition, Target, Wish

_LISTS = ("known_as", "about_me", "places", "seniorities", "known_orgs", "excluded")


def to_toml(target: Target) -> str:
    """The target as TOML text; what is empty is written too, so that it can be filled in."""
    rows: dict[str, Any] = {"text": target.text}
    rows |= {name: list(getattr(target, name)) for name in _LISTS}
    rows["any_seniority"] = target.any_seniority
    rows["follow_others"] = target.follow_others
    rows["wanted"] = [_wish(wish) for wish in target.wanted]
    rows["unwanted"] = [_wish(wish) for wish in target.unwanted]
    rows["conditions"] = [{"who": item.who, "only_if": item.only_if} for item in target.conditions]
    return tomli_w.dumps(rows, multiline_strings=True)


def _wish(wish: Wish) -> dict[str, Any]:
    row: dict[str, Any] = {"phrase": wish.phrase}
    if wish.weight != 1:
        row["weight"] = wish.weight
    if wish.context:
        row["context"] = True
    return row


def from_toml(text: str) -> Target:
    """The target of a TOML text; anything may be missing.

    Raises:
        tomllib.TOMLDecodeError: the text is no TOML.
        TypeError: a part has another form than `to_toml` writes.
    """
    rows = tomllib.loads(text)
    return Target(
        text=_text(rows.get("text", "")).strip(),
        wanted=tuple(_read_wish(row) for row in _rows(rows, "wanted")),
        unwanted=tuple(_read_wish(row) for row in _rows(rows, "unwanted")),
        conditions=tuple(_read_condition(row) for row in _rows(rows, "conditions")),
        any_seniority=bool(rows.get("any_seniority", False)),
        follow_others=bool(rows.get("follow_others", False)),
        **{name: tuple(_text(item) for item in _rows(rows, name)) for name in _LISTS},
    )


def _rows(rows: dict[str, Any], name: str) -> list[Any]:
    """A list of the file; one phrase alone, or one table, stands for a list of one."""
    found = rows.get(name, [])
    return found if isinstance(found, list) else [found]


def _read_condition(row: object) -> Condition:
    if not isinstance(row, dict):
        raise TypeError("a condition is a table with who and only_if")
    return Condition(_text(row.get("who", "")), _text(row.get("only_if", "")))


def _read_wish(row: object) -> Wish:
    if isinstance(row, str):  # a member may well write plain phrases
        return Wish(row)
    if not isinstance(row, dict):
        raise TypeError("a wish is a phrase or a table with a phrase")
    weight = row.get("weight", 1.0)
    if not isinstance(weight, int | float):
        raise TypeError(f"a weight is a number, not {weight!r}")
    return Wish(_text(row.get("phrase", "")), float(weight), bool(row.get("context", False)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"words were expected, not {value!r}")
    return value
