"""Reading one YAML file into located values.

PyYAML's parser gives the events; the values are built here, because its constructors turn `No` into False, keep the
last of two equal keys, expand aliases without bound and forget where things stood.
"""

import re
from itertools import islice
from pathlib import Path

import yaml

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.source.syntax import MAX_DEPTH, report_syntax
from deckbuilder.source.text_reader import NOT_XML, read_text, report_control
from deckbuilder.source.values import Fields, Items, Node, Text

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

MAX_ALIASED = 10_000
"""How many values aliases may add to a file before it counts as an alias bomb; a hundred characters count as one."""
MAX_TEXT = 20_000
"""The most characters of one text: about an hour's speech."""
MAX_VALUES = 50_000
"""The most values of a file. The largest pack known has a twentieth."""
MAX_DIRECTIVES = 20
"""The most lines that begin with a percent sign. The parser compares each with all before it."""
_DIRECTIVE = re.compile("^%", re.MULTILINE)


def read_yaml(path: Path, shown_as: str, diagnostics: Diagnostics) -> Fields | None:
    """Read a file that must hold one mapping.

    Gives None when it cannot be read, with the reason among the diagnostics. `shown_as` is the path as the author
    would name it.
    """
    text = read_text(path, shown_as, diagnostics)
    if text is None:
        return None
    source = SourceFile(shown_as, text)
    directives = list(islice(_DIRECTIVE.finditer(text), MAX_DIRECTIVES + 1))
    if len(directives) > MAX_DIRECTIVES:
        line = text.count("\n", 0, directives[0].start()) + 1
        diagnostics.error(
            "yaml-tag", "Lines that begin with “%” tell a parser about tags; none are used here.",
            Origin(source, line, 1), "Remove them.",
        )  # fmt: skip
        return None
    try:
        root = _Builder(source, diagnostics).build()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        report_syntax(error, source, diagnostics)
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
        self._values = 0
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
            illegal = NOT_XML.search(value)
            if illegal:
                report_control(illegal.group(), self._origin(event), self._diagnostics)
                raise _RefusedError
        if len(value) > MAX_TEXT:
            self._refuse(
                "text-too-long",
                f"This text has {len(value):,} characters; {MAX_TEXT:,} are the most.",
                event,
                "Put it into several slides or notes. If it is no text at all, a quotation mark may be missing.",
            )
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
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse(
                "file-too-large",
                f"There are more than {MAX_VALUES:,} values up to here.",
                event,
                "Put the slides into several files.",
            )
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
    """Count the values under a node, and each hundred characters of a text as one; gives up above `limit`."""
    total, waiting = 0, [node]
    while waiting and total <= limit:
        current = waiting.pop()
        total += 1 + (len(current) // 100 if isinstance(current, Text) else 0)
        if isinstance(current, Items):
            waiting.extend(current)
        elif isinstance(current, Fields):
            waiting.extend(current.values())
    return total
