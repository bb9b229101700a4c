"""`deckbuilder explain`."""

import click

from deckbuilder.diagnostics import did_you_mean, explanation, explanations


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a diagnostic's CODE means, why it matters, and how to mend it."""
    page = explanation(code)
    if page is None:
        raise click.UsageError(f"There is no code “{code}”. {did_you_mean(code, list(explanations()))}")
    # Rich takes 50 ms to import, and only this command draws Markdown.
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415

    console = Console()
    if console.is_terminal:
        console.print(Markdown(page.text))
    else:
        click.echo(page.text.rstrip())
