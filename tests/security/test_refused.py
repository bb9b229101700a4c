"""What is hostile is refused by name, through the command line, whichever door it comes through."""

import os
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import bombs
import pytest
from click.testing import CliRunner
from workspaces import (
    DECK,
    DOCUMENT,
    LOGO,
    PACK,
    PICTURE_SLIDE,
    THEME,
    deck_template,
    font,
    logo,
    part_of,
    picture,
    point,
    remade,
    small_png,
    swapped,
    word_template,
    workspace,
)  # fmt: skip

from deckbuilder.cli.main import cli

Files = Mapping[str, str | bytes]
BUILD = ("build", "pack", "--theme", "agency", "--pictures", "none")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
EXTERNAL = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """Give a function that runs a command over files, and gives what it says; nothing outside may be written."""
    home = tmp_path / "home"
    outside = tmp_path / "secret.yaml"
    outside.write_text("secret: hidden-from-view\n", encoding="utf-8")

    def ran(files: Files, *arguments: str) -> str:
        home.mkdir(exist_ok=True)
        monkeypatch.chdir(workspace(home, files))
        result = CliRunner().invoke(cli, list(arguments or BUILD))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == 1, result.output
        assert "hidden-from-view" not in result.output
        assert not list(home.glob("output/**/*.*")), "something was written"
        return result.output

    yield ran
    assert sorted(path.name for path in tmp_path.iterdir()) in (["home", "secret.yaml"], ["secret.yaml"])


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param({"content/pack/pack.yaml": bombs.ALIASES}, "alias-bomb", id="aliases"),
        pytest.param({"content/pack/pack.yaml": "id: !!python/object/apply:os.system [id]\n"}, "yaml-tag", id="tag"),
        pytest.param({"content/pack/pack.yaml": "a: " + "[" * 5_000}, "too-deep", id="depth"),
        pytest.param({"content/pack/pack.yaml": "- x\n" * 300_000}, "file-too-large", id="bytes"),
        pytest.param({"content/pack/pack.yaml": "- x\n" * 60_000}, "file-too-large", id="values"),
        pytest.param(point("w" * 20_001), "text-too-long", id="text"),
        pytest.param(point('"{{ agency.__class__.__mro__ }}"'), "unknown-value", id="python-internals"),
        pytest.param(point('"{{ agency.name.__init__.__globals__ }}"'), "unknown-value", id="python-globals"),
        pytest.param(point('"{{ 7*7 }}"'), "unknown-value", id="arithmetic"),
        pytest.param(point('"[a](javascript:alert(1))"'), "bad-link", id="javascript"),
        pytest.param(point('"[a](JaVaScRiPt:alert(1))"'), "bad-link", id="javascript-in-capitals"),
        pytest.param(point('"[a](&#106;avascript:alert(1))"'), "bad-link", id="javascript-as-entity"),
        pytest.param(point('"[a](file:///etc/passwd)"'), "bad-link", id="file"),
        pytest.param(point('"[a](//server/share)"'), "bad-link", id="share"),
        pytest.param(point('"[a](data:text/html,x)"'), "bad-link", id="data"),
        pytest.param(point('"<vbscript:x>"'), "bad-link", id="vbscript"),
        pytest.param(point('"[a](ms-word:ofe|u|https://example.org/x)"'), "bad-link", id="office-scheme"),
        pytest.param({"content/pack/pack.yaml": PACK.replace("sent-by-mail", "con")}, "bad-id", id="device"),
    ],
)
def test_a_pack(files: Files, code: str, run: Callable[..., str]) -> None:
    assert f"error[{code}]" in run(files)


PATHS = (
    "../../../secret.yaml", "a/../../../../secret.yaml", "/etc/passwd", "C:/windows/win.ini", "//server/share/a.png",
    "CON", "slides/nul.png", "com1.yaml",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_leaves_the_pack(path: str, run: Callable[..., str]) -> None:
    assert "error[outside-pack]" in run({"content/pack/pack.yaml": PACK.replace("slides/01.yaml", path)})
    shown = PICTURE_SLIDE.replace("PICTURE", path)
    assert "error[outside-pack]" in run({"content/pack/pack.yaml": PACK, "content/pack/slides/01.yaml": shown})


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_leaves_the_theme(path: str, run: Callable[..., str]) -> None:
    assert "error[outside-theme]" in run({"themes/agency/theme.yaml": THEME + LOGO.replace("logo.svg", path)})
    assert "error[outside-theme]" in run({"themes/agency/theme.yaml": THEME + f"deck:\n  template: {path}\n"})
    fonts = f"brand:\n  fonts:\n    heading: A\n    body: A\n    files: [{path}]\n"
    assert "error[outside-theme]" in run({"themes/agency/theme.yaml": THEME + fonts})


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_symbolic_link_that_leaves_the_pack(tmp_path: Path, run: Callable[..., str]) -> None:
    slides = tmp_path / "home" / "content" / "pack" / "slides"
    slides.mkdir(parents=True)
    (slides / "02.yaml").symlink_to(tmp_path / "secret.yaml")
    (slides / "loop.yaml").symlink_to("loop.yaml")
    said = run({"content/pack/pack.yaml": PACK + "  - slides/02.yaml\n"})
    assert "error[outside-pack]" in said
    assert "error[" in run({"content/pack/pack.yaml": PACK + "  - slides/loop.yaml\n"})


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path, run: Callable[..., str]) -> None:
    folder = tmp_path / "home" / "content" / "pack" / "slides"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "02.yaml")
    assert "error[missing-file]" in run({"content/pack/pack.yaml": PACK + "  - slides/02.yaml\n"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-picture", id="svg"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not-a-picture", id="postscript"),
        pytest.param(b"II*\0\x08\0\0\0\0\0", "not-a-picture", id="tiff"),
        pytest.param(small_png()[:200], "not-a-picture", id="half"),
        pytest.param(bombs.png(1, 48_000_000, b""), "picture-too-large", id="narrow"),
        pytest.param(bombs.png(2**31 - 1, 2**31 - 1, b""), "picture-too-large", id="as-large-as-can-be-said"),
        pytest.param(bombs.png(0, 0, b""), "not-a-picture", id="nothing"),
    ],
)
def test_a_picture(data: bytes, code: str, run: Callable[..., str]) -> None:
    assert f"error[{code}]" in run(picture(data))


@pytest.mark.parametrize(
    "svg",
    [
        pytest.param(SVG + "<script>1</script></svg>", id="script"),
        pytest.param(SVG.replace("<svg ", "<svg onload='x()' ") + "</svg>", id="event"),
        pytest.param(SVG + "<image xlink:href='https://example.org/x.png'/></svg>", id="picture-elsewhere"),
        pytest.param(SVG + "<foreignObject/></svg>", id="foreign-object"),
        pytest.param(SVG.replace("<svg ", "<svg xml:base='https://example.org/' ") + "</svg>", id="base"),
        pytest.param(SVG + "<style>@import 'https://example.org/x.css'</style></svg>", id="import"),
        pytest.param(SVG + r"<style>g{fill:\75rl(https://example.org/x)}</style></svg>", id="spelt-otherwise"),
        pytest.param(SVG + "<g style='fill:url( https://example.org/x)'/></svg>", id="address-in-style"),
        pytest.param(SVG + "<a href='javascript:x()'/></svg>", id="link"),
        pytest.param(EXTERNAL + SVG + "<text>&a;</text></svg>", id="entity-elsewhere"),
        pytest.param(bombs.ENTITIES + "]>" + SVG + "<text>&j;</text></svg>", id="entities"),
        pytest.param("<!DOCTYPE a [<!ENTITY % p SYSTEM 'https://example.org/x.dtd'> %p;]>" + SVG + "</svg>", id="dtd"),
        pytest.param("<?xml-stylesheet href='https://example.org/x.css'?>" + SVG + "</svg>", id="stylesheet"),
        pytest.param(SVG + "<g id='a'><use href='#a'/></g></svg>", id="use-of-itself"),
        pytest.param(SVG + "<g>" * 5_000, id="depth"),
    ],
)
def test_a_drawing(svg: str, run: Callable[..., str]) -> None:
    assert "error[unsafe-svg]" in run(logo(svg))


def _related(data: bytes, part: str, relationship: str) -> bytes:
    folder, _, name = part.rpartition("/")
    return swapped(data, f"{folder}/_rels/{name}.rels", "</Relationships>", relationship + "</Relationships>")


def _external(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="rIdX" Type="{OFFICE}{kind}" Target="{target}" TargetMode="{mode}"/>'


DAMAGE: dict[str, tuple[Callable[[bytes, str], bytes], str]] = {
    "macros": (lambda data, main: remade(data, {f"{main.split('/')[0]}/vbaProject.bin": b"VBA"}), "unsafe-template"),
    "picture-elsewhere": (
        lambda data, main: _related(data, main, _external("image", "https://example.org/x.png")), "unsafe-template",
    ),
    "picture-on-a-share": (
        lambda data, main: _related(data, main, _external("image", r"\\server\x.png", "external")), "unsafe-template",
    ),
    "object": (
        lambda data, main: _related(data, main, f'<Relationship Id="rIdX" Type="{OFFICE}oleObject" Target="x.bin"/>'),
        "unsafe-template",
    ),
    "link-with-a-scheme": (
        lambda data, main: _related(data, main, _external("hyperlink", "javascript:x()")), "unsafe-template",
    ),
    "entities": (lambda data, main: bombs.with_type(data, main, bombs.ENTITIES + "]>"), "unsafe-template"),
    "entity-elsewhere": (lambda data, main: bombs.with_type(data, main, EXTERNAL), "unsafe-template"),
    "entity-among-types": (lambda data, _: bombs.with_type(data, "[Content_Types].xml", EXTERNAL), "unsafe-template"),
    "odd-encoding": (
        lambda data, main: swapped(data, main, 'encoding="UTF-8"', 'encoding="UTF-7"')
        if b'encoding="UTF-8"' in part_of(data, main) else swapped(data, main, "encoding='UTF-8'", "encoding='UTF-7'"),
        "unreadable-template",
    ),
    "name-that-climbs": (lambda data, _: remade(data, {"a/../../b.xml": b"<a/>"}), "unreadable-template"),
    "depth": (lambda data, main: remade(data, {main: b"<a>" * 9_000 + b"</a>" * 9_000}), "template"),
    "half": (lambda data, _: data[: len(data) // 2], "unreadable-template"),
    "nothing": (lambda _, __: b"", "unreadable-template"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_template_for_decks(damage: str, run: Callable[..., str]) -> None:
    make, code = DAMAGE[damage]
    said = run(deck_template(make(DECK, "ppt/presentation.xml")))
    assert f"{code}]" in said


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_template_for_documents(damage: str, run: Callable[..., str]) -> None:
    make, code = DAMAGE[damage]
    said = run(word_template(make(DOCUMENT, "word/document.xml")))
    assert f"{code}]" in said


@pytest.mark.parametrize("damage", ["macros", "entities", "entity-elsewhere", "name-that-climbs", "half", "nothing"])
def test_a_worksheet_that_came_back(damage: str, run: Callable[..., str]) -> None:
    data = DAMAGE[damage][0](DOCUMENT, "word/document.xml")
    said = run({"back.docx": data}, "collect", "back.docx", "--out", "answers.csv")
    assert "warning[unreadable-worksheet]" in said
    assert "error[no-worksheets]" in said


@pytest.mark.parametrize("damage", ["entities", "entity-elsewhere", "entity-among-types", "odd-encoding", "half"])
def test_a_file_to_check(damage: str, run: Callable[..., str]) -> None:
    files = {
        "a.pptx": DAMAGE[damage][0](DECK, "ppt/presentation.xml"),
        "a.docx": DAMAGE[damage][0](DOCUMENT, "word/document.xml"),
    }
    assert run(files, "check", *files).count("error[unreadable-office-file]") == 2


def test_no_font(run: Callable[..., str]) -> None:
    assert "error[damaged-font]" in run(font(b"\0\1\0\0" + b"\xff" * 500))


def test_what_a_terminal_would_obey_is_not_printed(run: Callable[..., str]) -> None:
    said = run({"a\x1b[2Jb\u202exod.docx": b"x"}, "check", "a\x1b[2Jb\u202exod.docx")
    assert "\x1b[2J" not in said
    assert "\u202e" not in said
    link = _external("image", "https://example.org/&#x9b;2J&#x202e;")
    said = run(deck_template(_related(DECK, "ppt/presentation.xml", link)))
    assert "unsafe-template" in said
    assert "\x9b" not in said
    assert "\u202e" not in said


def test_a_drawing_of_an_editor_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names files of its author's computer, has gradients, and shows a part of itself again."""
    svg = SVG.replace(
        "<svg ", r"<svg xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='C:\a.png' "
    )
    svg += "<defs><linearGradient id='g'/></defs><g id='a' fill='url(#g)'/>"
    svg += "<use xlink:href='#a' style='fill:url( #g )'/></svg>"
    monkeypatch.chdir(workspace(tmp_path, logo(svg)))
    result = CliRunner().invoke(cli, ["check", "pack", "--theme", "agency"])
    assert "unsafe-svg" not in result.output
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("kind", ["attachedTemplate", "hyperlink"])
def test_no_document_takes_a_relationship_of_a_template_that_fetches(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = _external(kind, "https://example.org/a.dotm")
    settings = part_of(DOCUMENT, "word/_rels/document.xml.rels").decode()
    assert "</Relationships>" in settings
    files = word_template(_related(DOCUMENT, "word/document.xml", link))
    monkeypatch.chdir(workspace(tmp_path, files))
    result = CliRunner().invoke(cli, list(BUILD))
    assert result.exit_code == 0, result.output
    made = list(tmp_path.glob("output/agency/*.docx"))
    assert len(made) == 2
    for path in made:
        with zipfile.ZipFile(path) as archive:
            every = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
        assert b"attachedTemplate" not in every
