"""An agency's own Word template: the documents come out in it, whatever is odd about it."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree
from openxml_audit import OpenXmlValidator

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.word import inspect_word
from word_documents import Made, Make, MakeTheme, W
from word_templates import MESSY, SAMPLE, element, house, numbered_footer, rewritten

pytest_plugins = ("word_fixtures",)


def under(make: Make, data: bytes, *, marking: str = "", name: str = "house.docx", **styles: str) -> Made:
    word: dict[str, Any] = {"template": name}
    if styles:
        word["styles"] = {ours.replace("_", " "): theirs for ours, theirs in styles.items()}
    control = {"marking": marking} if marking else {}
    return make({"word": word, "control": control}, {name: data})


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def margin_texts(section: Any, tag: str) -> list[str]:
    return [paragraph.text for paragraph in getattr(section, tag).paragraphs]


@pytest.mark.parametrize("name", MESSY)
def test_a_messy_template_makes_whole_documents(name: str, make: Make, tmp_path: Path) -> None:
    made = under(make, MESSY[name](), marking="OFFICIAL")
    assert not made.diagnostics.has_errors
    for which in ("guide", "worksheet"):
        document = made.opened(which)
        assert SAMPLE not in "\n".join(texts(document))
        styles = {style.style_id for style in document.styles}
        for tag in ("pStyle", "rStyle", "tblStyle"):
            assert set(document.element.body.xpath(f".//w:{tag}/@w:val")) <= styles
        used = set(document.element.body.xpath(".//w:numPr/w:numId/@w:val"))
        assert used <= set(made.tree("word/numbering.xml", which).xpath(
            "./w:num/@w:numId", namespaces={"w": W[1:-1]}))  # fmt: skip
        assert document.sections[0].header.paragraphs[0].text == "OFFICIAL"
        assert document.sections[0].footer.paragraphs[-1].text == "OFFICIAL"
    # The worksheet's parts but its body are the guide's, and its body is held against the validator by other tests.
    file = tmp_path / "made.docx"
    file.write_bytes(made.guide)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("name", ["different pages", "names taken"])
def test_microsofts_validator_finds_nothing_in_it(
    name: str, make: Make, tmp_path: Path, sdk_validator: Callable[[Path], str]
) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(under(make, MESSY[name](), marking="OFFICIAL").guide)
    assert json.loads(sdk_validator(file))["errors"] == []


def test_the_agencys_styles_are_used_and_left_as_they_are(make: Make) -> None:
    made = under(make, house(), Quote="Pull quotation")
    document = made.opened()
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "List Bullet", "Pull quotation"} <= used
    original = docx.Document(BytesIO(house())).styles["Heading 1"].element.xml
    assert document.styles["Heading 1"].element.xml == original
    assert "List Bullet" not in made.said("template-styles-added")
    assert "“Caution”" in made.said("template-styles-added")


def test_another_style_is_not_taken_for_ours_by_its_id(make: Make) -> None:
    made = under(make, MESSY["names taken"]())
    used = {paragraph.style.name for paragraph in made.opened().paragraphs}
    assert "Third" not in used
    assert {"Say", "Pack Ask"} <= used


def test_styles_are_found_by_their_german_names(make: Make) -> None:
    made = under(make, MESSY["german"]())
    used = {paragraph.style.style_id for paragraph in made.opened().paragraphs}
    assert {"Titel", "berschrift1", "Textkrper", "Aufzhlungszeichen"} <= used
    assert "heading 1" not in made.said("template-styles-added")


def test_a_heading_style_of_another_name_stands_in_the_contents_table(make: Make) -> None:
    def change(document: Any) -> None:
        style = document.styles.add_style("House head", WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr()

    made = under(make, house(change), heading_1="House head")
    code = "".join(made.tree("word/document.xml").itertext(W + "instrText"))
    assert "\\u" in code
    style = made.opened().styles["House head"].element
    assert style.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert "“House head” got the outline level" in made.said("word-template-mended")
    assert "“House head” may stand alone" in made.said("word-template-mended")


def test_page_headers_and_footers_stay_and_get_marking_and_page_number(make: Make) -> None:
    def change(document: Any) -> None:
        document.sections[0].left_margin = Cm(4)

    section = under(make, house(change), marking="OFFICIAL").opened().sections[0]
    assert round(section.left_margin.cm, 1) == 4
    assert margin_texts(section, "header") == ["OFFICIAL", "The agency’s own header"]
    foot = margin_texts(section, "footer")
    assert foot[-1] == "OFFICIAL"
    assert any("Version" in text and "Page " in text for text in foot)


def test_a_footer_with_a_page_number_gets_none_of_ours_and_no_name_twice(make: Make) -> None:
    section = under(make, house(numbered_footer)).opened().sections[0]
    foot = margin_texts(section, "footer")
    assert not any("Page " in text for text in foot)
    assert sum("Safeguarding Children Partnership" in text for text in foot) == 1
    assert foot[-1].startswith("Version")


def test_a_marking_that_stands_there_is_not_put_there_again(make: Make) -> None:
    def change(document: Any) -> None:
        document.sections[0].header.add_paragraph("Official")

    section = under(make, house(change), marking="OFFICIAL").opened().sections[0]
    assert [text for text in margin_texts(section, "header") if text.casefold() == "official"] == ["Official"]


def test_first_and_even_pages_keep_their_own_margins(make: Make) -> None:
    document = under(make, MESSY["different pages"](), marking="OFFICIAL").opened()
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert document.settings.odd_and_even_pages_header_footer
    assert margin_texts(section, "first_page_header") == ["OFFICIAL", "Only on page one"]
    assert margin_texts(section, "first_page_footer")[-1] == "OFFICIAL"
    assert margin_texts(section, "even_page_header") == ["OFFICIAL", "On even pages"]
    assert any("Page " in text for text in margin_texts(section, "even_page_footer"))


def test_numbering_does_not_collide(make: Make) -> None:
    original = docx.Document(BytesIO(house())).part.numbering_part.element
    made = under(make, house()).tree("word/numbering.xml")
    for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [one.get(W + name) for one in made.findall(W + tag)]
        assert len(ids) == len(set(ids))
        assert {one.get(W + name) for one in original.findall(W + tag)} < set(ids)
    order = [etree.QName(one).localname for one in made if isinstance(one.tag, str)]
    assert order == sorted(order)  # abstractNum, then num


def test_each_numbered_list_begins_anew_in_the_agencys_list_style(make: Make) -> None:
    made = under(make, house())
    lists = made.tree("word/numbering.xml")
    own = made.opened().styles["List Number"].element.pPr.numPr.numId.val
    definition = lists.xpath(f"./w:num[@w:numId='{own}']/w:abstractNumId/@w:val", namespaces={"w": W[1:-1]})[0]
    used = {p._p.pPr.numPr.numId.val for p in made.opened().paragraphs if p.style.name == "List Number"}
    assert used
    for number in used:
        (one,) = lists.xpath(f"./w:num[@w:numId='{number}']", namespaces={"w": W[1:-1]})
        assert one.find(W + "abstractNumId").get(W + "val") == definition
        assert one.find(f"{W}lvlOverride/{W}startOverride") is not None


def test_the_upright_section_is_taken_and_columns_become_one(make: Make) -> None:
    section = under(make, MESSY["landscape"]()).opened().sections
    assert len(section) == 1
    assert section[0].page_width < section[0].page_height
    made = under(make, MESSY["columns"]())
    properties = made.opened().sections[0]._sectPr
    assert properties.find(qn("w:cols")) is None
    assert properties.find(qn("w:lnNumType")) is None
    assert "columns became one" in made.said("word-template-mended")


def test_tables_are_as_wide_as_the_agencys_text(make: Make) -> None:
    document = under(make, house()).opened()
    section = document.sections[0]
    wanted = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    for table in document.tables:
        width = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert abs(width - wanted) < 10


def test_protection_tracking_and_what_belongs_to_the_work_is_left_out(make: Make) -> None:
    made = under(make, MESSY["protected"]())
    settings = made.parts()["word/settings.xml"].decode()
    assert "documentProtection" not in settings
    assert "trackRevisions" not in settings
    assert "mirrorMargins" in settings
    header = made.opened().sections[0].header.paragraphs[0].text
    assert header == "The agency’s own header and more"
    assert "protection is lifted" in made.said("word-template-mended")
    parts = made.parts()
    assert not [name for name in parts if "stylesWithEffects" in name or "customXml" in name or "thumbnail" in name]


def test_a_link_to_another_template_is_dropped_and_said(make: Make) -> None:
    def change(name: str, content: bytes) -> bytes:
        if name == "word/settings.xml":
            return content.replace(b"<w:zoom", b'<w:attachedTemplate r:id="rId9"/><w:zoom', 1)
        return content

    data = rewritten(house(), change)
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="file:///C:/house.dotx" TargetMode="External"/></Relationships>'
    )
    buffer = BytesIO(data)
    with ZipFile(buffer, "a") as archive:
        archive.writestr("word/_rels/settings.xml.rels", relationships)
    made = under(make, buffer.getvalue())
    assert "link to another template" in made.said("word-template-mended")
    assert not any(b"house.dotx" in content for content in made.parts().values())


def test_controls_and_bookmarks_of_a_header_meet_none_of_the_text(make: Make) -> None:
    made = under(make, MESSY["controls"](), marking="")
    parts = [made.tree(name) for name in made.parts() if name.startswith("word/") and name.endswith(".xml")]
    for tag, name in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        values = [one.get(W + name) for part in parts for one in part.iter(W + tag)]
        assert len(values) == len(set(values))
    ids = [one.get(W + "val") for part in parts for one in part.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(ids) == len(set(ids))


def test_a_dotx_becomes_a_document(make: Make) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"document.main+xml", b"template.main+xml") if name == "[Content_Types].xml" else content

    made = under(make, rewritten(house(), change), name="house.dotx")
    assert b"wordprocessingml.document.main+xml" in made.parts()["[Content_Types].xml"]
    assert made.opened().core_properties.title.endswith("facilitator guide")


def test_quotations_are_not_set_in_the_templates_italics(make: Make) -> None:
    made = under(make, house())
    assert "italics" in made.said("word-template-mended")
    assert "Quote" not in {paragraph.style.name for paragraph in made.opened().paragraphs}


def test_pale_styles_are_told(make: Make) -> None:
    assert "4.03 to 1" in under(make, house()).said("faint-template-style")


def test_text_is_in_the_language_of_the_pack(make: Make) -> None:
    styles = under(make, house()).tree("word/styles.xml")
    assert {one.get(W + "val") for one in styles.iter(W + "lang")} == {"en-GB"}


def test_an_unknown_style_is_an_error_at_its_line(make: Make) -> None:
    made = under(make, house(), Quote="Pull quotatoin", Qoute="Title", Ask="Hyperlink")
    assert made.guide == b""
    found = {item.message: item for item in made.diagnostics if item.code == "unknown-template-style"}
    theirs = next(item for message, item in found.items() if "Pull quotatoin" in message)
    assert theirs.hint == "Did you mean “Pull quotation”?"
    assert theirs.origin is not None
    assert "Pull quotatoin" in theirs.origin.excerpt
    ours = next(item for message, item in found.items() if "Qoute" in message)
    assert ours.hint == "Did you mean “Quote”?"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<w:body", b"<w:body><w:p"), (b"w:document", b"w:glossaryDocument"), (b"<w:document", b"<w:other")],
)
def test_a_file_without_a_usable_document_is_refused(old: bytes, new: bytes, make: Make) -> None:
    data = rewritten(
        house(), lambda name, content: content.replace(old, new) if name == "word/document.xml" else content
    )
    assert under(make, data).codes == ["unusable-word-template"]


def test_a_sheet_of_labels_is_refused(make: Make) -> None:
    def change(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.left_margin, section.right_margin = Cm(8), Cm(1), Cm(1)

    made = under(make, house(change))
    assert made.codes == ["unusable-word-template"]
    assert "6.0 cm" in made.said("unusable-word-template")


def test_damaged_styles_are_refused(make: Make) -> None:
    data = rewritten(house(), lambda name, content: content[:900] if name == "word/styles.xml" else content)
    assert under(make, data).codes == ["unusable-word-template"]


def test_inspection_shows_page_styles_and_a_map(make_theme: MakeTheme) -> None:
    theme = make_theme({"word": {"template": "house.docx"}}, {"house.docx": house()})
    assert theme.word_template is not None
    found = inspect_word(theme.word_template, Diagnostics())
    assert found is not None
    assert (found.page.width, found.page.left) == (21.59, 3.17)
    styles = {style.name: style for style in found.styles}
    assert styles["heading 1"].serves == ("heading 1",)
    assert styles["heading 1"].size == 14
    assert styles["Pull quotation"].colour == "005588"
    assert found.proposed["List Bullet"] == "List Bullet"
    assert found.proposed["Caution"] is None
    assert any("italics" in problem for problem in found.problems)


def test_the_same_template_gives_the_same_bytes(make: Make) -> None:
    assert under(make, house(), marking="X").guide == under(make, house(), marking="X").guide


def test_a_table_style_that_the_template_has_for_tables_is_used(make: Make) -> None:
    def change(document: Any) -> None:
        style = element(
            '<w:style {} w:type="table" w:styleId="HouseTable"><w:name w:val="House table"/>'
            '<w:basedOn w:val="TableNormal"/></w:style>'
        )
        document.styles.element.append(style)
        settings = document.settings.element
        settings.find(qn("w:defaultTabStop")).addnext(element('<w:defaultTableStyle {} w:val="HouseTable"/>'))

    styles = {table.style.name for table in under(make, house(change)).opened().tables}
    assert "House table" in styles


def _out_of_order(document: Any) -> None:
    style = document.styles["Heading 1"].element
    style.insert(0, style.find(qn("w:rPr")))
    properties = style.find(qn("w:rPr"))
    properties.append(properties.find(qn("w:b")))
    document.styles["Body Text"].element.find(qn("w:basedOn")).set(qn("w:val"), "Gone")


def test_styles_in_the_wrong_order_are_put_right(
    make: Make, tmp_path: Path, sdk_validator: Callable[[Path], str]
) -> None:
    made = under(make, house(_out_of_order))
    assert "stood in the wrong order" in made.said("word-template-mended")
    file = tmp_path / "made.docx"
    file.write_bytes(made.worksheet)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
    assert json.loads(sdk_validator(file))["errors"] == []
    assert made.opened().styles["Heading 1"].font.bold
