"""`deckbuilder completion`: the scripts by which shells ask what may stand next."""

from importlib.resources import files

import click

_ASKED = "_DECKBUILDER_COMPLETE"
"""The variable by which a shell's script asks, as click names it."""


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print a script that lets a shell complete this command: packs, themes, plans, codes.

    docs/editor.md says how to install it.
    """
    from click.shell_completion import ShellComplete, get_completion_class  # noqa: PLC0415  # only needed here

    if shell == "powershell":
        script = (files("deckbuilder.builtin") / "completion.ps1").read_text(encoding="utf-8")
    else:
        kind = get_completion_class(shell) or ShellComplete
        asking = kind(click.get_current_context().find_root().command, {}, "deckbuilder", _ASKED)
        # Not by the class's own method, which looks for the shell's version where there may be no such shell.
        script = ShellComplete.source(asking)
    click.echo(script.rstrip())
