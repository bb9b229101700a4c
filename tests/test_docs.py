"""The documentation is true: its commands run, its examples build, its links and pictures lead somewhere."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from PIL import Image

from deckbuilder.cli.main import cli
from deckbuilder.compose import values_of
from deckbuilder.content import EditionFile, PackFile, load_pack
from deckbuilder.content.activity import Activity, Question
from deckbuilder.content.edition import Insertion
from deckbuilder.content.pack import ContentNote, Include, Plan, Session, SourceDocument, Term
from deckbuilder.content.slides import KINDS, Column, Series, TableColumn, Voice
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace, read_yaml
from deckbuilder.source.fields import Contact, Model
from deckbuilder.source.validation import keys_of
from deckbuilder.theme import ThemeFile, load_theme
from deckbuilder.theme.model import (
    Agency,
    Brand,
    Colours,
    Control,
    DeckSettings,
    FontPair,
    Logo,
    Referral,
    Wording,
    WordSettings,
    WorksheetSettings,
)

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "content").glob("*/*.md")],
    key=lambda page: page.relative_to(ROOT).as_posix(),
)
README, AUTHORING, BRANDING = ROOT / "README.md", ROOT / "docs" / "authoring.md", ROOT / "docs" / "branding.md"

_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)


def _fences(page: Path, *languages: str) -> list[str]:
    found = _FENCE.finditer(page.read_text(encoding="utf-8"))
    return [match["text"] for match in found if match["language"] in languages]


def _prose(page: Path) -> str:
    """Give a page without its fences, in which a bracket need not be a link."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return re.sub(r"`[^`\n]*`", "", text)


def _commands() -> list[tuple[str, str]]:
    """Give the commands of all pages, each once: of the page about brands, whose themes are there too, if it has it."""
    pages = [README, *sorted((ROOT / "docs").glob("*.md"), key=lambda page: page == BRANDING)]
    found = {
        line: page.name
        for page in pages
        for fence in _fences(page, "console", "shell")
        for line in fence.splitlines()
        if line.startswith("deckbuilder ")
    }
    return [(page, line) for line, page in found.items()]


def _files(page: Path) -> dict[str, str]:
    """Give the files that a page shows: the fences whose first line names one."""
    first = ((fence.partition("\n")[0].removeprefix("# "), fence) for fence in _fences(page, "yaml"))
    return {name: fence for name, fence in first if "/" in name}


def _readme_files() -> dict[str, str]:
    """Give the README's example pack."""
    return _files(README)


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def workspace_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of the workspace, with the README's own pack and of the agencies' themes those it names."""
    for room in ("content/learning-review", "themes/police", "themes/health", "themes/schools"):
        shutil.copytree(ROOT / room, tmp_path / room)
    _write(tmp_path, _readme_files())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "command"), _commands())
@pytest.mark.usefixtures("workspace_copy")
def test_commands_run(page: str, command: str) -> None:
    if page == BRANDING.name and " new theme " not in command:
        _write(Path(), _files(BRANDING))
    done = CliRunner().invoke(cli, shlex.split(command)[1:])
    assert done.exit_code == 0, f"{page}: {command}\n{done.output}"


def test_there_are_commands() -> None:
    assert len(_commands()) >= 5


def test_readme_pack_builds(workspace_copy: Path) -> None:
    assert sorted(_readme_files()) == [
        "content/first-pack/pack.yaml",
        "content/first-pack/slides/01-calls.yaml",
    ]
    done = CliRunner().invoke(cli, ["build", "first-pack", "--strict"])
    assert done.exit_code == 0, done.output
    written = done.stdout.splitlines()
    assert len(written) == 3
    assert all((workspace_copy / path).is_file() for path in written)


def test_readme_shows_what_a_mistake_prints(workspace_copy: Path) -> None:
    path = workspace_copy / "content" / "first-pack" / "slides" / "01-calls.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: points", "kind: point", 1), encoding="utf-8")
    done = CliRunner().invoke(cli, ["build", "first-pack"])
    assert done.exit_code == 1
    assert done.stderr in _fences(README, "text")


def _slide_examples() -> list[str]:
    return [fence for fence in _fences(AUTHORING, "yaml") if fence.startswith("- id:")]


def _authoring_pack(folder: Path) -> Path:
    """Write the pack that docs/authoring.md describes: its pack.yaml, and all its examples of slides in one section."""
    manifests = [fence for fence in _fences(AUTHORING, "yaml") if fence.startswith("# pack.yaml\n")]
    assert len(manifests) == 1
    slides = "".join(
        "  " + line if line.strip() else line for line in "".join(_slide_examples()).splitlines(keepends=True)
    )
    pack = folder / "content" / "authoring"
    section = f"section: Examples\nid: calls\nslides:\n{slides}"
    _write(pack, {"pack.yaml": manifests[0], "slides/01-calls.yaml": section})
    (pack / "pictures").mkdir()
    Image.new("RGB", (1600, 1200)).save(pack / "pictures" / "phone.png")
    return pack


def test_every_fence_of_yaml_is_tested() -> None:
    tested = ("- id:", "# pack.yaml\n", "# editions/")
    others = [fence for fence in _fences(AUTHORING, "yaml") if not fence.startswith(tested)]
    assert not others


def test_examples_of_slides_are_valid_and_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _authoring_pack(tmp_path)
    monkeypatch.chdir(tmp_path)
    for plan in ("one-go", "meetings"):
        done = CliRunner().invoke(cli, ["build", "authoring", "--strict", "--plan", plan])
        assert done.exit_code == 0, done.output


def test_the_example_of_an_edition_is_valid_and_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (edition,) = [fence for fence in _fences(AUTHORING, "yaml") if fence.startswith("# editions/")]
    # The neutral theme, which every workspace has, stands for the agency's.
    _write(_authoring_pack(tmp_path), {"editions/board.yaml": edition})
    monkeypatch.chdir(tmp_path)
    for plan in ("one-go", "meetings"):
        done = CliRunner().invoke(cli, ["build", "authoring", "--strict", "--plan", plan])
        assert done.exit_code == 0, done.output


def test_there_is_an_example_of_every_kind(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    pack = load_pack(_authoring_pack(tmp_path), Workspace.around(tmp_path), diagnostics)
    assert not diagnostics.found
    assert pack is not None
    assert {slide.kind for slide in pack.slides} == set(KINDS)
    text = AUTHORING.read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"\n### {kind}\n" not in text] == []
    theme = load_theme(_board(tmp_path), Workspace.around(tmp_path), diagnostics)
    assert theme is not None
    assert [name for name in values_of(pack, theme) if f"`{name}`" not in text] == []


def _board(folder: Path) -> Path:
    board = Workspace.around(folder).theme("board")
    assert board is not None
    return board


def test_every_key_is_named() -> None:
    models: list[type[Model]] = [PackFile, SourceDocument, Term, ContentNote, Include, Plan, Session]
    models += [EditionFile, Insertion]
    models += [Activity, Question, Column, Series, TableColumn, Voice, Contact, *KINDS.values()]
    text = AUTHORING.read_text(encoding="utf-8")
    named = {word for span in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[a-z_]+", span)}
    named |= {word for fence in _fences(AUTHORING, "yaml") for word in re.findall(r"([a-z_]+):", fence)}
    assert {key for model in models for key in keys_of(model)} - named == set()


@pytest.mark.parametrize("name", _files(BRANDING))
def test_example_themes_are_valid_and_build(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, _files(BRANDING))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["build", "starter", "--strict", "--theme", Path(name).parent.name])
    assert done.exit_code == 0, done.output


def _parts_of_themes() -> list[str]:
    return [fence for fence in _fences(BRANDING, "yaml") if fence.startswith("# part of theme.yaml\n")]


def test_every_fence_of_branding_is_tested() -> None:
    assert len(_parts_of_themes()) + len(_files(BRANDING)) == len(_fences(BRANDING, "yaml"))


@pytest.mark.parametrize("part", _parts_of_themes())
def test_parts_of_themes_are_valid(part: str, tmp_path: Path) -> None:
    base = yaml.load(_files(BRANDING)["themes/northmere/theme.yaml"], Loader=yaml.BaseLoader)  # noqa: S506
    own = yaml.load(part, Loader=yaml.BaseLoader)  # noqa: S506  # makes text only, as the tool does
    ThemeFile.model_validate(_laid_over(base, own))
    (tmp_path / "theme.yaml").write_text(part, encoding="utf-8")
    assert read_yaml(tmp_path / "theme.yaml", "theme.yaml", Diagnostics()) is not None


def _laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = dict(base)
    for key, value in own.items():
        both[key] = _laid_over(both[key], value) if isinstance(both.get(key), dict) else value
    return both


def test_every_key_of_a_theme_is_named() -> None:
    models: list[type[Model]] = [ThemeFile, Agency, Referral, Brand, Colours, FontPair, Logo, DeckSettings]
    models += [WordSettings, Wording, WorksheetSettings, Control, Contact]
    text = BRANDING.read_text(encoding="utf-8")
    named = {word for span in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[a-z_]+", span)}
    named |= {word for fence in _fences(BRANDING, "yaml") for word in re.findall(r"([a-z_]+):", fence)}
    assert {key for model in models for key in keys_of(model)} - named == set()


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for match in _LINK.finditer(_prose(page)):
        path, _, anchor = match["target"].partition("#")
        if "://" in path or path.startswith("mailto:"):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            lost.append(match["target"])
        elif anchor and target.suffix == ".md":
            headings = _HEADING.findall(_FENCE.sub("", target.read_text(encoding="utf-8")))
            if anchor not in {_anchor(heading) for heading in headings}:
                lost.append(match["target"])
    assert not lost


def test_pictures_are_described_and_small() -> None:
    used = set()
    for page in PAGES:
        for description, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", _prose(page)):
            picture = (page.parent / target).resolve()
            assert description, target
            assert picture.stat().st_size < 140_000, target
            used.add(picture)
    assert used == {picture.resolve() for picture in (ROOT / "docs" / "images").rglob("*.png")}


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[^A-Za-z0-9-]", requirement, maxsplit=1)[0] for requirement in wanted]
    assert [name for name in names if name not in text] == []
