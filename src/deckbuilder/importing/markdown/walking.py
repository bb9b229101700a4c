"""Walking through the blocks of a Markdown file, slide by slide."""

import re
from typing import TYPE_CHECKING

from deckbuilder.importing.markdown.drafting import Draft, Losses, columns_of
from deckbuilder.importing.markdown.manner import Manner, is_notes
from deckbuilder.importing.markdown.parsing import Parsed
from deckbuilder.importing.markdown.passages import Image, Passage, html, passage
from deckbuilder.importing.markdown.quoting import LINE_END, quotation
from deckbuilder.importing.pictures import PicturesBeside, UnusableError
from deckbuilder.ir.outline import OutlineBlock, OutlineColumn, OutlineTable
from deckbuilder.ir.text import ListKind, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"[ \t]\{([^{}]{1,200})\}$")
_ANCHOR = re.compile(r"#([\w.:-]+)")
_COLUMNS = re.compile(r"\{?\.?columns\b")
_COLUMN = re.compile(r"\{?\.?column\b")
_ATTRIBUTED = re.compile(r"[{.#=]")
_NOTE = re.compile(r"(?:speaker )?notes?:(?:\s+|$)", re.IGNORECASE)
_DIRECTIVE = re.compile(
    r"[_$]?(?:theme|style|headingDivider|size|math|paginate|header|footer|class|background\w{0,20}|color|marp"
    r"|transition)[ ]?:"
    r"|\.(?:slide|element):"
)
_SETTING = re.compile(r"(?:bg|left|right|cover|contain|fit|auto|blur|w|h|width|height|brightness|contrast|opacity)"
                      r"(?::\S{0,60})?|\d{1,4}%", re.IGNORECASE)  # fmt: skip
"""What Marp reads in a picture's description as its size and place."""


class Walk:
    """Reads the blocks of a file in order."""

    def __init__(self, parsed: Parsed, manner: Manner, pictures: PicturesBeside, losses: Losses) -> None:
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._manner = manner
        self._pictures = pictures
        self._losses = losses
        self._at = 0
        self._draft = Draft("line 1")
        self._drafts: list[Draft] = []
        self._divs: list[str] = []
        self._lists: list[tuple[ListKind, int]] = []
        self._fresh = False
        self._line = 1
        self._columns: list[list[OutlineBlock]] = []
        self._read_by: dict[str, Callable[[Token], None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": self._quotation,
            "fence": self._program,
            "code_block": self._program,
            "html_block": self._html,
            "table_open": self._table,
            "div_open": self._open_div,
            "div_close": self._close_div,
        }

    def slides(self) -> list[Draft]:
        """Give the slides; one with nothing at all on it is none."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.map:
                self._line = token.map[0] + 1
            self._block(token)
        self._end_slide()
        return self._drafts

    @property
    def _place(self) -> str:
        return f"line {self._line}"

    def _block(self, token: "Token") -> None:
        kind = token.type
        if kind in self._read_by:
            self._read_by[kind](token)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
            self._fresh = False
            self._draft.had_list = True
        elif kind == "list_item_open":
            self._fresh = True
        elif kind == "hr" and self._manner.marks_notes and not self._lists:
            self._end_slide()

    def _list(self, token: "Token") -> None:
        numbered = token.type == "ordered_list_open"
        self._lists.append((ListKind.NUMBER, int(token.attrs.get("start", 1))) if numbered else (ListKind.BULLET, 1))

    def _program(self, token: "Token") -> None:
        self._losses.gather(self._place, "Program text has no look of its own on a slide; it stands as text.")
        self._text((Run(token.content.strip("\n").expandtabs(4)),), is_prose=False)

    def _html(self, token: "Token") -> None:
        self._passage(html(token.content))

    def _next_content(self) -> str:
        token = self._tokens[self._at]
        self._at += 1
        return token.content

    def _end_slide(self) -> None:
        self._divs.clear()
        self._close_columns()
        draft = self._draft
        if draft.title or draft.headings or not draft.is_bare:
            self._drafts.append(draft)
        self._draft = Draft(f"line {self._line + self._manner.parts}")

    def _heading(self, token: "Token") -> None:
        content = self._next_content()
        attributes = _ATTRIBUTES.search(content)
        found = self._read(content[: attributes.start()].rstrip() if attributes else content)
        level = int(token.tag[1])
        draft = self._draft
        if self._lists or self._columns or draft.in_notes:
            self._text(tuple(Run(run.text, True, run.emphasis, run.link) for run in found.runs))  # noqa: FBT003
        elif self._manner.parts and draft.headings and (draft.title or draft.body):
            if draft.headings == 1 and not draft.body and not draft.notes:
                draft.subtitle = found.runs
            else:
                self._text(tuple(Run(run.text, True, run.emphasis, run.link) for run in found.runs))  # noqa: FBT003
            draft.headings += 1
        else:
            if not self._manner.parts or draft.body:
                self._end_slide()
            self._draft.title, self._draft.level, self._draft.place = found.runs, level, self._place
            self._draft.headings = 1
            anchor = _ANCHOR.search(attributes[1]) if attributes else None
            self._draft.anchor = anchor[1].lower() if anchor else ""
        self._beside(found)

    def _paragraph(self, _: "Token") -> None:
        content = self._next_content()
        if content.strip() == ". . .":
            self._losses.gather(self._place, "A pause between parts of a slide is not carried.")
            return
        found = self._read(content)
        note = _NOTE.match(found.text) if self._manner.parts and not self._lists else None
        if note and found.runs:
            self._draft.in_notes = True
            first = found.runs[0]
            found = Passage((Run(first.text[note.end() :], first.strong, first.emphasis, first.link), *found.runs[1:]),
                            found.images, found.comments, found.tags)  # fmt: skip
        self._passage(found)

    def _read(self, content: str) -> Passage:
        return passage(content, self._parsed)

    def _passage(self, found: Passage) -> None:
        if found.text.strip():
            self._text(found.runs)
        self._beside(found)

    def _beside(self, found: Passage) -> None:
        """Take what stands in a text beside its words."""
        for image in found.images:
            self._image(image)
        for comment in found.comments:
            if comment and all(_DIRECTIVE.match(line.strip()) for line in comment.split("\n") if line.strip()):
                self._losses.gather(self._place, "Settings of the look, in comments, are left to the theme.")
            elif comment:
                paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", comment)]
                self._draft.notes += [Paragraph((Run(part),)) for part in paragraphs if part]
        for name in dict.fromkeys(found.tags):
            self._losses.gather(self._place, f"The HTML tag <{name}> is left out; the text in it is carried.")

    def _text(self, runs: tuple[Run, ...], *, is_prose: bool = True) -> None:
        """Put a paragraph where it belongs: into a list, the notes or the body."""
        draft = self._draft
        notes = self._in_notes or (
            is_prose and draft.had_list and not self._lists and not self._columns and not self._manner.marks_notes
        )
        target: list[Paragraph] | list[OutlineBlock] = draft.notes if notes else self._body
        if not self._lists:
            target.append(Paragraph(runs))
            return
        level = len(self._lists) - 1
        last = target[-1] if target else None
        if not self._fresh and isinstance(last, Paragraph) and last.list is not ListKind.NONE:
            target[-1] = Paragraph((*last.runs, Run("\n"), *runs), last.level, last.list, last.start)
            return
        kind, number = self._lists[-1]
        start = number if kind is ListKind.NUMBER and number >= 0 else None
        self._lists[-1] = (kind, -1)
        target.append(Paragraph(runs, level, kind, start))
        self._fresh = False

    @property
    def _in_notes(self) -> bool:
        return self._draft.in_notes or any(is_notes(info) for info in self._divs)

    @property
    def _body(self) -> list[OutlineBlock]:
        return self._columns[-1] if self._columns else self._draft.body

    def _quotation(self, _: "Token") -> None:
        depth, start = 1, self._at
        while depth:
            depth += {"blockquote_open": 1, "blockquote_close": -1}.get(self._tokens[self._at].type, 0)
            self._at += 1
        inner = self._tokens[start : self._at - 1]
        plain = all(token.type in {"paragraph_open", "inline", "paragraph_close"} for token in inner)
        passages = [
            passage(token.content, self._parsed, LINE_END) for token in inner if plain and token.type == "inline"
        ]
        quote = quotation([found.runs for found in passages]) if not self._lists and not self._in_notes else None
        if quote is None:
            # Not somebody's words alone: it is read as what it holds.
            self._at = start
            return
        self._body.append(quote)
        for found in passages:
            self._beside(found)

    def _table(self, _: "Token") -> None:
        header: list[tuple[Run, ...]] = []
        rows: list[tuple[tuple[Run, ...], ...]] = []
        cells = header
        found: list[Passage] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "tr_open" and header:
                cells = []
            elif token.type == "inline":
                found.append(self._read(token.content))
                cells.append(found[-1].runs)
            elif token.type == "tr_close" and cells is not header:
                rows.append(tuple(cells))
        self._body.append(OutlineTable(tuple(header), tuple(rows)))
        self._draft.had_list |= not self._lists
        for each in found:
            self._beside(each)

    def _image(self, image: Image) -> None:
        words = image.description.split(" ")
        ours = [word for word in words if not (self._manner.parts and _SETTING.fullmatch(word))]
        description = " ".join(ours).strip()
        try:
            picture = self._pictures.picture(image.address, description)
        except UnusableError as error:
            name = f"“{image.address[:100]}”" + (f" ({description[:200]})" if description else "")
            self._losses.say(self._place, f"The picture {name} {error}; it is not carried.")
            return
        self._body.append(picture)
        if image.title:
            self._body.append(Paragraph((Run(image.title),)))

    def _open_div(self, token: "Token") -> None:
        info = token.info
        self._divs.append(info)
        if _COLUMN.match(info) and not _COLUMNS.match(info):
            self._columns.append([])
        elif not _ATTRIBUTED.search(info) and " " in info:
            # Some dialects write a heading behind the name.
            self._text((Run(info.partition(" ")[2], strong=True),))

    def _close_div(self, _: "Token") -> None:
        info = self._divs.pop() if self._divs else ""
        if _COLUMNS.match(info) or not any(_COLUMNS.match(each) for each in self._divs):
            self._close_columns()

    def _close_columns(self) -> None:
        """Put the columns that are open side by side on the slide, then what no column can hold."""
        made: list[OutlineColumn] = []
        others: list[OutlineBlock] = []
        for blocks in self._columns:
            column, rest = columns_of(blocks)
            made += [column] if column.paragraphs or column.heading else []
            others += rest
        self._columns.clear()
        self._draft.body += [*made, *others]
