"""A pack with every kind of slide, in several languages, and a theme whose documents carry a protective marking."""

from io import BytesIO
from pathlib import Path

from PIL import Image

PACK = """\
id: every-kind
title: 'Tea & "trust" <visits>'
subtitle: What families told us
version: "1.2"
date: 2026-03-04
language: {language}
audience: [Everyone who visits]
aim: To listen.
outcomes:
  - {{text: Listen well, slides: [voices, try-it]}}
confidence: [I can wait for an answer.]
action_rows: 2
reflection: [What stays with you?]
working_agreement: [Let people finish]
content_note: {{summary: Some words are hard to hear., facilitator: [Have a quiet room.]}}
resources: [{{name: A guide, link: "https://example.org/guide?a=1&b=2", text: To read on}}]
support: [{{name: Childline, phone: 0800 1111, hours: At any time}}]
glossary: [{{term: CSE, meaning: Child sexual exploitation}}]
slides: [slides/one.yaml, slides/two.yaml]
"""
ONE = """\
section: First
id: first
slides:
  - {id: opening, kind: title, title: Welcome, subtitle: A start, notes: Say hello.}
  - id: points
    kind: points
    title: What to bring
    points:
      - Time, and **patience**
      - text: A plan
        points: [Written down, "Shared: see [the voices](#voices)"]
      - <script>document.title = "taken over"</script>
      - نسمع أولا
    notes: |
      Say it slowly.

      1. First this
      2. Then that
    ask: [What do you bring?]
    watch_for: [Silence]
    caution: [Go gently.]
  - id: voices
    kind: voices
    title: In their own words
    voices:
      - quote: She asked *me* first.
        speaker: child
        context: On a visit
        attribution: somebody.with.a.long.name@a-long-domain.example.org
      - {quote: قالت لي إنها تسمعني, speaker: parent, attribution: A mother}
      - {quote: They did not give a shit., speaker: child, strong_language: true}
    notes: Wait after each.
"""
TWO = """\
section: Second
id: second
slides:
  - {id: second-title, kind: section, title: Second, subtitle: What we do, notes: Pause here.}
  - id: sides
    kind: compare
    title: On the doorstep
    columns:
      - {heading: Do, mark: do, points: [Wait, Ask]}
      - {heading: Rushing, mark: dont, points: [Push in]}
  - id: table
    kind: table
    title: Time
    columns: [Part, Responsibilities, Preparation, Safeguarding, {heading: Minutes, align: right}]
    rows: [[Arriving, To settle, Ring before, Hear all, 5], [Listening, To understand, Read before, Note it, 25]]
    description: Two parts of a visit.
  - id: picture
    kind: picture
    title: At the table
    picture: pictures/table.png
    description: Two people talk.
    caption: Drawn for this
  - id: columns
    kind: chart
    title: Before and after
    chart: column
    categories: [Spring, Autumn]
    series: [{name: Before, values: [20, 30.5]}, {name: After, values: [40, -5]}]
    unit: families
    description: Columns for two seasons.
  - id: line
    kind: chart
    title: Over time
    chart: line
    categories: [May, June, July]
    series: [{name: Calls, values: [1, 4, 2]}]
    description: A line that rises and falls.
  - id: try-it
    kind: workshop
    title: Try it
    activity:
      purpose: To hear yourself
      group_size: Pairs
      minutes: 15
      set_up: Sit in pairs.
      steps: [Read, Talk]
      questions:
        - What did you say?
        - {text: What did you see?, options: [A smile, A frown], prompts: [Look at the eyes]}
      debrief: [What surprised you?]
  - {id: support, kind: support, title: Who to turn to}
"""
THEME = """\
name: North Police
agency:
  name: North Police
  contacts: [{{name: The hub, phone: 01632 960110, link: "https://hub.example.org"}}]
  referral: {{summary: Ring the hub., steps: [Ring, Write]}}
brand: {{colours: {{brand: "#14284B"}}, fonts: {{heading: 'Arial "Nova" </style>', body: Arial, fallback: Arial}}}}
wording: {{strong_language: {strong}}}
control: {{owner: Training team, next_review: 2030-01-31, marking: OFFICIAL}}
"""


def write_pack(root: Path, language: str = "en-GB") -> Path:
    """Write the pack below a folder, and give its own."""
    folder = root / "content" / "every-kind"
    for name in ("slides", "pictures"):
        (folder / name).mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK.format(language=language), encoding="utf-8")
    (folder / "slides" / "one.yaml").write_text(ONE, encoding="utf-8")
    (folder / "slides" / "two.yaml").write_text(TWO, encoding="utf-8")
    picture = BytesIO()
    Image.new("RGB", (1200, 675), "#C5D1CB").save(picture, "PNG")
    (folder / "pictures" / "table.png").write_bytes(picture.getvalue())
    return folder


def write_theme(root: Path, strong: str = "show") -> Path:
    """Write the theme below a folder, and give its own; `strong` is how it treats strong language."""
    folder = root / "themes" / "north"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(THEME.format(strong=strong), encoding="utf-8")
    return folder
