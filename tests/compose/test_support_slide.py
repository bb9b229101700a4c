"""A support slide shows everyone a participant may turn to, each once."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from pptx import Presentation

from deckbuilder.cli.main import cli
from deckbuilder.theme.colour import contrast

PACK = "id: worry\ntitle: A pack\ndate: 2026-01-01\nslides: [slides/one.yaml]\n"
SLIDES = """\
section: One
slides:
  - id: part
    kind: section
    title: The first part
    subtitle: See [the guidance for schools](https://example.org/guidance) before you begin
  - {id: who, kind: support, title: Whom to turn to}
"""
THEME = """\
name: Northmere
agency:
  name: Northmere Partnership
  contacts: [{name: The Northmere hub, phone: 01632 960100}]
  referral:
    summary: Call the front door.
    contacts: [{name: The front door, phone: 01632 960200}, {name: The Northmere hub, phone: 01632 960100}]
  support: [{name: Staff counselling, phone: 01632 960300}]
brand:
  colours: {brand: "#003087", link: "#005EB8"}
  fonts: {heading: Arial, body: Arial}
  character: circles
"""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a pack with a link on a section slide, and a support slide."""
    for path, text in (
        ("content/worry/pack.yaml", PACK),
        ("content/worry/slides/one.yaml", SLIDES),
        ("themes/northmere/theme.yaml", THEME),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["build", "worry", "--theme", "northmere", "--only", "deck"])
    assert result.exit_code == 0, result.output
    return tmp_path / "output" / "northmere" / "worry-deck.pptx"


def test_contacts_of_the_referral_route_stand_with_the_agencys_and_none_twice(deck: Path) -> None:
    *_, support = Presentation(str(deck)).slides
    words = [shape.text_frame.paragraphs[0].text for shape in support.shapes if shape.has_text_frame]
    names = [name for name in words if name in {"The Northmere hub", "The front door", "Staff counselling"}]
    assert names == ["The Northmere hub", "The front door", "Staff counselling"]


def test_a_link_on_a_dark_section_slide_can_be_read(deck: Path) -> None:
    section = next(slide for slide in Presentation(str(deck)).slides if "first part" in slide.shapes[0].text_frame.text)
    assert section._element.findall(f".//{_A}hlinkClick")
    master = section.slide_layout.slide_master
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    scheme = etree.fromstring(theme.blob).find(f".//{_A}clrScheme")
    assert scheme is not None
    colours = {etree.QName(node).localname: node[0].get("val") or node[0].get("lastClr") for node in scheme}
    mapped = section._element.find(f".//{_A}overrideClrMapping")
    link = mapped.get("hlink") if mapped is not None else "hlink"
    ground = section.slide_layout.background._cSld.bg.find(f".//{_A}schemeClr").get("val")
    names = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    assert contrast(str(colours[str(link)]), str(colours[names.get(ground, ground)])) >= 4.5


def test_a_link_in_the_size_of_a_group_is_plain_on_its_chip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "content" / "work"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "id: work\ntitle: A pack\ndate: 2026-01-01\nslides: [one.yaml]\n", encoding="utf-8"
    )
    (folder / "one.yaml").write_text(
        "section: One\nslides:\n- id: try\n  kind: workshop\n  title: Try it\n  minutes: 5\n"
        "  activity: {group_size: 'Pairs, see [the list](https://example.org)', questions: [What now?]}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["build", "work", "--only", "deck"])
    assert result.exit_code == 0, result.output
    (slide,) = Presentation(str(tmp_path / "output" / "board" / "work-deck.pptx")).slides
    chip = next(shape for shape in slide.shapes if shape.has_text_frame and "Pairs" in shape.text_frame.text)
    assert chip.text_frame.text == "Pairs, see the list"
    assert not chip._element.findall(f".//{_A}hlinkClick")
