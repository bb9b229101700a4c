"""What the facilitator looks up: referral, support, resources, evaluation, glossary."""

from deckbuilder.compose import words
from deckbuilder.compose.blocks import bullets, contacts_grid, heading, referral_blocks
from deckbuilder.compose.guide.front import addition
from deckbuilder.compose.markup import Markup
from deckbuilder.content import Pack
from deckbuilder.ir.document import Block, Grid, Together
from deckbuilder.theme import Theme


def back_matter(pack: Pack, theme: Theme, markup: Markup) -> list[Block]:
    """Make everything after the activities."""
    about, agency = pack.about, theme.agency
    blocks: list[Block] = []
    referral = referral_blocks(theme, markup)
    if referral:
        blocks += [heading(1, "How to refer", "referral", new_page=True), *referral]
    if agency.contacts:
        listed = contacts_grid(agency.contacts, words.ADVICE, markup)
        blocks.append(Together((heading(1, words.ADVICE, "advice"), *listed)))
    support = (*agency.support, *about.support)
    if support:
        listed = contacts_grid(support, "Where participants find support", markup)
        title = heading(1, "Support for participants", "support")
        blocks.append(Together((title, *listed, *addition(about, "support"))))
    if about.resources:
        blocks.append(heading(1, "Resources", "resources"))
        blocks += contacts_grid(about.resources, "Further reading", markup)
    if about.evaluation:
        blocks += [heading(1, "Evaluation", "evaluation"), *bullets(about.evaluation, markup)]
        blocks += addition(about, "evaluation")
    if about.glossary:
        rows = tuple(((markup.paragraph(entry.term),), (markup.paragraph(entry.meaning),)) for entry in about.glossary)
        blocks.append(heading(1, "Glossary", "glossary"))
        blocks.append(Grid(("Term", "Meaning"), rows, (0.28, 0.72), "Glossary", heading_column=True))
        blocks += addition(about, "glossary")
    return blocks
