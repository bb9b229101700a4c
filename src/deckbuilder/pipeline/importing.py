"""Importing: from a document that somebody wrote elsewhere to a pack that builds at once.

The pack is tried before it is written: what does not fit on a slide is cut or made simpler (`importing.mending`).
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.content.pack import slug
from deckbuilder.diagnostics import Diagnostic, Diagnostics, Origin, Severity, SourceFile
from deckbuilder.importing.agencys_own import with_questions
from deckbuilder.importing.lengths import length_of, slides_in
from deckbuilder.importing.mending import STEPS, mended
from deckbuilder.importing.pack_files import PackFile, pack_files, with_about
from deckbuilder.importing.pack_slides import PackDraft, PackSlide
from deckbuilder.importing.recognising import recognised
from deckbuilder.importing.report import report_text
from deckbuilder.ir.outline import Loss, Outline
from deckbuilder.pipeline.building import check, load_packs
from deckbuilder.pipeline.ordering import Order
from deckbuilder.source import Workspace
from deckbuilder.source.text_reader import MAX_BYTES, NOT_XML, read_text
from deckbuilder.theme import load_theme

MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".txt")
OFFICE = (".pptx", ".docx", ".potx", ".dotx", ".pptm", ".docm", ".ppsx")
MAX_OFFICE_BYTES = 200 * 1024 * 1024
"""The largest Office file that is read."""
MAX_SLIDES = 1_000
"""The most slides of a document, with those for its tables, pictures and charts."""
MAX_CHARACTERS = 200_000
"""The most characters of a document's slides and notes: ten hours' speech."""
MAX_LINES = 20_000
"""The most lines of a Markdown file."""
REPORT = "import-report.md"
"""The file in the pack that says what became of the document."""
_THEME = "board"
"""The theme under which a pack is tried."""


class Imported(Struct, frozen=True):
    """A pack, ready to be written."""

    files: tuple[PackFile, ...]
    """Those of the pack, and the report."""
    draft: PackDraft
    kinds: tuple[tuple[str, int], ...]
    """How many slides there are of each kind, by the kind's name."""


def import_document(file: Path, folder: Path, around: Workspace, diagnostics: Diagnostics) -> Imported | None:
    """Make a pack of a document, in memory; None, with diagnostics, where it cannot be read.

    `folder` is where the pack will stand; its name becomes the pack's id.
    """
    outline = _outline(file, around, diagnostics)
    if outline is None:
        return None
    if not outline.slides:
        _refuse(
            "nothing-to-import", "There is nothing in this file that a slide could show.", file, around, diagnostics
        )
        return None
    if slides_in(outline) > MAX_SLIDES or length_of(outline) > MAX_CHARACTERS:
        said = f"This document has more than {MAX_SLIDES:,} slides or {MAX_CHARACTERS:,} characters."
        _refuse("document-too-long", said, file, around, diagnostics, "Import it in parts.")
        return None
    first = _with_about(_draft(outline, _name_from(file), around), outline, slug(folder.name))
    draft = _fitting(with_questions(first), file, diagnostics)
    if draft is None:
        return None
    files = pack_files(draft, file.name, _schemas(folder, around))
    kinds: dict[str, int] = {}
    for slide in draft.slides:
        kind = str(slide.fields["kind"])
        kinds[kind] = kinds.get(kind, 0) + 1
    report = PackFile(REPORT, report_text(draft, file.name, kinds).encode())
    return Imported((*files, report), draft, tuple(kinds.items()))


def _outline(file: Path, around: Workspace, diagnostics: Diagnostics) -> Outline | None:
    shown = around.shown(file)
    ending = file.suffix.lower()
    if ending in MARKDOWN:
        # Each reader imports half of what the other needs.
        from deckbuilder.importing.markdown import read_markdown  # noqa: PLC0415

        text = _text(file, shown, diagnostics)
        if text is None:
            return None
        if text.count("\n") > MAX_LINES or len(text) > 2 * MAX_CHARACTERS:
            said = f"This file has more than {MAX_LINES:,} lines or {2 * MAX_CHARACTERS:,} characters."
            _refuse("document-too-long", said, file, around, diagnostics, "Import it in parts.")
            return None
        taken_out = len(NOT_XML.findall(text))
        outline = read_markdown(NOT_XML.sub("", text), shown, file.parent, diagnostics)
        if outline is not None and taken_out:
            said = f"{taken_out} characters that no document can hold, such as control characters, are left out."
            outline = replace(outline, lost=(Loss("the file", said), *outline.lost))
        return outline
    if ending not in OFFICE:
        _refuse(
            "wrong-file-format", f"“{file.name}” is no file that can be imported.", file, around, diagnostics,
            f"Those end in {', '.join((*OFFICE[:2], *MARKDOWN[:1]))}. Save it as one of these, then import that.",
        )  # fmt: skip
        return None
    from deckbuilder.office import read_outline  # noqa: PLC0415

    try:
        if file.stat().st_size > MAX_OFFICE_BYTES:
            said = f"This file is larger than {MAX_OFFICE_BYTES // 2**20} MiB."
            _refuse("file-too-large", said, file, around, diagnostics)
            return None
        data = file.read_bytes()
    except OSError as error:
        _refuse("unreadable-file", f"This file cannot be read: {error.strerror}.", file, around, diagnostics)
        return None
    return read_outline(data, shown, diagnostics)


def _text(file: Path, shown: str, diagnostics: Diagnostics) -> str | None:
    """Read a text as it is; what stops a pack from being read, such as a control character, stops no import."""
    mine = Diagnostics()
    text = read_text(file, shown, mine)
    if text is None and {item.code for item in mine} == {"control-character"}:
        text = file.read_bytes()[:MAX_BYTES].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    else:
        diagnostics.extend(mine)
    return text


def _draft(outline: Outline, named: str, around: Workspace) -> PackDraft:
    if any(slide.tag for slide in outline.slides):
        from deckbuilder.importing.own_deck import own_slides  # noqa: PLC0415  # few decks are our own

        return own_slides(outline, _contacts_of_agencies(around))
    return recognised(outline, named)


def _contacts_of_agencies(around: Workspace) -> set[str]:
    """Give the names of all contacts that the workspace's themes put on support slides by themselves."""
    names: set[str] = set()
    for folder in around.themes():
        theme = load_theme(folder, around, Diagnostics())
        if theme is not None:
            agency = theme.agency
            referral = agency.referral.contacts if agency.referral else ()
            names.update(str(contact.name) for contact in (*agency.contacts, *agency.support, *referral))
    return names


def _name_from(file: Path) -> str:
    """Make a title of a file's name."""
    words = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] or "Untitled"


def _with_about(draft: PackDraft, outline: Outline, pack_id: str) -> PackDraft:
    language = outline.language or "en-GB"
    draft = with_about(draft, id=pack_id, title=draft.about.get("title", "Untitled"), language=language)
    return replace(draft, about={**draft.about, "id": pack_id})


def _schemas(folder: Path, around: Workspace) -> str:
    """Give the path from a pack's folder to the workspace's JSON Schemas."""
    root = around.root or around.current
    try:
        depth = len(folder.resolve().relative_to(root).parts)
    except ValueError:
        depth = 2
    return "../" * depth + "schema"


def _refuse(  # what a diagnostic needs
    code: str, message: str, file: Path, around: Workspace, diagnostics: Diagnostics, hint: str = ""
) -> None:
    diagnostics.error(code, message, Origin(SourceFile(around.shown(file))), hint)


def _fitting(draft: PackDraft, file: Path, diagnostics: Diagnostics) -> PackDraft | None:
    """Mend a draft until it builds; None, with what is wrong, where it never does."""
    steps: dict[str, int] = {}
    tried = draft
    for _ in range(4 * STEPS):
        faults, errors = _tried(pack_files(_all_shown(tried), file.name))
        if not errors and tried is draft:
            return draft
        if errors and (not faults or all(steps.get(name, 0) >= STEPS for name in faults)):
            diagnostics.extend(Diagnostics(errors))
            return None
        draft = _mended(draft, faults, steps)
        # What was mended is tried for itself, and the whole once more at the end.
        tried = (
            _only(draft, {slide.place for slide in draft.slides if slide.fields["id"] in faults}) if errors else draft
        )
    return None


def _only(draft: PackDraft, places: Collection[str]) -> PackDraft:
    """Give a draft with the slides of some places, and those that open something, which show one another."""
    slides = [slide for slide in draft.slides if slide.place in places or slide.fields["kind"] in _OPENING]
    return replace(draft, slides=tuple(slides))


_OPENING = ("title", "section")


def _all_shown(draft: PackDraft) -> PackDraft:
    """Give a draft without a plan that leaves slides out: those must fit, too."""
    return replace(draft, slides=tuple(replace(slide, hidden=False) for slide in draft.slides))


def _mended(draft: PackDraft, faults: dict[str, set[str]], steps: dict[str, int]) -> PackDraft:
    slides: list[PackSlide] = []
    decided = list(draft.decided)
    ids = [str(slide.fields["id"]) for slide in draft.slides]
    for slide, name in zip(draft.slides, ids, strict=True):
        step = steps.get(name, 0)
        if name in faults and step < STEPS:
            several, said = mended(slide, faults[name], step, ids)
            # Another kind of slide begins with the mildest step again.
            steps[name] = step + 1 if several[0].fields["kind"] == slide.fields["kind"] else 0
            decided += [loss for loss in said if loss not in decided]
            slides += several
        else:
            slides.append(slide)
    return replace(draft, slides=tuple(slides), decided=tuple(decided))


def _tried(files: Sequence[PackFile]) -> tuple[dict[str, set[str]], list[Diagnostic]]:
    """Build a pack in memory; gives the codes of its errors by slide, and the errors."""
    with TemporaryDirectory(prefix="deckbuilder-") as name:
        workspace = Workspace(Path(name), Path(name))
        folder = Path(name) / "content" / "pack"
        for file in files:
            path = folder / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        diagnostics = Diagnostics()
        packs = load_packs([folder], workspace, diagnostics)
        if packs:
            theme = workspace.theme(_THEME)
            for result in check(packs, [theme] if theme else [], Order(only=("deck",), out=folder), workspace):
                diagnostics.extend(result.diagnostics)
    errors = [
        item
        for item in diagnostics.in_reading_order()
        if item.severity is Severity.ERROR and item.code != "unknown-link"  # it may lead to a slide that is not tried
    ]
    faults: dict[str, set[str]] = {}
    for item in errors:
        slide = _slide_at(item.origin, files)
        if slide:
            faults.setdefault(slide, set()).add(item.code)
    return faults, errors


def _slide_at(origin: Origin | None, files: Sequence[PackFile]) -> str:
    """Give the id of the slide that stands at a place; empty where it is none."""
    file = next((each for each in files if origin and origin.path.endswith(f"/{each.name}")), None)
    before = [name for line, name in file.slides if origin and line <= origin.line] if file else []
    return before[-1] if before else ""
