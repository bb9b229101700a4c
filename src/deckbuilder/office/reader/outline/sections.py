"""Which headings of a document open a section, and which is the document's title."""

from msgspec.structs import replace

from deckbuilder.ir.outline import OutlineSlide


def with_sections(slides: tuple[OutlineSlide, ...], levels: tuple[int, ...]) -> tuple[OutlineSlide, ...]:
    """Give slides their sections by the levels of their headings; level 0 is what stands before the first heading.

    Where most headings of the highest level have nothing on their slide but lead to those of lower levels, they name
    sections. A highest heading that stands alone above all others is the document's title.
    """
    found = list(slides)
    ranks = list(levels)
    if found and ranks[0] == 0 and found[0].title:
        found[0] = replace(found[0], layout="title")
    first = next((index for index, rank in enumerate(ranks) if rank), None)
    used = sorted({rank for rank in ranks if rank})
    alone = first is not None and len(used) > 1 and ranks.count(used[0]) == 1 and ranks[first] == used[0]
    if alone and first is not None and not any(slide.title for slide in found[:first]):
        found[first] = replace(found[first], layout="title")
        ranks[first] = 0
        used = used[1:]
    tops = [index for index in range(len(ranks) - 1) if used and ranks[index] == used[0] < ranks[index + 1]]
    opening = [index for index in tops if not found[index].body]
    if len(used) < 2 or len(opening) * 2 <= len(tops):
        return tuple(found)  # levels that name no sections are as their author liked the look of them
    section = ""
    for index, rank in enumerate(ranks):
        if rank == used[0]:
            section = " ".join("".join(run.text for run in found[index].title).split())
            found[index] = replace(found[index], layout="section" if index in opening else found[index].layout)
        found[index] = replace(found[index], section=section if rank else "")
    return tuple(found)
