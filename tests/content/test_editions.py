"""An agency's edition changes a pack by the ids of its slides, and nothing else of it."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import look_of
from deckbuilder import pipeline
from deckbuilder.content import EditionFile, Pack, apply_edition, check_editions, load_pack
from deckbuilder.content.slides import Slide, VoicesSlide, WorkshopSlide
from deckbuilder.diagnostics import Diagnostics, Severity
from deckbuilder.source import Workspace, draft_07
from deckbuilder.theme import Theme

HERE = Path(__file__).parent / "learning_review"
REAL = ("schools", "health", "police")

PACK = """\
id: case
title: A case
slides: [slides/calls.yaml, slides/after.yaml]
outcomes:
  - text: Take a call
    slides: [first, second]
  - text: Look back
    slides: [third]
plans:
  day:
    title: A day
    sessions:
      - id: all
        title: Everything
        include:
          - section: calls
          - break: 10
          - section: after
  meetings:
    title: Meetings
    sessions:
      - id: one
        title: The call
        include: [first, second]
      - id: two
        title: Afterwards
        include: [open-after, third]
"""
CALLS = """\
section: Calls
slides:
  - {id: first, kind: points, title: First, points: [A point]}
  - {id: second, kind: points, title: Second, points: [A point]}
"""
AFTER = """\
section: After
slides:
  - {id: open-after, kind: section, title: Afterwards}
  - {id: third, kind: points, title: Third, points: [A point]}
"""


@pytest.fixture(autouse=True)
def _coverage_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what is warned of minutes and activities: it has cases of its own."""
    monkeypatch.setattr("deckbuilder.content.references.check_coverage", lambda *_: None)


def new(name: str) -> str:
    return f"{{id: {name}, kind: points, title: The slide {name}, points: [A point]}}"


class Room:
    """A workspace with one pack, and whatever editions a test writes."""

    def __init__(self, folder: Path) -> None:
        self.pack = folder / "content" / "case"
        self.workspace = Workspace(folder, folder)
        self.write("pack.yaml", PACK)
        self.write("slides/calls.yaml", CALLS)
        self.write("slides/after.yaml", AFTER)

    def write(self, name: str, text: str) -> None:
        file = self.pack / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")

    def load(self) -> Pack:
        diagnostics = Diagnostics()
        pack = load_pack(self.pack, self.workspace, diagnostics)
        assert not diagnostics.found
        assert pack is not None
        return pack

    def apply(self, edition: str, *names: str) -> tuple[Pack | None, Diagnostics]:
        self.write("editions/schools.yaml", edition)
        diagnostics = Diagnostics()
        return apply_edition(self.load(), names or ("schools",), self.workspace, diagnostics), diagnostics

    def changed(self, edition: str) -> Pack:
        pack, diagnostics = self.apply(edition)
        assert not diagnostics.found
        assert pack is not None
        return pack

    def faults(self, edition: str) -> list[tuple[str, int, str]]:
        pack, diagnostics = self.apply(edition)
        assert pack is None
        found = diagnostics.in_reading_order()
        assert all(item.origin and item.origin.path == "content/case/editions/schools.yaml" for item in found)
        return [(item.code, item.origin.line if item.origin else 0, f"{item.message} {item.hint}") for item in found]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def ids(pack: Pack) -> list[list[str]]:
    return [[str(slide.id) for slide in section.slides] for section in pack.sections]


def included(pack: Pack, plan: str) -> list[list[str]]:
    """Give what each session of a plan includes."""
    sessions = next(found for name, found in pack.about.plans.items() if name == plan).sessions
    return [
        [str(part.slide or (f"section {part.section}" if part.section else "break")) for part in session.include]
        for session in sessions
    ]


def led_to(pack: Pack) -> list[list[str]]:
    return [[str(name) for name in outcome.slides] for outcome in pack.about.outcomes]


def test_a_pack_without_an_edition_of_these_names_stays_as_it_is(room: Room) -> None:
    pack = room.load()
    diagnostics = Diagnostics()
    assert apply_edition(pack, ("schools", "board"), room.workspace, diagnostics) is pack
    assert not diagnostics.found
    assert pack.edition == ""


def test_the_first_name_that_has_an_edition_counts(room: Room) -> None:
    room.write("editions/board.yaml", "omit: first")
    room.write("editions/base.yaml", "omit: [first, second]")
    pack, _ = room.apply("omit: [third]", "academy", "board", "schools", "base")
    assert pack is not None
    assert pack.edition == "board"
    assert ids(pack) == [["second"], ["open-after", "third"]]


def test_slides_come_in_before_and_after_in_the_files_order(room: Room) -> None:
    pack = room.changed(
        f"""\
        insert:
          - after: first
            slides: [{new("a")}, {new("b")}]
          - before: second
            slides: [{new("c")}]
          - after: first
            slides: [{new("d")}]
          - before: open-after
            slides: [{new("e")}]
        """
    )
    assert ids(pack) == [["first", "a", "b", "d", "c", "second"], ["e", "open-after", "third"]]
    assert included(pack, "day") == [["section calls", "break", "section after"]]
    assert included(pack, "meetings") == [
        ["first", "a", "b", "d", "c", "second"],
        ["e", "open-after", "third"],
    ]
    assert led_to(pack) == [["first", "second"], ["third"]]


def test_a_slide_inserted_beside_one_of_a_section_reaches_only_sessions_that_show_that_one(room: Room) -> None:
    pack = room.changed(f"insert: [{{after: third, slides: [{new('a')}]}}]")
    assert included(pack, "meetings") == [["first", "second"], ["open-after", "third", "a"]]


def test_a_replaced_slide_keeps_its_place_its_plans_and_its_outcomes(room: Room) -> None:
    pack = room.changed(
        "replace: [{id: second, kind: voices, title: Other, voices: [{quote: Listen, speaker: child}]}]"
    )
    assert ids(pack) == ids(room.load())
    assert isinstance(pack.slides[1], VoicesSlide)
    assert included(pack, "meetings")[0] == ["first", "second"]
    assert led_to(pack)[0] == ["first", "second"]


def test_an_omitted_slide_leaves_plans_and_outcomes_without_a_word(room: Room) -> None:
    pack = room.changed("omit: [second]")
    assert ids(pack) == [["first"], ["open-after", "third"]]
    assert included(pack, "meetings") == [["first"], ["open-after", "third"]]
    assert led_to(pack) == [["first"], ["third"]]


def test_a_slide_may_move(room: Room) -> None:
    pack = room.changed(f"{{omit: [first], insert: [{{after: third, slides: [{new('first')}]}}]}}")
    assert ids(pack) == [["second"], ["open-after", "third", "first"]]
    assert included(pack, "meetings") == [["second"], ["open-after", "third", "first"]]
    assert led_to(pack) == [["first", "second"], ["third"]]


def test_a_section_whose_slides_are_all_omitted_goes_and_takes_its_section_slide_along(room: Room) -> None:
    meetings = PACK[PACK.index("  meetings:") :]
    room.write("pack.yaml", PACK.replace(meetings, "").replace("[third]", "[open-after, first]"))
    pack = room.changed("omit: [third]")
    assert ids(pack) == [["first", "second"]]
    assert included(pack, "day") == [["section calls", "break"]]
    assert led_to(pack) == [["first", "second"], ["first"]]


def test_a_section_with_a_slide_of_the_editions_own_stays(room: Room) -> None:
    room.write("pack.yaml", PACK.replace("[third]", "[first]"))
    pack = room.changed(f"{{omit: [third], insert: [{{after: open-after, slides: [{new('a')}]}}]}}")
    assert ids(pack) == [["first", "second"], ["open-after", "a"]]
    assert included(pack, "day") == [["section calls", "break", "section after"]]


def test_an_outcome_without_slides_is_a_warning(room: Room) -> None:
    pack, diagnostics = room.apply(f"insert: [{{after: open-after, slides: [{new('a')}]}}]\nomit:\n  - third\n")
    assert pack is not None
    assert led_to(pack) == [["first", "second"], []]
    (found,) = diagnostics
    assert (found.code, found.severity, found.origin and found.origin.line) == (
        "outcome-without-slides",
        Severity.WARNING,
        3,
    )
    assert "“Look back”" in found.message


def test_a_session_without_slides_is_an_error(room: Room) -> None:
    _, diagnostics = room.apply("omit:\n  - first\n  - second\n")
    found = [(item.code, item.origin and item.origin.line) for item in diagnostics]
    assert found == [("session-without-slides", 2), ("outcome-without-slides", 2)]
    assert "“The call”" in diagnostics.found[0].message


def test_a_pack_without_plans_needs_a_slide_too(room: Room) -> None:
    room.write("pack.yaml", "id: case\ntitle: A case\nslides: [slides/calls.yaml]\n")
    assert [fault[:2] for fault in room.faults("omit: [first, second]")] == [("session-without-slides", 1)]


@pytest.mark.parametrize(
    ("edition", "line"),
    [
        ("omit:\n  - frist\n", 2),
        (f"replace:\n  - {new('frist')}\n", 2),
        (f"insert:\n  - slides: [{new('a')}]\n    after: frist\n", 3),
        (f"insert:\n  - before: frist\n    slides: [{new('a')}]\n", 2),
    ],
    ids=["omit", "replace", "after", "before"],
)
def test_an_unknown_slide_is_reported_where_the_edition_names_it(edition: str, line: int, room: Room) -> None:
    ((code, where, said),) = room.faults(edition)
    assert (code, where) == ("unknown-slide", line)
    assert said == "This edition names the slide “frist”, which the pack does not have. Did you mean “first”?"


@pytest.mark.parametrize(
    ("edition", "line", "verb"),
    [
        ("omit:\n  - first\n  - first\n", 3, "omits"),
        (f"omit: [first]\nreplace:\n  - {new('first')}\n", 3, "omits"),
        (f"replace:\n  - {new('first')}\n  - {new('first')}\n", 3, "replaces"),
    ],
    ids=["omitted twice", "omitted and replaced", "replaced twice"],
)
def test_a_slide_is_changed_once(edition: str, line: int, verb: str, room: Room) -> None:
    ((code, where, said),) = room.faults(edition)
    assert (code, where) == ("changed-twice", line)
    assert f"This edition {verb} the slide “first” already in line" in said


def test_nothing_stands_beside_an_omitted_slide(room: Room) -> None:
    ((code, line, said),) = room.faults(f"omit: [first]\ninsert:\n  - after: first\n    slides: [{new('a')}]\n")
    assert (code, line) == ("omitted-anchor", 3)
    assert "“first” in line 1" in said


def test_a_new_slide_needs_a_new_id(room: Room) -> None:
    faults = room.faults(
        f"insert:\n  - before: first\n    slides:\n      - {new('third')}\n      - {new('a')}\n      - {new('a')}\n"
    )
    assert [fault[:2] for fault in faults] == [("duplicate-slide-id", 4), ("duplicate-slide-id", 6)]
    assert "content/case/slides/after.yaml, line 4" in faults[0][2]


def test_every_fault_of_an_editions_slides_is_reported(room: Room) -> None:
    faults = room.faults(
        """\
        omits: [first]
        replace:
          - {id: first, kind: pionts, title: First, points: [A point]}
        insert:
          - after: second
            befor: first
            slides:
              - {id: a, kind: points, title: A}
              - {id: b, kind: points, titel: B, points: [A point]}
          - slides: []
        """
    )
    assert [fault[:2] for fault in faults] == [
        ("unknown-key", 1),
        ("unknown-slide-kind", 3),
        ("unknown-key", 6),
        ("missing-field", 8),
        ("unknown-key", 9),
        ("wrong-number-of-items", 10),
    ]


@pytest.mark.parametrize(
    "insertion",
    ["{slides: [%s]}", "{after: first, before: second, slides: [%s]}"],
    ids=["neither", "both"],
)
def test_an_insertion_names_one_of_before_and_after(insertion: str, room: Room) -> None:
    ((code, line, said),) = room.faults(f"insert:\n  - {insertion % new('a')}\n")
    assert (code, line) == ("wrong-value", 2)
    assert "one of “after” and “before” is wanted here" in said


def test_references_of_new_slides_must_hold(room: Room) -> None:
    faults = room.faults(
        """\
        insert:
          - after: first
            slides:
              - id: a
                kind: table
                title: A table
                columns: [One, Two]
                rows:
                  - [One cell]
                description: A table
                additions: [row]
              - {id: b, kind: picture, title: A picture, description: Nothing, picture: none.png}
        """
    )
    assert [fault[:2] for fault in faults] == [("uneven-table", 9), ("unknown-addition", 11), ("missing-picture", 12)]


def test_files_that_no_theme_takes_are_warned_of(room: Room) -> None:
    for name in ("board.yaml", "baord.yaml", "board.yml", ".DS_Store"):
        room.write(f"editions/{name}", "omit: [first]")
    diagnostics = Diagnostics()
    check_editions(room.load(), room.workspace, diagnostics)
    assert {item.severity for item in diagnostics} == {Severity.WARNING}
    assert [(item.code, item.origin and item.origin.path) for item in diagnostics] == [
        ("edition-without-theme", "content/case/editions/baord.yaml"),
        ("edition-without-theme", "content/case/editions/board.yml"),
    ]
    assert "Did you mean “board”?" in diagnostics.found[0].hint
    assert "board.yaml" in diagnostics.found[1].hint


def test_a_pack_without_editions_is_warned_of_nothing(room: Room) -> None:
    diagnostics = Diagnostics()
    check_editions(room.load(), room.workspace, diagnostics)
    assert not diagnostics.found


def test_the_schema_knows_the_kinds_of_slide() -> None:
    schema = draft_07(EditionFile, "an edition")
    assert set(schema["properties"]) == {"omit", "replace", "insert"}
    assert {"PointsSlide", "WorkshopSlide", "Insertion"} <= set(schema["definitions"])


@pytest.fixture
def edition_of(load: Callable[[str], Pack], workspace: Workspace) -> Callable[[str], Pack]:
    def applied(name: str) -> Pack:
        diagnostics = Diagnostics()
        pack = apply_edition(load("learning-review"), [name], workspace, diagnostics)
        assert not diagnostics.found
        assert pack is not None
        assert pack.edition == name
        return pack

    return applied


def quoted(name: str) -> dict[str, set[str]]:
    """Give what the source quotes, by its slide."""
    found: dict[str, set[str]] = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            origin, words = line.split("\t")[:2]
            found.setdefault(origin, set()).add(words)
    return found


def quotations() -> list[tuple[str, str]]:
    """Give what the source quotes, each with the number of its slide."""
    lines = (HERE / "quotations.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", REAL)
def test_what_the_editions_quote_is_in_the_source(name: str, edition_of: Callable[[str], Pack]) -> None:
    for slide in own_slides(edition_of(name)):
        own = slide.origin == ("addition",)
        known = {words for origin, words in quotations() if own or origin in slide.origin}
        shown = " ".join(texts(slide.model_dump(exclude={str(key) for key in slide.additions})))
        said = set(re.findall(r"“([^”]+)”", shown))
        if isinstance(slide, VoicesSlide):
            said |= {str(voice.quote) for voice in slide.voices}
            assert all(voice.attribution is None for voice in slide.voices)
        assert said <= known, slide.id


def own_slides(pack: Pack) -> list[Slide]:
    slides = [slide for slide in pack.slides if slide.id.origin and "/editions/" in slide.id.origin.path]
    assert slides
    return slides


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts(item)]
    return [str(value)] if isinstance(value, str) else []


@pytest.mark.parametrize("name", REAL)
def test_the_editions_slides_say_where_they_come_from(name: str, edition_of: Callable[[str], Pack]) -> None:
    pack = edition_of(name)
    for slide in own_slides(pack):
        assert slide.notes, slide.id
        assert slide.minutes, slide.id
        assert all(origin == "addition" or int(origin) in range(23) for origin in slide.origin), slide.id
        assert slide.origin, slide.id
        if slide.origin != ("addition",):
            for key in ("ask", "watch_for", "caution", "minutes"):
                assert not getattr(slide, key) or key in slide.additions, (slide.id, key)
        if isinstance(slide, WorkshopSlide):
            assert all(question.prompts for question in slide.activity.questions)
    titles = [slide.title for slide in pack.slides]
    assert len(set(titles)) == len(titles)
    assert [slide.title for slide in pack.slides if slide.title.startswith("What this means for us in")]


@pytest.mark.parametrize("name", REAL)
def test_the_workshops_ask_what_the_source_asks(
    name: str, edition_of: Callable[[str], Pack], load: Callable[[str], Pack]
) -> None:
    asked = []
    for pack in (load("learning-review"), edition_of(name)):
        workshops = [slide for slide in pack.slides if isinstance(slide, WorkshopSlide)]
        asked.append([str(question.text) for slide in workshops for question in slide.activity.questions])
    assert asked[0] == asked[1]


@pytest.mark.parametrize("name", REAL)
def test_the_editions_keep_the_sessions_lengths(name: str, edition_of: Callable[[str], Pack]) -> None:
    pack = edition_of(name)
    sections = dict(zip(pack.section_ids, pack.sections, strict=True))
    minutes = {str(slide.id): slide.minutes or 0 for slide in pack.slides}
    for plan in pack.about.plans.values():
        for session in plan.sessions:
            length = session.welcome_minutes + session.close_minutes
            for part in session.include:
                length += part.pause or 0
                slides = sections[part.section].slides if part.section else ()
                length += sum(minutes[slide.id] for slide in slides) + (minutes[part.slide] if part.slide else 0)
            assert length == session.minutes, session.id


def test_what_comes_in_beside_a_slide_that_a_plan_leaves_out_is_left_out_too(room: Room) -> None:
    leaving = PACK.replace("        include: [first, second]\n", "        include: [first]\n")
    room.write("pack.yaml", f"{leaving}    leaves_out: [second]\n")
    pack = room.changed(f"insert: [{{after: second, slides: [{new('third-way')}]}}]\n")
    plan = next(found for name, found in pack.about.plans.items() if name == "meetings")
    assert set(plan.leaves_out) == {"second", "third-way"}


def test_a_slide_comes_in_once_though_two_sessions_show_its_neighbour(room: Room) -> None:
    room.write("pack.yaml", PACK.replace("include: [open-after, third]", "include: [first, open-after, third]"))
    pack = room.changed(f"insert: [{{after: first, slides: [{new('more')}]}}]\n")
    assert included(pack, "meetings") == [["first", "more", "second"], ["first", "open-after", "third"]]


def test_a_link_to_a_slide_that_the_edition_omits_is_left_out_with_a_warning(room: Room, board: Theme) -> None:
    room.write("slides/after.yaml", AFTER.replace("points: [A point]", 'points: ["See [the second](#second)"]'))
    pack = room.changed("omit: second\n")
    diagnostics = Diagnostics()
    compiled = pipeline.compile_pack(pack, board, pipeline.Order(plan="day"), look_of(board), diagnostics)
    assert [item.code for item in diagnostics] == ["link-left-out"]
    assert "which the edition leaves out" in next(iter(diagnostics)).message
    words = [
        paragraph.text for placed in compiled[0].deck.slides for fill in placed.fills for paragraph in fill.paragraphs
    ]
    assert "See the second" in words
