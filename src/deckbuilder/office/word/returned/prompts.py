"""Prompts, such as “Write your answer here”: taken out, so that what is left is what somebody wrote."""

from collections.abc import Iterable

from lxml import etree

from deckbuilder.office.word.adopt.wml import child, descendants, drop, is_on, w
from deckbuilder.office.word.returned.controls import Control, Kind
from deckbuilder.office.word.returned.text import content_of, text_of, trimmed

_USUAL = (
    "Write your answer here",
    "Write here",
    "Action",
    "Who",
    "Date",
    "1   2   3   4   5",
    "Click or tap here to enter text.",
    "Click here to enter text.",
)
"""The prompts of our worksheets, and Word's own: LibreOffice 7.4 loses the marks of all of them."""
_ENDS = (".", "!", "?", "…", ")", "”", "’")
"""What a sentence ends with."""


def take_out_prompts(controls: Iterable[Control], glossary: etree._Element | None) -> None:
    """Take out what no person wrote.

    The glossary holds the prompts of fields (17.12). A control that shows its prompt says so (`w:showingPlcHdr`).
    Some programs leave that mark when somebody writes, others lose it while nobody has: so text without a style counts
    where the mark stands, and a prompt that other fields of the file show is one where the mark is lost. Where the
    prompt is plain text to a program, somebody may have clicked beside it and typed on.
    """
    asking = [control for control in controls if control.kind is not Kind.CHECK_BOX]
    prompts = set(_USUAL)
    if glossary is not None:
        prompts |= {trimmed(text_of(part)) for part in descendants(glossary, "docPartBody")}
    for control in asking:
        if _shows_prompt(control) and all(_has_style(run) for run in _runs(control)):
            prompts.add(control.shown)
    for control in asking:
        whole = control.shown
        showing = _shows_prompt(control)
        for run in _runs(control):
            said = trimmed(text_of(run))
            is_prompt = showing and (_has_style(run) or control.kind is not Kind.TEXT)
            if whole in prompts or is_prompt or (_has_style(run) and said in prompts):
                for text in list(descendants(run, "t")):
                    drop(text)
        _take_off(control)


def _take_off(control: Control) -> None:
    """Take off a prompt that was left before or behind what somebody typed."""
    texts = [text for run in _runs(control) for text in descendants(run, "t")]
    written = "".join(text.text or "" for text in texts)
    whole = control.shown
    for prompt in _USUAL:
        # Somebody may begin an answer with “Whoever”, or end it with “Action”; the words of a longer prompt nobody does.
        is_sure = " " in prompt or control.kind is Kind.DATE
        before, after = whole.removesuffix(prompt), whole.removeprefix(prompt)
        if after != whole and (is_sure or after[:1].isupper()):
            _cut(texts, written.find(prompt), len(prompt))
        elif before != whole and (is_sure or before[-1:].isalnum() or before.endswith(_ENDS)):
            _cut(texts, written.rfind(prompt), len(prompt))
        else:
            continue
        return


def _cut(texts: Iterable[etree._Element], start: int, length: int) -> None:
    """Cut characters out of texts that follow each other."""
    end = start + length
    for text in texts:
        said = text.text or ""
        text.text = said[: max(start, 0)] + said[max(end, 0) :]
        start, end = start - len(said), end - len(said)


def _shows_prompt(control: Control) -> bool:
    return is_on(child(control.element, "sdtPr", "showingPlcHdr"))


def _has_style(run: etree._Element) -> bool:
    return child(run, "rPr", "rStyle") is not None


def _runs(control: Control) -> list[etree._Element]:
    """Give a control's own runs with text, without those of other controls within."""
    runs = [run for inner in content_of(control.element) for run in descendants(inner, "r")]
    return [run for run in runs if next(run.iterancestors(w("sdt")), None) is control.element and text_of(run).strip()]
