"""LibreOffice in the background: its pictures take the place of the drawings, and it ends with the preview."""

import os
import sys
import time
from pathlib import Path
from threading import Event

import httpx
import pytest

from deckbuilder.office import LibreOffice
from deckbuilder.preview.choice import Choice
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.reading import Sources
from deckbuilder.preview.rendering import Renderer
from deckbuilder.preview.studio import Studio
from deckbuilder.source import Workspace
from running_command import running
from small_workspace import make_workspace

NEVER_READY = """\
#!/bin/sh
echo $$ > "{mark}.part"
mv "{mark}.part" "{mark}"
exec sleep 60
"""


def test_a_rendering_takes_the_place_of_its_drawing(tmp_path: Path, libreoffice: LibreOffice) -> None:
    pictures, done = Pictures(), Event()
    renderer = Renderer(libreoffice, pictures, done.set)
    try:
        sources = Sources(Workspace.around(make_workspace(tmp_path)), {}, {})
        state = Studio(sources, pictures, renderer.want).state(Choice("small", "north"))
        assert state.showing is not None
        drawings = [slide.drawing for slide in state.showing.slides]
        assert renderer.standing == "busy"
        assert done.wait(60)
        shown = [pictures.get(pictures.best(drawing)) for drawing in drawings]
        assert [picture.kind for picture in shown if picture] == ["image/png", "image/png"]
        assert renderer.standing == "done"
    finally:
        renderer.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_what_renders_ends_with_the_preview_and_leaves_nothing(tmp_path: Path) -> None:
    mark, program, temporary = tmp_path / "started", tmp_path / "soffice", tmp_path / "tmp"
    program.write_text(NEVER_READY.format(mark=mark), encoding="utf-8")
    program.chmod(0o755)
    temporary.mkdir()
    root = make_workspace(tmp_path / "workspace")
    environment = {"DECKBUILDER_LIBREOFFICE": str(program), "TMPDIR": str(temporary)}
    with running(root, "preview", "--theme", "north", "--no-browser", environment=environment) as command:
        command.wait_for(command.out, 1)
        assert "LibreOffice is rendering the slides" in httpx.get(command.out[0].strip()).text
        until = time.monotonic() + 20
        while not mark.is_file():
            assert time.monotonic() < until
            time.sleep(0.01)
        assert command.end() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text(encoding="utf-8")), 0)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_a_program_that_makes_nothing_leaves_the_drawings(tmp_path: Path) -> None:
    pictures, done = Pictures(), Event()
    renderer = Renderer(LibreOffice(Path("/bin/false")), pictures, done.set)
    try:
        sources = Sources(Workspace.around(make_workspace(tmp_path)), {}, {})
        studio = Studio(sources, pictures, renderer.want)
        state = studio.state(Choice("small", "north"))
        assert done.wait(60)
        assert state.showing is not None
        assert not any(pictures.is_rendered(slide.drawing) for slide in state.showing.slides)
        studio.state(Choice("small", "north"))
        assert renderer.standing == "failed"
    finally:
        renderer.close()
