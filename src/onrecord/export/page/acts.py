"""Each act's shape: the same on every screen and in print, told apart without colour."""

from onrecord.vocabulary import Act

FAMILIES: dict[str, tuple[Act, ...]] = {
    "dot": (Act.SAY, Act.CONFIRM, Act.ACKNOWLEDGE, Act.REPORT),
    "bar": (Act.DENY, Act.REFUSE),
    "arrow": (Act.URGE, Act.ASK, Act.PROMISE),
    "wedge": (Act.ACCUSE, Act.CONDEMN),
    "ring": (Act.ESTIMATE,),
    "dotted": (Act.FEAR, Act.BELIEVE),
}
"""Shapes with their acts, in the order that filters show them."""

ORDER = tuple(act for acts in FAMILIES.values() for act in acts)
"""Every act, those of one shape together."""

_DRAWN = {
    "dot": '<circle cx="6" cy="6" r="4"/>',
    "bar": '<path d="M1.5 4h9v4h-9z"/>',
    "arrow": '<path d="M1 4.5h5V1.5L11 6 6 10.5V7.5H1z"/>',
    "wedge": '<path d="M1.5 1.5 10.5 6l-9 4.5z"/>',
    "ring": '<circle cx="6" cy="6" r="3.75"/>',
    "dotted": '<circle cx="6" cy="6" r="4"/>',
}
_MARKUP = {
    act: f'<svg class="act {family}" viewBox="0 0 12 12" aria-hidden="true">{_DRAWN[family]}</svg>'
    for family, acts in FAMILIES.items()
    for act in acts
}


def shape(act: Act) -> str:
    """The act's shape as markup. It is hidden from screen readers: the word always stands beside it."""
    return _MARKUP[act]
