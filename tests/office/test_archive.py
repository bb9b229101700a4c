"""An Office file that somebody sent is read whole, or refused with the reason; nothing in between."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
import pytest

from conftest import Built
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.office.archive import read_package
from deckbuilder.office.package import Package
from deckbuilder.source import Text
from deckbuilder.theme import TemplateFile

DEFAULT = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
ORIGIN = Origin(SourceFile("themes/agency/theme.yaml", "deck:\n  template: brand.pptx\n"), 2, 13)


def read(data: bytes, name: str = "brand.pptx") -> tuple[Package | None, Diagnostics]:
    diagnostics = Diagnostics()
    return read_package(TemplateFile(Text(name, ORIGIN), data), diagnostics), diagnostics


def refused(data: bytes, name: str = "brand.pptx") -> tuple[str, str]:
    """Give the one code and message with which a file is refused, at the line that names it."""
    package, diagnostics = read(data, name)
    assert package is None
    (found,) = diagnostics
    assert found.origin is ORIGIN
    assert found.hint
    return found.code, found.message


def changed(
    parts: dict[str, bytes] | None = None, edit: Callable[[str, bytes], bytes] = lambda _, content: content
) -> bytes:
    """Give python-pptx's default template with further parts, or parts changed."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(DEFAULT)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, edit(entry.filename, old.read(entry)))
        for name, content in (parts or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def related(part: str, kind: str, target: str, mode: str = "") -> bytes:
    """Give the default template with a relationship more."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    row = f'<Relationship Id="rId99" Type="{base}{kind}" Target="{target}"{mode}/></Relationships>'

    def edit(name: str, content: bytes) -> bytes:
        return content.replace(b"</Relationships>", row.encode()) if name == part else content

    return changed(edit=edit)


LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
EXTERNAL = ' TargetMode="External"'


def test_a_file_comes_back_part_by_part_with_its_relationships() -> None:
    package, diagnostics = read(DEFAULT)
    assert package is not None
    assert not diagnostics.found
    again, _ = read(package.to_bytes())
    assert again is not None
    assert again.parts == package.parts
    assert again.relationships == package.relationships
    with zipfile.ZipFile(BytesIO(DEFAULT)) as archive:
        names = {f"/{name}" for name in archive.namelist() if not name.endswith(".rels") and "[" not in name}
        assert set(package.parts) == names
        assert all(archive.read(name[1:]) == content for name, content in package.parts.items())


def test_what_we_write_can_be_read(built: Callable[[str], Built]) -> None:
    for file in built("starter").files:
        package, diagnostics = read(file.read_bytes(), file.name)
        assert package is not None
        assert not diagnostics.found


def test_a_new_relationship_takes_no_id_that_is_there() -> None:
    package, _ = read(DEFAULT)
    assert package is not None
    for source, own in list(package.relationships.items()):
        taken = {item.id for item in own}
        assert package.relate(source, "image", "/ppt/media/new.png") not in taken


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is damaged, or no Office file at all"),
        (b"<html>Sign in to download</html>", "is damaged, or no Office file at all"),
        (DEFAULT[: len(DEFAULT) // 2], "is damaged, or no Office file at all"),
        (DEFAULT[:4000] + bytes(200) + DEFAULT[4200:], "is damaged, or no Office file at all"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "is a file of PowerPoint 97 to 2003, whatever its name says"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password",
        ),
    ],
    ids=["empty", "a web page", "cut off", "overwritten", "1997", "password"],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    assert refused(data) == ("unreadable-template", f"“brand.pptx” {message}.")


def test_a_zip_with_an_encrypted_entry_is_protected() -> None:
    data = bytearray(DEFAULT)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused(bytes(data))[1] == "“brand.pptx” is protected by a password."


def test_a_part_outside_the_package_is_refused() -> None:
    assert refused(changed({"../../evil.xml": b"<a/>"}))[0] == "unreadable-template"


def test_the_strict_format_is_refused_with_what_to_do() -> None:
    def strict(name: str, content: bytes) -> bytes:
        usual, other = (
            b"http://schemas.openxmlformats.org/officeDocument/2006",
            b"http://purl.oclc.org/ooxml/officeDocument",
        )
        return content.replace(usual, other) if name.endswith(".rels") else content

    assert "Strict Open XML" in refused(changed(edit=strict))[1]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"ppt/media/zeros.bin": bytes(60_000_000)}, "one part that swells"),
        ({f"ppt/media/{number}.bin": b"x" for number in range(5_100)}, "too many parts"),
    ],
    ids=["swells", "many"],
)
def test_a_bomb_is_refused_before_it_is_unpacked(parts: dict[str, bytes], why: str) -> None:
    assert refused(changed(parts))[0] == "template-too-large", why


def test_a_directory_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(changed({"ppt/media/big.bin": bytes(100_000)}))
    at = data.rindex(b"ppt/media/big.bin") - 46  # the entry in the zip's directory
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(data))[0] == "unreadable-template"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TargetOfTheAttack")
    head = f'<!DOCTYPE Relationships [<!ENTITY x SYSTEM "{secret.as_uri()}">]><Relationships'

    def edit(name: str, content: bytes) -> bytes:
        if name != LAYOUT_RELS:
            return content
        return content.replace(b"<Relationships", head.encode(), 1).replace(b"slideMaster1.xml", b"&x;")

    package, diagnostics = read(changed(edit=edit))
    told = str(diagnostics.found) + str(package.relationships if package else "")
    assert "TargetOfTheAttack" not in told


def test_a_bomb_of_entities_is_refused() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE Relationships [<!ENTITY e0 "ha">{entities}]><Relationships'

    def edit(name: str, content: bytes) -> bytes:
        if name != LAYOUT_RELS:
            return content
        return content.replace(b"<Relationships", head.encode(), 1).replace(b"slideMaster1.xml", b"&e11;")

    assert refused(changed(edit=edit))[0] == "unsafe-template"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (related("ppt/_rels/presentation.xml.rels", "vbaProject", "vbaProject.bin"), "holds macros"),
        (
            changed(
                edit=lambda name, content: (
                    content.replace(
                        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                    )
                    if name.startswith("[")
                    else content
                )
            ),
            "holds macros",
        ),
        (related(LAYOUT_RELS, "oleObject", "../embeddings/oleObject1.bin"), "holds an embedded object"),
        (related(LAYOUT_RELS, "control", "../activeX/activeX1.xml"), "holds an embedded object"),
        (related(LAYOUT_RELS, "image", "https://track.uk/a.png", EXTERNAL), "links to “https://track.uk/a.png”"),
        (related(LAYOUT_RELS, "oleObject", "file:///C:/a.xlsx", EXTERNAL), "holds an embedded object"),
        (related(LAYOUT_RELS, "hyperlink", "file:///C:/Brand", EXTERNAL), "links to “file:///C:/Brand” outside it"),
        (related(LAYOUT_RELS, "hyperlink", "javascript:alert(1)", EXTERNAL), "links to “javascript:alert(1)”"),
    ],
    ids=["macros", "macro type", "object", "control", "linked picture", "linked object", "link to a file", "script"],
)
def test_what_could_do_harm_is_refused_with_the_reason(data: bytes, message: str) -> None:
    code, said = refused(data)
    assert code == "unsafe-template"
    assert message in said


def test_a_plain_link_to_a_site_is_no_harm() -> None:
    package, diagnostics = read(related(LAYOUT_RELS, "hyperlink", "https://northmere.gov.uk", EXTERNAL))
    assert package is not None
    assert not diagnostics.found
