"""Saying what is wrong with a text that is no YAML, in words that an author knows, and where."""

import yaml

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile

MAX_DEPTH = 32
"""The deepest nesting read; the model itself goes nine levels deep."""
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


def report_syntax(error: yaml.MarkedYAMLError, source: SourceFile, diagnostics: Diagnostics) -> None:
    """Report a parser's error."""
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
