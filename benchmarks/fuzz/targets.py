"""What is fuzzed: each reader of what comes from outside, as a function of bytes that must never raise.

`tests/security/test_fuzzing.py` runs the same functions over inputs that hypothesis makes.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import docx
import pptx

from deckbuilder.checks.files import check_office_file
from deckbuilder.compose import Markup
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.fit import FontFileError, faces_in
from deckbuilder.ir.answers import ReturnedFile
from deckbuilder.office import deck_template, word_template
from deckbuilder.office.archive import read_package
from deckbuilder.office.reader import RefusedError, read_office_file
from deckbuilder.office.word.returned import read_worksheet
from deckbuilder.source import Text, Workspace, read_yaml
from deckbuilder.source.pictures import load_picture
from deckbuilder.theme import TemplateFile, Theme, load_theme

_ORIGIN = Origin(SourceFile("sent-by-mail"), 1, 1)
_PACK = """id: sent-by-mail
title: Sent by mail
version: "1.0"
slides:
  - slides/01.yaml
"""


@cache
def _room() -> Path:
    """Make a folder with a sound pack and a sound theme, whose files the targets write over."""
    room = Path(mkdtemp(prefix="deckbuilder-fuzz-"))
    for folder in ("content/pack/slides", "themes/agency"):
        (room / folder).mkdir(parents=True)
    (room / "content/pack/pack.yaml").write_text(_PACK, encoding="utf-8")
    return room


def yaml(data: bytes) -> None:
    """Read a file of YAML."""
    path = _room() / "any.yaml"
    path.write_bytes(data)
    read_yaml(path, "any.yaml", Diagnostics())


def pack(data: bytes) -> None:
    """Read a pack whose only section file this is, and its texts."""
    folder = _room() / "content/pack"
    (folder / "slides/01.yaml").write_bytes(data)
    load_pack(folder, Workspace.around(_room()), Diagnostics())


def theme(data: bytes) -> None:
    """Read a theme."""
    folder = _room() / "themes/agency"
    (folder / "theme.yaml").write_bytes(data)
    load_theme(folder, Workspace.around(_room()), Diagnostics())


def markup(data: bytes) -> None:
    """Read a text with inline Markdown and values."""
    text = Text(data.decode("utf-8", "replace"), _ORIGIN)
    values = {"agency.name": "Agency *of* [all]", "pack.title": None}
    read = Markup(values, {"first"}, Diagnostics())
    for run in read.runs(text):
        if run.link is not None and not run.link.lower().startswith(("http://", "https://", "mailto:", "tel:", "#")):
            raise AssertionError(run.link)
    read.paragraphs(text)
    read.plain(text)


def picture(data: bytes) -> None:
    """Read a picture."""
    path = _room() / "picture.png"
    path.write_bytes(data)
    load_picture(path, Text("picture.png", _ORIGIN), Diagnostics())


def font(data: bytes) -> None:
    """Read a font file."""
    with suppress(FontFileError):  # that is how it says no
        faces_in(data)
    faces_in.cache_clear()


def archive(data: bytes) -> None:
    """Unpack a template, whatever it is."""
    for name in ("agency.potx", "agency.dotx"):
        read_package(TemplateFile(Text(name, _ORIGIN), data), Diagnostics())


def deck_part(data: bytes) -> None:
    """Take over a PowerPoint template with one part in which something is changed."""
    _deck(_changed(_powerpoint(), data))


def word_part(data: bytes) -> None:
    """Take over a Word template with one part in which something is changed."""
    _word(_changed(_document(), data))


def worksheet_part(data: bytes) -> None:
    """Read a worksheet that came back, with one part in which something is changed."""
    changed = _changed(_document(), data)
    read_worksheet(ReturnedFile(_ORIGIN, changed), Diagnostics())
    _check(changed)


def check_part(data: bytes) -> None:
    """Check a deck with one part in which something is changed."""
    _check(_changed(_powerpoint(), data))


def _check(data: bytes) -> None:
    try:
        file = read_office_file(data, "file")
    except RefusedError:
        return
    check_office_file(file, _ORIGIN, Diagnostics())


def _deck(data: bytes) -> None:
    theme = _with_template("deck", "agency.potx", data)
    if theme is not None:
        deck_template(theme, Diagnostics())


def _word(data: bytes) -> None:
    theme = _with_template("word", "agency.dotx", data)
    if theme is not None:
        word_template(theme, Diagnostics())


def _with_template(kind: str, name: str, data: bytes) -> Theme | None:
    folder = _room() / "themes" / kind
    if not folder.exists():
        folder.mkdir()
        sound = f"name: Sound\nextends: board\n{kind}:\n  template: {name}\n"
        (folder / "theme.yaml").write_text(sound, encoding="utf-8")
    (folder / name).write_bytes(data)
    return load_theme(folder, Workspace.around(_room()), Diagnostics())


@cache
def _powerpoint() -> Mapping[str, bytes]:
    return _parts(Path(pptx.__file__).parent / "templates" / "default.pptx")


@cache
def _document() -> Mapping[str, bytes]:
    return _parts(Path(docx.__file__).parent / "templates" / "default.docx")


def _parts(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(path) as read:
        return {name: read.read(name) for name in read.namelist()}


def _changed(parts: Mapping[str, bytes], data: bytes) -> bytes:
    """Put bytes into a part: which part, where, and how many of its own they stand for, the first bytes say.

    Whole tokens (a tag, a value) are what is replaced, so that most of what is made is still XML.
    """
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    head, rest = data[:5].ljust(5, b"\0"), data[5:]
    name = names[head[0] % len(names)]
    part = parts[name]
    tokens = _tokens(part)
    start = (head[1] << 8 | head[2]) % len(tokens)
    end = min(start + head[3] % 24, len(tokens))
    moved = b""
    if head[4] % 3 == 1:  # a piece of the same part, elsewhere
        other = (head[4] * 131 + head[3]) % len(tokens)
        moved = b"".join(tokens[other : other + 12])
    changed = b"".join((*tokens[:start], moved, rest, *tokens[end:]))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as written:
        for own, content in parts.items():
            written.writestr(own, changed if own == name else content)
    return file.getvalue()


@cache
def _tokens(part: bytes) -> tuple[bytes, ...]:
    return tuple(re.findall(rb"<[/?!]?[\w:.-]*|\s+[\w:.-]+=|\"[^\"]*\"|[^<\s\"]+|\s", part))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        yaml, pack, theme, markup, picture, font, archive, deck_part, word_part, worksheet_part, check_part,
    )
}  # fmt: skip
"""The targets by their names."""
