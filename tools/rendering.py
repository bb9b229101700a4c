"""What the scripts that make pictures have in common: LibreOffice, pages as pictures, small PNG files."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
COLOURS = (256, 128, 64, 32)
"""How many colours to try, until a picture is small enough."""


def tool(name: str) -> str:
    """Find a program, or stop."""
    found = shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed.")
    return found


def to_pdf(file: Path, folder: Path) -> Path:
    """Turn a file into PDF, with a LibreOffice profile of its own."""
    profile = (folder / "profile").as_uri()
    command = [tool("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.pdf"


def page_with(pdf: Path, words: tuple[str, ...]) -> int:
    """Find the first page that holds all of the words."""
    for number, page in enumerate(PdfReader(pdf).pages, 1):
        text = " ".join(page.extract_text().split())
        if all(word in text for word in words):
            return number
    sys.exit(f"No page of {pdf.name} holds {' and '.join(words)}.")


def pages(pdf: Path, width: int, first: int | None = None) -> list[Image.Image]:
    """Give the pages of a PDF as pictures of a width in pixels; only the one where a number is given."""
    stem = pdf.with_suffix("") / "page"
    stem.parent.mkdir(exist_ok=True)
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    which = ["-f", str(first), "-l", str(first)] if first else []
    command = [tool("pdftoppm"), "-png", *which, *size, str(pdf), str(stem)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = []
    for file in sorted(stem.parent.glob("page-*.png")):
        with Image.open(file) as image:
            found.append(image.convert("RGB"))
        file.unlink()
    return found


def write(image: Image.Image, name: str, most: int) -> None:
    """Write a picture of the documentation as a PNG of as many colours as `most` bytes allow."""
    data = b""
    for colours in COLOURS:
        buffer = BytesIO()
        image.quantize(colours, kmeans=2, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        data = buffer.getvalue()
        if len(data) < most:
            break
    target = IMAGES / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    print(f"{target.relative_to(ROOT).as_posix()}  {len(data) // 1000} kB")
