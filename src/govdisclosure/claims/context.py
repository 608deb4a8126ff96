"""What the words around a number have said: in its sentence, and in its clause."""

from collections.abc import Iterable
from decimal import Decimal

import attrs

from ..findings import Number
from .bodies import Whose
from .tokens import Token
from .vocabulary import Claim, Doubt, Meaning


@attrs.define(eq=False)
class Around:
    """What the words before a number in its sentence have said."""

    whose: Whose = Whose.OWN
    year: int | None = None
    topic: bool = False
    verb: str | None = None
    verbs: int = 0
    blocks: tuple[str, ...] = ()
    under: str | None = None
    narrowed: bool = False
    channels: bool = False
    aside: bool = False
    parted: set[str] = attrs.field(factory=set)
    stated: list[Claim] = attrs.field(factory=list)
    in_all: list[Claim] = attrs.field(factory=list)


@attrs.define(eq=False)
class Clause:
    """What stands before a number in its clause, up to the number before."""

    words: list[Token] = attrs.field(factory=list)
    barred: bool = False
    compared: bool = False
    part: bool = False
    counted: bool = False
    foreign: bool = False
    unsure: bool = False
    published: bool = False
    year_before: int | None = None
    named: list[Token] = attrs.field(factory=list)

    @property
    def unknown(self) -> int:
        """How many characters of the words are not understood, names of the body aside."""
        return unknown(word for word in self.words if word not in self.named)


@attrs.frozen(kw_only=True)
class Found:
    """What a number states, before it is known how sure that is."""

    role: str
    stated: Number
    meanings: tuple[Meaning, ...]
    doubt: Doubt | None = None
    rounded: Decimal | None = None
    names_year: int | None = None
    after: bool = False
    part_of_all: bool = False


def unknown(words: Iterable[Token]) -> int:
    """Return how many characters of words are not understood."""
    return sum(len(word.text) for word in words if word.kind is None)
