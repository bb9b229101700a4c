"""`deckbuilder explain`."""

import click

from deckbuilder.cli import completing
from deckbuilder.cli.telling import json_option, tell
from deckbuilder.diagnostics import CAN_BE_SILENCED, did_you_mean, explanation, explanations


@click.command()
@click.argument("code", shell_complete=completing.codes)
@json_option
def explain(code: str, as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """Say what a diagnostic's CODE means, why it matters, and how to mend it."""
    page = explanation(code)
    if page is None:
        raise click.UsageError(f"There is no code “{code}”. {did_you_mean(code, list(explanations()))}")
    if as_json:
        tell(
            {
                "code": page.code,
                "title": page.title,
                "can_be_silenced": page.code in CAN_BE_SILENCED,
                "text": page.text.rstrip(),
            }
        )
        return
    # Rich takes 50 ms to import, and only this command draws Markdown.
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415

    console = Console()
    if console.is_terminal:
        console.print(Markdown(page.text))
    else:
        click.echo(page.text.rstrip())
