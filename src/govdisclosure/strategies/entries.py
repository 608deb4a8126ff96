"""What one drawn number adds to: some cells at once, so that every relation goes on holding.

A request is received or carried in, and it is decided or carried out: its number stands in both
rows, in the total of the outcomes if it was decided, and in each of them under the applicant and in
the total. So it is with cases, documents, items and money. A report is a few such entries, and
nothing has to be filtered or mended.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import attrs

from ..editions import EDITIONS
from ..records import ByApplicant, ByResult, Decisions, DocumentsInForce, DocumentsPublished
from ..records.cells import Row, rows
from ..records.form import columns

RECEIVED, CARRIED_IN = "requests.received", "requests.carried_in"
DECIDED, CARRIED_OUT = "requests.outcomes.total", "requests.carried_out"
RULES_ROW = "proactive_disclosure.government_rules"
DOCUMENTS_ROW = "proactive_disclosure.normative_documents"
FEES_ROW = "proactive_disclosure.fees"
PROCUREMENT_ROW = "proactive_disclosure.procurement"
APPLICANTS = tuple(name for name in columns(ByApplicant) if name != "total")
"""The kinds of applicants, without their total."""
RESULTS = tuple(name for name in columns(ByResult) if name != "total")
"""The results of cases, without their total."""
EDITION_NAMES = tuple(edition.name for edition in EDITIONS)

MONEY_UNIT = 10_000
"""Money is drawn as a whole number of yuan; the form wants 万元, of which this many are one."""


class Matter(StrEnum):
    """What an entry counts, which says how large its number may be."""

    REQUESTS = "requests"
    CASES = "cases"
    DOCUMENTS = "documents"
    DECISIONS = "decisions"
    ITEMS = "items"
    MONEY = "money"


@attrs.frozen
class Part:
    """A cell that an entry adds to, by its row and column, and how often the number is added."""

    row: str
    column: str
    times: int = 1


@attrs.frozen
class Entry:
    """Cells to which one number is added.

    A *stock* entry states something that was there before the year began (carried in, in force,
    items): in the second of two reports that bridge it comes from the first.
    """

    matter: Matter
    parts: tuple[Part, ...]
    stock: bool = False

    @property
    def is_rule_making(self) -> bool:
        """Whether only a body with rule-making power has such an entry."""
        return any(part.row == RULES_ROW for part in self.parts)

    def only(self, *, rows: tuple[str, ...] = (), columns: tuple[str, ...] = ()) -> "Entry":
        """Return the entry on some rows or columns alone, which breaks the relations across."""
        kept = (
            part
            for part in self.parts
            if (not rows or part.row in rows) and (not columns or part.column in columns)
        )
        return attrs.evolve(self, parts=tuple(kept))


@cache
def entries(edition: str) -> tuple[Entry, ...]:
    """Return all entries of an edition, the plainest first, which is what examples shrink to.

    Raises:
        UnknownName: there is no edition of that name.
    """
    found = [*_requests(edition), *_cases(edition)]
    for row in rows(edition):
        if row.table == "proactive_disclosure":
            found += _proactive(row)
    return tuple(found)


def outcome_rows(edition: str) -> tuple[str, ...]:
    """Return the addresses of the rows that say how requests were decided, without their total."""
    found = (row.address for row in rows(edition) if row.table == "requests")
    return tuple(a for a in found if a.startswith("requests.outcomes.") and a != DECIDED)


def flow(source: str, destination: str, applicant: str) -> Entry:
    """Return the entry of a request: where it came from, what became of it, who made it."""
    through = () if destination == CARRIED_OUT else (DECIDED,)
    parts = (
        Part(row, column)
        for row in (source, destination, *through)
        for column in (applicant, "total")
    )
    return Entry(Matter.REQUESTS, tuple(parts), stock=source == CARRIED_IN)


def _requests(edition: str) -> Iterator[Entry]:
    for source in (RECEIVED, CARRIED_IN):
        for destination in (CARRIED_OUT, *outcome_rows(edition)):
            for applicant in APPLICANTS:
                yield flow(source, destination, applicant)


def _cases(edition: str) -> Iterator[Entry]:
    for row in rows(edition):
        if row.table == "remedies":
            for result in RESULTS:
                yield Entry(Matter.CASES, (Part(row.address, result), Part(row.address, "total")))


def _proactive(row: Row) -> Iterator[Entry]:
    address = row.address
    if row.layout is DocumentsInForce:
        yield _documents(address, "issued", "in_force")
        yield _documents(address, "issued", "repealed")
        yield attrs.evolve(_documents(address, "repealed"), stock=True)
        yield attrs.evolve(_documents(address, "in_force"), stock=True)
    elif row.layout is DocumentsPublished:
        new = ("newly_published", "published_total")
        yield _documents(address, "issued")
        yield _documents(address, *new)
        yield _documents(address, "issued", *new)
        yield _documents(address, "published_total")
    elif row.layout is Decisions:
        yield Entry(Matter.DECISIONS, (Part(address, "decisions"),))
    else:
        yield from _counted(row)


def _documents(address: str, *columns: str) -> Entry:
    return Entry(Matter.DOCUMENTS, tuple(Part(address, column) for column in columns))


def _counted(row: Row) -> Iterator[Entry]:
    """Iterate over the entries of the other rows of table 二: items, decisions, projects, money."""
    address = row.address
    if "decisions" in row.columns:
        yield Entry(Matter.DECISIONS, (Part(address, "decisions"),))
    if "prior_items" in row.columns:
        yield Entry(Matter.ITEMS, (Part(address, "prior_items"),), stock=True)
        yield Entry(Matter.ITEMS, (Part(address, "change"),))
        fewer = (Part(address, "prior_items"), Part(address, "change", -1))
        yield Entry(Matter.ITEMS, fewer, stock=True)
    if "projects" in row.columns:
        yield Entry(Matter.ITEMS, (Part(address, "projects"),))
    if "amount" in row.columns:
        yield Entry(Matter.MONEY, (Part(address, "amount", MONEY_UNIT),))
        yield Entry(Matter.MONEY, (Part(address, "amount"),))
