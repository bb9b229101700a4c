"""What each participant keeps: who they are, their actions, reflection, development log and confidence."""

from deckbuilder.compose import words
from deckbuilder.compose.blocks import body, heading, privacy
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery
from deckbuilder.compose.worksheet.activities import PROMPT
from deckbuilder.compose.worksheet.fields import date_field, scale_field, tag, text_field, tick_field
from deckbuilder.content.pack import PackFile
from deckbuilder.ir.document import Answer, Block, Cell, Field, Grid, Listing, Together
from deckbuilder.ir.text import ListKind, plain
from deckbuilder.theme import Theme

_WRITE = "Write here"


def about_you(theme: Theme) -> Grid:
    """Ask who fills the worksheet in: what the agency wants to know, and the date."""
    asked = theme.worksheet
    rows: list[tuple[str, Field]] = []
    if asked.name != "leave_out":
        rows.append((_name("Name", asked.name), text_field("about.name", "Your name", _WRITE)))
    if asked.agency != "leave_out":
        rows.append((_name("Agency", asked.agency), text_field("about.agency", "Your agency", _WRITE)))
        rows.append((_name("Role", asked.agency), text_field("about.role", "Your role", _WRITE)))
    rows.append(("Date", date_field("about.date", "The date of the session")))
    return Grid(
        ("About you", "Your answer"),
        tuple(((plain(name),), field) for name, field in rows),
        (0.3, 0.7),
        "What you say about yourself: " + ", ".join(name.casefold() for name, _ in rows),
        row_height=26,
        heading_column=True,
    )


def _name(name: str, asked: str) -> str:
    return f"{name} (optional)" if asked == "optional" else name


def action_plan(about: PackFile) -> list[Block]:
    """Make the action plan: what, who, by when, and a check box for later."""
    if not about.action_rows:
        return []
    blocks: list[Block] = [
        heading(1, "Action plan", new_page=True),
        body("What will you, and what will your team, do differently because of this session?"),
        privacy(),
    ]
    for who, name in (("my", "My actions"), ("team", "Our team’s actions")):
        rows = tuple(_action(tag(f"action-{who}", f"r{number}"), number) for number in range(1, about.action_rows + 1))
        table = Grid(
            ("What", "Who", "By when", "Done"),
            rows,
            (0.5, 0.2, 0.19, 0.11),
            f"{name}: what, who, by when, and whether it is done",
            row_height=44,
        )
        blocks.append(Together((heading(2, name), table)))
    return blocks


def _action(name: str, number: int) -> tuple[Cell, ...]:
    return (
        text_field(f"{name}.what", f"Action {number}: what", "Action"),
        text_field(f"{name}.who", f"Action {number}: who", "Who"),
        date_field(f"{name}.when", f"Action {number}: by when"),
        tick_field(f"{name}.done", f"Action {number}: done"),
    )


def reflection(about: PackFile, delivery: Delivery, markup: Markup) -> list[Block]:
    """Make the questions that are for each participant alone, and the log of professional development."""
    if not about.reflection:
        return []
    blocks: list[Block] = [
        heading(1, "Reflection and development log", new_page=True),
        body("For you alone. It can go into your record of continuing professional development."),
    ]
    for number, text in enumerate(about.reflection, 1):
        question = Listing((markup.paragraph(text, 0, ListKind.NUMBER),), "Question", start=number)
        field = text_field(tag("reflection", f"q{number}"), f"Reflection, question {number}", PROMPT)
        blocks.append(Together((question, Answer(field, 4))))
    return [*blocks, _log(about, delivery, markup)]


def _log(about: PackFile, delivery: Delivery, markup: Markup) -> Together:
    session = delivery.session
    title = f"{markup.plain(about.title)}: {delivery.title}" if delivery.title else markup.plain(about.title)
    rows: list[tuple[str, Cell]] = [("What it was", (plain(title),)), ("When", date_field("log.date", "Log: when"))]
    if session and session.minutes:
        rows.append(("How long", (plain(words.minutes(session.minutes)),)))
    rows += [
        ("What I take from it", text_field("log.learned", "Log: what I take from it", _WRITE)),
        ("What I will do with it", text_field("log.use", "Log: what I will do with it", _WRITE)),
        ("With whom I will talk it over", text_field("log.talk", "Log: with whom I will talk it over", _WRITE)),
    ]
    table = Grid(
        ("For your record", "Entry"),
        tuple(((plain(name),), cell) for name, cell in rows),
        (0.3, 0.7),
        "Your entry for a record of continuing professional development",
        row_height=48,
        heading_column=True,
    )
    return Together((heading(2, "Development log"), table))


def confidence(about: PackFile, delivery: Delivery, markup: Markup) -> list[Block]:
    """Let participants say how confident they are, before and after.

    In a series, “before” stands on the first meeting's worksheet and “after” on the last one's.
    """
    moments = [
        name
        for name, wanted in (("Before", delivery.number == 1), ("After", delivery.number == delivery.count))
        if wanted
    ]
    if not about.confidence or not moments:
        return []
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            (markup.paragraph(text),),
            *(
                scale_field(tag("confidence", f"r{number}", name.casefold()), f"{name}, statement {number}")
                for name in moments
            ),
        )
        for number, text in enumerate(about.confidence, 1)
    )
    share = 0.23
    when = " and ".join(f"{name.casefold()} the {'series' if delivery.count > 1 else 'session'}" for name in moments)
    if len(moments) == 2:
        when = "before the session and after it"
    return [
        Together(
            (
                heading(1, "How confident are you?"),
                body(f"Give each statement a number from 1 (not at all) to 5 (very), {when}: choose it, or circle it."),
                Grid(
                    ("Statement", *moments),
                    rows,
                    (1 - share * len(moments), *(share for _ in moments)),
                    f"Your confidence {when}, from 1 to 5",
                    row_height=34,
                    heading_column=True,
                ),
            )
        )
    ]
