"""Where a built file comes from, whatever its format, and how it stands to what is to be written in its place."""

from pathlib import Path

from deckbuilder.office import OutputFile, Provenance, Standing, read_provenance, standing

PUBLISHED = (".html", ".pdf")
"""How the names of files end that are built beside the Office documents."""
_LARGEST = 64 * 1024 * 1024
"""The most bytes of a page or PDF that are looked into: ours have a few million."""


def origin_of(path: Path) -> Provenance | None:
    """Read where a file comes from; None when this tool did not write it, or it is damaged.

    Raises `OSError` when it cannot be opened.
    """
    if path.suffix.lower() not in PUBLISHED:
        return read_provenance(path)
    if path.stat().st_size > _LARGEST:
        return None
    return _published(path.suffix.lower(), path.read_bytes())


def standing_of(file: OutputFile) -> Standing:
    """Say what is there already where a file is to be written.

    Raises `OSError` when that cannot be read.
    """
    if file.path.suffix not in PUBLISHED:
        return standing(file)
    try:
        there = file.path.read_bytes()
    except FileNotFoundError:
        return Standing.ABSENT
    if there == file.data:
        return Standing.SAME
    found = _published(file.path.suffix, there)
    if found is None:
        return Standing.FOREIGN
    return Standing.BUILT if found.intact else Standing.EDITED


def _published(ending: str, data: bytes) -> Provenance | None:
    if ending == ".pdf":
        from deckbuilder.office.rendering.pdf_origin import read_pdf  # noqa: PLC0415  # few builds make any

        return read_pdf(data)
    from deckbuilder.web.provenance import read_page  # noqa: PLC0415  # likewise

    found = read_page(data.decode("utf-8", "replace"))
    return Provenance(*found) if found else None
