"""The Markdown parser: CommonMark with tables, and pandoc's fenced divs as lines of their own."""

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import reference

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST = 60
"""The deepest nesting of lists and quotations; the parser drops the text below its own bound."""
LONGEST = 20_000
"""The most characters of a passage in which marks are looked for; reading a longer one could take too long."""


class Parsed:
    """A file's blocks, and the parser for the text in them."""

    def __init__(self, text: str) -> None:
        """Parse the blocks of a text."""
        self._parser = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST}).enable("table")
        self._parser.block.ruler.before("fence", "div", _div, {"alt": ["paragraph", "reference", "blockquote", "list"]})
        self._parser.block.ruler.at("reference", _reference)
        self._parser.core.ruler.disable(["inline", "text_join"])
        self._env: dict[str, Any] = {}
        self.tokens = self._parser.parse(text, self._env)

    @property
    def is_too_deep(self) -> bool:
        """Whether something is nested so deep that the parser may have dropped it."""
        return any(token.level >= 2 * DEEPEST - 2 for token in self.tokens)

    def inside(self, content: str) -> "list[Token] | None":
        """Parse the text of a block; None where it is too long for that, and stands for itself."""
        if len(content) > LONGEST:
            return None
        found: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._env, found)
        return found


def _div(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001  # the parser's own
    """Take a line that opens or closes a fenced div."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not line.startswith(":::"):
        return False
    if not silent:
        info = line.strip(": \t")
        token = state.push("div_open" if info else "div_close", "", 0)
        token.info = info
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _reference(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's own
    """Take a line that says where links lead; a footnote, which looks like one, is a paragraph."""
    return not state.src.startswith("[^", state.bMarks[start] + state.tShift[start]) and reference(
        state, start, end, silent
    )
