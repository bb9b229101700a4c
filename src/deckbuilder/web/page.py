"""A session as one page that needs nothing else: no script, no other file, no connection."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec.structs import replace

from deckbuilder.ir.presentation import Properties
from deckbuilder.ir.template import Image, Template
from deckbuilder.web.blocks import Setting
from deckbuilder.web.colours import dark_colours, declared, light_colours
from deckbuilder.web.figures import image_address
from deckbuilder.web.inline import escaped, runs_html, text_of, way_of
from deckbuilder.web.parts import Session, control_part, participants_parts, remarks, titles, whole_parts
from deckbuilder.web.provenance import metas, sealed

WHOLE, PARTICIPANTS = "web page", "web page for participants"
"""The pages that there are, as their properties name them: for facilitators too, and for participants alone."""
_MAKERS = {WHOLE: whole_parts, PARTICIPANTS: participants_parts}
_LEFTWARDS = frozenset(("ar", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "sd", "ug", "ur", "yi"))
"""The languages that are written from right to left, by the first part of their tags."""


def write_page(session: Session, kind: str, look: Template, logos: tuple[Image | None, Image | None]) -> bytes:
    """Write a page of a session, one of `WHOLE` and `PARTICIPANTS`, as UTF-8.

    `look` gives colours and fonts; `logos` are the agency's, and its form for the brand's own colour. Custom
    properties of the deck are those of the page.
    """
    properties = _named(session.deck.deck.properties, kind)
    leftwards = properties.language.partition("-")[0].lower() in _LEFTWARDS
    parts = _MAKERS[kind](session, leftwards=leftwards)
    control = control_part(session.guide)
    parts += [control] if control else []
    title, below = titles(session.guide)
    said = dict(properties.custom)
    style = _style(look, said.get("Protective marking", ""))
    usual, on_brand = logos
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            language=properties.language,
            way="rtl" if leftwards else "ltr",
            own=_own(properties.language),
            heading=properties.title,
            description=properties.subject,
            metas=metas(properties),
            style=style,
            policy=_policy(style),
            marking=said.get("Protective marking", ""),
            logo=image_address(on_brand or usual) if usual else "",
            logo_description=usual.description if usual else "",
            panel=on_brand is None,
            agency=properties.creator,
            title=runs_html(title.runs),
            title_way=way_of(text_of(title.runs), leftwards=leftwards),
            below=[runs_html(each.runs) for each in below],
            kind="For participants" if kind == PARTICIPANTS else "",
            about=_about(properties, session.deck.deck.date_text),
            remarks=remarks(session.guide, Setting(leftwards=leftwards)),
            parts=parts,
            footer=session.guide.footer,
        )
    )
    return sealed(page).encode()


def _named(properties: Properties, kind: str) -> Properties:
    custom = tuple((name, kind if name == "Document" else value) for name, value in properties.custom)
    return replace(properties, custom=custom)


def _own(language: str) -> Markup:
    """Give the attributes of elements with words of this tool, which are English."""
    return Markup("") if language.partition("-")[0].lower() == "en" else Markup(' lang="en-GB" dir="ltr"')


def _about(properties: Properties, date_text: str) -> str:
    """Say version and date."""
    version = f"Version {properties.version}" if properties.version else ""
    return ", ".join(filter(None, (version, date_text)))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("deckbuilder.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style(look: Template, marking: str) -> Markup:
    """Give the style sheet: the colours and fonts of the theme, then what all pages have in common."""
    fonts = look.fonts
    families = (
        (name, ", ".join(map(_css, filter(None, (own, fonts.fallback)))))
        for name, own in (("heading-font", fonts.heading), ("body-font", fonts.body))
    )
    faces = "".join(f"--{name}:{listed}, sans-serif;" for name, listed in families)
    corners = (
        f"@page{{@top-center{{content:{_css(marking)}}}@bottom-center{{content:{_css(marking)}}}}}" if marking else ""
    )
    source = _environment().get_template("page.css").render()
    return escaped(
        f":root{{color-scheme:light dark;{declared(light_colours(look))}{faces}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{declared(dark_colours(look))}}}}}\n"
        f"{source}{corners}"
    )


def _css(text: str) -> str:
    """Write a text as a string of CSS (CSS Syntax, 4.3.7): what could end it, or the element around it, by number."""
    return '"' + "".join(each if each.isalnum() or each in " -_." else f"\\{ord(each):x} " for each in text) + '"'


def _policy(style: Markup) -> str:
    """Say that a browser may load nothing and run nothing, and apply this style alone (Content Security Policy 3)."""
    digest = b64encode(sha256(str(style).encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'"
