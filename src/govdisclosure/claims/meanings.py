"""What a number may count, by the words that it stands with: rows, blocks, and sums of them."""

from collections.abc import Sequence

from .vocabulary import Meaning, Term

RECEIVED, CARRIED_IN = "requests.received", "requests.carried_in"
TOTAL, CARRIED_OUT = "requests.outcomes.total", "requests.carried_out"
OUTCOMES = "requests.outcomes."
RECONSIDERATION, LITIGATION = "remedies.reconsideration", "remedies.litigation"
CLOSED, NOT_PROCESSED = f"{OUTCOMES}closed_otherwise", f"{OUTCOMES}not_processed"
WHOLES = frozenset(
    {
        RECEIVED,
        RECONSIDERATION,
        LITIGATION,
        f"{LITIGATION}.direct",
        f"{LITIGATION}.after_reconsideration",
        "remedies",
    }
)
"""The roles of which a report may say that there were none at all."""


def row(part: str, column: str = "total") -> Meaning:
    """Return the meaning that is one column of a row, block or group."""
    return Meaning((Term(part, column),))


def _less(*parts: str) -> Meaning:
    return Meaning((Term(TOTAL),), tuple(Term(part) for part in parts))


RECEIVED_NUMBERS = (row(RECEIVED), Meaning((Term(RECEIVED), Term(CARRIED_IN))))
"""收到 N 件 may include what was carried over."""

IN_HAND_NUMBERS = RECEIVED_NUMBERS[::-1]
"""新收 M 件，共 N 件 includes what was carried over, where anything was."""

ANSWERED_NUMBERS = (
    row(TOTAL),
    _less(CLOSED),
    _less(CLOSED, NOT_PROCESSED),
    _less(NOT_PROCESSED),
    _less(CARRIED_IN),
)
"""答复 N 件 may leave out what was closed without an answer, or what was carried over."""

OF_VERBS: dict[str, tuple[str, tuple[Meaning, ...]]] = {
    "newly_received": (RECEIVED, (row(RECEIVED),)),
    "received": (RECEIVED, RECEIVED_NUMBERS),
    "answered": (TOTAL, ANSWERED_NUMBERS),
    "handled": (TOTAL, (*ANSWERED_NUMBERS, *RECEIVED_NUMBERS)),
}
"""By a verb: the role, and what its number may count."""


def of_applicants(column: str, under: str | None) -> tuple[Meaning, ...]:
    """Return what the number of a kind of applicants may count, in a list *under* a role."""
    received = (
        row(RECEIVED, column),
        Meaning((Term(RECEIVED, column), Term(CARRIED_IN, column))),
    )
    if under == RECEIVED:
        return received
    return (row(TOTAL, column),) if under == TOTAL else (*received, row(TOTAL, column))


def of_outcomes(keys: Sequence[str], *, listed_apart: bool) -> tuple[Meaning, ...]:
    """Return what the number of some outcomes together may count.

    予以公开 may include 部分公开 unless this is *listed_apart*.
    """
    together = Meaning(tuple(Term(OUTCOMES + key) for key in keys))
    if list(keys) == ["granted"] and not listed_apart:
        both = Meaning((Term(f"{OUTCOMES}granted"), Term(f"{OUTCOMES}partially_granted")))
        return (together, both)
    return (together,)


def of_blocks(blocks: Sequence[str], column: str) -> Meaning:
    """Return the sum of a column over some blocks of table 四."""
    return Meaning(tuple(Term(block, column) for block in blocks))


def bases_of(role: str) -> tuple[Meaning, ...]:
    """Return of what a number of this role may be a share."""
    if role.startswith("remedies."):
        return (
            row(RECONSIDERATION),
            row(LITIGATION),
            of_blocks((RECONSIDERATION, LITIGATION), "total"),
        )
    group = role.rpartition(".")[0]
    whole = (row(group),) if group.count(".") == 2 else ()  # noqa: PLR2004  # a leaf's group
    return (row(TOTAL), *RECEIVED_NUMBERS, *whole)
