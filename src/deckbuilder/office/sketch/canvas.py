"""A picture in few colours, painted by their numbers, so that nothing has to be counted afterwards to make it small."""

from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from PIL import Image

_MOST = 256
_STEPS = 8
"""From no ink to full ink."""
_STEP_OF = [round(amount / 255 * _STEPS) for amount in range(256)]
"""The step of each amount of ink."""
_SEEN = bytes(255 if step else 0 for step in _STEP_OF)
"""Where ink is seen at all."""

Rgb = tuple[int, int, int]


def rgb(colour: str) -> Rgb:
    """Give a colour's red, green and blue from 0 to 255."""
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


class Stencil(Struct, frozen=True):
    """What ink goes through."""

    amounts: bytes
    """How much, pixel by pixel, from 0 to 255."""
    seen: "Image.Image"
    """Where it is seen: 255 there, 0 elsewhere."""

    @classmethod
    def of(cls, mask: "Image.Image") -> "Stencil":
        """Make one of a mask of the mode L."""
        from PIL import Image  # noqa: PLC0415

        amounts = mask.tobytes()
        return cls(amounts, Image.frombuffer("L", mask.size, amounts.translate(_SEEN), "raw", "L", 0, 1))


class Canvas(Struct):
    """A picture that is painted on."""

    image: "Image.Image"
    """Of the mode L: what it holds are the numbers of colours."""
    palette: list[Rgb]
    _numbers: dict[Rgb, int] = field(default_factory=dict)
    _ramps: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers.update({colour: number for number, colour in reversed([*enumerate(self.palette)])})

    def number(self, colour: Rgb) -> int:
        """Give a colour's number; that of the nearest when there is no room for more."""
        found = self._numbers.get(colour)
        if found is None:
            if len(self.palette) < _MOST:
                found = len(self.palette)
                self.palette.append(colour)
            else:
                found = min(range(_MOST), key=lambda number: _distance(self.palette[number], colour))
            self._numbers[colour] = found
        return found

    def fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        """Fill a rectangle of whole pixels, given by its left, upper, right and lower edge."""
        self.image.paste(self.number(rgb(colour)), box)

    def ink(self, stencil: Stencil, left: int, top: int, colour: str) -> None:
        """Put ink through a stencil. What is under it is taken to be of one colour: that in its middle."""
        from PIL import Image  # noqa: PLC0415

        width, height = stencil.seen.size
        middle = (
            min(max(left + width // 2, 0), self.image.width - 1),
            min(max(top + height // 2, 0), self.image.height - 1),
        )
        under = self.image.getpixel(middle)
        if under is None or isinstance(under, tuple):
            raise TypeError("a canvas holds numbers")
        ramp = self._ramp(int(under), self.number(rgb(colour)))
        inked = Image.frombuffer("L", (width, height), stencil.amounts.translate(ramp), "raw", "L", 0, 1)
        self.image.paste(inked, (left, top), stencil.seen)

    def _ramp(self, under: int, ink: int) -> bytes:
        """Give the number of the colour for each amount of ink on a ground."""
        ramp = self._ramps.get((under, ink))
        if ramp is None:
            ground, full = self.palette[under], self.palette[ink]
            numbers = [
                self.number(_mixed(ground, full, step / _STEPS)) if 0 < step < _STEPS else (ink if step else under)
                for step in range(_STEPS + 1)
            ]
            ramp = self._ramps[under, ink] = bytes(numbers[step] for step in _STEP_OF)
        return ramp

    def png(self) -> bytes:
        """Write it as PNG."""
        self.image.putpalette([value for colour in self.palette for value in colour])
        buffer = BytesIO()
        self.image.save(buffer, "PNG", compress_level=5)
        return buffer.getvalue()


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _distance(one: Rgb, other: Rgb) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
