"""Reading a file as text that an Office document can hold."""

import re
from pathlib import Path

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile

MAX_BYTES = 1024 * 1024
"""The largest file read. The largest file of a pack that is known is a fiftieth of it."""
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What XML 1.0 (2.2, production 2) cannot hold, the C1 controls, which it discourages, and what YAML takes for the
end of a line (U+2028, U+2029) or refuses (U+FEFF behind the beginning) and no editor shows."""


def read_text(path: Path, shown_as: str, diagnostics: Diagnostics) -> str | None:
    """Read a file; None when it cannot be read, is no UTF-8 or holds what XML cannot, with the reason."""
    whole = Origin(SourceFile(shown_as))
    try:
        if not path.is_file():  # a pipe or a device would never end
            diagnostics.error("unreadable-file", "This is no file that can be read.", whole)
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        diagnostics.error("unreadable-file", f"This file cannot be read: {error.strerror}.", whole)
        return None
    if len(data) > MAX_BYTES:
        diagnostics.error("file-too-large", f"This file is larger than {MAX_BYTES // 2**20} MiB.", whole)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        source = SourceFile(shown_as, data.decode("utf-8", "replace"))
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        diagnostics.error(
            "not-utf8",
            f"The byte 0x{data[error.start]:02X} here is not UTF-8 text.",
            Origin(source, line, column),
            "In your editor, save the file with the encoding UTF-8.",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    illegal = NOT_XML.search(text)
    if illegal:
        line, column = (
            text.count("\n", 0, illegal.start()) + 1,
            illegal.start() - text.rfind("\n", 0, illegal.start()),
        )
        report_control(illegal.group(), Origin(SourceFile(shown_as, text), line, column), diagnostics)
        return None
    return text


def report_control(character: str, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report a character that no Office document can hold."""
    diagnostics.error(
        "control-character",
        f"The control character U+{ord(character):04X} cannot stand in an Office document.",
        origin,
        "Delete it; it often comes along when text is copied from another program.",
    )
