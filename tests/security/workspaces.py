"""Small workspaces in which one thing is hostile, and Office files with one part of a stranger's making."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pptx
from PIL import Image

DECK = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
DOCUMENT = (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()

PACK = """id: sent-by-mail
title: Sent by mail
version: "1.0"
date: 2026-11-24
language: en-GB
slides:
  - slides/01.yaml
"""
SLIDES = """section: One
slides:
  - id: first
    kind: points
    title: First
    points:
      - POINT
"""
PICTURE_SLIDE = """section: One
slides:
  - id: first
    kind: picture
    title: First
    picture: PICTURE
    description: A house by a river, drawn in two colours
"""
THEME = "name: Agency\nextends: board\n"
LOGO = "brand:\n  logo:\n    file: logo.svg\n    description: Agency\n"


def small_png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "#7a8aa0").save(file, "PNG")
    return file.getvalue()


def workspace(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a sound pack and a sound theme into a folder, then these files, which may take their places."""
    sound: dict[str, str | bytes] = {
        "content/pack/pack.yaml": PACK,
        "content/pack/slides/01.yaml": SLIDES.replace("POINT", "A point that is made"),
        "themes/agency/theme.yaml": THEME,
    }
    for name, content in {**sound, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return folder


def point(text: str) -> dict[str, str | bytes]:
    """Give the files of a pack whose one point is this YAML."""
    return {"content/pack/slides/01.yaml": SLIDES.replace("POINT", text)}


def picture(data: bytes, name: str = "picture.png") -> dict[str, str | bytes]:
    """Give the files of a pack that shows a picture."""
    return {
        "content/pack/slides/01.yaml": PICTURE_SLIDE.replace("PICTURE", name),
        f"content/pack/{name}": data,
    }


def logo(svg: str | bytes) -> dict[str, str | bytes]:
    """Give the files of a theme with an SVG for a logo."""
    return {
        "themes/agency/theme.yaml": THEME + LOGO,
        "themes/agency/logo.svg": svg,
        "themes/agency/logo.png": small_png(),
    }


def deck_template(data: bytes) -> dict[str, str | bytes]:
    """Give the files of a theme with a PowerPoint template."""
    return {
        "themes/agency/theme.yaml": THEME + "deck:\n  template: agency.potx\n",
        "themes/agency/agency.potx": data,
    }


def word_template(data: bytes) -> dict[str, str | bytes]:
    """Give the files of a theme with a Word template."""
    return {
        "themes/agency/theme.yaml": THEME + "word:\n  template: agency.dotx\n",
        "themes/agency/agency.dotx": data,
    }


def font(data: bytes) -> dict[str, str | bytes]:
    """Give the files of a theme with a font file."""
    return {
        "themes/agency/theme.yaml": THEME
        + "brand:\n  fonts:\n    heading: Northmere Sans\n    body: Northmere Sans\n    files: [agency.ttf]\n",
        "themes/agency/agency.ttf": data,
    }


def remade(data: bytes, parts: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """Give an Office file with these parts in place of its own, or besides."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            if name not in parts:
                written.writestr(name, read.read(name))
        for name, content in parts.items():
            written.writestr(name, content, zipfile.ZIP_STORED if stored else None)
    return file.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """Give a part of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return read.read(name)


def swapped(data: bytes, name: str, old: str, new: str) -> bytes:
    """Give an Office file with a text of a part replaced.

    Raises `AssertionError` where the part does not hold it.
    """
    part = part_of(data, name).decode()
    assert old in part, f"{old} is not in {name}"
    return remade(data, {name: part.replace(old, new, 1).encode()})
