"""What an editor says of a key where the model's own docstring does not: plain words for whoever is writing."""

from collections.abc import Mapping

PATTERNS: Mapping[str, str] = {
    "[a-z0-9]+(-[a-z0-9]+)*": "Small letters, digits and single hyphens, such as first-minute.",
    "#[0-9A-Fa-f]{6}": 'A colour is # and six hexadecimal digits, in quotation marks, such as "#0F4C4A".',
    "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*": "A language by its tag, such as en-GB or cy-GB.",
}
"""What is wanted, where a text does not fit a pattern: by the pattern, without ^ and $."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "Section": {"slides": "The slides of this part, in order."},
    "Point": {
        "text": "What the point says.",
        "points": "Points below this one.",
    },
    "Note": {"text": "What the presenter says: paragraphs and lists."},
    "TitleSlide": {"subtitle": "A second line, below the title."},
    "SectionSlide": {"subtitle": "A second line, below the title."},
    "PointsSlide": {
        "points": "The points: each a text, or “text” with “points” below it.",
        "numbered": "true numbers the points.",
    },
    "VoicesSlide": {
        "voices": "What people said, up to four to a slide; more run on to the next.",
        "points": "Points beside the quotations.",
    },
    "Voice": {
        "speaker": "Who said it: child, parent, professional, or interviewee when it is not known which of them.",
        "strong_language": "true where the words may shock. The presenter is then warned.",
    },
    "CompareSlide": {"columns": "The two columns, left and right."},
    "Column": {"heading": "What stands above the column.", "points": "The points of the column."},
    "TableSlide": {
        "columns": "The headings: each a text, or “heading” with “align”.",
        "rows": "The rows, each with as many cells as there are columns.",
    },
    "TableColumn": {"heading": "What stands above the column."},
    "PictureSlide": {
        "decorative": "true for a picture that shows nothing of weight, in place of a description.",
        "caption": "A line below the picture.",
    },
    "ChartSlide": {
        "categories": "What stands along the axis.",
        "series": "Rows of numbers, up to six, each with a number for every category.",
        "caption": "A line below the chart; say where the figures are from.",
    },
    "Series": {"name": "What the numbers count.", "values": "A number for each category."},
    "WorkshopSlide": {"activity": "Written once: the slide, the guide and the worksheet show it."},
    "Activity": {
        "purpose": "What the activity is for.",
        "steps": "How it goes, in order.",
        "questions": "What participants work on: each a text, or “text” with more.",
        "minutes": "How long it takes, when not as long as the slide.",
    },
    "Question": {"text": "The question."},
    "Contact": {
        "name": "Who it is: a role, a service or an organisation.",
        "phone": "A telephone number.",
        "hours": "When they can be reached.",
    },
    "PackFile": {
        "id": "The pack's short name, with which its documents' names begin: small letters, digits and hyphens.",
        "title": "What the training is called, on every document.",
        "subtitle": "A second line, below the title.",
        "version": "The version, in quotation marks, such as “1.0”.",
        "language": "The language of the text by its tag, for spelling and reading aloud; en-GB without it.",
        "source": "What the pack is made from: a report, or somebody's slides.",
        "audience": "For whom the training is made.",
        "aim": "What the training is for, in a sentence.",
        "outcomes": "What participants can do afterwards, each with the slides that lead to it.",
        "content_note": "Emotional safety: what people hear beforehand, and what the facilitator has ready.",
        "working_agreement": "What everybody agrees to at the start.",
        "materials": "What to bring.",
        "glossary": "Words that not everybody knows.",
        "plans": "Ways to give the training, each by its name on the command line.",
    },
    "SourceDocument": {
        "title": "What it is called.",
        "publisher": "Who published it.",
        "year": "When.",
        "note": "How the pack uses it.",
    },
    "Outcome": {"text": "What participants can do, beginning with a verb."},
    "Plan": {
        "title": "What this way of giving the training is called.",
        "description": "When to choose it.",
        "sessions": "Its meetings. Each gets a deck, a guide and a worksheet of its own.",
    },
    "Session": {
        "id": "A short name, which stands in the names of the files.",
        "title": "What the meeting is called.",
        "close_minutes": "How long the end takes.",
    },
    "Include": {"slide": "A slide, by its id.", "section": "All slides of a section, by its id."},
    "Term": {"term": "The word.", "meaning": "What it means."},
    "Insertion": {"slides": "The slides to insert, in order."},
    "ThemeFile": {
        "name": "What the theme is called in messages and lists.",
        "agency": "Who issues the documents, and whom people can turn to.",
        "brand": "Colours, fonts, logo and character.",
        "deck": "The deck: its size, its text, your own PowerPoint template.",
        "word": "The Word documents: their page, their text, your own Word template.",
        "wording": "Which words you use, and what becomes of strong language.",
        "worksheet": "What the worksheet asks of participants.",
        "control": "Who answers for the documents.",
    },
    "Agency": {
        "name": "The name in full.",
        "short_name": "The name as it stands in a sentence, such as “the partnership”.",
        "contacts": "Whom participants can ask.",
        "referral": "What to do about a worry.",
    },
    "Referral": {
        "summary": "What to do, in one sentence.",
        "steps": "What to do, step by step.",
        "contacts": "Where a referral goes.",
    },
    "Brand": {
        "colours": "One is needed; the others are made of it.",
        "fonts": "One for headings, one for all else.",
        "logo": "A picture file beside theme.yaml.",
        "character": "How slides and pages are composed.",
    },
    "Colours": {
        "text": "Of slides and pages.",
        "background": "Of slides and pages.",
        "link": "Of links.",
        "followed_link": "Of links that were followed.",
    },
    "FontPair": {"heading": "The font of headings.", "body": "The font of all other text."},
    "DeckSettings": {"size": "Wide (16:9) or as slides were in former times (4:3)."},
    "WordSettings": {"page": "The size of paper."},
    "Control": {"owner": "Who answers for the documents.", "approved_by": "Who approved them."},
}
"""By the model's name and the key."""
