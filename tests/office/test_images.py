"""A logo's SVG may hold a drawing of its own, and nothing else."""

import pytest

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.images import brand_image
from deckbuilder.source import Text
from deckbuilder.source.pictures import PictureFile
from deckbuilder.theme import LogoFile

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def looked_into(svg: str | bytes) -> tuple[bytes | None, list[str]]:
    data = svg if isinstance(svg, bytes) else svg.encode()
    file = LogoFile(Text("logo.svg"), PictureFile(b"png", "png", 40, 20), data)
    diagnostics = Diagnostics()
    image = brand_image(file, "A logo", diagnostics)
    return image.svg, [item.code for item in diagnostics]


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="4" height="4" fill="#123456"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/>',
        '<style>.a{fill:url("#b")}</style><use xlink:href="#c"/>',
        '<image href="data:image/png;base64,AAAA"/>',
    ],
)
def test_a_drawing_of_its_own_is_taken(body: str) -> None:
    svg = f"{HEAD}{body}</svg>"
    assert looked_into(svg) == (svg.encode(), [])


@pytest.mark.parametrize(
    "svg",
    [
        f'{HEAD}<style>@import url("http://evil.uk/x.css");</style></svg>',
        f"{HEAD}<style>rect{{fill:url(http://evil.uk/x)}}</style></svg>",
        f"{HEAD}<rect style=\"fill:url('http://evil.uk/x')\"/></svg>",
        f'{HEAD}<rect fill="url(//evil.uk/x)"/></svg>',
        f'{HEAD}<rect fill="URL(HTTP://evil.uk/x)"/></svg>',
        f'<?xml-stylesheet href="http://evil.uk/x.css"?>{HEAD}</svg>',
        f"{HEAD}<animateTransform/></svg>",
        f'{HEAD}<image href="data:image/svg+xml,x"/></svg>',
        f'{HEAD}<a xlink:href="https://evil.uk"/></svg>',
        f'{HEAD}<rect onload="alert(1)"/></svg>',
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}<text>&a;</text></svg>'.encode("utf-16"),
        "<html/>",
        f"{HEAD}<g></svg>",
    ],
)
def test_anything_else_is_refused(svg: str | bytes) -> None:
    assert looked_into(svg) == (None, ["unsafe-svg"])
