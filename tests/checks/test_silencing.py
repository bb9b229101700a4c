"""A warning can be silenced with a reason, at a slide or in the pack; it is counted, listed, and never lost."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli

SLIDE = """
  - id: {name}
    kind: table
    title: The slide called {name}
    columns: ['-', What helps]
    rows:
      - [Before, Ring them]
    description: What helps, step by step.
"""
SILENCE = """
    silence:
      - code: header-without-words
        reason: The first column needs none.
"""


def checked(folder: Path, slides: str, about: str = "", *further: str) -> Result:
    pack = folder / "content" / "a-pack"
    (pack / "slides").mkdir(parents=True)
    (pack / "pack.yaml").write_text(f"id: a-pack\ntitle: A pack\n{about}slides: [slides/one.yaml]\n", encoding="utf-8")
    (pack / "slides" / "one.yaml").write_text(f"section: One\nslides:{slides}", encoding="utf-8")
    return CliRunner().invoke(cli, ["check", "a-pack", *further])


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_slides_silence_holds_for_that_slide_only(tmp_path: Path) -> None:
    slides = SLIDE.format(name="one") + SILENCE + SLIDE.format(name="two")
    done = checked(tmp_path, slides, "", "--strict")
    assert done.exit_code == 1
    assert "The slide called two" in done.stderr
    assert "The slide called one" not in done.stderr
    assert "1 warning." in done.stderr
    assert "1 message was silenced, with the reason given in content/a-pack;" in done.stderr


def test_a_silence_above_the_id_holds_too(tmp_path: Path) -> None:
    slide = SLIDE.format(name="one").replace(
        "  - id: one", SILENCE.replace("    silence", "  - silence", 1).rstrip() + "\n    id: one"
    )
    done = checked(tmp_path, SLIDE.format(name="zero").replace("'-'", "Step") + slide, "", "--strict")
    assert (done.exit_code, "1 message was silenced" in done.stderr) == (0, True), done.stderr


def test_a_packs_silence_holds_for_every_slide(tmp_path: Path) -> None:
    about = "silence:\n  - code: header-without-words\n    reason: No first column needs one.\n"
    done = checked(tmp_path, SLIDE.format(name="one") + SLIDE.format(name="two"), about, "--strict")
    assert done.exit_code == 0, done.stderr
    assert done.stderr.strip() == (
        "2 messages were silenced, with the reason given in content/a-pack; "
        "`deckbuilder check --format json` lists them."
    )


def test_json_lists_what_was_silenced_with_its_reason(tmp_path: Path) -> None:
    done = checked(tmp_path, SLIDE.format(name="one") + SILENCE, "", "--format", "json")
    (item,) = json.loads(done.stdout)
    assert (item["code"], item["severity"], item["silenced"]) == (
        "header-without-words",
        "warning",
        "The first column needs none.",
    )


def test_the_build_says_it_too_and_writes(tmp_path: Path) -> None:
    checked(tmp_path, SLIDE.format(name="one") + SILENCE)
    done = CliRunner().invoke(cli, ["build", "a-pack", "--strict"])
    assert done.exit_code == 0, done.output
    assert len(done.stdout.splitlines()) == 3
    assert "1 message was silenced" in done.stderr


def test_what_is_found_while_a_pack_is_read_can_be_silenced(tmp_path: Path) -> None:
    plan = "plans:\n  short:\n    title: Short\n    sessions:\n      - {id: short, title: Short, include: [one]}\n"
    silence = "silence:\n  - code: slide-in-no-session\n    reason: The rest is for reading at home.\n"
    slides = (SLIDE.format(name="one") + SLIDE.format(name="two")).replace("'-'", "Step")
    done = checked(tmp_path, slides, plan + silence, "--strict")
    assert (done.exit_code, "1 message was silenced" in done.stderr) == (0, True), done.stderr


THEME = """\
name: North
agency: {name: North Partnership, contacts: [{name: The hub, phone: 01522 782111}], referral: {summary: Call.}}
brand: {colours: {brand: "#0F4C4A"}, fonts: {heading: Arial, body: Arial}}
"""


def test_what_only_some_themes_bring_about_can_be_silenced_under_all(tmp_path: Path) -> None:
    (tmp_path / "themes" / "north").mkdir(parents=True)
    (tmp_path / "themes" / "north" / "theme.yaml").write_text(THEME, encoding="utf-8")
    slide = SLIDE.format(name="one").replace("'-'", "Step")
    done = checked(tmp_path, slide, "", "--theme", "north", "--theme", "board")
    assert "advice[contacts-not-shown]: No slide shows the agency’s contacts" in done.stderr
    assert "under: north\n" in done.stderr
    pack = tmp_path / "content" / "a-pack" / "pack.yaml"
    reason = "silence: [{code: contacts-not-shown, reason: A leaflet has them.}]\n"
    pack.write_text(pack.read_text(encoding="utf-8") + reason, encoding="utf-8")
    again = CliRunner().invoke(cli, ["check", "a-pack", "--theme", "north", "--theme", "board"])
    assert again.stderr.startswith("1 message was silenced, with the reason given in content/a-pack;")
