"""The values that texts name in double braces, such as `{{ agency.name }}`."""

from deckbuilder.content import Pack
from deckbuilder.theme import Theme


def values_of(pack: Pack, theme: Theme) -> dict[str, str | None]:
    """Give every value by its name; None for one that the theme or the pack could give and does not."""
    agency, control, about = theme.agency, theme.control, pack.about
    referral = agency.referral
    values: dict[str, str | None] = {
        "agency.name": agency.name,
        "agency.short_name": agency.short_name or agency.name,
        "agency.referral": referral.summary if referral else None,
        "control.owner": control.owner,
        "control.approved_by": control.approved_by,
        "control.next_review": control.next_review,
        "control.marking": control.marking,
        "pack.title": about.title,
        "pack.version": about.version,
        "pack.date": about.date,
        "theme.name": theme.name,
    }
    first = agency.contacts[0] if agency.contacts else None
    values["agency.contact.name"] = first.name if first else None
    values["agency.contact.phone"] = first.phone if first else None
    values["agency.contact.hours"] = first.hours if first else None
    return values
