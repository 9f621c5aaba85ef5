"""What was read from one text."""

from dataclasses import dataclass

from onrecord.vocabulary.entity import Entity
from onrecord.vocabulary.figure import Figure, TimeExpression
from onrecord.vocabulary.report import Notice
from onrecord.vocabulary.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """The proposals of one model for one text.

    `model` names the encoder that looked, whether or not it could read the language. `notices` say what was not read and why; an
    empty tuple of figures with the notice `not-read:figures` means nobody looked.
    """

    model: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    quantities: tuple[Figure, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    notices: tuple[Notice, ...] = ()
