"""Packs made up by chance, the same for the same number: every kind of slide, from one word to far too much."""

import random
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

Mapping = dict[str, Any]

WORDS = {
    "en-GB": "a child and their family listen to what was said before the meeting about plans people made together "
    "safeguarding communication well-being he/she co-operation responsibilities trust time honest explained twice",
    "cy-GB": "plentyn teulu gwrando cyfarfod ysgol gwasanaethau amddiffyn llais ŵyr tŷ cynllun gyda’n gilydd "
    "ymddiriedaeth gweithwyr proffesiynol cyfrinachedd",
    "ar": "الطفل الأسرة يستمع إلى اجتماع خطة مدرسة ثقة وقت حماية الأطفال والمهنيين معًا مسؤولية، قال؟",
    "zh-CN": "孩子说他们需要时间、也需要有人认真听他们讲话。 家庭和学校一起制定计划。 保护儿童是每个人的责任。 信任 "
    "会议 老师",
    "el": "παιδί οικογένεια σχολείο ακούμε χρόνος προστασία σχέδιο",
    "uk": "дитина родина школа слухати час захист спільний план довіра",
    "emoji": "child 👍 meeting 🙂 plan 👨‍👩‍👧 time ✅ listen ★ → family",
}
"""Words by the language they are in; they mean nothing together."""
LONG = (
    "https://example.org/a/rather-long/path/to/a/page?with=a&query=that-goes-on",
    "nobody.in.particular@example.org",
)
_SAID = re.compile(r"\[(.*?)\]\(.*?\)|[*]+")
"""The marks of inline Markdown that the generator writes."""


def shown(text: str) -> str:
    """Give what a reader sees of a text with inline Markdown."""
    return _SAID.sub(lambda match: match.group(1) or "", text)


def pack_files(number: int) -> dict[str, Mapping]:
    """Make a pack: its files by their names, as an author would write them."""
    made = _Chance(number)
    slides = [made.slide(index) for index in range(made.rng.randint(6, 12))]
    half = len(slides) // 2
    about: Mapping = {
        "id": f"generated-{number}",
        "title": made.text(3, 14),
        "version": "1.0",
        "date": "2026-11-24",
        "language": made.language if made.language != "emoji" else "en-GB",
        "slides": ["slides/01.yaml", "slides/02.yaml"],
    }
    return {
        "pack.yaml": about,
        "slides/01.yaml": {"section": made.text(1, 4, marks=False) + " 1", "slides": slides[:half]},
        "slides/02.yaml": {"section": made.text(1, 12, marks=False) + " 2", "slides": slides[half:]},
    }


def write_pack(number: int, folder: Path) -> dict[str, Mapping]:
    """Write a pack into a folder; gives what was written."""
    files = pack_files(number)
    (folder / "slides").mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for name in ("wide", "tall"):
        (folder / f"{name}.png").write_bytes(_picture(name))
    return files


@cache
def _picture(name: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (1600, 500) if name == "wide" else (500, 900), "#7a8aa0").save(file, "PNG")
    return file.getvalue()


class _Chance:
    """Makes texts and slides; everything follows from the number."""

    def __init__(self, number: int) -> None:
        self.rng = random.Random(number)  # noqa: S311  # nothing secret
        scripts = list(WORDS)
        # Half of the packs are in English, the rest in the other languages in turn.
        self.language = "en-GB" if number % 2 == 0 else scripts[1 + number // 2 % (len(scripts) - 1)]
        self.number = number
        self._serial = 0

    def slide(self, index: int) -> Mapping:
        """Make a slide of a kind that comes round in turn, from another one in each pack."""
        kinds = list(_KINDS)
        kind = kinds[(index * 3 + self.number) % len(kinds)]
        slide: Mapping = {"id": f"slide-{index}", "kind": kind, "title": f"{self._title()} {index}"}
        slide |= _KINDS[kind](self)
        if self.rng.random() < 0.4:
            slide["notes"] = self.text(5, 80)
        if self.rng.random() < 0.2:
            slide["ask"] = self.texts(1, 3, 3, 15)
        return slide

    def _title(self) -> str:
        title = self.text(*self.rng.choice([(1, 2), *[(2, 7)] * 6, (7, 10), (14, 30)]))
        return title if len(title) <= 190 else shown(title)[:190].strip()

    def text(self, least: int, most: int, *, marks: bool = True) -> str:
        """Make a text of so many words: mostly in the pack's language, at times with a word that is hard to set."""
        count = self.rng.randint(least, most)
        language = self.language if self.rng.random() < 0.85 else self.rng.choice(list(WORDS))
        words = [self.rng.choice(WORDS[language].split()) for _ in range(count)]
        if count > 3 and self.rng.random() < 0.06:
            words[self.rng.randrange(count)] = self.rng.choice([*LONG, "x" * 120, "Wörterverzeichnis" * 3])
        if count > 3 and self.rng.random() < 0.1:
            words[self.rng.randrange(count)] = self.rng.choice(WORDS[self.rng.choice(list(WORDS))].split())
        if marks and count > 2 and self.rng.random() < 0.3:
            place = self.rng.randrange(count)
            word = words[place].rstrip("。")
            words[place] = self.rng.choice([f"**{word}**", f"*{word}*", f"[{word}](https://example.org/{place})"])
        return " ".join(words)

    def texts(self, fewest: int, most: int, least: int, longest: int) -> list[str]:
        """Make some texts of so many words each."""
        return [self.text(least, longest) for _ in range(self.rng.randint(fewest, most))]

    def points(self, most: int) -> list[Any]:
        """Make a list of points, some with points of their own, some that lead in to the next."""
        longest = self.rng.choice([2, 8, 16, 30, 60])
        made: list[Any] = []
        for text in self.texts(1, self.rng.choice([2, 4, 7, most]), 1, longest):
            chance = self.rng.random()
            if chance < 0.2:
                deeper: list[Any] = [
                    {"text": inner, "points": self.texts(1, 2, 1, 5)} if self.rng.random() < 0.2 else inner
                    for inner in self.texts(1, 4, 1, 12)
                ]
                made.append({"text": text, "points": deeper, "numbered": self.rng.random() < 0.3})
            else:
                made.append(f"{text}:" if chance < 0.3 else text)
        return made

    def contacts(self) -> list[Mapping]:
        """Make contacts, with more or less to say of each."""
        made: list[Mapping] = []
        for number in range(self.rng.randint(1, self.rng.choice([3, 6, 11]))):
            contact: Mapping = {"name": self.text(1, 6, marks=False)}
            if self.rng.random() < 0.7:
                contact["phone"] = f"01632 960{number:03}"
            if self.rng.random() < 0.4:
                contact["hours"] = self.text(2, 6)
            if self.rng.random() < 0.5:
                contact["text"] = self.text(2, 15)
            if self.rng.random() < 0.4:
                contact["link"] = self.rng.choice(["https://example.org/help", *LONG])
            made.append(contact)
        return made

    def table(self) -> Mapping:
        """Make a table of up to 8 columns and 30 rows."""
        columns = self.rng.choice([1, 2, 2, 3, 3, 4, 5, 8])
        rows = self.rng.choice([1, 3, 5, 8, 14, 30])
        longest = max(1, self.rng.choice([4, 12, 24, 50]) // columns)
        heads = [
            {"heading": self.text(1, 3), "align": "right"} if self.rng.random() < 0.2 else self.text(1, 3)
            for _ in range(columns)
        ]
        return {
            "columns": heads,
            "rows": [[self.text(1, longest) for _ in range(columns)] for _ in range(rows)],
            "description": self.text(5, 20, marks=False),
        }

    def chart(self) -> Mapping:
        """Make a chart of up to 6 series and 8 categories."""
        categories, series = self.rng.randint(1, 8), self.rng.choice([1, 1, 2, 3, 6])
        made: Mapping = {
            "chart": self.rng.choice(["bar", "column", "line"]),
            "categories": [self.text(1, self.rng.choice([1, 3, 6]), marks=False) for _ in range(categories)],
            "series": [
                {
                    "name": self.text(1, 3, marks=False),
                    "values": [self.rng.choice([0, 3, 12, 250, 7.5]) for _ in range(categories)],
                }
                for _ in range(series)
            ],
            "description": self.text(5, 20, marks=False),
        }
        if self.rng.random() < 0.5:
            made["caption"] = self.text(2, 20)
        return made

    def voices(self) -> list[Mapping]:
        """Make quotations."""
        longest = self.rng.choice([6, 20, 40, 90])
        made: list[Mapping] = []
        for _ in range(self.rng.choice([1, 2, 3, 4, 5, 9])):
            voice: Mapping = {
                "quote": self.text(1, longest),
                "speaker": self.rng.choice(["child", "parent", "professional", "interviewee"]),
            }
            if self.rng.random() < 0.2:
                voice["context"] = self.text(2, 12)
            if self.rng.random() < 0.2:
                voice["attribution"] = self.text(1, 6, marks=False)
            made.append(voice)
        return made


def _optional(key: str, longest: int) -> Callable[[_Chance], Mapping]:
    def make(made: _Chance) -> Mapping:
        return {key: made.text(1, longest)} if made.rng.random() < 0.6 else {}

    return make


def _picture_slide(made: _Chance) -> Mapping:
    body: Mapping = {"picture": made.rng.choice(["wide.png", "tall.png"]), "description": made.text(4, 20, marks=False)}
    return body | _optional("caption", 40)(made)


def _workshop(made: _Chance) -> Mapping:
    activity: Mapping = {"questions": made.texts(1, made.rng.choice([3, 6, 10]), 3, made.rng.choice([8, 20, 40]))}
    if made.rng.random() < 0.6:
        activity["group_size"] = made.text(1, 4)
    if made.rng.random() < 0.6:
        activity["minutes"] = made.rng.randint(1, 90)
    return {"activity": activity}


def _compare(made: _Chance) -> Mapping:
    marks = made.rng.choice([("do", "dont"), ("none", "none")])
    return {
        "columns": [
            {"heading": made.text(1, made.rng.choice([2, 5])), "mark": mark, "points": made.points(10)}
            for mark in marks
        ]
    }


_KINDS: dict[str, Callable[[_Chance], Mapping]] = {
    "title": _optional("subtitle", 25),
    "section": _optional("subtitle", 25),
    "points": lambda made: {"points": made.points(14), "numbered": made.rng.random() < 0.25},
    "voices": lambda made: {"voices": made.voices()} | ({"points": made.points(5)} if made.rng.random() < 0.4 else {}),
    "compare": _compare,
    "table": _Chance.table,
    "picture": _picture_slide,
    "chart": _Chance.chart,
    "workshop": _workshop,
    "support": lambda made: {"contacts": made.contacts()},
}
