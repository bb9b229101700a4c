"""The files of an imported pack, written for the people who go on working with it."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.content.pack import slug
from deckbuilder.importing.pack_slides import PackDraft, PackSlide, Value
from deckbuilder.importing.yaml_text import mapping

MOST_VALUES = 20_000
"""The most values of a section file; more make a second one."""
_LONGEST_NAME = 40
"""The most characters of a file's or an id's name."""
_EXPLAINED = {
    "id": "The pack's name in file names: small letters, digits and hyphens.",
    "title": "What the training is called, on every document.",
    "language": "The language that the documents are marked with, for spelling and for screen readers.",
    "slides": "The section files, in the order of the slides.",
    "plans": "The document hides some slides; this plan leaves them out. Without “plans”, every slide is shown.",
}
_WORTH_ADDING = """\
# Worth adding, each under its key: audience, aim, outcomes (what people can do afterwards), content_note (what to
# tell people who may be touched by it), support (where to find help), materials. docs/authoring.md explains them.
"""
_HOW_TO_READ = """\
#
# A slide has an id (keep it: plans and links name the slide by it), a kind, a title, what its kind shows, and notes.
# Useful to add: minutes (how long it takes), ask (questions for the room), watch_for (what to keep an eye on).
# A backslash before a character takes its special meaning away.
"""


class PackFile(Struct, frozen=True):
    """A file of a pack."""

    name: str
    """Its path inside the pack, with forward slashes."""
    data: bytes
    slides: tuple[tuple[int, str], ...] = ()
    """For a section file: the line at which each slide begins, and the slide's id."""


class _Section(Struct, frozen=True):
    name: str
    id: str
    slides: tuple[PackSlide, ...]

    def file_name(self, number: int) -> str:
        return f"slides/{number:02}-{self.id}.yaml"


def pack_files(draft: PackDraft, made_from: str, schemas: str = "../../schema") -> list[PackFile]:
    """Write a draft's files: `pack.yaml`, the section files, the pictures.

    `made_from` names the document; `schemas` is the path of the folder of JSON Schemas, from the pack's folder.
    """
    sections = _sections(draft)
    names = [section.file_name(number) for number, section in enumerate(sections, 1)]
    files = [PackFile("pack.yaml", _manifest(draft, sections, names, made_from, schemas).encode())]
    for number, (section, name) in enumerate(zip(sections, names, strict=True)):
        files.append(_section_file(section, name, f"../{schemas}", first=number == 0))
    pictures = {picture.name: picture.data for slide in draft.slides for picture in slide.pictures}
    files += [PackFile(f"pictures/{name}", data) for name, data in pictures.items()]
    return files


def name_of(text: str, otherwise: str) -> str:
    """Make an id of a text; `otherwise` where the text has no letter or digit that an id may have."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = slug(re.sub(r"['’]", "", plain)) if re.search(r"[A-Za-z0-9]", plain) else otherwise
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
    return name.strip("-") or otherwise


def unused(name: str, used: set[str]) -> str:
    """Give a name that is not used yet, with a number behind it if need be, and note it as used."""
    found, number = name, 2
    while found in used:
        found, number = f"{name}-{number}", number + 1
    used.add(found)
    return found


def _sections(draft: PackDraft) -> list[_Section]:
    used: set[str] = set()
    shown: set[str] = set()
    found = []
    title = str(draft.about.get("title", "Slides"))
    for given, group in groupby(draft.slides, key=lambda slide: slide.section):
        for slides in _files_of(group):
            name = _distinct(given or title, shown)
            found.append(_Section(name, unused(name_of(name, "section"), used), tuple(slides)))
    return found


def _files_of(slides: Iterable[PackSlide]) -> Iterator[list[PackSlide]]:
    """Give the slides of a section, in as many files as it takes."""
    batch: list[PackSlide] = []
    total = 0
    for slide in slides:
        values = _count(slide.fields)
        if batch and total + values > MOST_VALUES:
            yield batch
            batch, total = [], 0
        batch.append(slide)
        total += values
    yield batch


def _count(value: Value) -> int:
    """Count values, and each hundred characters of a text as one."""
    if isinstance(value, dict):
        return 1 + sum(1 + _count(each) for each in value.values())
    if isinstance(value, list):
        return 1 + sum(map(_count, value))
    return 1 + len(value) // 100 if isinstance(value, str) else 1


def _distinct(name: str, shown: set[str]) -> str:
    found, number = name, 2
    while found.casefold() in shown:
        found, number = f"{name} ({number})", number + 1
    shown.add(found.casefold())
    return found


def _manifest(draft: PackDraft, sections: Sequence[_Section], names: list[str], made_from: str, schemas: str) -> str:
    about: dict[str, Value] = {**draft.about, "slides": list(names)}
    plans = _plans(draft, sections)
    if plans and "plans" not in about:
        about["plans"] = plans
    lines = [
        f"# yaml-language-server: $schema={schemas}/pack.schema.json",
        "#",
        *_comment(
            f"Made from “{made_from}” by “deckbuilder import”. import-report.md says what was decided, and what could "
            "not be carried over; look for “CHECK” in the files under slides/.",
            0,
        ),
        "",
    ]
    for key, value in about.items():
        if key == "slides":
            lines += ["", *_WORTH_ADDING.splitlines(), ""]
        if key in _EXPLAINED:
            lines += _comment(_EXPLAINED[key], 0)
        lines += mapping({key: value})
    return "\n".join(lines) + "\n"


def _plans(draft: PackDraft, sections: Sequence[_Section]) -> dict[str, Value]:
    """Make a plan that leaves out what the document hides; none where it hides nothing, or everything."""
    hidden: list[Value] = [slide.fields["id"] for slide in draft.slides if slide.hidden]
    if not hidden or len(hidden) == len(draft.slides):
        return {}
    include: list[Value] = []
    for section in sections:
        if not any(slide.hidden for slide in section.slides):
            include.append({"section": section.id})
        else:
            include += [slide.fields["id"] for slide in section.slides if not slide.hidden]
    title = draft.about.get("title", "Slides")
    return {
        "as-shown": {
            "title": "As shown",
            "sessions": [{"id": "whole", "title": title, "include": include}],
            "leaves_out": hidden,
        }
    }


def _section_file(section: _Section, name: str, schemas: str, *, first: bool) -> PackFile:
    lines = [f"# yaml-language-server: $schema={schemas}/section.schema.json"]
    lines += _HOW_TO_READ.splitlines() if first else []
    lines += mapping({"section": section.name, "id": section.id})
    lines.append("slides:")
    starts: list[tuple[int, str]] = []
    for number, slide in enumerate(section.slides):
        lines += [""] if number else []
        starts.append((len(lines) + 1, str(slide.fields["id"])))
        for sentence in slide.look_at:
            lines += _comment(f"CHECK: {sentence} Then delete this comment.", 2)
        written = list(mapping(slide.fields, 4))
        lines += ["  - " + written[0].lstrip(), *written[1:]]
    return PackFile(name, ("\n".join(lines) + "\n").encode(), tuple(starts))


def _comment(text: str, indent: int) -> Iterator[str]:
    before = " " * indent + "# "
    yield from textwrap.wrap(
        " ".join(text.split()), 108, initial_indent=before, subsequent_indent=before, break_long_words=False
    )


def with_about(draft: PackDraft, **values: Value) -> PackDraft:
    """Give a draft further keys of `pack.yaml`, before those it has."""
    return replace(draft, about={**values, **{key: each for key, each in draft.about.items() if key not in values}})
