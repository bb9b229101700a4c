"""The documents' own words: labels, headings and instructions that no pack writes."""

SPEAKERS = {
    "child": "A child",
    "parent": "A parent",
    "professional": "A professional",
    "interviewee": "A child or parent",
}
SPEAKER_LEVELS = {"child": 1, "parent": 2, "interviewee": 3, "professional": 4}
"""The level of a card that the speaker's line has: the layout gives each its own shape and colour."""
CONTEXT_LEVEL = 5

RECAP = "What we take with us from last time"
RECAP_NOTES = "Ask what people did since the last meeting, and what came of it, before you show the slide."

CLOSE = "Before we go"
CLOSE_NOTES = "Take one point after the other, and give people time to write. Thank them, and stay for a while."
CLOSE_ACTION = "Write down one action on your worksheet, with a date"
CLOSE_RATING = "Rate your confidence again on your worksheet"
CLOSE_CONTACTS = "If the subject stays with you, talk to someone: the contacts are on your worksheet"
CLOSE_SUPPORT = "If the subject stays with you, talk to someone, or tell us"
CLOSE_ROUND = "Say one thing that you take with you"
"""What the closing slide says where the pack gives it nothing else to say."""

READY = "What each guide lists under “Materials and room”"

PART = " ({part}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{parts})"
"""What a split slide's title ends with; it stays on one line."""
PART_AFTER = ", part\N{NO-BREAK SPACE}{part}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{parts}"
"""The same where the pack's own title ends with a number in brackets."""
CONTINUED = "This slide carries on from the one before; its speaker notes are there."
NO_NOTES = "Read the slide with the group and leave time for questions."

ASK = "Ask"
SAY = "Say and do"
WATCH_FOR = "Watch for"
CAUTION = "Take care"
STRONG_LANGUAGE = "Strong language follows"
STRONG_QUOTATION = "A quotation on this slide contains strong language. Say so before you show it."
NOT_ON_THE_SLIDE = "Not on the slide:"
STRONG_STAND_IN = "What was said here is in the speaker notes: it holds strong language."
STRONG_POLICY = {
    "show": "Quotations and notes give strong language as it was spoken, so that nothing said is softened.",
    "mask": "Strong language is masked: a first letter and asterisks stand for what was spoken in full.",
    "notes_only": "Quotations with strong language are not on the slides. They are in the speaker notes, as they were "
    "spoken: decide beforehand whether you read them out.",
}
"""What the guide says once of the agency's policy."""

STRONG_ON_COVER = {
    "mask": "In this edition, strong words in quotations are given as a first letter and asterisks.",
    "notes_only": "In this edition, quotations with strong language stand in the notes alone.",
}
"""What the guide's first page says of the agency's policy, where it changes what is shown."""

ADVICE = "Whom to ask for advice"
"""What stands above the agency's contacts, which are for those who are worried about a child."""

WELCOME, CLOSE = "Welcome", "Close"
"""The parts of a meeting before and after its sections."""

ADDITION = "Added for this pack; not part of the source"

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

PRIVACY = "Write nothing here that could identify a child or a family."


def minutes(count: int) -> str:
    """Say a length of time."""
    hours, rest = divmod(count, 60)
    words = []
    if hours:
        words.append(f"{hours} hour" + ("s" if hours > 1 else ""))
    if rest or not hours:
        words.append(f"{rest} minute" + ("s" if rest != 1 else ""))
    return " ".join(words)


def at_least(count: int, untimed: int) -> str:
    """Say how many minutes are known of while some slides have none."""
    slides = "1 slide has" if untimed == 1 else f"{untimed} slides have"
    return f"at least {minutes(count)}; {slides} no minutes yet"


def clock(start: int) -> str:
    """Say a time on the agenda's clock, which runs from zero."""
    return f"{start // 60}:{start % 60:02d}"


def time_of_day(minutes: int) -> str:
    """Say a time of day by the minutes from midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def next_meeting(number: int, title: str) -> str:
    """Say which meeting comes next; the title may hold markup."""
    return f"Next: {number}. {title}"


def against_plan(planned: int, taken: int, *, all_timed: bool) -> str:
    """Say how the minutes of a session's parts differ from those planned for it; empty where they do not.

    `all_timed` says whether every slide has minutes of its own.
    """
    if planned == taken:
        return ""
    rest = abs(planned - taken)
    session = f"The session is planned for {minutes(planned)}"
    if taken > planned:
        return f"{session}; its parts take {minutes(rest)} more."
    verb = "is" if rest in (1, 60) else "are"
    end = "over" if all_timed else "for the slides that have no minutes of their own"
    return f"{session}; {minutes(rest)} {verb} left {end}."


def counted(unit: str) -> str:
    """Say what the numbers of a chart count."""
    return f"Counted: {unit}."
