"""What in an imported pack may be one agency's alone, or out of date: its author is asked to look at it.

A pack is issued by many agencies. A telephone number, the name of the organisation that wrote the document and the
year it was given in would stand in the documents of all of them.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from deckbuilder.importing.addresses import addresses_in
from deckbuilder.importing.pack_slides import PackDraft, PackSlide, Value
from deckbuilder.ir.outline import Loss

_NAMES = frozenset({"id", "kind", "picture", "speaker", "mark", "align", "chart"})
"""Keys whose values are no texts."""
_MOST = 3
"""The most numbers or names that a sentence quotes."""
_ORGANISATION = re.compile(
    r"\b(?:[A-Z][\w’'-]{0,40}[ ]+(?:(?:and|&|of|for|the|in)[ ]+){0,2}){1,8}"
    r"(?:Partnership|Council|Board|Trust|Services?|Authority|Police|Constabulary|Agency|Hospital|School|Academy|College"
    r"|University|Charity|Foundation|Association|Institute|Federation|Network|Ltd|Limited|CIC|ICB)\b"
    r"|\b(?:University|College|Department|Diocese|City|County) (?:of|for) [A-Z]\w{1,40}(?: [A-Z]\w{1,40}){0,3}"
    r"|\bNHS(?: [A-Z]\w{1,40}){0,4}|\b[A-Z]{1,5}SC[BP]\b"
)
_YEAR = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_GROUPS = re.compile(
    r"\b(?:(?:small )?groups? of (?:about |up to )?[\w-]{1,20}(?: (?:to|or) [\w-]{1,20})?|small groups"
    r"|pairs|twos|threes)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
_WHOLE = {"half an hour": 30, "quarter of an hour": 15, "three quarters of an hour": 45, "an hour": 60}
_MINUTES = re.compile(
    rf"\b(?:(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[ -]min(?:ute)?s?"
    rf"|({'|'.join(sorted(_WHOLE, key=len, reverse=True))}))\b",
    re.IGNORECASE,
)


def with_questions(draft: PackDraft) -> PackDraft:
    """Give a draft whose slides ask their author about such things, and whose list of decisions does so too."""
    slides: list[PackSlide] = []
    asked: list[Loss] = []
    for slide in draft.slides:
        sentences = tuple(_sentences(slide))
        slides.append(replace(slide, look_at=(*slide.look_at, *sentences)) if sentences else slide)
        asked += [Loss(slide.place, sentence) for sentence in sentences]
    order = {slide.place: number for number, slide in reversed(list(enumerate(draft.slides)))}
    decided = sorted((*draft.decided, *asked), key=lambda loss: order.get(loss.place, -1))
    return replace(draft, slides=tuple(slides), decided=tuple(decided))


def _sentences(slide: PackSlide) -> Iterator[str]:
    kind = slide.fields["kind"]
    texts = list(_texts(slide.fields))
    found = [each for text in texts for each in addresses_in(text)]
    reached = _quoted([each.text for each in found if each.kind != "web"])
    if kind == "support":
        # A deck of our own is asked about its contacts already.
        if slide.fields.get("contacts") and not slide.look_at:
            yield (
                "These contacts are the same for every agency. Move what is one agency’s to that agency’s theme, under "
                "agency.contacts: this slide shows those by itself."
            )
    elif reached:
        yield (
            f"{reached} stands here for every agency. Where it is one agency’s, move it to that agency’s theme, under "
            "agency.contacts: slides of the kind “support” show those, and {{ agency.contact.phone }} gives the number."
        )
    if kind == "title":
        yield from _of_the_opening(
            [text for key in ("subtitle", "notes") for text in _texts(slide.fields.get(key, ""))]
        )
    activity = slide.fields.get("activity")
    if isinstance(activity, dict):
        yield from _of_the_activity(activity, " ".join(_texts(slide.fields.get("notes", ""))))


def _of_the_opening(texts: list[str]) -> Iterator[str]:
    names = _quoted([match[0] for text in texts for match in _ORGANISATION.finditer(text)])
    if names:
        yield (
            f"{names} stands here for every agency. Where that is who gives the training, write "
            "{{ agency.name }} in its place, which gives each agency its own name."
        )
    years = _quoted([match[0] for text in texts for match in _YEAR.finditer(text)])
    if years:
        yield f"Is {years} still right? “date” in pack.yaml puts the date of this version on the title slide."


def _of_the_activity(activity: dict[str, Value], notes: str) -> Iterator[str]:
    groups = None if "group_size" in activity else _GROUPS.search(notes)
    minutes = None if "minutes" in activity else _MINUTES.search(notes)
    keys: list[str] = []
    if groups:
        keys.append(f"“group_size: {groups[0][:1].upper()}{groups[0][1:]}”")
    if minutes:
        said = (minutes[1] or minutes[2]).lower()
        keys.append(f"“minutes: {_WHOLE.get(said) or _NUMBERS.get(said) or int(said)}”")
    if keys:
        them = "they show" if len(keys) > 1 else "it shows"
        yield f"The notes say how the activity runs. As {' and '.join(keys)} under “activity”, {them} on the slide too."


def _quoted(found: list[str]) -> str:
    """Quote the first few, each once; empty where there is none."""
    several = list(dict.fromkeys(" ".join(each.split()) for each in found))
    quoted = [f"“{each}”" for each in several[:_MOST]]
    more = f" and {len(several) - _MOST} more" if len(several) > _MOST else ""
    return ", ".join(quoted) + more


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _NAMES:
                yield from _texts(each)
