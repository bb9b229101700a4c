"""Writing one text as a YAML scalar, in the style that stands there already where that can hold it."""

import re
from collections.abc import Iterator

import yaml

from deckbuilder.source.editing.tree import SourceNode, SourceTree
from deckbuilder.source.editing.wrapping import rewrapped, width_of, wrapped

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_LONG = 100
"""How many characters a new text may have on the line that it begins on."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TRUE_BLANK = re.compile(r"[ \t]$", re.MULTILINE)


def replaced(node: SourceNode, tree: SourceTree, text: str) -> str:
    """Write a text for the place of a scalar.

    Lines that follow the first carry their indentation.
    """
    source = tree.text[node.start : node.end]
    indent = _indent(node, tree)
    for candidate in (*_alike(node, source, text, indent), *_fresh(text, indent, flow=node.flow)):
        if _reads_as(candidate, text, flow=node.flow):
            return candidate
    return _double(text)


def written(text: str, indent: int, *, flow: bool) -> str:
    """Write a text that is not in the file yet; `indent` is that of lines that follow its first."""
    candidates = _fresh(text, indent, flow=flow)
    return next((each for each in candidates if _reads_as(each, text, flow=flow)), _double(text))


def _indent(node: SourceNode, tree: SourceTree) -> int:
    """Give the indentation of the scalar's further lines: as they are, else two more than the line that it is on."""
    following = tree.text[node.start : node.end].split("\n")[1:]
    for line in following:
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    line = tree.text[tree.line_start(node.start) : node.start]
    # Behind “- ” stands what is indented further.
    lead = len(line) - len(line.lstrip(" "))
    while line[lead : lead + 2] == "- ":
        lead += 2
        lead += len(line[lead:]) - len(line[lead:].lstrip(" "))
    at_key = bool(line[lead:].strip())
    return lead + 2 if at_key else max(lead, 1)


def _alike(node: SourceNode, source: str, text: str, indent: int) -> Iterator[str]:
    """Write a text in the style of a scalar that is there."""
    lines = source.split("\n")
    pad = "\n" + " " * indent
    if node.style in {"|", ">"}:
        head, body = lines[0], [line[indent:] if line[:indent].isspace() else line.lstrip(" ") for line in lines[1:]]
        if text[:1].isspace() or not text:
            return
        content = text.split("\n") if node.style == "|" else _folded(text, body, node.value)
        yield head + "".join(pad + line if line else "\n" for line in content)
        return
    old = [line.strip() for line in lines]
    if node.style:
        old[0], old[-1] = old[0][1:], old[-1][: -1 if len(old) > 1 or lines[0] != node.style else None]
    if len(lines) == 1:
        yield _marked(text, node.style)
    elif "\n" not in text:
        yield pad.join(rewrapped(_marked(text, node.style), _marked_lines(old, node.style), width_of(old, indent)))


def _marked_lines(old: list[str], style: str) -> list[str]:
    return [style + old[0], *old[1:-1], old[-1] + style] if style else old


def _marked(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return _double(text) if style == '"' else text


def _folded(text: str, body: list[str], value: str) -> list[str]:
    """Break a text for the style “>”, in which a line's end is a space and a blank line the end of a line."""
    old = _segments(body)
    new = text.split("\n")
    same_count = len(old) == len(new) == value.count("\n") + 1
    width = width_of(body)
    lines: list[str] = []
    for index, segment in enumerate(new):
        if index:
            lines.append("")
        lines += rewrapped(segment, old[index], width) if same_count else wrapped(segment, width)
        if not segment:
            lines.pop()
    return lines


def _segments(body: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in body:
        if line.strip():
            found[-1].append(line)
        else:
            found.append([])
    return found


def _fresh(text: str, indent: int, *, flow: bool) -> Iterator[str]:
    """Write a text in the styles that authors use, the plainest first."""
    pad = "\n" + " " * indent
    if "\n" in text and not flow:
        if not text[:1].isspace() and not _TRUE_BLANK.search(text.split("\n", 1)[0]):
            yield "|" + "".join(pad + line if line else "\n" for line in text.split("\n"))
        yield _double(text)
        return
    if not flow and len(text) > _LONG - indent:
        yield ">-" + "".join(pad + line for line in wrapped(text, _LONG - indent))
    yield text
    if '"' not in text and "\\" not in text:
        yield _double(text)
    if "\n" not in text:
        yield "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(each, each) for each in text) + '"'


def _reads_as(candidate: str, text: str, *, flow: bool) -> bool:
    """Say whether what is written for a scalar is read as the text, where scalars stand."""
    around = f"[{candidate}]" if flow else f"k: {candidate}"
    end = "" if flow else "\nl: x"
    try:
        events = [each for each in _events(around + end) if isinstance(each, yaml.NodeEvent)]
    except yaml.YAMLError:
        return False
    wanted = 2 if flow else 5  # the list and the text; the mapping and two keys with theirs
    found = events[1 if flow else 2] if len(events) == wanted else None
    if not isinstance(found, yaml.ScalarEvent) or found.anchor or found.tag:
        return False
    value = found.value.rstrip("\n") if found.style in {"|", ">"} else found.value
    return bool(value == text)


def _events(source: str) -> Iterator[yaml.Event]:
    parser = _PARSER(source)
    while True:
        event = parser.get_event()
        if isinstance(event, yaml.Event):
            yield event
        if event is None or isinstance(event, yaml.StreamEndEvent):
            return
