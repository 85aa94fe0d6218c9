"""A report is opened in a browser and printed: hostile names stay text, nothing is fetched, names stay out unless asked."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest

from calabazas.language import Language
from calabazas.measure.intervals import Share
from calabazas.outputs.report import Bars, Block, Report, Table, render
from calabazas.words import say

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><iframe src=//evil.example>",
    "Ana \u202egnp.exe",
    "a\x1b[2Jb",
    "{0.__class__} {name}",
    "&lt;b&gt;",
)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, k, v) for k, v in attrs]

    def handle_data(self, data):
        self.text.append(data)


def page(name="x", code="es", bars=()):
    table = Table((say("Name"), say("Since")), ((name, date(2024, 5, 6)), (say("{name}", name=name), 31_000)))
    block = Block(say("Who would not pass today"), (say("{name}", name=name),), Bars(tuple(bars)), table)
    return render(
        Report(say("{name}", name=name), say("{name}", name=name), (block,), (say("no"),)), Language(code)
    )


def parsed(html):
    tags = Tags()
    tags.feed(html)
    return tags


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(name):
    """Everything that may come from strangers passes here."""
    tags = parsed(page(name, bars=[(name, Share(6, 12))]))
    assert not {"script", "img", "iframe", "a", "link", "object"} & set(tags.tags)
    assert not [a for a in tags.attributes if a[1].startswith("on") or a[1] in ("src", "href")]
    whole = "".join(tags.text)
    assert "\u202e" not in whole
    assert "\x1b" not in whole


def test_nothing_is_fetched_and_nothing_may_run():
    html = page()
    assert "default-src 'none'" in html
    assert "http" not in html.replace("http-equiv", "")


def test_it_speaks_the_members_language():
    assert '<html lang="es">' in page()
    assert "6 may 2024" in page()
    assert "31.000" in page()
    assert "31,000" in page(code="en")


def test_bars_show_no_height_below_ten_cases():
    """A percentage of three people is no percentage; the interval still says how little is known."""
    few = page(bars=[("2024", Share(1, 3))])
    assert "<rect" not in few
    assert few.count("stroke-width") == 1
    assert "<rect" in page(bars=[("2024", Share(4, 12))])
    assert "stroke-width" not in page(bars=[("2024", Share(0, 0))])
