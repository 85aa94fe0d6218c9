"""What `policy backtest` and `policy learn` print: what the policy would have done, and what decisions teach it."""

from __future__ import annotations

from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING

from calabazas.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calabazas.cli.common import Session
    from calabazas.desk.backtest import Backtest, Weight
    from calabazas.verdict.policy import Policy

SHOWN = 12


def backtest(session: Session, against: str | None, *, positions: bool, json: bool) -> None:
    """Replay the policy in force, and another one beside it when a file is given."""
    with session.store() as store:
        from calabazas.desk.backtest import Beside, backtest, beside, document

        other = _policy(session, against) if against else None
        both = beside(store, session.today, other, positions=positions) if other else None
        b = both.one if both else backtest(store, session.today, positions=positions)
        if json:
            session.json(document(b, session.language, both.other if both else None))
            return
        session.print(session.t("Your policy put to the test"), "bold")
        _show(session, b)
        if both:
            session.print()
            _show(session, both.other, claims=False)
            parted = Beside(b, both.other).parted
            session.print()
            session.print(
                session.tn("They part on {n} invitation.", "They part on {n} invitations.", len(parted)),
                "bold",
            )
            from calabazas.verdict.explain import ADVICE

            for one, two in parted[:SHOWN]:
                session.print(
                    f"  {one.dossier.person.name}: {session.t(ADVICE[one.verdict.advice])} → {session.t(ADVICE[two.verdict.advice])}"
                )


def _show(session: Session, b: Backtest, *, claims: bool = True) -> None:
    from calabazas.desk.backtest import ADVICE as ORDER
    from calabazas.desk.backtest import DID
    from calabazas.measure.told import told
    from calabazas.verdict.explain import ADVICE

    session.print(session.t("Policy {version}", version=b.policy_version), "bold")
    if not b.cases:
        session.print(session.t("No past invitation is known yet: calabazas import"))
        return
    for claim in b.claims if claims else ():
        session.print("· " + session.say(claim))
    if claims and not b.positions and any(c.bare for c in b.cases):
        session.print(
            session.t("To see it with the positions of today instead: policy backtest --positions"), "dim"
        )
    session.print()
    for did, title in DID:
        counts = [(a, b.count(a, did)) for a in ORDER]
        if any(n for _, n in counts):
            words = ", ".join(f"{session.t(ADVICE[a])} {n}" for a, n in counts if n)
            session.print(f"  {session.t(title)}: {words}")
    session.print(
        session.t("Of those it settled, it says what you did in {share}.", share=told(b.agreed))
        if b.agreed.n
        else session.t("It settled none of them.")
    )
    telling = [w for w in b.findings if w.alone or w.hits >= 3][:SHOWN]
    if telling:
        _reasons(session, telling)


def _reasons(session: Session, telling: Sequence[Weight]) -> None:
    """Print the reasons: how often each stood among the accepted and the rest, and what it alone decided."""
    from calabazas.verdict.names import NAMES

    heads = [session.t(h) for h in (mark("accepted"), mark("the rest"), mark("alone"))]
    wide = [max(len(h), 7) for h in heads]
    session.print()
    session.print(
        session.t("Reason: how often among the accepted, among the rest, and verdicts it alone decided"),
        "bold",
    )
    session.print("  " + " " * 44 + "  ".join(h.rjust(n) for h, n in zip(heads, wide, strict=True)), "dim")
    for w in telling:
        code, _, level = w.name.partition(".")
        name = shorten(f"{session.t(NAMES.get(code, code))} ({level})", 43, placeholder="…")
        cells = (f"{w.accepted.k}/{w.accepted.n}", f"{w.others.k}/{w.others.n}", str(w.alone))
        session.print(f"  {name:<44}" + "  ".join(c.rjust(n) for c, n in zip(cells, wide, strict=True)))


def learn(session: Session, *, take: bool, back: bool, json: bool) -> None:
    """Show what decisions teach; change the policy only when told to."""
    with session.store() as store:
        from calabazas.desk import learn as desk

        now = datetime.now()
        if back:
            done = desk.take_back(store, now)
            session.print(
                session.t("Your weights of before are in force again.")
                if done
                else session.t("There is nothing to take back.")
            )
            return
        found = desk.learn(store, session.today)
        if json:
            session.json(desk.document(found, session.language))
            return
        session.print(session.say(found.first), "bold")
        for change in found.offered:
            session.print("  " + session.say(change.sentence))
        if found.drift:
            session.print(session.say(found.drift))
        if found.calibration:
            session.print(
                session.t(
                    "How far foretold chances were off, on average: {points} points (Brier {brier}).",
                    points=round(100 * found.calibration.ece), brier=f"{found.calibration.brier:.2f}",
                ),
                "dim",
            )  # fmt: skip
        if found.offered and take:
            new = desk.take(store, found.offered, now)
            session.print(session.t("Policy {version} is in force.", version=new.version))
            session.print(session.t("To take it back: calabazas policy learn --undo"), "dim")
        elif found.offered:
            session.print(
                session.t("Nothing changes unless you say so: calabazas policy learn --take"), "dim"
            )


def _policy(session: Session, file: str) -> Policy:
    from pathlib import Path

    from calabazas import shipped
    from calabazas.verdict.policy import PolicyError, load, parse_overrides

    path = Path(file).expanduser()
    if not path.exists():
        session.fail(mark("There is no file {file}."), file=file)
    try:
        return load(shipped.read("policy.toml"), parse_overrides(path.read_text("utf-8")))
    except (PolicyError, OSError, UnicodeDecodeError) as error:
        session.fail(mark("The policy does not hold together: {reason}"), reason=str(error))
