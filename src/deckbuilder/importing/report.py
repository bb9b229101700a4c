"""The report on an import: what was made, what was decided, what could not be carried over."""

from collections.abc import Mapping, Sequence

from deckbuilder.importing.pack_slides import PackDraft
from deckbuilder.ir.outline import Loss


def report_text(draft: PackDraft, made_from: str, kinds: Mapping[str, int]) -> str:
    """Write the report as Markdown."""
    counted = ", ".join(f"{number} × {kind}" for kind, number in kinds.items())
    number = len(draft.slides)
    parts = [
        f"# Import of {_literal(made_from)}",
        f"{number} slide{'' if number == 1 else 's'}: {counted}.",
        "Look at what was decided, and put right what you would have decided otherwise. Then this file may be deleted.",
        "## What was decided",
        _listed(draft.decided) or "Nothing had to be decided.",
        "## What was not carried over, or in another way",
        _listed(draft.lost) or "Everything was carried over.",
    ]
    return "\n\n".join(parts) + "\n"


def _listed(losses: Sequence[Loss]) -> str:
    return "\n".join(f"- **{_literal(loss.place)}**: {_literal(loss.what)}" for loss in losses)


def _literal(text: str) -> str:
    """Give a text on one line, with what Markdown would read as marks escaped."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in " ".join(text.split()))
