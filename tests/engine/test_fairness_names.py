"""Who somebody was born as weighs nothing: everybody renamed to another origin and sex, and nothing turns.

A small archive with several kinds of invitations is written with names left open, filled in consistently (name, address,
mail, signatures), and taken in through the real door and store.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from calabazas.desk.take_in import take_in
from calabazas.engine.engine import Engine
from calabazas.sources.doors import find
from calabazas.store import open_member, settings
from kit import TARGET

TEMPLATES = Path(__file__).resolve().parents[1] / "data" / "swap"
PEOPLE = "abcdefghijklmnop"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

SETS = {
    "Spanish women": "Carmen Ruiz, Lucía Vega, Ainhoa Etxeberria, Rocío Molina, Noelia Santos, Pilar Gil, Inés Costa, Marta Soler, Elena Prieto, Rosa Navarro, Nuria Vidal, Sonia Marín, Laura Cano, Irene Mora, Teresa León, Amparo Ríos",
    "Spanish men": "Antonio Ruiz, José Vega, Iker Etxeberria, Manuel Molina, Sergio Santos, Pedro Gil, Iván Costa, Marc Soler, Emilio Prieto, Raúl Navarro, Ramón Vidal, Simón Marín, Luis Cano, Ismael Mora, Tomás León, Álvaro Ríos",
    "Arabic": "Fatima El-Amrani, Ahmed Benali, Youssef Haddad, Khadija Alaoui, Omar Mansour, Layla Khoury, Hassan Bennani, Amina Saidi, Karim Nasser, Salma Idrissi, Rachid Tazi, Nadia Chraibi, Ali Hosseini, Zainab Farouk, Mustafa Osman, Maryam Aziz",
    "Arabic script": "فاطمة العمراني, أحمد بنعلي, يوسف حداد, خديجة علوي, عمر منصور, ليلى خوري, حسن بناني, أمينة سعيدي, كريم ناصر, سلمى إدريسي, رشيد تازي, نادية شرايبي, علي حسيني, زينب فاروق, مصطفى عثمان, مريم عزيز",
    "Chinese": "Wei Zhang, Xiu Li, Jun Wang, Fang Liu, Ming Chen, Na Yang, Lei Huang, Yan Zhao, Tao Wu, Jing Zhou, Qiang Xu, Min Sun, Bo Ma, Hui Zhu, Gang Hu, Mei Guo",
    "Chinese script": "伟 张, 秀英 李, 军 王, 芳 刘, 明 陈, 娜 杨, 磊 黄, 艳 赵, 涛 吴, 静 周, 强 徐, 敏 孙, 波 马, 慧 朱, 刚 胡, 梅 郭",
    "Nigerian": "Chinedu Okafor, Ngozi Eze, Oluwaseun Adeyemi, Aisha Bello, Emeka Nwosu, Folake Balogun, Ibrahim Musa, Chiamaka Obi, Tunde Bakare, Amaka Umeh, Yusuf Danjuma, Temitope Ojo, Uche Anyanwu, Halima Sani, Kelechi Ike, Bukola Ade",
    "Polish": "Agnieszka Wójcik, Krzysztof Kowalski, Małgorzata Zielińska, Piotr Szymański, Łucja Dąbrowska, Wojciech Kozłowski, Żaneta Jankowska, Grzegorz Mazur, Zofia Krawczyk, Stanisław Piotrowski, Ewa Grabowska, Jacek Nowak, Iwona Pawlak, Marek Michalski, Danuta Król, Tomasz Wieczorek",
    "long and short": "Maria da Conceição Rodrigues dos Santos, Ng Li, Jean-Baptiste de la Fontaine, Sean O'Brien, Bo Y, Anne-Marie von und zu Stein, Mc Kay, Ana P, Iñigo Fdez., D'Angelo Jr, Sri Wahyuni, Nguyễn Văn Hùng, Ở Đức, Björk G, Saoirse Ní Bhriain, Ωμέγα Παππάς",
    "names that are words": "León Cash, Bueno Prieto, Rosa Campo, Lion King, Gratis Vega, Marina Leads, Barbara Coach, Cruz Oferta, Felicidad Amigo, Dolores Fuertes, Milagros Banco, Prudencia Toro, Perla Marketing, Sol Trader, Modesto Calvo, Gracia Pagan",
}  # fmt: skip


@dataclass(frozen=True)
class Named:
    """Somebody's name in all the forms in which files have it."""

    name: str
    first: str
    last: str
    slug: str
    mail: str


def named(full: str, letter: str) -> Named:
    first, _, last = full.strip().partition(" ")
    slug = unicodedata.normalize("NFC", full.strip().lower().replace(" ", "-").replace("'", ""))
    # Two letters tell namesakes apart, as LinkedIn's own suffixes do, and keep the order of addresses.
    return Named(f"{first} {last}", first, last, quote(f"{letter}-{slug}"), f"{letter}.person@example.org")


def verdicts(names: str, home: Path) -> dict[str, tuple[object, ...]]:
    """Take the archive in under these names; give what was advised and what weighed, by person."""
    people = {letter: named(full, letter) for letter, full in zip(PEOPLE, names.split(","), strict=True)}
    folder = home / "Basic_LinkedInDataExport_11-23-2026"
    folder.mkdir(parents=True)
    for template in TEMPLATES.iterdir():
        text = template.read_text("utf-8")
        for letter, person in people.items():
            for part in ("name", "first", "last", "slug", "mail"):
                text = text.replace(f"«{letter}.{part}»", getattr(person, part))
        (folder / template.name).write_text(text, "utf-8")
    with open_member(home / "member.sqlite") as store:
        summary = take_in(store, find([folder], as_of=date(2026, 11, 23)), as_of=date(2026, 11, 23), now=NOW)
        assert summary.total("problems") == 0
        settings.put(store, "target", TARGET, NOW)
        answers = Engine(store).triage(date(2026, 11, 23))
        slugs = {a.dossier.person.slug[0]: a.verdict for a in answers}
    return {
        letter: (
            v.advice,
            v.row,
            dict(v.axes),
            [(w.finding.code, w.finding.level, w.decibans) for w in v.weighed],
            [(a.look, a.chance) for a in v.asked],
        )
        for letter, v in sorted(slugs.items())
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return verdicts(SETS["Spanish women"], tmp_path_factory.mktemp("usual"))


def test_the_archive_holds_many_kinds(usual):
    """A swap that changes nothing says something only where much is found."""
    assert len(usual) == 14
    assert {"accept", "ignore"} <= {advice for advice, *_ in usual.values()}
    codes = {code for _, _, _, weighed, _ in usual.values() for code, _, _ in weighed}
    assert {"conversation", "address_book", "recommendation", "note_aim", "note_anchor", "same_note"} <= codes
    assert {"collects", "fit", "recruits_here", "student", "account", "picture", "employer"} <= codes
    assert usual["a"][0] == "accept"
    assert usual["b"][1] == "ended_badly"


@pytest.mark.parametrize("names", [name for name in SETS if name != "Spanish women"])
def test_everybody_renamed_and_nothing_turns(names, usual, tmp_path):
    """Advice, row, axes, weights and looks: all the same under other names."""
    other = verdicts(SETS[names], tmp_path)
    for letter, expected in usual.items():
        assert other[letter] == expected, SETS[names].split(",")[PEOPLE.index(letter)]
