"""The questions of the activities, with room to answer."""

from deckbuilder.compose.blocks import body
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.worksheet.fields import tag, text_field, tick_field
from deckbuilder.content.activity import Question
from deckbuilder.content.slides import WorkshopSlide
from deckbuilder.ir.document import Answer, Block, Heading, Listing, Text, Ticks, Together
from deckbuilder.ir.text import ListKind, labelled

PROMPT = "Write your answer here"


def activity(slide: WorkshopSlide, markup: Markup) -> list[Block]:
    """Make the page or pages of an activity."""
    about = slide.activity
    blocks: list[Block] = [Heading(1, markup.runs(slide.title), f"activity-{slide.id}", new_page=True)]
    if about.purpose:
        blocks.append(Text("Body Text", labelled("Purpose:", markup.runs(about.purpose))))
    blocks += [_question(slide, number, question, markup) for number, question in enumerate(about.questions, 1)]
    return blocks


def _question(slide: WorkshopSlide, number: int, question: Question, markup: Markup) -> Together:
    item = markup.paragraph(question.text, 0, ListKind.NUMBER)
    name = f"Question {number}: {markup.plain(slide.title)}"
    blocks: list[Heading | Text | Listing | Answer | Ticks] = [Listing((item,), "Question", start=number)]
    if question.options:
        options = tuple(
            (
                tick_field(tag(str(slide.id), f"q{number}", f"o{count}"), f"Question {number}, option {count}"),
                markup.runs(text),
            )
            for count, text in enumerate(question.options, 1)
        )
        blocks += [_hint("Tick as many as you like."), Ticks(options)]
    if question.room:
        if question.options:
            blocks.append(_hint("In your own words:"))
        blocks.append(Answer(text_field(tag(str(slide.id), f"q{number}"), name, PROMPT), question.room))
    return Together(tuple(blocks))


def _hint(text: str) -> Text:
    return Text("Small", body(text).runs, keep_next=True)
