"""What stands in the same place on all layouts: the title, the body, the foot of the slide, the marking, the logo."""

from deckbuilder.ir.template import Box, Bullet, FixedText, Image, PlacedImage, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.type_scale import DOT
from deckbuilder.units import Emu


def title(frame: Frame, colour: str = "dk2", *, bold: bool = True) -> Placeholder:
    """Make the title that stands in the same place on all layouts but the first two."""
    return Placeholder(
        role="title",
        slot=0,
        type="title",
        idx=0,
        name="Title",
        prompt="Say the message in one or two lines",
        box=box(frame.left, frame.title_top, frame.title_width, frame.title_height),
        levels=frame.scale.heading(frame.scale.title, colour, bold=bold),
        minimum=frame.scale.title_minimum,
        anchor="b",
        max_lines=2,
    )


def body(frame: Frame, bullet: Bullet = DOT) -> Placeholder:
    """Make the body: lines of about seventy characters."""
    return Placeholder(
        role="points",
        slot=0,
        type="body",
        idx=1,
        name="Points",
        prompt="Point",
        box=box(frame.left, frame.top, min(frame.content, 10.4), frame.bottom - frame.top),
        levels=frame.scale.listed(frame.scale.body, bullet),
        minimum=frame.scale.floor,
    )


def foot(frame: Frame, colour: str = "accent6", edge: float | None = None) -> tuple[Placeholder, ...]:
    """Make footer, date and slide number, from the left edge to `edge` in inches; the right margin when not given."""
    scale = frame.scale
    right_edge = frame.left + frame.content if edge is None else edge
    left = scale.text(scale.footer, colour)
    right = scale.text(scale.footer, colour, align="r")
    number = scale.text(scale.footer, colour, bold=True, align="r")
    date = 2.1 * scale.footer / 12
    return (
        _foot(frame, "footer", "ftr", 11, "Footer", (frame.left, right_edge - 1.1 - date - frame.left), left),
        _foot(frame, "date", "dt", 10, "Date", (right_edge - 0.9 - date, date), right),
        _foot(frame, "number", "sldNum", 12, "Slide number", (right_edge - 0.8, 0.8), number),
    )


def _foot(
    frame: Frame, role: str, kind: str, idx: int, name: str, place: tuple[float, float], level: TextLevel
) -> Placeholder:
    return Placeholder(
        role=f"foot-{role}",
        slot=0,
        type=kind,
        idx=idx,
        name=name,
        prompt=name,
        box=box(place[0], frame.foot, place[1], frame.foot_height),
        levels=(level,),
        minimum=frame.scale.footer,
        anchor="ctr",
        max_lines=1,
    )


def marking(frame: Frame, colour: str = "accent6", edge: float | None = None) -> tuple[FixedText, ...]:
    """Make the protective marking at the top, as far as `edge` in inches; nothing where there is none."""
    if not frame.marking:
        return ()
    level = frame.scale.text(frame.scale.footer, colour, bold=True)
    place = box(frame.left, 0.14, frame.content if edge is None else edge - frame.left, 0.3)
    return (FixedText("Protective marking", frame.marking, place, level),)


def foot_marking(frame: Frame, colour: str, edge: float) -> tuple[FixedText, ...]:
    """Make the protective marking at the foot of a slide that shows no footer; nothing where there is none."""
    if not frame.marking:
        return ()
    level = frame.scale.text(frame.scale.footer, colour, bold=True)
    top = frame.foot + frame.foot_height
    place = box(frame.left, top, edge - frame.left, frame.height - top - 0.02)
    return (FixedText("Protective marking at the foot", frame.marking, place, level),)


def logo(image: Image | None, frame: Frame) -> tuple[PlacedImage, ...]:
    """Put the logo at the right of titles; nothing where there is none."""
    if image is None:
        return ()
    right = frame.left + frame.content
    return (PlacedImage(image, inside(image, box(right - 1.6, frame.title_top + 0.05, 1.6, 0.62), across=1.0)),)


def logo_on_brand(usual: Image | None, on_brand: Image | None, room: Box) -> tuple[PlacedImage, ...]:
    """Put the logo on the brand's own colour: in its form for that, else on a light panel with clear space around."""
    if on_brand is not None:
        return (PlacedImage(on_brand, inside(on_brand, room)),)
    if usual is None:
        return ()
    clear = round(room.cy * 0.2)
    smaller = Box(Emu(room.x + clear), Emu(room.y + clear), Emu(room.cx - 2 * clear), Emu(room.cy - 2 * clear))
    place = inside(usual, smaller)
    panel = Box(Emu(place.x - clear), Emu(place.y - clear), Emu(place.cx + 2 * clear), Emu(place.cy + 2 * clear))
    return (PlacedImage(usual, place, panel),)


def logo_on_light(usual: Image | None, room: Box) -> tuple[PlacedImage, ...]:
    """Put the logo on a light ground; nothing where there is none."""
    return () if usual is None else (PlacedImage(usual, inside(usual, room)),)


def inside(image: Image, room: Box, *, across: float = 0.0, down: float = 0.0) -> Box:
    """Give the largest box of an image's own shape in a room; where room is left, at these shares of it."""
    scale = min(room.cx / image.width, room.cy / image.height)
    width, height = round(image.width * scale), round(image.height * scale)
    x, y = room.x + round((room.cx - width) * across), room.y + round((room.cy - height) * down)
    return Box(Emu(x), Emu(y), Emu(width), Emu(height))
