"""Reading one YAML file into located values.

PyYAML's parser gives the events; the values are built here, because its constructors turn `No` into False, keep the
last of two equal keys, expand aliases without bound and forget where things stood.
"""

import re
from pathlib import Path

import yaml

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.source.values import Fields, Items, Node, Text

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

MAX_BYTES = 16 * 1024 * 1024
"""The largest file read. The largest pack known is a thousandth of it."""
MAX_DEPTH = 32
"""The deepest nesting read; the model itself goes nine levels deep."""
MAX_ALIASED = 10_000
"""How many values aliases may add to a file before it counts as an alias bomb."""

_NOT_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2, production 2) cannot hold, the C1 controls, which it discourages, and what YAML takes for the
end of a line (U+2028, U+2029) or refuses (U+FEFF behind the beginning) and no editor shows."""

_FRIENDLY = {
    "mapping values are not allowed in this context": "a colon and a space start a value here, where none may stand",
    "did not find expected key": "the indentation does not fit the lines above",
    "did not find expected '-' indicator": "the indentation does not fit the list above",
    "could not find expected ':'": "a key here lacks its colon",
    "found unexpected end of stream": "a quotation mark is opened here and never closed",
    "did not find expected node content": "a value is missing here",
    "found unknown escape character": "a backslash in double quotation marks starts a code, and this is none",
    "found character that cannot start any token": "this character cannot start a value",
    "did not find expected ',' or ']'": "a list in [brackets] is not closed",
    "did not find expected ',' or '}'": "a mapping in {braces} is not closed",
}
_HINTS = {
    "mapping values are not allowed in this context": "Put the whole text in quotation marks when it contains “: ”.",
    "found unknown escape character": "Write two backslashes, or use single quotation marks.",
    "found character that cannot start any token": "Put the text in quotation marks.",
    "found unexpected end of stream": "Close it at the end of the text; inside the text, use typographic marks “ ”.",
}
_OPENED = {
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""Problems that are noticed far behind the mark or bracket that is left open, where they are shown."""


def read_yaml(path: Path, shown_as: str, diagnostics: Diagnostics) -> Fields | None:
    """Read a file that must hold one mapping.

    Gives None when it cannot be read, with the reason among the diagnostics. `shown_as` is the path as the author
    would name it.
    """
    text = _read_text(path, shown_as, diagnostics)
    if text is None:
        return None
    source = SourceFile(shown_as, text)
    try:
        root = _Builder(source, diagnostics).build()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, source, diagnostics)
        return None
    if root is None:
        diagnostics.error("empty-file", "This file is empty.", Origin(source, 1, 1))
        return None
    if not isinstance(root, Fields):
        diagnostics.error(
            "wrong-type", "This file must hold keys and values, not a list or a single text.", root.origin
        )
        return None
    return root


def _read_text(path: Path, shown_as: str, diagnostics: Diagnostics) -> str | None:
    whole = Origin(SourceFile(shown_as))
    try:
        if path.stat().st_size > MAX_BYTES:
            diagnostics.error("file-too-large", f"This file is larger than {MAX_BYTES // 2**20} MiB.", whole)
            return None
        data = path.read_bytes()
    except OSError as error:
        diagnostics.error("unreadable-file", f"This file cannot be read: {error.strerror}.", whole)
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
    illegal = _NOT_XML.search(text)
    if illegal:
        line, column = (
            text.count("\n", 0, illegal.start()) + 1,
            illegal.start() - text.rfind("\n", 0, illegal.start()),
        )
        _report_control(illegal.group(), Origin(SourceFile(shown_as, text), line, column), diagnostics)
        return None
    return text


def _report_control(character: str, origin: Origin, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "control-character",
        f"The control character U+{ord(character):04X} cannot stand in an Office document.",
        origin,
        "Delete it; it often comes along when text is copied from another program.",
    )


def _report_syntax(error: yaml.MarkedYAMLError, source: SourceFile, diagnostics: Diagnostics) -> None:
    mark = error.problem_mark or error.context_mark
    problem = (error.problem or "it is not valid YAML").split(" '\\t'")[0]
    opened = error.context_mark
    if problem in _OPENED and mark and opened and opened.line < mark.line:
        mark = opened
    origin = _within(source, mark.line + 1, mark.column + 1) if mark else Origin(source)
    if problem == "exceeded maximum nesting depth":
        diagnostics.error("too-deep", f"Values are nested more than {MAX_DEPTH} levels deep here.", origin)
        return
    line = origin.excerpt
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        diagnostics.error(
            "tab-indent",
            "A tab indents this line; YAML allows only spaces there.",
            Origin(source, origin.line, indent.index("\t") + 1),
            "Replace the tab by two spaces.",
        )
        return
    if origin.column and line[origin.column - 1 :].startswith("\t"):
        diagnostics.error(
            "tab-indent", "A tab stands here; YAML allows only spaces.", origin, "Replace the tab by a space."
        )
        return
    diagnostics.error(
        "yaml-syntax",
        f"This is not valid YAML: {_FRIENDLY.get(problem, problem)}.",
        origin,
        _HINTS.get(problem, ""),
    )


def _within(source: SourceFile, line: int, column: int) -> Origin:
    """Give a place in the text; for one behind its end, the end."""
    lines = source.text.rstrip("\n").split("\n")
    if line > len(lines):
        return Origin(source, len(lines), len(lines[-1]) + 1)
    return Origin(source, line, min(column, len(lines[line - 1]) + 1))


class _RefusedError(Exception):
    """The file is refused; the reason stands among the diagnostics."""


class _Builder:
    """Builds located values from a parser's events, without recursion."""

    def __init__(self, source: SourceFile, diagnostics: Diagnostics) -> None:
        self._source = source
        self._diagnostics = diagnostics
        self._parser = _PARSER(source.text)
        self._open: list[tuple[Fields | Items, str | None]] = []
        self._pending_key: Text | None = None
        self._anchors: dict[str, Node] = {}
        self._aliased = 0
        self._root: Node | None = None

    def build(self) -> Node | None:
        """Read the file's only document; None when it holds none."""
        documents = 0
        while True:
            event = self._parser.get_event()
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._end()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("several-documents", "A second document starts here; a file holds one.", event)
            elif isinstance(event, yaml.StreamEndEvent):
                return None if isinstance(self._root, Text) and not self._root else self._root

    def _origin(self, event: yaml.Event) -> Origin:
        mark = event.start_mark
        return Origin(self._source, mark.line + 1, mark.column + 1) if mark else Origin(self._source)

    def _refuse(self, code: str, message: str, event: yaml.Event, hint: str = "") -> None:
        self._diagnostics.error(code, message, self._origin(event), hint)
        raise _RefusedError

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._refuse("yaml-tag", f"The tag {event.tag} is not used here.", event, "Remove it.")
        value = event.value
        if event.style == '"':
            illegal = _NOT_XML.search(value)
            if illegal:
                _report_control(illegal.group(), self._origin(event), self._diagnostics)
                raise _RefusedError
        text = Text(value.rstrip("\n") if event.style in {"|", ">"} else value, self._origin(event))
        if event.anchor:
            self._anchors[event.anchor] = text
        self._place(text, event)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._refuse("yaml-tag", f"The tag {event.tag} is not used here.", event, "Remove it.")
        if len(self._open) >= MAX_DEPTH:
            self._refuse("too-deep", f"Values are nested more than {MAX_DEPTH} levels deep here.", event)
        kind = Fields if isinstance(event, yaml.MappingStartEvent) else Items
        node = kind(self._origin(event))
        self._place(node, event)
        self._open.append((node, event.anchor))

    def _end(self) -> None:
        node, anchor = self._open.pop()
        if anchor:
            self._anchors[anchor] = node

    def _alias(self, event: yaml.AliasEvent) -> None:
        node = self._anchors.get(event.anchor or "")
        if node is None:
            self._refuse(
                "unknown-alias",
                f"No value above is marked “&{event.anchor}”.",
                event,
                "If no alias is meant, put the text in quotation marks.",
            )
            return
        self._aliased += _count(node, MAX_ALIASED)
        if self._aliased > MAX_ALIASED:
            self._refuse(
                "alias-bomb",
                f"Aliases like “*{event.anchor}” repeat so much that this file would grow beyond all bounds.",
                event,
                "Write the values out, or repeat smaller ones.",
            )
        self._place(node, event)

    def _place(self, node: Node, event: yaml.Event) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1][0]
        if isinstance(parent, Items):
            parent.append(node)
            return
        if self._pending_key is None:
            if not isinstance(node, Text):
                braces = "{{" in self._origin(event).excerpt
                hint = "Put a text that begins with “{{” in quotation marks." if braces else ""
                self._refuse("wrong-type", "A key must be a text.", event, hint)
                return
            if node in parent:
                first = parent.key_origins[node]
                self._diagnostics.error(
                    "duplicate-key",
                    f"The key “{node}” stands here already, in line {first.line}.",
                    node.origin,
                    "Merge the two or delete one.",
                )
            self._pending_key = node
            return
        key, self._pending_key = self._pending_key, None
        if key not in parent:
            parent[str(key)] = node
            parent.key_origins[str(key)] = key.origin or parent.origin


def _count(node: Node, limit: int) -> int:
    """Count the values under a node, giving up above `limit`."""
    total, waiting = 0, [node]
    while waiting and total <= limit:
        current = waiting.pop()
        total += 1
        if isinstance(current, Items):
            waiting.extend(current)
        elif isinstance(current, Fields):
            waiting.extend(current.values())
    return total
