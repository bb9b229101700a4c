"""`deckbuilder preview`."""

import os
import sys

import click

from deckbuilder.cli import completing
from deckbuilder.cli.options import REFUSED, find_packs, find_themes, plan_option, stop, workspace


@click.command()
@click.argument("pack", required=False, metavar="[PACK]", shell_complete=completing.packs)
@click.option(
    "--theme", metavar="NAME|PATH", help="The theme to begin with. [default: board]", shell_complete=completing.themes
)
@click.option(
    "--beside",
    metavar="NAME|PATH",
    help="A second theme, shown side by side with the first.",
    shell_complete=completing.themes,
)
@plan_option
@click.option(
    "--pictures",
    type=click.Choice(["auto", "drawn"]),
    default="auto",
    help="How slides are shown: drawn at once and then as LibreOffice renders them, where it is installed (auto), or "
    "drawn only. [default: auto]",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help="The port to listen on. [default: 8377, or another where that is taken]",
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
def preview(
    pack: str | None,
    theme: str | None,
    beside: str | None,
    plan: str | None,
    pictures: str,
    port: int | None,
    no_browser: bool,  # noqa: FBT001  # click passes an option by its name
) -> None:
    """Show a pack in the browser, as it is written.

    The page follows what is saved. It is there for this computer only, until Ctrl+C. Its address goes to standard
    output as soon as it can be opened. Without PACK, the first pack is shown; the page shows the others too.
    """
    around = workspace()
    packs = find_packs((pack,) if pack else (), around)
    shown = find_themes((theme,) if theme else (), around)[0]
    second = find_themes((beside,), around)[0] if beside else None
    # Imported here: no other command needs what serves pages.
    from threading import Thread  # noqa: PLC0415
    from webbrowser import open as open_page  # noqa: PLC0415

    from deckbuilder.preview.running import Wish, run  # noqa: PLC0415
    from deckbuilder.preview.serving import PortTakenError, listen, port_of  # noqa: PLC0415

    try:
        sockets = listen(port)
    except PortTakenError:
        click.echo(f"Port {port} cannot be used: another program has it. Leave out --port to take any.", err=True)
        stop(REFUSED)
    address = f"http://127.0.0.1:{port_of(sockets)}/"

    def ready() -> None:
        click.echo(address)
        click.echo(f"The preview of “{packs[0].name}” is there until Ctrl+C.", err=True)
        if not no_browser and _has_screen():
            # In a thread: some take their time, and the page is to be served meanwhile.
            Thread(target=open_page, args=(address,), daemon=True).start()

    wish = Wish(
        pack=packs[0],
        theme=shown,
        beside=None if second == shown else second,
        plan=plan or "",
        rendered=pictures == "auto",
    )
    run(around, wish, sockets, ready)


def _has_screen() -> bool:
    """Say whether a browser would open in a window, and not in the terminal that the command runs in."""
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
