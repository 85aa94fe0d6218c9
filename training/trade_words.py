"""Draws from ESCO the words that name a trade and that the hand-written rules do not know.

    uv run python training/trade_words.py [--esco DIR] > src/calabazas/shipped/trades.toml

The first word of a Spanish label and the last of an English one name the trade; its ISCO-08 group gives the function.
ESCO: (c) European Union, reused under Decision 2011/833/EU; the words are a derived work of this project.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from calabazas.reading import tokens
from calabazas.reading.fold import fold
from calabazas.reading.headlines import HeadlineReader
from calabazas.shipped import read

if TYPE_CHECKING:
    from collections.abc import Iterator

PURITY = 0.7
SHORTEST = 5
# Heads of ESCO labels are no trade unless they look like one: "charge", "baby" and "trade" end labels too.
AGENT = re.compile(
    r"(?:er|or|ist|ian|man|woman|smith|wright|ress|keeper|or[ae]?|[eé]r[oa]|ist[ao]|ari[oa]|log[oa]|log|graf[oa]|grapher|ante|triz)$"
)
EVERYDAY = frozenset(
    "player performer leader charger eater shifter transformer poster number helper parker innovator regulador separador "
    "informador loaner member master matter order paper power winner lover partner mother father sister brother miembro "
    "ladder border letter counter center under over super water river career minor major senior junior interior exterior "
    "motor sector factor color humor valor amor primera cuatrera manera carrera cartera historia materia memoria charter "
    "planner meter filter server router sensor monitor printer corner theater semester chapter twister thinker believer "
    "connector creator changer maker driver mentor doer dreamer ambassador builder explorer fixer transcriptor".split()
)
# ISCO-08 groups to LinkedIn's functions, by hand; the longest code that fits decides.
FUNCTIONS = """
0 military_and_protective_services; 111 administrative; 112 operations; 1211 finance; 1212 human_resources
1213 operations; 1219 administrative; 1221 sales; 1222 marketing; 1223 research; 13 operations; 133 information_technology
1341 education; 1342 healthcare_services; 1343 healthcare_services; 1344 community_and_social_services; 1345 education
1346 finance; 14 operations; 21 research; 2132 operations; 214 engineering; 215 engineering; 216 arts_and_design
22 healthcare_services; 23 education; 2411 accounting; 241 finance; 2421 consulting; 2422 administrative
2423 human_resources; 2424 human_resources; 2431 marketing; 2432 media_and_communication; 2433 sales; 2434 sales
25 engineering; 252 information_technology; 261 legal; 2621 arts_and_design; 2622 media_and_communication; 2631 finance
263 research; 2634 healthcare_services; 2635 community_and_social_services; 2636 community_and_social_services
264 media_and_communication; 265 arts_and_design; 2654 media_and_communication; 2656 media_and_communication
31 engineering; 312 operations; 313 operations; 314 research; 315 operations; 32 healthcare_services; 3257 quality_assurance
331 finance; 3313 accounting; 3322 sales; 3323 purchasing; 3324 operations; 3331 operations
3332 program_and_project_management; 3333 human_resources; 3334 real_estate; 3339 sales; 334 administrative; 335 administrative
3355 military_and_protective_services; 3411 legal; 3412 community_and_social_services; 3413 community_and_social_services
342 education; 3421 arts_and_design; 343 arts_and_design; 3434 operations; 351 information_technology; 352 engineering
41 administrative; 42 customer_success_and_support; 43 operations; 4311 accounting; 44 administrative; 51 operations; 52 sales
531 education; 532 healthcare_services; 54 military_and_protective_services; 6 operations; 7 operations; 8 operations
9 operations
"""
# Groups whose posts are learnt on the spot: LinkedIn calls them entry level.
ENTRY = ("41", "42", "43", "44", "5131", "5132", "515", "516", "52", "531", "532", "541", "83", "9")


def main() -> None:
    """Write the words as TOML."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--esco", type=Path, default=Path(__file__).parents[1] / "../shared/data/esco")
    words, entry = collect(parser.parse_args().esco)
    print(
        "# Words that name a trade, drawn from ESCO (c) European Union by training/trade_words.py; do not edit."
    )
    print("# Only words that functions.toml does not know; the rules written by hand come first.")
    for function, found in sorted(words.items()):
        print(f'\n[[rule]]\nfunction = "{function}"\nwords = """\n{_lines(found)}\n"""')
    print(f'\n[[entry]]\nwords = """\n{_lines(entry)}\n"""')


def collect(folder: Path) -> tuple[dict[str, list[str]], list[str]]:
    """Words by function, and those of entry level."""
    functions = dict(part.split() for part in re.split(r"[;\n]", FUNCTIONS) if part.strip())
    names = ("seniority", "functions", "flags", "modern_titles", "cues")
    reader = HeadlineReader(**{name: read(f"{name}.toml") for name in names})
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    levels: dict[str, Counter[bool]] = defaultdict(Counter)
    shape: dict[str, str] = {}
    for code, word in sorted(set(heads(folder))):
        group = next((functions[code[:n]] for n in range(len(code), 0, -1) if code[:n] in functions), None)
        if group is None:
            continue
        key = tokens.key(word)
        shape.setdefault(key, fold(word))
        counts[key][group] += 1
        levels[key][code.startswith(ENTRY)] += 1
    words: dict[str, list[str]] = defaultdict(list)
    entry: list[str] = []
    for key, groups in counts.items():
        group, count = groups.most_common(1)[0]
        read_as = reader.read(shape[key])
        trade = AGENT.search(shape[key]) and shape[key] not in EVERYDAY
        if (
            trade
            and count / groups.total() >= PURITY
            and read_as.function is None
            and read_as.seniority is None
        ):
            words[group].append(shape[key])
            if levels[key][True] / groups.total() >= PURITY:
                entry.append(shape[key])
    return words, entry


def heads(folder: Path) -> Iterator[tuple[str, str]]:
    """ISCO code and head word of every label of one or two words, and of every Spanish label's first word."""
    for language in ("es", "en"):
        with (folder / f"occupations_{language}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                labels = [row["preferredLabel"], *row["altLabels"].split("\n")]
                for label in labels:
                    said = tokens.words(tokens.plain(re.split(r"[/,(]", label)[0]))
                    if not said or len(said) > 3:
                        continue
                    word = said[0] if language == "es" else said[-1]
                    if len(word) >= SHORTEST and word.isalpha():
                        yield row["iscoGroup"].lstrip("C"), word


def _lines(words: list[str]) -> str:
    lines, line = [], ""
    for word in sorted(words):
        if line and len(line) + len(word) > 116:
            lines.append(line)
            line = word
        else:
            line = f"{line}, {word}" if line else word
    return "\n".join([*lines, line])


if __name__ == "__main__":
    main()
