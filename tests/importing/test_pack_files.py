"""The files of a pack that was imported: for people to go on with, and sound whatever the document says."""

from pathlib import Path

from deckbuilder.content import Pack, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.pack_files import name_of, pack_files
from deckbuilder.importing.pack_slides import PackDraft, PackSlide, Value
from deckbuilder.ir.outline import OutlinePicture
from deckbuilder.source import Workspace


def points(name: str, *texts: str, section: str = "", hidden: bool = False) -> PackSlide:
    fields: dict[str, Value] = {"id": name, "kind": "points", "title": name.capitalize(), "points": list(texts)}
    return PackSlide(fields, f"slide {name}", section, hidden)


def loaded(draft: PackDraft, folder: Path) -> Pack:
    for file in pack_files(draft, "talk.pptx"):
        path = folder / "content" / "talk" / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    diagnostics = Diagnostics()
    pack = load_pack(folder / "content" / "talk", Workspace.around(folder), diagnostics)
    assert not diagnostics.found
    assert pack is not None
    return pack


def draft_of(*slides: PackSlide) -> PackDraft:
    return PackDraft(slides, {"id": "talk", "title": "A talk", "language": "en-GB"})


def test_each_section_is_a_file_and_one_that_comes_again_has_a_number(tmp_path: Path) -> None:
    pack = loaded(
        draft_of(
            points("one", "a"), points("two", "b", section="Calls: the first"), points("three", "c", section="Ende"),
            points("four", "d", section="Calls: the first"), points("five", "e", section="Звонки"),
        ),
        tmp_path,
    )  # fmt: skip
    assert [(str(section.section), str(section.id)) for section in pack.sections] == [
        ("A talk", "a-talk"), ("Calls: the first", "calls-the-first"), ("Ende", "ende"),
        ("Calls: the first (2)", "calls-the-first-2"), ("Звонки", "section"),
    ]  # fmt: skip
    assert [str(name) for name in pack.about.slides][:2] == ["slides/01-a-talk.yaml", "slides/02-calls-the-first.yaml"]


def test_hidden_slides_are_in_the_pack_and_its_plan_leaves_them_out(tmp_path: Path) -> None:
    pack = loaded(
        draft_of(
            points("one", "a", section="A"),
            points("two", "b", section="B"),
            points("three", "c", section="B", hidden=True),
        ),
        tmp_path,
    )
    (plan,) = pack.about.plans.values()
    assert [str(part.section or part.slide) for part in plan.sessions[0].include] == ["a", "two"]
    assert [str(name) for name in plan.leaves_out] == ["three"]


def test_pictures_are_written_once_and_texts_are_left_as_they_are(tmp_path: Path) -> None:
    picture = OutlinePicture(
        "leaf.png", (Path(__file__).parents[1] / "importing" / "files" / "leaf.png").read_bytes(), "png"
    )
    fields: dict[str, Value] = {"kind": "picture", "picture": "pictures/leaf.png", "decorative": True}
    slides = [PackSlide({"id": name, "title": name, **fields}, pictures=(picture,)) for name in ("one", "two")]
    pack = loaded(draft_of(*slides, points("three", "Before: the call", "- not a list", "“Stay”")), tmp_path)
    assert list(pack.pictures) == ["pictures/leaf.png"]
    assert [str(point.text) for point in pack.slides[2].points] == ["Before: the call", "- not a list", "“Stay”"]  # type: ignore[union-attr]


def test_what_its_author_should_look_at_stands_above_a_slide(tmp_path: Path) -> None:
    slide = PackSlide({**points("one", "a").fields}, look_at=("Who is speaking?",))
    text = pack_files(draft_of(points("zero", "a"), slide), "talk.pptx")[1].data.decode()
    assert "\n\n  # CHECK: Who is speaking? Then delete this comment.\n  - id: one\n    kind: points\n" in text
    loaded(draft_of(slide), tmp_path)


def test_very_many_slides_make_several_files(tmp_path: Path) -> None:
    slides = [points(f"s{number}", *["A point"] * 50) for number in range(450)]
    pack = loaded(draft_of(*slides), tmp_path)
    assert len(pack.slides) == 450
    assert [str(section.section) for section in pack.sections] == ["A talk", "A talk (2)"]


def test_names_are_made_of_what_a_text_says() -> None:
    assert name_of("What Children’s Cafés said!", "slide") == "what-childrens-cafes-said"
    assert name_of("日本", "slide") == "slide"
    assert len(name_of("word " * 40, "slide")) <= 40
    assert name_of("x" * 90, "slide") == "x" * 40
