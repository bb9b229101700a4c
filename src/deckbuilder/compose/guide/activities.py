"""The activities in full."""

from deckbuilder.compose import words
from deckbuilder.compose.blocks import bullets, heading, labelled_group, numbers
from deckbuilder.compose.guide.links import outcome_links
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery
from deckbuilder.content import Pack
from deckbuilder.content.slides import WorkshopSlide
from deckbuilder.ir.document import Block, Grid, Heading, Listing, Text, Together
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.text import ListKind, Paragraph, Run, plain


def activities(pack: Pack, delivery: Delivery, placed: PlacedDeck, markup: Markup) -> list[Block]:
    """Make the part on activities; nothing when the session has none."""
    workshops = [slide for slide in delivery.slides if isinstance(slide, WorkshopSlide)]
    if not workshops:
        return []
    blocks: list[Block] = [heading(1, "Activities", "activities", new_page=True)]
    for index, slide in enumerate(workshops):
        blocks += _activity(pack, slide, placed, markup, new_page=index > 0)
    return blocks


def _activity(pack: Pack, slide: WorkshopSlide, placed: PlacedDeck, markup: Markup, *, new_page: bool) -> list[Block]:
    activity = slide.activity
    number = placed.parts_of(str(slide.id))[0].number
    length = activity.minutes if activity.minutes is not None else slide.minutes
    rows: list[tuple[str, Paragraph]] = []
    if activity.purpose:
        rows.append(("Purpose", markup.paragraph(activity.purpose)))
    if activity.group_size:
        rows.append(("Group size", markup.paragraph(activity.group_size)))
    if length:
        rows.append(("Time", plain(words.minutes(length))))
    if activity.set_up:
        rows.append(("Set-up", markup.paragraph(activity.set_up)))
    rows.append(("Slide", Paragraph((Run(str(number), link=f"#{slide.id}"),))))
    reached = [count for count, outcome in enumerate(pack.about.outcomes, 1) if slide.id in outcome.slides]
    if reached:
        first, *links = outcome_links(reached)
        rows.append(("Outcomes", Paragraph((Run(first.text.capitalize()), *links))))
    blocks: list[Block] = [
        Heading(2, markup.runs(slide.title), f"activity-{slide.id}", new_page),
        Grid(
            ("Activity", "Detail"),
            tuple(((plain(name),), (value,)) for name, value in rows),
            (0.22, 0.78),
            f"{markup.plain(slide.title)}: purpose, groups, time and set-up",
            heading_column=True,
        ),
    ]
    if activity.steps:
        blocks += [heading(3, "Steps"), *numbers(activity.steps, markup)]
    blocks.append(heading(3, "Questions and prompts"))
    for count, question in enumerate(activity.questions, 1):
        item = markup.paragraph(question.text, 0, ListKind.NUMBER)
        blocks.append(
            Together(
                (
                    Listing((item,), start=count),
                    *labelled_group("To tick", question.options, "Prompt", markup),
                    *labelled_group("Prompts", question.prompts, "Prompt", markup),
                )
            )
        )
    if activity.debrief:
        blocks += [heading(3, "Debrief"), *bullets(activity.debrief, markup)]
    added = [key.removeprefix("activity.").replace("_", " ") for key in slide.additions if key.startswith("activity.")]
    if added:
        blocks.append(Text("Small", (Run(f"{words.ADDITION}: {', '.join(added)}."),)))
    return blocks
