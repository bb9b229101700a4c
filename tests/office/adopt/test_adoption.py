"""What is taken over of a template, what is said about it, and what is refused."""

import re
from collections.abc import Callable

import pytest
from lxml import etree

from deck_templates import (
    DEFAULT,
    LAYOUTS,
    MASTER,
    ORIGIN,
    PRESENTATION,
    A,
    Adopt,
    Adopted,
    P,
    R,
    Remade,
    adopter,
    placeholders,
    without,
)
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics, Severity
from deckbuilder.ir.template import Layout, Placeholder
from deckbuilder.office import inspect_deck
from deckbuilder.source import Text
from deckbuilder.theme import TemplateFile, Theme
from deckbuilder.theme.colour import contrast, shaded


@pytest.fixture(scope="session")
def adopt(board: Theme, load: Callable[[str], Pack]) -> Adopt:
    return adopter(board, load)


THEIRS = {"Title Slide", "Title and Content", "Section Header", "Comparison"}
"""The layouts of the template that serve as ours."""


def layout(made: Adopted, name: str) -> Layout:
    assert made.look is not None
    return made.look.layout(name)


def slot(made: Adopted, name: str, role: str) -> Placeholder:
    return layout(made, name).slots(role)[0]


def served(made: Adopted) -> dict[str, str]:
    """Give our layouts and the names of the layouts that slides of theirs have."""
    assert made.look is not None
    return {each.name: each.title for each in made.look.layouts}


# What serves what


def test_layouts_are_found_by_type_and_the_rest_is_added(adopt: Adopt) -> None:
    made = adopt(DEFAULT)
    names = served(made)
    assert names["title"] == "Title Slide"
    assert names["section"] == "Section Header"
    assert names["points"] == names["table"] == "Title and Content"
    assert names["compare"] == "Comparison"
    assert names["voices-2"] == "2 voices"
    added = made.messages["template-layouts-added"]
    assert added.startswith("“brand.pptx” has no layout for voices-1, voices-2,")
    assert "points," not in added.replace("beside-points", "")


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ({"Title and Content": "Titre et contenu"}, "Titre et contenu"),
        ({"Title and Content": "Titel en object"}, "Titel en object"),
        ({"Title and Content": "2_Tytuł i zawartość"}, "2_Tytuł i zawartość"),
        ({"Title and Content": "Whatever"}, "Whatever"),  # by what it holds
    ],
)
def test_layouts_are_found_by_name_or_content_without_types(names: dict[str, str], wanted: str, adopt: Adopt) -> None:
    def rename(tree: etree._Element) -> None:
        tree.attrib.pop("type", None)
        content = tree.find(P + "cSld")
        assert content is not None
        content.set("name", names.get(str(content.get("name")), str(content.get("name"))))

    assert served(adopt(Remade.of().change(LAYOUTS, rename).data()))["points"] == wanted


def test_a_layout_named_as_a_quotation_serves_one_voice(adopt: Adopt) -> None:
    def rename(tree: etree._Element) -> None:
        content = tree.find(P + "cSld")
        assert content is not None
        if content.get("name") == "Title and Content":
            tree.attrib.pop("type")
            content.set("name", "Zitat groß")
            (body,) = placeholders(tree, "obj")
            style = next(body.iter(A + "lstStyle"))
            style.append(
                etree.fromstring(f'<a:lvl1pPr xmlns:a="{A[1:-1]}" marL="0" indent="0"><a:buNone/></a:lvl1pPr>')
            )

    made = adopt(Remade.of().change(LAYOUTS, rename).data())
    assert served(made)["voices-1"] == "Zitat groß"
    assert len(slot(made, "voices-1", "voices").levels) == 1
    slides = [slide for slide in made.opened().slides if slide.slide_layout.name == "Zitat groß"]
    paragraphs = slides[0].placeholders[1].text_frame.paragraphs
    assert len(paragraphs) > 1
    assert {paragraph.level for paragraph in paragraphs} == {0}


def test_a_layout_that_the_theme_names_is_used(adopt: Adopt) -> None:
    made = adopt(DEFAULT, layouts={"voices-2": "Two Content", "points": "title and content"})
    assert served(made)["voices-2"] == "Two Content"
    assert "voices-2," not in made.messages["template-layouts-added"]


@pytest.mark.parametrize("name", ["Title and Content #2", "Office Theme / Title and Content"])
def test_layouts_of_the_same_name_are_told_apart(name: str, adopt: Adopt) -> None:
    def rename(tree: etree._Element) -> None:
        content = tree.find(P + "cSld")
        assert content is not None
        if content.get("name") == "Two Content":
            content.set("name", "Title and Content")

    data = Remade.of().change(LAYOUTS, rename).data()
    if "#" not in name:
        assert adopt(data, layouts={"points": name}).look is not None
        return
    made = adopt(data, layouts={"voices-2": name})
    assert len(layout(made, "voices-2").slots("voices")) == 2


def test_a_master_of_more_use_is_preferred_and_the_other_stays(adopt: Adopt) -> None:
    remade = Remade.of()
    for name in ("ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"):
        remade.parts[name.replace("slideMaster1", "slideMaster2")] = remade.parts[name]
    second = etree.fromstring(remade.parts["ppt/slideMasters/slideMaster2.xml"])
    listed = second.find(P + "sldLayoutIdLst")
    assert listed is not None
    del listed[1:]
    remade.parts["ppt/slideMasters/slideMaster2.xml"] = etree.tostring(second)
    rels = "ppt/_rels/presentation.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    remade.parts[rels] = remade.parts[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="slideMasters/slideMaster2.xml"/></Relationships>'.encode(),
    )
    types = "[Content_Types].xml"
    remade.parts[types] = remade.parts[types].replace(
        b"</Types>",
        b'<Override PartName="/ppt/slideMasters/slideMaster2.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/></Types>',
    )

    def first(tree: etree._Element) -> None:
        masters = tree.find(P + "sldMasterIdLst")
        assert masters is not None
        entry = etree.Element(P + "sldMasterId", {"id": "2147483648", R + "id": "rId99"})
        masters.insert(0, entry)

    made = adopt(remade.change(PRESENTATION, first).data())
    assert "of its 2 slide masters “Office Theme” is used" in made.messages["template-mended"]
    assert "numbers of masters and layouts that stood twice were changed" in made.messages["template-mended"]
    assert served(made)["points"] == "Title and Content"
    opened = made.opened()
    assert len(opened.slide_masters) == 2
    text = made.part("ppt/presentation.xml").decode() + "".join(
        made.part(f"ppt/slideMasters/slideMaster{number}.xml").decode() for number in (1, 2)
    )
    ids = re.findall(r'<p:sldMasterId [^>]*?id="(\d+)"|<p:sldLayoutId [^>]*?id="(\d+)"', text)
    numbers = [int(one or other) for one, other in ids]
    assert len(set(numbers)) == len(numbers) > 20
    assert min(numbers) >= 2_147_483_648


# How it looks


def test_levels_and_boxes_are_the_templates(adopt: Adopt) -> None:
    made = adopt(DEFAULT)
    body = slot(made, "points", "points")
    assert (body.type, body.idx) == ("obj", 1)
    assert [float(level.size) for level in body.levels] == [32, 28, 24, 20, 20]
    assert body.levels[0].bullet is not None
    assert body.levels[0].before == pytest.approx(32 * 1.2 * 0.2)
    assert (int(body.box.x), int(body.box.cx), int(body.inset[0])) == (457_200, 8_229_600, 91_440)
    assert float(body.minimum) == 18
    title = slot(made, "points", "title")
    assert (float(title.levels[0].size), title.levels[0].align) == (44, "ctr")
    assert (float(title.minimum), title.max_lines) == (20, 3)
    section = slot(made, "section", "title")
    assert (section.levels[0].caps, section.levels[0].bold) == (True, True)


def test_an_added_layout_takes_title_and_foot_from_the_master(adopt: Adopt) -> None:
    made = adopt(DEFAULT)
    (added,) = [each for each in made.opened().slide_layouts if each.name == "2 voices"]
    for holder in added.placeholders:
        own = holder._element.spPr.find(A + "xfrm") is not None
        assert own is (holder.placeholder_format.type.name not in {"TITLE", "DATE", "FOOTER", "SLIDE_NUMBER"})
    assert slot(made, "voices-2", "title").levels == slot(made, "points", "title").levels


def test_fonts_are_those_really_used(adopt: Adopt) -> None:
    def fonts(tree: etree._Element) -> None:
        for style, font in (("titleStyle", "Georgia"), ("bodyStyle", "Trebuchet MS")):
            for latin in tree.iterfind(f".//{P}{style}//{A}latin"):
                latin.set("typeface", font)

    made = adopt(Remade.of().change(MASTER, fonts).data())
    assert made.look is not None
    assert (made.look.fonts.heading, made.look.fonts.body) == ("Georgia", "Trebuchet MS")
    assert "the widths of Georgia and Trebuchet MS are not known" in made.messages["template-mended"]
    (added,) = [each for each in made.opened().slide_layouts if each.name == "2 voices"]
    assert b'latin typeface="Trebuchet MS"' in added.part.blob
    assert b'latin typeface="+mn-lt"' not in added.part.blob


def grounds(tree: etree._Element, fill: str) -> None:
    background = tree.find(f"{P}cSld/{P}bg")
    assert background is not None
    background[:] = [etree.fromstring(f'<p:bgPr xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}">{fill}<a:effectLst/></p:bgPr>')]


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


@pytest.mark.parametrize("ground", ["102A54", "FFE0CC", "808080", "FFFFFF", "000000", "C00000"])
def test_text_that_is_added_can_be_read_on_every_ground(ground: str, adopt: Adopt) -> None:
    made = adopt(Remade.of().change(MASTER, lambda tree: grounds(tree, solid(ground))).data())
    assert made.look is not None

    def rgb(name: str) -> str:
        assert made.look is not None
        base, _, shade = name.partition("/")
        share, _, added = shade.partition("+")
        value = made.look.colours[base]
        return shaded(value, int(share) / 100, int(added or 0) / 100) if shade else value

    for each in made.look.layouts:
        for place in each.placeholders:
            if each.title not in THEIRS and place.own_style and not place.role.startswith("foot"):
                behind = rgb(place.fill) if place.fill else ground
                for level in place.levels:
                    assert contrast(rgb(level.colour), behind) >= 4.5, (each.name, place.role)


def test_on_a_picture_or_a_gradient_added_text_gets_a_ground_of_its_own(adopt: Adopt) -> None:
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>' for at, colour in ((0, "FFFFFF"), (100_000, "204080"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    made = adopt(Remade.of().change(MASTER, lambda tree: grounds(tree, fill)).data())
    assert made.look is not None
    assert made.look.ground is not None
    for each in made.look.layouts:
        for place in each.placeholders:
            if place.own_style and each.family not in {"title", "section"} and place.type == "body":
                assert place.fill is not None, (each.name, place.role)
    assert b"<c:spPr><a:solidFill>" in made.part("ppt/charts/chart1.xml")


# The package


def test_what_is_not_touched_stays_byte_for_byte(adopt: Adopt) -> None:
    def footers(tree: etree._Element) -> None:
        for shape in tree.iter(P + "sp"):
            if shape.find(f".//{P}ph[@type='ftr']") is not None:
                paragraph = shape.find(f".//{A}p")
                assert paragraph is not None
                run = etree.SubElement(paragraph, A + "r")
                etree.SubElement(run, A + "t").text = "Fusszeile"
                paragraph.insert(0, run)

    layouts = ("ppt/slideLayouts/slideLayout2.xml", "ppt/slideLayouts/slideLayout7.xml")
    remade = Remade.of()
    for name in layouts:
        remade = remade.change(name, footers)
    made = adopt(remade.data())
    for name in ("ppt/theme/theme1.xml", *layouts):
        assert made.part(name) == remade.parts[name]


def test_an_empty_footer_of_a_layout_asks_for_something(adopt: Adopt) -> None:
    for slide in adopt(DEFAULT).opened().slides:
        layout = slide.slide_layout
        texts = [place.text_frame.text for place in layout.placeholders if place.placeholder_format.type == 15]
        assert all(texts), layout.name


def test_the_presentation_is_theirs_with_our_slides_in_order(adopt: Adopt) -> None:
    def protect(tree: etree._Element) -> None:
        tree.set("firstSlideNum", "5")
        default = tree.find(P + "defaultTextStyle")
        assert default is not None
        default.addnext(etree.Element(P + "modifyVerifier", {"algorithmName": "SHA-512"}))

    made = adopt(Remade.of().change(PRESENTATION, protect).data())
    root = made.tree("ppt/presentation.xml")
    names = [etree.QName(child).localname for child in root]
    assert names[:5] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"]
    assert names[-1] == "extLst"
    assert "modifyVerifier" not in names
    assert root.get("firstSlideNum") is None
    assert b"p14:sectionLst" in made.part("ppt/presentation.xml")
    assert b"<?deckbuilder" not in made.part("ppt/presentation.xml")


def test_a_template_becomes_a_presentation(adopt: Adopt) -> None:
    remade = Remade.of()
    types = "[Content_Types].xml"
    remade.parts[types] = remade.parts[types].replace(b"presentation.main+xml", b"template.main+xml")
    made = adopt(remade.data())
    assert b"template.main" not in made.part(types)
    assert len(made.opened().slides) > 20


def test_the_style_of_tables_is_added_to_theirs(adopt: Adopt) -> None:
    made = adopt(DEFAULT)
    styles = made.tree("ppt/tableStyles.xml")
    assert styles.get("def") == etree.fromstring(Remade.of().parts["ppt/tableStyles.xml"]).get("def")
    assert [style.get("styleName") for style in styles] == ["Deckbuilder"]


def test_notes_pages_belong_to_the_templates_own_notes_master(adopt: Adopt) -> None:
    first = adopt(DEFAULT)
    assert "it has no master for notes pages, so one was added" in first.messages["template-mended"]
    again = adopt(first.data)
    assert "notes pages" not in again.messages["template-mended"]
    assert len([name for name in again.names() if name.startswith("ppt/notesMasters/notesMaster")]) == 1


def test_settings_that_hide_the_foot_are_changed(adopt: Adopt) -> None:
    def hide(tree: etree._Element) -> None:
        listed = tree.find(P + "sldLayoutIdLst")
        assert listed is not None
        listed.addnext(etree.Element(P + "hf", {"sldNum": "0", "ftr": "0", "dt": "0"}))

    made = adopt(Remade.of().change(MASTER, hide).data())
    settings = made.tree("ppt/slideMasters/slideMaster1.xml").find(P + "hf")
    assert settings is not None
    assert dict(settings.attrib) == {"sldNum": "1", "ftr": "1", "dt": "1"}


def test_the_marking_meets_no_placeholder(adopt: Adopt) -> None:
    made = adopt(DEFAULT, marking="OFFICIAL-SENSITIVE")
    (marking,) = [shape for shape in made.opened().slide_master.shapes if shape.name == "Protective marking"]
    assert made.look is not None
    for each in made.look.layouts:
        for place in each.placeholders:
            apart = (
                place.box.x + place.box.cx <= marking.left
                or marking.left + marking.width <= place.box.x
                or place.box.y + place.box.cy <= marking.top
                or marking.top + marking.height <= place.box.y
            )
            assert apart, (each.name, place.role)


def test_a_deck_is_the_same_bytes_twice(adopt: Adopt) -> None:
    assert adopt(DEFAULT).data == adopt(DEFAULT).data


# What is said


def test_each_fallback_is_advice_at_the_templates_line(adopt: Adopt) -> None:
    made = adopt(DEFAULT)
    assert [(found.code, found.severity) for found in made.diagnostics] == [
        ("template-layouts-added", Severity.ADVICE),
        ("template-mended", Severity.ADVICE),
    ]
    assert {found.origin for found in made.diagnostics} == {ORIGIN}


def small(tree: etree._Element) -> None:
    for run in tree.iterfind(f".//{P}titleStyle//{A}defRPr"):
        run.set("sz", "1400")


def thin(tree: etree._Element) -> None:
    for shape in placeholders(tree, "title"):
        for size in shape.iterfind(f"{P}spPr/{A}xfrm/{A}ext"):
            size.set("cy", "400000")


@pytest.mark.parametrize(
    ("pattern", "change", "message"),
    [
        (f"{MASTER}|{LAYOUTS}", without("dt", "ftr"), "its master lacks date and footer, which were added at the foot"),
        (f"{MASTER}|{LAYOUTS}", thin, "its master has no title that holds two lines"),
        (MASTER, small, "it sets text smaller than 18 points on the layouts for"),
    ],
)
def test_what_was_mended_is_said(
    pattern: str, change: Callable[[etree._Element], None], message: str, adopt: Adopt
) -> None:
    assert message in adopt(Remade.of().change(pattern, change).data()).messages["template-mended"]


def test_placeholders_of_the_same_number_are_told_apart(adopt: Adopt) -> None:
    def same(tree: etree._Element) -> None:
        for shape in placeholders(tree, "obj", "body"):
            for reference in shape.iter(P + "ph"):
                reference.set("idx", "1")

    made = adopt(Remade.of().change(LAYOUTS, same).data())
    assert "placeholders of the same number were told apart in “Comparison”" in made.messages["template-mended"]
    places = [place for place in layout(made, "compare").placeholders if place.role in {"headings", "columns"}]
    assert len({place.idx for place in places}) == 4


# What is refused


def test_an_unknown_layout_is_refused_with_the_nearest(adopt: Adopt) -> None:
    made = adopt(DEFAULT, layouts={"points": "Title and Contents", "ponits": "Title and Content"})
    assert made.look is None
    found = {each.message: each for each in made.diagnostics}
    theirs = found["The template has no layout “Title and Contents”."]
    ours = found["There is no layout “ponits” of ours."]
    assert (theirs.code, theirs.hint, theirs.origin) == (
        "unknown-template-layout", "Did you mean “Title and Content”?", ORIGIN,
    )  # fmt: skip
    assert (ours.code, ours.hint) == ("unknown-template-layout", "Did you mean “points”?")


@pytest.mark.parametrize(
    ("ours", "theirs", "missing"),
    [
        ("points", "Title Only", "a large placeholder for points"),
        ("points", "Blank", "a title placeholder of two lines or more"),
        ("compare", "Two Content", "two columns side by side with a text placeholder for a heading above each"),
        ("voices-3", "Two Content", "three text placeholders for quotations"),
        ("picture", "Title and Content", "a text placeholder for the caption"),
        ("title", "Title Only", "a placeholder for the subtitle"),
        ("table", "Title Only", "a placeholder for a table"),
        ("support-4", "Comparison", "four text placeholders for contacts"),
        ("voices-beside-points-2", "Two Content", "two text placeholders for quotations beside the points"),
        ("compare-one", "Title and Content", "a text placeholder for the heading above the points"),
    ],
)
def test_a_layout_that_lacks_placeholders_is_refused(ours: str, theirs: str, missing: str, adopt: Adopt) -> None:
    made = adopt(DEFAULT, layouts={ours: theirs})
    (found,) = made.diagnostics
    assert made.look is None
    assert (found.code, found.origin) == ("unfit-template-layout", ORIGIN)
    assert f"cannot serve as “{ours}”" in found.message
    assert missing in found.message


def no_master(tree: etree._Element) -> None:
    masters = tree.find(P + "sldMasterIdLst")
    assert masters is not None
    masters.clear()


def tiny(tree: etree._Element) -> None:
    size = tree.find(P + "sldSz")
    assert size is not None
    size.attrib.update({"cx": "3000000", "cy": "2000000"})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: Remade.of().change(PRESENTATION, no_master).data(), "has no slide master"),
        (lambda: Remade.of().change(PRESENTATION, tiny).data(), "leaves too little room"),
    ],
)
def test_an_unusable_template_is_refused(data: Callable[[], bytes], message: str, adopt: Adopt) -> None:
    made = adopt(data())
    (found,) = made.diagnostics
    assert (made.look, found.code, found.origin) == (None, "unusable-template", ORIGIN)
    assert message in found.message


def test_damaged_xml_and_other_kinds_of_file_are_refused(adopt: Adopt) -> None:
    remade = Remade.of()
    remade.parts["ppt/slideLayouts/slideLayout3.xml"] = remade.parts["ppt/slideLayouts/slideLayout3.xml"][:-40]
    assert "is damaged" in adopt(remade.data()).messages["unusable-template"]
    remade = Remade.of()
    types = "[Content_Types].xml"
    remade.parts[types] = remade.parts[types].replace(
        b"presentationml.presentation.main", b"wordprocessingml.document.main"
    )
    assert "is no PowerPoint presentation" in adopt(remade.data()).messages["unusable-template"]


# Looking into it


def test_inspection_shows_what_there_is_and_proposes_a_map() -> None:
    diagnostics = Diagnostics()
    found = inspect_deck(TemplateFile(Text("brand.pptx"), DEFAULT), diagnostics, lambda name: name == "Calibri")
    assert found is not None
    assert not diagnostics.found
    assert (found.width, found.height) == (25.4, 19.05)
    assert found.proposed["points"] == "Title and Content"
    assert found.proposed["voices-2"] is None
    content = next(each for each in found.layouts if each.name == "Title and Content")
    assert (content.type, content.serves) == ("obj", ("points", "table"))
    body = content.placeholders[1]
    assert (body.type, body.idx, body.box, body.text_size) == ("obj", 1, (1.27, 4.45, 22.86, 12.57), 32)
    assert [(font.name, font.use, font.known) for font in found.fonts] == [
        ("Calibri", "headings", True),
        ("Calibri", "body", True),
    ]
    assert {colour.name: colour.contrast for colour in found.colours}["dk1"] == 21
    assert found.problems == ()


def test_inspection_names_what_is_odd() -> None:
    def odd(tree: etree._Element) -> None:
        for shape in placeholders(tree, "obj"):
            next(shape.iter(P + "cNvPr")).set("hidden", "1")

    data = Remade.of().change(f"{MASTER}|{LAYOUTS}", without("ftr")).change(LAYOUTS, odd).data()
    found = inspect_deck(TemplateFile(Text("brand.pptx"), data), Diagnostics())
    assert found is not None
    assert "The master has no footer." in found.problems
    assert "Layout “Title and Content”: the placeholder “Content Placeholder 2” is hidden." in found.problems
