"""Who spoke, as far as the document says it plainly."""

import re

_SAYING = (
    r"(?:said|told|say|says|tell|think|thought|feel|felt|want|wanted|wish|wished|asked|views?|voices?|words|ideas?"
    r"|thoughts?|experiences?|quot\w+)"
)
_WHO = {
    "child": r"(?:child|children|young people|young person)",
    "parent": r"(?:parents?|mothers?|fathers?|mums?|dads?|carers?)",
    "professional": r"(?:professionals?|practitioners?|social workers?|teachers?|nurses?|police officers?|staff)",
}
_BETWEEN = r"(?:['’]?s?['’]?[ ]+|[ ]+)(?:own[ ]+)?"
_IN_TITLES = {
    speaker: re.compile(rf"\b{who}{_BETWEEN}{_SAYING}\b|\b{_SAYING} (?:of|from|by) (?:the )?{who}\b", re.IGNORECASE)
    for speaker, who in _WHO.items()
}
_NAMED = {speaker: re.compile(rf"\b{who}\b", re.IGNORECASE) for speaker, who in _WHO.items()}
_ALONE = {speaker: re.compile(rf"(?:an? |the )?{who}\b(?!['’])", re.IGNORECASE) for speaker, who in _WHO.items()}


def speaker_in_title(title: str) -> str | None:
    """Give who a title says is speaking; None where it says it of nobody, or of several."""
    found = [speaker for speaker, pattern in _IN_TITLES.items() if pattern.search(title)]
    families = [speaker for speaker in ("child", "parent") if _NAMED[speaker].search(title)]
    return found[0] if len(found) == 1 and len(families) < 2 else None


def speaker_in_attribution(attribution: str) -> str | None:
    """Give whom an attribution such as “a mother, 2014” begins with; None where that is a name, or none we know."""
    found = [speaker for speaker, pattern in _ALONE.items() if pattern.match(attribution.strip())]
    return found[0] if len(found) == 1 else None
