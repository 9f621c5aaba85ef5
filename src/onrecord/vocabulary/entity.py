"""Persons, organisations, states, groups and outlets."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.span import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that reports name, with every name it was given and where."""

    name: str
    kind: EntityKind
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
