"""From a changed paragraph to the pack's text: the author's own way of writing where the words are the same."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.importing.pack_text import inline
from deckbuilder.ir.text import Run
from deckbuilder.pipeline.pulling.atoms import Source
from deckbuilder.pipeline.pulling.changes import AFFIX, BY_HAND
from deckbuilder.pipeline.pulling.lines import Line, Token, matching


class Affix(Struct, frozen=True):
    """How many words at both ends of a paragraph are the tool's own, such as “Take care:” or quotation marks."""

    before: int = 0
    after: int = 0


_NO_AFFIX = Affix()


class Rewritten(Struct, frozen=True):
    """What the pack is to say, or why it cannot be made to."""

    text: str = ""
    reason: str = ""


class Links(Struct, frozen=True):
    """Where the links of a file lead that lead to its own slides."""

    slides: Mapping[str, str]
    """The ids of the pack's slides by what their links are called, such as “#slide 7”."""

    def of(self, link: str | None) -> str | None:
        """Give a link as a pack writes it."""
        return self.slides.get(link, None) if link and link.startswith("#") else link


def rewritten(source: Source, old: Line, new: Line, affix: Affix, links: Links) -> Rewritten:
    """Give the Markdown that says what a changed paragraph says; atoms stay where the words around them changed."""
    tokens, owners = source.tokens()
    shown = old.tokens[affix.before : len(old.tokens) - affix.after]
    if [each.key for each in shown] != [each.key for each in tokens] or (source.atoms and not owners):
        return Rewritten(reason=BY_HAND)
    core = _core(old, new, affix)
    if core is None:
        return Rewritten(reason=AFFIX)
    if not core:
        return Rewritten(reason=BY_HAND)
    pairs = {new: old for old, new in matching([each.key for each in tokens], [each.key for each in core])}
    reason = _broken(source, owners, pairs, len(core))
    if reason:
        return Rewritten(reason=reason)
    plain = _is_formatting(shown, core, pairs)
    runs: list[Run] = []
    for index, token in enumerate(core):
        was = pairs.get(index)
        space = token.space
        if was is not None:
            own = tokens[was]
            after_same = was > 0 and pairs.get(index - 1) == was - 1
            space = own.space if after_same else space
            same_look = plain or token.look == shown[was].look
            look = own if same_look else _with_look(token, links)
            text, owner = own.text, owners[was] if owners else ""
        else:
            look, text, owner = _with_look(token, links), token.typed, ""
        if owner:
            if was is not None and was > 0 and owners[was - 1] == owner and _first_of(owners, was) != was:
                continue
            text = owner
        if index == 0:
            space = ""
        runs.append(Run(_plain_space(space, follows=bool(runs)) + text, look.strong, look.emphasis, look.link))
    written = inline(_joined(runs))
    return Rewritten(source.restored(written))


def fresh_text(line: Line, links: Links) -> str:
    """Give the Markdown of a paragraph that no text of the pack holds yet."""
    runs = [
        Run(_plain_space(token.space if index else "", follows=index > 0) + token.typed, token.strong, token.emphasis,
            links.of(token.link))
        for index, token in enumerate(line.tokens)
    ]  # fmt: skip
    return inline(_joined(runs))


def look_changed(old: Line, new: Line, affix: Affix = _NO_AFFIX) -> bool:
    """Say whether words of two paragraphs that say the same differ in their look, other than all of them alike."""
    before, after = (line.tokens[affix.before : len(line.tokens) - affix.after] for line in (old, new))
    if _is_formatting(before, after, dict(zip(range(len(after)), range(len(before)), strict=False))):
        return False
    return any(a.look != b.look for a, b in zip(before, after, strict=False))


def _core(old: Line, new: Line, affix: Affix) -> tuple[Token, ...] | None:
    """Give a changed paragraph without the words that the tool puts around a text; None where they are changed too."""
    if not affix.before and not affix.after:
        return new.tokens
    before = [each.key for each in old.tokens[: affix.before]]
    after = [each.key for each in old.tokens[len(old.tokens) - affix.after :]]
    keys = [each.key for each in new.tokens]
    if keys[: affix.before] != before or (affix.after and keys[len(keys) - affix.after :] != after):
        return None
    return new.tokens[affix.before : len(new.tokens) - affix.after]


def _broken(source: Source, owners: Sequence[str], pairs: Mapping[int, int], count: int) -> str:
    """Say of an atom whose own words are changed why that cannot be written; one that is gone as a whole is no more."""
    came = {was: index for index, was in pairs.items()}
    for sign, atom in source.atoms.items():
        places = [index for index, owner in enumerate(owners) if owner == sign]
        kept = [index for index in places if index in came]
        whole = len(kept) == len(places) and all(came[b] == came[a] + 1 for a, b in pairwise(places))
        if whole or not places:
            continue
        before, after = places[0] - 1, places[-1] + 1
        left = came.get(before, -1 if before < 0 else None)
        right = came.get(after, count if after == len(owners) else None)
        gone = not kept and left is not None and right is not None and right == left + 1
        if not gone or atom.raw == "":
            return atom.reason
    return ""


def _is_formatting(old: Sequence[Token], new: Sequence[Token], pairs: Mapping[int, int]) -> bool:
    """Say whether the whole paragraph looks otherwise, strong or slanted: that stresses no word."""
    turned = [(old[was], new[index]) for index, was in pairs.items()]
    if not turned or not old or not new:
        return False
    for what in ("strong", "emphasis"):
        alike_now = len({getattr(each, what) for each in new}) == 1
        alike_then = len({getattr(each, what) for each in old}) == 1
        if alike_now and alike_then and getattr(old[0], what) != getattr(new[0], what):
            return all((a.link or "") == (b.link or "") or (a.link and b.link) for a, b in turned)
    return False


def _with_look(token: Token, links: Links) -> Token:
    return replace(token, link=links.of(token.link))


def _first_of(owners: Sequence[str], index: int) -> int:
    while index > 0 and owners[index - 1] == owners[index]:
        index -= 1
    return index


def _plain_space(space: str, *, follows: bool) -> str:
    """Give the space before a word: a line break where there is one, else one space."""
    if not space or not follows:
        return ""
    return "\n" if "\n" in space else " "


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join neighbours that look the same; space belongs to what follows, and has a look only between equals."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        look = (run.strong, run.emphasis, run.link)
        if last is not None and look == (last.strong, last.emphasis, last.link):
            found[-1] = replace(last, text=last.text + run.text)
        elif last is not None and run.text[:1].isspace():
            found += [Run(run.text[0]), replace(run, text=run.text[1:])]
        else:
            found.append(run)
    return found
