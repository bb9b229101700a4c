"""What the facilitator reads first: control, at a glance, prerequisites, outcomes, emotional safety, materials."""

from deckbuilder.compose import words
from deckbuilder.compose.blocks import body, bullets, heading, leading, numbers
from deckbuilder.compose.deck import spelled_out, version_date
from deckbuilder.compose.guide.agenda import Schedule
from deckbuilder.compose.guide.links import OUTCOMES, activity_links, bracketed, slide_links
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery
from deckbuilder.compose.wording import has_strong_language
from deckbuilder.content import Pack
from deckbuilder.content.pack import ContentNote, Outcome, PackFile
from deckbuilder.content.slides import WorkshopSlide
from deckbuilder.ir.document import Block, Contents, Grid, Listing, Single, Text, Together
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.text import ListKind, Paragraph, Run, labelled, plain
from deckbuilder.theme import Theme


def front_matter(
    pack: Pack, theme: Theme, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup
) -> list[Block]:
    """Make everything before the agenda."""
    about = pack.about
    return [
        *_cover(pack, theme, delivery, markup),
        Contents(2),
        *_glance(pack, delivery, placed, times, markup),
        *_prerequisites(about, markup),
        *_outcomes(about, delivery, placed, markup),
        *_safety(about, theme, delivery, placed, markup),
        *_materials(about, markup),
    ]


def addition(about: PackFile, *keys: str) -> list[Single]:
    """Say that a passage is the pack's own, where it is."""
    if about.show_additions and any(key in about.additions for key in keys):
        return [body(words.ADDITION + ".", "Small")]
    return []


def _cover(pack: Pack, theme: Theme, delivery: Delivery, markup: Markup) -> list[Block]:
    about, control = pack.about, theme.control
    blocks: list[Block] = [Text("Title", markup.runs(about.title))]
    if about.subtitle:
        blocks.append(Text("Subtitle", markup.runs(about.subtitle)))
    if delivery.title:
        blocks.append(body(f"Meeting {delivery.title}", "Subtitle"))
    blocks.append(body("Facilitator guide", "Kind"))
    source = about.source
    source_text = ""
    if source:
        source_text = ", ".join(str(part) for part in (source.publisher, source.title, source.year) if part)
    rows = [
        ("Issued by", str(theme.agency.name)),
        ("Version", " · ".join(part for part in (str(about.version or ""), version_date(pack)) if part)),
        ("Owner", str(control.owner or "")),
        ("Approved by", str(control.approved_by or "")),
        ("Next review", spelled_out(control.next_review)),
        ("Protective marking", str(control.marking or "")),
        ("Made from", source_text),
    ]
    blocks.append(
        Grid(
            ("Document control", "Detail"),
            tuple(((plain(name),), (plain(value),)) for name, value in rows if value),
            (0.3, 0.7),
            "Document control: who issues the pack, its version, owner and review",
            heading_column=True,
        )
    )
    if source and source.note:
        blocks.append(Text("Small", markup.runs(source.note)))
    policy = theme.wording.strong_language
    if policy in words.STRONG_ON_COVER and any(has_strong_language(slide) for slide in delivery.slides):
        blocks.append(body(words.STRONG_ON_COVER[policy], "Small"))
    return blocks


def _glance(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[Block]:
    about, session = pack.about, delivery.session
    planned = words.minutes(session.minutes) if session and session.minutes else times.total()
    activities = sum(isinstance(slide, WorkshopSlide) for slide in delivery.slides)
    rows: list[tuple[str, tuple[Paragraph, ...]]] = []
    if about.audience:
        rows.append(("Who it is for", tuple(markup.paragraph(text) for text in about.audience)))
    if delivery.plan and (len(about.plans) > 1 or delivery.count > 1):
        kind = str(delivery.plan.title)
        if delivery.count > 1:
            kind = f"{kind}: meeting {delivery.number} of {delivery.count}"
        rows.append(("Plan", (plain(kind),)))
    if planned:
        rows.append(("How long", (plain(planned),)))
    if about.group_size:
        rows.append(("How many", (markup.paragraph(about.group_size),)))
    slides = "slide" if len(placed.slides) == 1 else "slides"
    many = "activity" if activities == 1 else "activities"
    rows.append(("What is in it", (plain(f"{len(placed.slides)} {slides}, {activities} {many}"),)))
    if about.materials:
        rows.append(("What you need", tuple(markup.paragraph(text) for text in about.materials)))
    return [
        heading(1, "At a glance", "at-a-glance", new_page=True),
        Grid(
            ("The session", "Detail"),
            tuple(((plain(name),), value) for name, value in rows),
            (0.3, 0.7),
            "The session at a glance",
            heading_column=True,
        ),
        *addition(about, "audience", "group_size", "materials", "plans"),
    ]


def _prerequisites(about: PackFile, markup: Markup) -> list[Block]:
    if not about.prerequisites:
        return []
    return [
        heading(1, "What participants should know already", "prerequisites"),
        *bullets(about.prerequisites, markup),
        *addition(about, "prerequisites"),
    ]


def _outcomes(about: PackFile, delivery: Delivery, placed: PlacedDeck, markup: Markup) -> list[Block]:
    if not about.aim and not about.outcomes:
        return []
    blocks: list[Block] = [heading(1, "Aim and outcomes", OUTCOMES)]
    if about.aim:
        blocks.append(Text("Body Text", labelled("Aim:", markup.runs(about.aim))))
    if about.outcomes:
        end = "By the end of the series" if delivery.count > 1 else "By the end"
        blocks.append(leading(f"{end}, participants will be able to:"))
        blocks.append(Listing(tuple(_outcome(outcome, delivery, placed, markup) for outcome in about.outcomes)))
    return [*blocks, *addition(about, "aim", "outcomes")]


def _outcome(outcome: Outcome, delivery: Delivery, placed: PlacedDeck, markup: Markup) -> Paragraph:
    names = [str(name) for name in outcome.slides]
    places = slide_links(names, placed)
    activities = activity_links(names, delivery, placed)
    if places and activities:
        places.append(Run("; "))
    return Paragraph((*markup.runs(outcome.text), *bracketed([*places, *activities])), 0, ListKind.NUMBER)


def _strong_language(theme: Theme, delivery: Delivery, placed: PlacedDeck) -> list[Block]:
    """Say once how the agency treats strong language, and where it is; nothing when there is none."""
    names = [str(slide.id) for slide in delivery.slides if has_strong_language(slide)]
    if not names:
        return []
    policy = Run(words.STRONG_POLICY[theme.wording.strong_language])
    return [heading(2, "Strong language"), Text("Body Text", (policy, *bracketed(slide_links(names, placed))))]


def _cautions(delivery: Delivery, placed: PlacedDeck, markup: Markup) -> list[Block]:
    """Gather what every slide says to take care of, so that it is known before the day; nothing when none does."""
    careful = [slide for slide in delivery.slides if slide.caution]
    if not careful:
        return []
    rows = []
    for slide in careful:
        part = placed.parts_of(str(slide.id))[0]
        where = Paragraph((Run(f"Slide {part.number}", link=f"#{slide.id}"),))
        rows.append(((where,), tuple(markup.paragraph(text) for text in slide.caution)))
    table = Grid(("Where", words.CAUTION), tuple(rows), (0.18, 0.82), "The slides to take care with, and why")
    return [heading(2, "Where to take care"), table]


def _safety(about: PackFile, theme: Theme, delivery: Delivery, placed: PlacedDeck, markup: Markup) -> list[Block]:
    note: ContentNote | None = about.content_note
    strong = _strong_language(theme, delivery, placed)
    cautions = _cautions(delivery, placed, markup)
    if not note and not about.working_agreement and not strong and not cautions:
        return []
    blocks: list[Block] = [heading(1, "Emotional safety", "emotional-safety")]
    if note:
        blocks.append(Text("Body Text", markup.runs(note.summary)))
        added = addition(about, "content_note")
        if note.facilitator:
            prepared = bullets(note.facilitator, markup)
            blocks.append(_part("What you prepare and do", *prepared, *([] if note.disclosure else added)))
        if note.disclosure:
            blocks.append(_part("If somebody discloses abuse", *numbers(note.disclosure, markup), *added))
        if not note.facilitator and not note.disclosure:
            blocks += added
    blocks += [*strong, *cautions]
    if about.working_agreement:
        agreed = bullets(about.working_agreement, markup)
        blocks.append(_part("Working agreement", *agreed, *addition(about, "working_agreement")))
    return blocks


def _part(title: str, *blocks: Single) -> Together:
    """Make a part under a heading of its own, which stays on a page where it fits on one."""
    return Together((heading(2, title), *blocks))


def _materials(about: PackFile, markup: Markup) -> list[Block]:
    if not about.materials and not about.room:
        return []
    blocks: list[Single] = [heading(1, "Materials and room", "materials")]
    if about.materials:
        blocks += [heading(2, "Materials"), *bullets(about.materials, markup)]
    if about.room:
        blocks += [heading(2, "Room"), *bullets(about.room, markup)]
    return [Together((*blocks, *addition(about, "materials", "room")))]
