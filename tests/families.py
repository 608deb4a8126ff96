"""Reports that belong together, drawn by hypothesis: a report, the year before's, the members'.

In a right family every equality holds across the reports too. ``disturbed`` then does to a report
what happens to real ones: cells go blank or wrong, rows get lost or come in the other layout.
"""

from decimal import Decimal

import attrs
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import reports
from govdisclosure.strategies.entries import APPLICANTS, CARRIED_IN, CARRIED_OUT

TABLE_2, CLOSED = "proactive_disclosure", "requests.outcomes.closed_otherwise"
YUAN = gd.Unit.YUAN
EDITIONS = tuple(edition.name for edition in gd.EDITIONS)
CELLS = tuple(cell.address for cell in gd.cells())
PARTS = tuple(
    dict.fromkeys(
        ".".join(address.split(".")[:depth])
        for depth in (1, 2, 3, 4)
        for address in CELLS
        if address.count(".") >= depth
    )
)
"""The addresses of the tables, groups, blocks and rows."""


def some(strategy, number):
    """So many of what a strategy draws."""
    found = []

    @settings(max_examples=number, phases=[Phase.generate], database=None)
    @given(strategy)
    def draw(one):
        found.append(one)

    draw()
    return found


@attrs.frozen
class Family:
    """A consolidated report with the reports that it is to agree with."""

    report: gd.AnnualReport
    prior: gd.AnnualReport | None
    members: tuple | None

    def reviewed(self):
        """Check the report against the others."""
        return gd.check(self.report, prior=self.prior, members=self.members)


def right_tables(edition=None):
    """Complete reports in which every relation holds: their tables, of nobody and no year."""
    return reports(edition=edition).map(_only_tables)


def _only_tables(report):
    names = ("proactive_disclosure", "requests", "remedies")
    return gd.AnnualReport(**{name: getattr(report, name) for name in names})


@st.composite
def right_families(draw):
    """A family of one edition, complete, in which every relation holds."""
    edition = draw(st.sampled_from(EDITIONS))
    members = tuple(draw(_members(edition)) for _ in range(draw(st.integers(1, 2))))
    report = _sum_of(members, edition)
    return Family(report, draw(_before(report, edition)), members)


@st.composite
def _members(draw, edition):
    report = draw(right_tables(edition))
    number = draw(st.integers(0, 9))
    row = f"{TABLE_2}.licensing"
    money = Decimal(draw(st.integers(0, 10**6))).scaleb(-4)
    if edition == "2021":
        return report.replace({f"{row}.decisions": number, f"{TABLE_2}.fees.amount": money})
    return report.replace(
        {
            f"{row}.prior_items": number,
            f"{row}.change": number - 5,
            f"{TABLE_2}.procurement": gd.Procurement(projects=number, amount=money, unit=YUAN),
        }
    )


def _sum_of(members, edition):
    empty = gd.AnnualReport.blank_form(edition, fill=0)
    if edition == "2019":
        empty = empty.replace({f"{TABLE_2}.procurement.unit": YUAN})
    numbers = {
        address: sum(member.get(address) for member in members) for address, _ in empty.cells()
    }
    return empty.replace({address: number for address, number in numbers.items() if number})


@st.composite
def _before(draw, report, edition):
    """The report of the year before: only what the relations ask of it is more than zero."""
    changes = {
        f"{CARRIED_OUT}.{column}": report.get(f"{CARRIED_IN}.{column}")
        for column in (*APPLICANTS, "total")
    }
    for cell in gd.cells(edition):
        row = f"{cell.table}.{cell.row}"
        if cell.column == "prior_items":
            more = draw(st.integers(0, 9))
            changes[f"{row}.prior_items"] = report.get(cell.address) + more
            changes[f"{row}.change"] = -more
        elif cell.column == "in_force":
            issued, repealed = report.get(f"{row}.issued"), report.get(f"{row}.repealed")
            changes[cell.address] = report.get(cell.address) - issued + repealed
    return gd.AnnualReport.blank_form(edition, fill=0).replace(changes)


FORMS = {
    (edition, fill): gd.AnnualReport.blank_form(edition, fill=fill)
    for edition in EDITIONS
    for fill in (None, 0, 1, 2)
}


def _row_of(address):
    """The part at an address in either edition, with a blank or one number in all its cells."""
    return st.sampled_from([form.get(address) for form in FORMS.values()])


def _below(addresses):
    """One of the addresses: of each table, and of （六）其他处理, about as many."""
    groups = [
        [address for address in addresses if address.startswith(prefix)]
        for prefix in (TABLE_2, "requests", CLOSED, "remedies")
    ]
    return st.sampled_from(groups).flatmap(st.sampled_from)


_BLANK = st.tuples(_below(CELLS), st.none())
_WRONG = st.tuples(_below(CELLS), st.integers(0, 9))
_LOST = st.tuples(_below(PARTS), st.none())
_EXCHANGED = _below(PARTS).flatmap(lambda part: st.tuples(st.just(part), _row_of(part)))
DISTURBANCES = st.lists(st.one_of(_BLANK, _WRONG, _EXCHANGED, _LOST), max_size=10)
UNITS = st.lists(
    st.tuples(st.just(f"{TABLE_2}.fees.unit"), st.sampled_from(gd.Unit))
    | st.tuples(st.just(f"{TABLE_2}.procurement.unit"), st.none() | st.sampled_from(gd.Unit)),
    max_size=1,
)


@st.composite
def disturbed(draw, report):
    """The report with some cells blank or changed, some parts lost or of the other layout."""
    return _with(report, [*draw(DISTURBANCES), *draw(UNITS)])


def _with(report, changes):
    for address, value in changes:
        try:
            report = report.replace({address: value})
        except gd.InvalidReport:
            continue  # the report lacks the row by now, or has it in another layout
    return report


@st.composite
def disturbed_families(draw):
    """A right family, each of its reports disturbed; members that did not report are None."""
    right = draw(right_families())
    prior = draw(st.none() | disturbed(right.prior))
    reported = [disturbed(member) for member in right.members]
    members = draw(st.none() | st.tuples(*[found | st.none() | found for found in reported]))
    scope = draw(st.sampled_from([None, gd.Scope.CONSOLIDATED, gd.Scope.OWN]))
    return Family(attrs.evolve(draw(disturbed(right.report)), scope=scope), prior, members)


ROWS = tuple(
    dict.fromkeys(
        row for row, _, _ in (a.rpartition(".") for a in CELLS) if not row.startswith(f"{CLOSED}.")
    )
)


def patchworks():
    """Reports whose rows are each of one edition or the other, or lost, all blank or one number."""
    rows = {row: _row_of(row) | st.none() | _row_of(row) for row in ROWS}
    return st.fixed_dictionaries(rows).map(FORMS["2021", 0].replace)


def patchwork_families():
    """A patchwork, with others that have nothing to do with it as its prior and its members."""
    reports = patchworks().flatmap(disturbed)
    members = st.lists(st.none() | reports, max_size=2).map(tuple)
    return st.builds(Family, reports, st.none() | reports, st.none() | members)
