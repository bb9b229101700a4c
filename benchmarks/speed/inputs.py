"""What the sides are given: packs as YAML, and the same content as Markdown and as JSON for the peers."""

import json
from dataclasses import dataclass
from pathlib import Path

_WORDS = str.split(
    "the child was seen alone at home and at school by a worker who knew the family and asked open questions about "
    "what had changed since the last visit and what would help most now"
)
_COLOURS = (
    "#14284B",
    "#1F5F5B",
    "#6B4A8E",
    "#8A2F00",
    "#2B5F2A",
    "#7A1F3D",
    "#225577",
    "#4A4A00",
    "#5B2333",
    "#003B5C",
)
_CHARACTERS = ("lines", "beams", "blocks", "circles", "leaves")
_TERMS = ("safeguarding lead", "designated lead", "duty manager", "named nurse", "team leader")


@dataclass(frozen=True)
class Slide:
    """A slide of points with notes, as every side can make it."""

    title: str
    points: tuple[str, ...]
    notes: tuple[str, ...]


def slides(count: int) -> list[Slide]:
    """Give slides of five points of nine words and of two paragraphs of notes of thirty."""
    return [
        Slide(
            f"{_text(number, 6)} {number}",
            tuple(_text(number + index, 9) for index in range(5)),
            tuple(_text(number + index, 30) + "." for index in range(2)),
        )
        for number in range(count)
    ]


def _text(start: int, words: int) -> str:
    return " ".join(_WORDS[(start * 7 + index * 3) % len(_WORDS)] for index in range(words)).capitalize()


def write_pack(folder: Path, shown: list[Slide]) -> None:
    """Write slides as a pack, fifty to a section."""
    (folder / "slides").mkdir(parents=True)
    names = []
    for begin in range(0, len(shown), 50):
        name = f"slides/{begin // 50 + 1:03d}.yaml"
        rows = [f"section: Part {begin // 50 + 1}", "slides:"]
        for number, slide in enumerate(shown[begin : begin + 50], begin):
            rows += [f"  - id: slide-{number}", "    kind: points", f"    title: {slide.title}", "    points:"]
            rows += [f"      - {point}" for point in slide.points]
            rows += ["    notes: |", *_indented(slide.notes), "    minutes: 2"]
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        names.append(name)
    listed = "".join(f"  - {name}\n" for name in names)
    (folder / "pack.yaml").write_text(
        f'id: {folder.name}\ntitle: Many slides\nversion: "1.0"\ndate: 2026-01-01\nslides:\n{listed}', encoding="utf-8"
    )


def _indented(paragraphs: tuple[str, ...]) -> list[str]:
    return "\n\n".join(f"      {paragraph}" for paragraph in paragraphs).split("\n")


def write_markdown(path: Path, shown: list[Slide]) -> None:
    """Write slides as Markdown for pandoc: a heading, a list, a block of notes."""
    parts = [
        "\n".join(
            (
                f"# {slide.title}\n",
                *(f"- {point}" for point in slide.points),
                "\n::: notes",
                "\n\n".join(slide.notes),
                ":::\n",
            )
        )
        for slide in shown
    ]
    path.write_text("\n".join(parts), encoding="utf-8")


def write_json(path: Path, shown: list[Slide]) -> None:
    """Write slides as JSON, for the peers that are programs of their own."""
    data = [{"title": slide.title, "points": slide.points, "notes": "\n\n".join(slide.notes)} for slide in shown]
    path.write_text(json.dumps(data), encoding="utf-8")


def write_agencies(folder: Path, count: int) -> None:
    """Write themes of agencies: names, contacts, colours, fonts, designs and words of their own."""
    for number in range(1, count + 1):
        colour = _COLOURS[number % len(_COLOURS)]
        theme = folder / f"agency-{number:02d}"
        theme.mkdir(parents=True)
        (theme / "theme.yaml").write_text(
            f"""name: Agency {number}
extends: board
agency:
  name: Agency {number}
  short_name: agency {number}
  contacts:
    - name: Duty desk of agency {number}
      phone: 01632 960{number:03d}
      hours: Monday to Friday, 9 am to 5 pm
      text: Advice for staff of agency {number}
brand:
  colours:
    brand: "{colour}"
    link: "{colour}"
  fonts:
    heading: {"Arial" if number % 2 else "Calibri"}
    body: {"Arial" if number % 2 else "Calibri"}
  character: {_CHARACTERS[number % len(_CHARACTERS)]}
wording:
  strong_language: {("show", "mask")[number % 3 == 0]}
  terms:
    safeguarding lead: {_TERMS[number % len(_TERMS)]}
""",
            encoding="utf-8",
        )
