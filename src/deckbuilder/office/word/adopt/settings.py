"""The settings of a template: what belongs to its look stays, what belongs to the work on it goes."""

from lxml import etree

from deckbuilder.office.archive import parsed
from deckbuilder.office.word.adopt.frame import PROTECTION
from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.source import Source
from deckbuilder.office.word.adopt.wml import child, drop, w
from deckbuilder.office.word.generated import settings as our_settings

_SAID = {
    "writeProtection": "its protection is lifted",
    "documentProtection": "its protection is lifted",
    "trackRevisions": "changes are no longer tracked",
    "mailMerge": "its mail merge is left out",
    "attachedTemplate": "its link to another template is left out",
    "linkStyles": "its styles are no longer taken anew from another template",
}
"""What is dropped and said."""
_DROPPED = (
    "view", "proofState", "formsDesign", "revisionView", "docVars", "footnotePr", "endnotePr", "rsids", "updateFields",
    "attachedSchema", "saveThroughXslt", "documentType", "removePersonalInformation", "removeDateAndTime",
    "doNotTrackMoves", "doNotTrackFormatting", "saveSubsetFonts",
)  # fmt: skip
"""What is dropped: it is of the sample's text, or of the work on it."""
_AFTER_BACKGROUND = {"writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
                     "doNotDisplayPageBoundaries"}  # fmt: skip
"""What stands before the switch that shows the page's colour (17.15.1.78)."""


_BEFORE_PROTECTION = _AFTER_BACKGROUND | {
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
    "hideGrammaticalErrors", "activeWritingStyle", "stylePaneFormatFilter", "stylePaneSortMethod",
}  # fmt: skip
"""What stands before the protection, of what stays."""


def read_settings(source: Source) -> etree._Element:
    """Read a template's settings; where it has none, ours."""
    found = source.root("settings", "settings")
    return found if len(found) else parsed(our_settings("en-GB").encode())


def mend_settings(settings: etree._Element, notes: Notes, *, shows_background: bool) -> None:
    """Take out of the settings what would hinder those who read or fill in the documents."""
    for name, said in _SAID.items():
        for element in settings.findall(w(name)):
            drop(element)
            notes.mend(said)
    for name in _DROPPED:
        for element in settings.findall(w(name)):
            drop(element)
    if shows_background and child(settings, "displayBackgroundShape") is None:
        settings.insert(_place_after(_AFTER_BACKGROUND, settings), etree.Element(w("displayBackgroundShape")))
    settings.insert(_place_after(_BEFORE_PROTECTION, settings), etree.Comment(PROTECTION[4:-3]))


def _place_after(names: set[str], settings: etree._Element) -> int:
    """Find the place after all of these settings (ECMA-376 Part 1, 17.15.1.78 gives their order)."""
    tags = {w(name) for name in names}
    return max((index + 1 for index, element in enumerate(settings) if element.tag in tags), default=0)
