"""A plain reference evaluator of every relation: slow, and written out by hand.

It shares nothing with the library but the record classes. Each relation is a loop over its
instances; each instance is a list of entries, and what it comes to follows from where
d = stated - expected can lie when a blank may be any number from 0 up (a change: any number).
"""

import math
from fractions import Fraction

import attrs

import govdisclosure as gd

APPLICANT_PARTS = (
    "natural_person",
    "enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
)
APPLICANTS = (*APPLICANT_PARTS, "total")
CLOSED = "requests.outcomes.closed_otherwise"
CLOSED_ROWS = tuple(f"{CLOSED}.{name}" for name in ("not_corrected", "fee_unpaid", "other"))
LEAVES = (
    "requests.outcomes.granted",
    "requests.outcomes.partially_granted",
    "requests.outcomes.denied.state_secret",
    "requests.outcomes.denied.prohibited_by_law",
    "requests.outcomes.denied.security_and_stability",
    "requests.outcomes.denied.third_party_rights",
    "requests.outcomes.denied.internal_affairs",
    "requests.outcomes.denied.deliberative_process",
    "requests.outcomes.denied.enforcement_file",
    "requests.outcomes.denied.registry_query",
    "requests.outcomes.unavailable.not_held",
    "requests.outcomes.unavailable.must_be_created",
    "requests.outcomes.unavailable.still_unclear",
    "requests.outcomes.not_processed.petition",
    "requests.outcomes.not_processed.repeated",
    "requests.outcomes.not_processed.publication",
    "requests.outcomes.not_processed.excessive",
    "requests.outcomes.not_processed.certification",
)
"""The outcomes that are one row in either edition; （六）其他处理 is one row or three."""
RECEIVED, CARRIED_IN = "requests.received", "requests.carried_in"
ALL_OUTCOMES, CARRIED_OUT = "requests.outcomes.total", "requests.carried_out"
REQUEST_ROWS = (RECEIVED, CARRIED_IN, *LEAVES, CLOSED, *CLOSED_ROWS, ALL_OUTCOMES, CARRIED_OUT)
BLOCKS = ("reconsideration", "litigation.direct", "litigation.after_reconsideration")
RESULTS = ("upheld", "corrected", "other", "pending")
DOCUMENTS = ("government_rules", "normative_documents")
POWERS = ("licensing", "other_services", "penalties", "compulsion")
AMOUNTS = ("proactive_disclosure.fees.amount", "proactive_disclosure.procurement.amount")


COLUMNS = {
    **{
        f"proactive_disclosure.{row}": (
            *("issued", "repealed", "in_force"),
            *("newly_published", "published_total"),
        )
        for row in DOCUMENTS
    },
    **{f"proactive_disclosure.{row}": ("prior_items", "change", "decisions") for row in POWERS},
    "proactive_disclosure.fees": ("amount", "prior_items", "change"),
    "proactive_disclosure.procurement": ("projects", "amount"),
    **dict.fromkeys(REQUEST_ROWS, APPLICANTS),
    **{
        f"remedies.{block}": ("upheld", "corrected", "other", "pending", "total")
        for block in BLOCKS
    },
}
"""The columns of every row, of both editions."""


@attrs.frozen(kw_only=True)
class Judgement:
    """What an instance comes to; only the outcome counts where it is not applicable."""

    outcome: gd.Outcome
    expected: Fraction | None = None
    actual: Fraction | None = None
    difference: Fraction | None = None
    cells: frozenset = frozenset()
    blanks: frozenset = frozenset()
    needed: tuple = ()


NOT_APPLICABLE = Judgement(outcome=gd.Outcome.NOT_APPLICABLE)


@attrs.frozen
class Entry:
    """A number that enters an instance, None if it is blank."""

    cell: str
    value: object
    coefficient: int = 1


class NotComparableError(Exception):
    """A row is there in a layout without the cell, or amounts are in different units."""


def number(report, cell):
    """The cell's number; None if it is blank or its row is not there."""
    row, column = cell.rsplit(".", 1)
    if row in CLOSED_ROWS and isinstance(report.get(CLOSED), gd.ByApplicant):
        raise NotComparableError
    record = report.get(row)
    if record is None:
        return None
    if column not in attrs.fields_dict(type(record)):
        raise NotComparableError
    return getattr(record, column)


def entry(report, cell, coefficient=1, prefix=""):
    return Entry(prefix + cell, number(report, cell), coefficient)


def closed_rows(report):
    """The rows that the report's （六）其他处理 has; it is one row where it is not there."""
    return CLOSED_ROWS if isinstance(report.get(CLOSED), gd.ClosedOtherwise) else (CLOSED,)


def evaluate(report, prior=None, members=None):
    """Judge every instance of every relation: {(rule, at): Judgement}."""
    return {
        **_row_total(report),
        **_outcome_total(report),
        **_balance(report),
        **_remedies_total(report),
        **_issued_in_force(report),
        **_newly_published(report),
        **_carried_over(report, prior),
        **_in_force(report, prior),
        **_items(report, prior),
        **_rollup(report, members),
    }


def _row_total(report):
    found = {}
    for row in REQUEST_ROWS:
        found["requests.row_total", row.removeprefix("requests.")] = _in_row(
            report,
            row,
            lambda row=row: [entry(report, f"{row}.{part}") for part in APPLICANT_PARTS],
            lambda row=row: [entry(report, f"{row}.total")],
        )
    return found


def _outcome_total(report):
    found = {}
    for column in APPLICANTS:
        rows = [*LEAVES, *closed_rows(report)]
        expected = [entry(report, f"{row}.{column}") for row in rows]
        stated = [entry(report, f"{ALL_OUTCOMES}.{column}")]
        found["requests.outcome_total", column] = judge(expected, stated)
    return found


def _balance(report):
    found = {}
    for column in APPLICANTS:
        expected = [entry(report, f"{RECEIVED}.{column}"), entry(report, f"{CARRIED_IN}.{column}")]
        stated = [
            entry(report, f"{ALL_OUTCOMES}.{column}"),
            entry(report, f"{CARRIED_OUT}.{column}"),
        ]
        found["requests.balance", column] = judge(expected, stated)
    return found


def _remedies_total(report):
    found = {}
    for block in BLOCKS:
        row = f"remedies.{block}"
        found["remedies.total", block] = _in_row(
            report,
            row,
            lambda row=row: [entry(report, f"{row}.{result}") for result in RESULTS],
            lambda row=row: [entry(report, f"{row}.total")],
        )
    return found


def _issued_in_force(report):
    found = {}
    for name in DOCUMENTS:
        row = f"proactive_disclosure.{name}"
        found["proactive.issued_in_force", name] = _in_row(
            report,
            row,
            lambda row=row: [entry(report, f"{row}.issued")],
            lambda row=row: [entry(report, f"{row}.in_force"), entry(report, f"{row}.repealed")],
            at_most=True,
        )
    return found


def _newly_published(report):
    found = {}
    for name in DOCUMENTS:
        row = f"proactive_disclosure.{name}"
        found["proactive.newly_published", name] = _in_row(
            report,
            row,
            lambda row=row: [entry(report, f"{row}.newly_published")],
            lambda row=row: [entry(report, f"{row}.published_total")],
            at_most=True,
        )
    return found


def _carried_over(report, prior):
    found = {}
    for column in APPLICANTS:
        found["years.carried_over", column] = NOT_APPLICABLE
        if prior is not None:
            expected = [entry(prior, f"{CARRIED_OUT}.{column}", prefix="prior.")]
            stated = [entry(report, f"{CARRIED_IN}.{column}")]
            found["years.carried_over", column] = judge(expected, stated)
    return found


def _in_force(report, prior):
    found = {}
    for name in DOCUMENTS:
        row = f"proactive_disclosure.{name}"
        found["years.in_force", name] = NOT_APPLICABLE
        if prior is not None:
            found["years.in_force", name] = _in_row(
                report,
                row,
                lambda row=row: [
                    entry(prior, f"{row}.in_force", prefix="prior."),
                    entry(report, f"{row}.issued"),
                    entry(report, f"{row}.repealed", -1),
                ],
                lambda row=row: [entry(report, f"{row}.in_force")],
            )
    return found


def _items(report, prior):
    found = {}
    for name in (*POWERS, "fees"):
        row = f"proactive_disclosure.{name}"
        found["years.items", name] = NOT_APPLICABLE
        if prior is not None:
            found["years.items", name] = _in_row(
                report,
                row,
                lambda row=row: [
                    entry(prior, f"{row}.prior_items", prefix="prior."),
                    entry(prior, f"{row}.change", prefix="prior."),
                ],
                lambda row=row: [entry(report, f"{row}.prior_items")],
            )
    return found


def _in_row(report, row, expected, stated, *, at_most=False):
    """Judge an instance that ranges over rows: one that the report lacks has nothing to judge."""
    if report.get(row) is None:
        return NOT_APPLICABLE
    try:
        return judge(expected(), stated(), at_most=at_most)
    except NotComparableError:
        return NOT_APPLICABLE


def _rollup(report, members):
    every_cell = [f"{row}.{column}" for row, columns in COLUMNS.items() for column in columns]
    found = {("rollup.cells", cell): NOT_APPLICABLE for cell in every_cell}
    if not members or report.scope is gd.Scope.OWN:
        return found
    reported = [member for member in members if member is not None]
    missing = len(members) - len(reported)
    for cell in every_cell:
        try:
            expected, stated = _summed_up(cell, report, reported)
        except NotComparableError:
            continue
        expected += [Entry(f"members.{cell}", None)] * missing
        found["rollup.cells", cell] = judge(expected, stated, incomplete=missing > 0)
    return found


def _summed_up(cell, report, members):
    """The two sides of a roll-up: of （六）其他处理 in mixed layouts the group's sum."""
    row, column = cell.rsplit(".", 1)
    documents = [report, *members]
    mixed = len({closed_rows(document) for document in documents}) > 1
    if mixed and row in CLOSED_ROWS:
        raise NotComparableError

    def entries(document, prefix):
        parts = closed_rows(document) if mixed and row == CLOSED else (row,)
        return [entry(document, f"{part}.{column}", prefix=prefix) for part in parts]

    stated = entries(report, "")
    expected = [found for member in members for found in entries(member, "members.")]
    if cell in AMOUNTS and not _one_unit(row, documents):
        raise NotComparableError
    return expected, stated


def _one_unit(row, documents):
    units = {record.unit for document in documents if (record := document.get(row)) is not None}
    return None not in units and len(units) <= 1


def judge(expected, stated, *, at_most=False, incomplete=False):
    """Judge one instance by where d = stated - expected can lie."""
    entries = [*expected, *stated]
    blank = [found for found in entries if found.value is None]
    if len(blank) == len(entries):
        return NOT_APPLICABLE
    total_expected, total_stated = _sum(expected), _sum(stated)
    difference = total_stated - total_expected
    lowest = highest = difference
    for found in blank:
        rising = found.coefficient if found in stated else -found.coefficient
        if found.cell.endswith(".change") or rising > 0:
            highest = math.inf
        if found.cell.endswith(".change") or rising < 0:
            lowest = -math.inf
    true_now = difference >= 0 if at_most else difference == 0
    could_be = highest >= 0 if at_most else lowest <= 0 <= highest
    if true_now and not incomplete:
        outcome = gd.Outcome.HOLDS
    elif could_be:
        outcome = gd.Outcome.UNDETERMINED
    else:
        outcome = gd.Outcome.BROKEN
    needed = ()
    if outcome is gd.Outcome.UNDETERMINED and len(blank) == 1:
        (only,) = blank
        short = -difference if only in stated else difference
        needed = ((only.cell, "at_least" if at_most else "value", short * only.coefficient),)
    return Judgement(
        outcome=outcome,
        expected=total_expected,
        actual=total_stated,
        difference=difference,
        cells=frozenset(found.cell for found in entries),
        blanks=frozenset(found.cell for found in blank),
        needed=needed,
    )


def _sum(entries):
    return sum((found.coefficient * Fraction(found.value or 0) for found in entries), Fraction(0))
