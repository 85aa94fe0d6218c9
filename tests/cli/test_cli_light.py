"""The command line stays light, bilingual and predictable: what `--help` costs, says and how commands end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import metadata

import pytest

RUN = "import sys; from calabazas.cli import main; sys.argv[0] = 'calabazas'; main()"
SEEN = """
import atexit, json, sys
def tell():
    tops = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
    ours = {name.split(".")[1] for name in sys.modules if name.startswith("calabazas.")}
    told = {"tops": sorted(top for top in tops if not top.startswith("_sysconfigdata")), "ours": sorted(ours)}
    sys.__stderr__.write("\\nTOPS " + json.dumps(told))
atexit.register(tell)
"""
BARE = {"typer", "shellingham", "annotated_doc"}
"""All that the first help may read: Typer, its shell finder and its notes."""


PYTHONS_OWN = {
    "calabazas",
    "__main__",
    "sitecustomize",
    "usercustomize",
    "_virtualenv",
    "_distutils_hack",
    "__mp_main__",
}
WITHOUT_JSON = {
    *("star", "tag", "met", "mark", "forget", "backup", "serve", "policy check", "policy path", "outcome"),
    *(f"purge {verb}" for verb in ("forgot", "decide", "gone", "batch", "done", "export")),
}
"""They do one thing and confirm it in a line, or run until stopped; all others tell facts."""
HELPS = """
import json, sys
import calabazas.cli.app as cli
from importlib import import_module
for name in cli.COMMANDS:
    import_module("calabazas.cli." + name).register(cli.app)
import typer.main
from typer.testing import CliRunner
runner = CliRunner()
told = {}
def walk(command, words):
    inner = getattr(command, "commands", {})
    parameters = {"/".join(p.opts): getattr(p, "help", None) or "" for p in command.params}
    shown = runner.invoke(cli.app, [*words, "--help"])
    told[" ".join(words)] = {
        "help": command.help or "", "parameters": parameters, "code": shown.exit_code, "shown": shown.output, "group": bool(inner),
    }
    for name, each in inner.items():
        walk(each, [*words, name])
walk(typer.main.get_command(cli.app), [])
print(json.dumps(told))
"""


def run(code: str, home, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python code with the words as its command line, in a home of its own."""
    env = {
        k: v for k, v in os.environ.items() if not k.startswith(("CALABAZAS", "_CALABAZAS", "LC_", "LANG"))
    }
    env |= {
        "COLUMNS": "80",
        "LANG": "es_ES.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(home),
        "CALABAZAS_HOME": str(home / "data"),
        **more,
    }
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        check=False,
        timeout=120,
    )


def bundled() -> set[str]:
    """Name the modules that Typer itself requires, and theirs: it parses a command's options with pydantic."""
    wanted, found = ["typer"], set()
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            lines = [
                line
                for line in metadata.requires(name) or ()
                if "extra ==" not in line and "platform" not in line
            ]
            wanted += [re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in lines]
    owners = metadata.packages_distributions()
    return {
        module for module, of in owners.items() if {each.lower().replace("_", "-") for each in of} & found
    }


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["--help"], {}),
        (["--version"], {}),
        (["triage", "--help"], {}),
        (["demo", "--help"], {}),
        ([], {"_CALABAZAS_COMPLETE": "complete_bash", "COMP_WORDS": "calabazas tri", "COMP_CWORD": "1"}),
        ([], {"_CALABAZAS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "calabazas tri"}),
        (["--show-completion", "bash"], {}),
    ],
    ids=[
        "help",
        "version",
        "help of triage",
        "help of demo",
        "completion in bash",
        "completion in zsh",
        "show completion",
    ],
)
def test_asking_for_help_reads_only_typer(tmp_path, words, more):
    """A key pressed twice in a shell waits for every import; numpy alone would cost it a tenth of a second."""
    result = run(SEEN + RUN, tmp_path, *words, **more)
    told = json.loads(result.stderr.rpartition("TOPS ")[2])
    bare = words in (["--help"], ["--version"])
    assert set(told["tops"]) - PYTHONS_OWN <= (BARE if bare else bundled())
    assert set(told["ours"]) <= {"cli", "language", "words"}
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
    assert not (tmp_path / "data").exists(), "asking for help made a home"


@pytest.mark.parametrize(
    "more",
    [
        {"_CALABAZAS_COMPLETE": "complete_bash", "COMP_WORDS": "calabazas tri", "COMP_CWORD": "1"},
        {
            "_CALABAZAS_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": "calabazas tri",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
    ],
    ids=["bash", "fish"],
)
def test_completion_completes(tmp_path, more):
    """Light is no use if nothing comes."""
    assert "triage" in run(RUN, tmp_path, **more).stdout


@pytest.fixture(scope="module")
def helps(tmp_path_factory) -> dict[str, dict[str, dict]]:
    """The help of every command, in both languages."""
    home = tmp_path_factory.mktemp("helps")
    told = {}
    for language in ("es", "en"):
        result = run(HELPS, home, "--lang", language)
        assert result.returncode == 0, result.stderr
        told[language] = json.loads(result.stdout)
    return told


def test_every_command_has_help_in_both_languages(helps):
    """A command that cannot explain itself is not there for most."""
    assert helps["es"].keys() == helps["en"].keys()
    assert {"demo", "import", "triage", "why", "decide", "policy show"} <= helps["es"].keys()
    for told in helps.values():
        assert {name for name, each in told.items() if each["code"] != 0 or not each["help"]} == set()
        assert [name for name, each in told.items() if each["help"].split()[0] not in each["shown"]] == []


def test_help_fits_80_columns(helps):
    """Help is read in a terminal of the usual width."""
    wide = [
        line
        for told in helps.values()
        for each in told.values()
        for line in each["shown"].splitlines()
        if len(line) > 80
    ]
    assert wide == []


def test_every_help_has_spanish(helps):
    """One English line in a Spanish help says that nobody looked. Typer's own lines about completion are Typer's."""
    alike = []
    for name, english in helps["en"].items():
        spanish = helps["es"][name]
        if english["help"] == spanish["help"]:
            alike.append(name)
        for option, text in english["parameters"].items():
            if "completion" in option or option in ("--help", "-h/--help"):
                continue
            # Names of choices are the same in every language: what is typed is not translated.
            if text and text == spanish["parameters"][option] and " " in text:
                alike.append(f"{name} {option}")
    assert alike == []


def test_every_option_is_explained(helps):
    """An option without a word of help is found by reading the code only."""
    assert [
        f"{name} {option}"
        for name, each in helps["en"].items()
        for option, text in each["parameters"].items()
        if not text and option not in ("--help", "-h/--help")
    ] == []


def test_what_prints_facts_prints_them_for_machines_too(helps):
    """Every fact on the screen can be had as JSON; a new command says so or joins the list above with a reason."""
    leaves = {name: each for name, each in helps["en"].items() if name and not each["group"]}
    without = {name for name, each in leaves.items() if "--json" not in each["parameters"]}
    assert without <= WITHOUT_JSON


FACTS = [
    ["status"],
    ["triage"],
    ["study"],
    ["target"],
    ["done"],
    ["undo"],
    ["policy", "show"],
    ["import", "--undo"],
]


@pytest.mark.parametrize("words", FACTS, ids=" ".join)
def test_an_empty_home_answers_in_json(tmp_path, words):
    """Nothing yet is an answer, and it is JSON too: no word beside it, exit code 0."""
    result = run(RUN, tmp_path, *words, "--json")
    assert (result.returncode, result.stderr) == (0, "")
    json.loads(result.stdout)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, ["--version"]),
        (0, ["triage"]),
        (0, ["status"]),
        (1, ["why", "Nadie Conocido"]),
        (1, ["decide", "Nadie Conocido", "accept"]),
        (1, ["import", "no-such-file.zip"]),
        (1, ["target", "--file", "no-such-file.txt"]),
        (2, ["nonsense"]),
        (2, ["triage", "--nonsense"]),
        (2, ["why"]),
        (2, ["--lang", "xx", "triage"]),
        (2, ["--today", "mañana", "triage"]),
        (2, ["--member", "../other", "triage"]),
        (2, ["decide", "Nadie Conocido", "perhaps"]),
        (2, ["import", "--as-of", "mañana", "x.zip"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_codes_tell_three_things_apart(tmp_path, code, words):
    """0 it was done, 1 it could not be done, 2 the line is off: scripts stand on these."""
    result = (
        run(RUN, tmp_path, "--lang", "es", *words) if "--lang" not in words else run(RUN, tmp_path, *words)
    )
    assert result.returncode == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    if code:
        assert result.stderr.strip()
        assert result.stdout == ""
    else:
        assert result.stderr == ""


def test_import_without_paths_says_how(tmp_path):
    """The command line is off, but whoever types it wants to know how to get an archive."""
    result = run(RUN, tmp_path, "--lang", "es", "import")
    assert result.returncode == 2
    assert "Obtener una copia de tus datos" in " ".join(result.stdout.split())
