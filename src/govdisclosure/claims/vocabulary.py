"""What a claim is: a number that prose states for cells, and what else prose says of them."""

from decimal import Decimal
from enum import StrEnum

import attrs

from ..findings import Number
from ..wording import Wording


class Doubt(StrEnum):
    """Why it is not sure that a sentence speaks of the cells."""

    BODY = "body"
    """It may count for another body than the one that reports."""
    TIME = "time"
    """It may count for another time than the year reported."""
    WORDS = "words"
    """Words stand beside the number that may narrow what it counts."""
    ORGAN = "organ"
    """The body may speak of cases that it decided, not of those brought against it."""
    DUE = "due"
    """All may mean those that were due, or those decided since."""
    DECIDED = "decided"
    """All may mean those that were decided."""
    PART = "part"
    """The same is stated elsewhere, as in the table: this may be a part of it."""


DOUBT_WORDING = {
    Doubt.BODY: Wording(
        "也可能说的是另一个机关的数", "it may count for another body than the one that reports"
    ),
    Doubt.TIME: Wording(
        "也可能说的是另一个时段的数", "it may count for another time than the year reported"
    ),
    Doubt.WORDS: Wording(
        "句中另有限定，也可能只说其中一部分", "words beside it may narrow it to a part"
    ),
    Doubt.ORGAN: Wording(
        "也可能说的是本机关审理的案件，而非本机关被申请的案件",
        "it may count cases that the body decided, not those brought against it",
    ),
    Doubt.DUE: Wording(
        "也可能只说应于年内办结的申请，或成文时已经办结的申请",
        "it may speak only of requests that were due, or of those decided when it was written",
    ),
    Doubt.DECIDED: Wording("也可能只说已经审结的案件", "it may speak only of cases decided so far"),
    Doubt.PART: Wording(
        "正文别处所写与表格一致，此数也可能只是其中一部分",
        "the text agrees with the table elsewhere, so this may be a part",
    ),
}


@attrs.frozen
class Term:
    """A cell, or the sum of a column over the rows or blocks of a group.

    ``part`` is the address of a row, block or group, ``column`` the name of a column. The column
    ``organizations`` stands for the five of 法人或其他组织.
    """

    part: str
    column: str = "total"


@attrs.frozen
class Meaning:
    """One thing that a stated number may be: some terms added up, others taken off."""

    added: tuple[Term, ...]
    taken_off: tuple[Term, ...] = ()


@attrs.frozen(kw_only=True)
class Quotation:
    """Words of the prose and where they stand.

    ``path`` names the paragraph (``overview.paragraphs[2]``), ``start`` and ``end`` are the
    characters of ``text`` within it, ``sentence`` is the sentence around it.
    """

    path: str
    start: int
    end: int
    text: str
    sentence: str


@attrs.frozen(kw_only=True)
class Claim:
    """A number that the prose states, and what it may count.

    ``role`` is the address of the part that it is about. The claim is wrong if no meaning has that
    number. Where a ``doubt`` remains, it may be about something else. An amount was rounded by at
    most ``rounded``.
    """

    role: str
    stated: Number
    meanings: tuple[Meaning, ...]
    quotation: Quotation
    doubt: Doubt | None = None
    rounded: Decimal | None = None

    @property
    def subject(self) -> tuple[str, Meaning]:
        """What tells claims about the same from others."""
        return self.role, self.meanings[0]


@attrs.frozen(kw_only=True)
class Share:
    """A percentage stated beside a count, and of what it may be a share.

    ``bases`` are the cells that may be the whole, ``stated_bases`` the wholes that the prose
    itself states before.
    """

    role: str
    count: Number
    percent: Decimal
    bases: tuple[Meaning, ...]
    stated_bases: tuple[Number, ...]
    quotation: Quotation


@attrs.frozen(kw_only=True)
class Denial:
    """The prose says that there was none: the meanings are then zero."""

    role: str
    meanings: tuple[Meaning, ...]
    quotation: Quotation
    doubt: Doubt | None = None


@attrs.frozen(kw_only=True)
class FeeStatement:
    """What the prose says of fees for processing information (信息处理费)."""

    quotation: Quotation
    none_charged: bool
    none_collected: bool


@attrs.frozen
class Statements:
    """All that the prose of a report states."""

    claims: list[Claim] = attrs.field(factory=list)
    shares: list[Share] = attrs.field(factory=list)
    denials: list[Denial] = attrs.field(factory=list)
