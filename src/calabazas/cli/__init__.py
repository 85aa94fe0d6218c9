"""The command line: one file a command. `--help` imports only the standard library and Typer."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from calabazas.cli.app import run

    run()
