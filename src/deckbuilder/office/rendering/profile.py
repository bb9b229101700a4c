"""The settings that LibreOffice starts with, in a profile made for one run.

They are written as the file that LibreOffice keeps changed settings in, `registrymodifications.xcu`. Names and values
are those of its configuration schema; a version that does not know one passes over it.
"""

from collections.abc import Sequence
from pathlib import Path

from deckbuilder.office import xml

_EXPORT = "Office.Common/Filter/PDF/Export"
_SAFETY = "Office.Common/Security/Scripting"
_NETWORK = "Inet/Settings"

_SETTINGS = (
    (_EXPORT, "ExportBookmarks", "true"),  # the outline, which `heading_pages` reads
    (_EXPORT, "ExportHiddenSlides", "true"),  # so that the nth page is the nth slide
    (_EXPORT, "IsSkipEmptyPages", "false"),  # so that pages are counted as they are printed
    (_EXPORT, "UseLosslessCompression", "true"),  # photographs are compressed once only, with their picture
    (_SAFETY, "DisableMacrosExecution", "true"),
    (_SAFETY, "MacroSecurityLevel", "3"),
    (_SAFETY, "BlockUntrustedRefererLinks", "true"),  # what a file links to is not fetched
    # Whatever else would go to the network ends at a port where nothing answers.
    (_NETWORK, "ooInetProxyType", "2"),
    (_NETWORK, "ooInetNoProxy", ""),
    (_NETWORK, "ooInetHTTPProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPProxyPort", "9"),
    (_NETWORK, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPSProxyPort", "9"),
)

Setting = tuple[str, str, str]
"""A place in the configuration schema, a name there, and a value."""

PUBLISHED: tuple[Setting, ...] = (
    # PDF/UA is tagged, has its title in the window's bar, and says its language (ISO 14289-1, 7.1 and 7.2).
    (_EXPORT, "UseTaggedPDF", "true"),
    (_EXPORT, "PDFUACompliance", "true"),
    (_EXPORT, "DisplayPDFDocumentTitle", "true"),
    (_EXPORT, "ExportNotes", "false"),
    (_EXPORT, "ExportNotesPages", "false"),  # what a facilitator says is not on the slides
)
"""What is set besides for PDFs that are given to readers."""


def make_profile(folder: Path, more: Sequence[Setting] = ()) -> str:
    """Make a profile in a folder, with more settings where there are any, and give the option that has it used.

    Raises `OSError` when it cannot be written.
    """
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{xml.attribute(path)}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in (*_SETTINGS, *more)
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
    return f"-env:UserInstallation={folder.absolute().as_uri()}"
