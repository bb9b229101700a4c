"""The property parts that all three documents carry: core, extended and custom (ECMA-376 Part 1, 22; Part 2, 11)."""

from deckbuilder import __version__
from deckbuilder.ir.presentation import Properties
from deckbuilder.office import xml
from deckbuilder.office.fingerprint import CUSTOM_PART
from deckbuilder.office.package import Package

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format of custom properties (22.3.2.2)."""

FINGERPRINT = "Fingerprint"
"""The custom property that holds the fingerprint of the file as it was built."""


def add_properties(package: Package, properties: Properties, application: str) -> None:
    """Add the three property parts. No date is written but the one given."""
    package.relate(
        "/", _PACKAGE, package.add("/docProps/core.xml", _core(properties), _type("package.core-properties"))
    )
    extended = package.add(
        "/docProps/app.xml",
        f'<Properties xmlns="{_EXTENDED}"><Application>{application}</Application>'
        f"<Company>{xml.text(properties.creator)}</Company></Properties>",
        _type("officedocument.extended-properties"),
    )
    package.relate("/", "extended-properties", extended)
    custom = package.seal(
        CUSTOM_PART, lambda made: _custom(properties, made), _type("officedocument.custom-properties")
    )
    package.relate("/", "custom-properties", custom)


def _type(name: str) -> str:
    family, _, rest = name.partition(".")
    return f"application/vnd.openxmlformats-{family}.{rest}+xml"


def _core(properties: Properties) -> str:
    stamp = f"{properties.date.isoformat()}T00:00:00Z" if properties.date else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
        if stamp
    )
    optional = "".join(
        f"<{tag}>{xml.text(value)}</{tag}>"
        for tag, value in (
            ("dc:subject", properties.subject),
            ("dc:creator", properties.creator),
            ("cp:keywords", properties.keywords),
            ("cp:lastModifiedBy", properties.creator),
            ("dc:language", properties.language),
            ("cp:version", properties.version),
        )
        if value
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml.text(properties.title)}</dc:title>{optional}{dates}</cp:coreProperties>"
    )


def _custom(properties: Properties, fingerprint: str) -> str:
    values = (*properties.custom, ("Deckbuilder", __version__), (FINGERPRINT, fingerprint))
    rows = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{xml.attribute(name)}">'
        f"<vt:lpwstr>{xml.text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values, 2)
    )
    return f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}">{rows}</Properties>'
