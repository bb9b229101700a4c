"""Reading a deck's text in Markdown by its lines alone, to hold what was imported against."""

import re
from dataclasses import dataclass, field

_MARKS = re.compile(r"^\s*- (?:\\\* )?(?:\d\. )?")


@dataclass
class Part:
    """A heading, and what stands under it, without emphasis."""

    title: str
    items: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def parts_of(text: str) -> list[Part]:
    parts = [Part("")]
    inside = False
    for line in text.splitlines():
        heading = re.match(r"#+ (.*)", line)
        if heading:
            parts.append(Part(heading[1]))
        elif re.match(r"\s*- ", line):
            parts[-1].items.append(_plain(_MARKS.sub("", line)))
            inside = True
        elif not line.strip():
            inside = False
        elif parts[-1].items and inside:
            parts[-1].items[-1] += " " + _plain(line)
        else:
            parts[-1].paragraphs.append(_plain(line))
    return parts


def _plain(text: str) -> str:
    return text.strip().replace("*", "")
