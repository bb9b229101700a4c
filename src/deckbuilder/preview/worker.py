"""A process of its own that renders decks: drawing pages keeps a processor busy, and the page must not wait for it.

    python -P -m deckbuilder.preview.worker PROGRAM WIDTH

In the folder it runs in, it turns each NAME.pptx into pictures NAME-1.png, NAME-2.png and so on. It can be ended at any
time, and ends what it has started.
"""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

from deckbuilder.office import LibreOffice, page_pictures


def main(program: str, width: int) -> None:
    """Render the decks in the current folder."""
    here = Path()
    decks = {file.name: file.read_bytes() for file in sorted(here.glob("*.pptx"))}
    for name, pdf in LibreOffice(Path(program)).to_pdf(decks).items():
        for number, image in enumerate(page_pictures(pdf, width), 1):
            (here / f"{Path(name).stem}-{number}.{image.format}").write_bytes(image.data)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    # Raised, so that LibreOffice and the folder it works in go too.
    sys.exit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    main(sys.argv[1], int(sys.argv[2]))
