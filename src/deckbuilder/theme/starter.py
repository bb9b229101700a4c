"""The `theme.yaml` that a new theme begins with: whole, commented, and right for the templates it is made from."""

import json
import textwrap
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from msgspec import Struct, field

from deckbuilder.theme.colour import channels, contrast, mix, readable

_OPTIONAL = ("text", "background", "tint")


class StarterLook(Struct, frozen=True):
    """What is known of the agency's look beforehand."""

    brand: str = "#0F4C4A"
    """The brand's colour, as # and six hexadecimal digits."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Further colours by their keys in `theme.yaml`."""
    accents: tuple[str, ...] = ()
    heading: str = "Calibri"
    body: str = "Calibri"
    deck: str = ""
    """The file name of the deck's template; empty for none."""
    layouts: Mapping[str, str | None] = field(default_factory=dict)
    """Our layouts and the template's for them; None for one that is added."""
    word: str = ""
    """The file name of the Word template; empty for none."""
    styles: Mapping[str, str | None] = field(default_factory=dict)
    """Our styles and the template's for them; None for one that is added."""


def starter_theme(name: str, look: StarterLook) -> str:
    """Write the `theme.yaml` of a new theme by the name of its folder."""
    text = (files("deckbuilder.builtin") / "starters" / "theme.yaml").read_text(encoding="utf-8")
    return Template(text).substitute(
        name=name,
        title=_written(name.replace("-", " ").capitalize()),
        schema="../../schema/theme.schema.json",
        brand=look.brand,
        colours=_colours(look),
        heading=_written(look.heading),
        body=_written(look.body),
        character="" if look.deck and look.word else _CHARACTER,
        deck=_deck(look),
        word=_word(look),
    )


_CHARACTER = """\
  # How slides and pages are composed: leaves (rounded), beams (slanting), circles, blocks (square) or lines (plain).
  character: leaves
  # The logo lies beside this file, as SVG (with a PNG of the same name), PNG or JPEG:
  # logo:
  #   file: logo.svg
  #   on_brand: logo-white.svg # for the brand's own colour; without it the logo gets a light panel
  #   description: "[What the logo shows, for people who cannot see it]"
"""
"""What only a generated design follows."""


def brand_colours(scheme: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Take the brand's colour and its accents from a template's twelve colours, dark enough for text on white."""
    accents = [scheme[f"accent{number}"] for number in range(1, 7) if f"accent{number}" in scheme]
    candidates = [scheme.get("dk2", ""), *accents]
    coloured = [colour for colour in candidates if colour and _is_coloured(colour)]
    brand = coloured[0] if coloured else scheme.get("dk1", "20302F")
    grounds = ("FFFFFF", mix("FFFFFF", readable(brand, ("FFFFFF",)), 0.07))
    told = dict.fromkeys(readable(colour, grounds) for colour in accents)
    return f"#{readable(brand, grounds)}", tuple(f"#{colour}" for colour in told if colour != "000000")


def _is_coloured(colour: str) -> bool:
    """Say whether a colour is more than a grey, and dark enough to be darkened no further than it bears."""
    red, green, blue = channels(colour)
    return max(red, green, blue) - min(red, green, blue) > 0.15 and contrast(colour, "FFFFFF") > 1.6


def template_map(key: str, found: Mapping[str, str | None]) -> str:
    """Write a map of our names and a template's, as it is pasted into `theme.yaml`."""
    rows = [f"  {key}:"] + [f"    {ours}: {_written(theirs)}" for ours, theirs in found.items() if theirs]
    added = [ours for ours, theirs in found.items() if not theirs]
    if added:
        lines = textwrap.wrap(", ".join(added), 100, break_on_hyphens=False)
        rows += ["    # The template has none of these, so they are added; name yours here if it has:"]
        rows += [f"    # {line}" for line in lines]
    return "\n".join(rows) + "\n"


def _colours(look: StarterLook) -> str:
    rows = [f'    {key}: "{look.colours[key]}"' for key in _OPTIONAL if key in look.colours]
    if look.accents:
        rows.append(f"    accents: [{', '.join(json.dumps(colour) for colour in look.accents)}]")
    if not rows:
        rows = [
            '    # text: "#20302F" # of slides and pages, on the background',
            '    # background: "#FFFFFF"',
            '    # tint: "#F6F1E7" # a pale one, behind quotations and activities',
            "    # The main accent, the one for activities, two more for speakers and charts:",
            '    # accents: ["#0F6B66", "#A8442A", "#5B4B8A", "#8A6100"]',
        ]
    return "\n".join(rows)


def _deck(look: StarterLook) -> str:
    if not look.deck:
        return (
            '  size: "16:9" # or "4:3"\n  text: standard # or large, for large print\n'
            "  # The agency's own template, beside this file; `deckbuilder theme inspect FILE` prints a map for it:\n"
            "  # template: brand.potx\n"
        )
    return f"  template: {_written(look.deck)}\n{template_map('layouts', look.layouts)}"


def _word(look: StarterLook) -> str:
    if not look.word:
        return (
            "  page: A4 # or Letter\n  text_size: 12 # in points; 14 or more for large print\n"
            "  # template: report.dotx\n"
        )
    return f"  template: {_written(look.word)}\n{template_map('styles', look.styles)}"


def _written(text: str) -> str:
    """Write a text so that YAML reads it as it is."""
    plain = text.replace(" ", "").replace("-", "").isalnum() and not text[0].isdigit() and text == text.strip()
    reserved = text.lower() in {"true", "false", "yes", "no", "on", "off", "null"}
    return text if plain and not reserved else json.dumps(text, ensure_ascii=False)
