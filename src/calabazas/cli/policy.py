"""`calabazas policy show|check|path|backtest|learn`: every number that decides, and your own in place of some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from calabazas.cli.app import t
from calabazas.cli.common import Session
from calabazas.words import mark

if TYPE_CHECKING:
    from pathlib import Path


def register(app: typer.Typer) -> None:
    """Add the commands."""
    policy = typer.Typer(
        help=t(mark("Every number that decides, and your own in place of some")), no_args_is_help=True
    )
    app.add_typer(policy, name="policy")

    @policy.command("show", help=t(mark("Weights in force, with where they come from and why")))
    def show(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from calabazas.engine.engine import Engine
            from calabazas.verdict.explain import AXIS
            from calabazas.web.weights import SOURCES

            p = Engine(store).policy
            if json:
                session.json({"version": p.version, "overrides": p.overrides, "policy": p.file.model_dump()})
                return
            session.print(
                session.t(
                    "Policy {version}. Decibans: +10 is ten times as likely, 0 informs only.",
                    version=p.version,
                ),
                "bold",
            )
            for axis in ("tie", "worth", "doubt", "aim"):
                session.print()
                session.print(f"{session.t(AXIS[axis])} ({axis})", "bold")
                for code, evidence in sorted(p.file.evidence.items()):
                    if evidence.axis != axis:
                        continue
                    for name, level in evidence.levels.items():
                        why = session.t(level.why) if level.why else ""
                        source = session.t(SOURCES[level.source])
                        session.print(f"  {code}.{name}: {level.decibans:+.0f}  ({source}) {why}")

    @policy.command("check", help=t(mark("Check your own policy file, and take it on if it holds together")))
    def check(
        context: typer.Context,
        file: Annotated[
            str | None, typer.Argument(help=t(mark("Your file; else the one that `path` names")))
        ] = None,
    ) -> None:
        session = Session(context)
        with session.store() as store:
            from datetime import datetime
            from pathlib import Path

            from calabazas import shipped
            from calabazas.store import settings
            from calabazas.verdict.policy import PolicyError, load, parse_overrides

            path = Path(file).expanduser() if file else _own(session)
            if not path.exists():
                session.fail(mark("There is no file {file}."), file=str(path))
            try:
                text = path.read_text("utf-8")
                version = load(shipped.read("policy.toml"), parse_overrides(text)).version
            except (PolicyError, OSError, UnicodeDecodeError) as error:
                for problem in getattr(error, "problems", [str(error)]):
                    session.print(f"  {problem}", "yellow")
                session.fail(mark("The policy does not hold together; the one in force stays."))
            settings.put(store, "policy", text, datetime.now())
            session.print(session.t("Policy {version} is in force.", version=version))

    @policy.command("path", help=t(mark("Where your own policy file goes")))
    def path(context: typer.Context) -> None:
        session = Session(context)
        session.print(str(_own(session)))

    @policy.command(
        "backtest", help=t(mark("Your past invitations, judged on what was known when they came"))
    )
    def backtest_(
        context: typer.Context,
        positions: Annotated[
            bool,
            typer.Option(
                "--positions", help=t(mark("Let today's positions stand for the headlines of those days"))
            ),
        ] = False,
        against: Annotated[
            str | None, typer.Option("--against", help=t(mark("Another policy file, side by side")))
        ] = None,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        from calabazas.cli.prove import backtest

        backtest(Session(context), against, positions=positions, json=json)

    @policy.command(
        "learn", help=t(mark("What your own decisions say about the weights; taken only if you say so"))
    )
    def learn_(
        context: typer.Context,
        take: Annotated[
            bool, typer.Option("--take", help=t(mark("Put the offered weights in force")))
        ] = False,
        back: Annotated[bool, typer.Option("--undo", help=t(mark("Take the learned weights back")))] = False,
        json: Annotated[bool, typer.Option("--json", help=t(mark("For machines")))] = False,
    ) -> None:
        from calabazas.cli.prove import learn

        learn(Session(context), take=take, back=back, json=json)


def _own(session: Session) -> Path:
    return session.home / "policy.toml"
