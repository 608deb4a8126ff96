"""Reports drawn by hypothesis: any that can be represented, and those in which all is right."""

from datetime import date
from decimal import Decimal

import attrs
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.records.form import columns, parts

SMALL = st.integers(0, 9)
COUNTS = st.one_of(st.just(0), SMALL, st.integers(0, 10**12))
CHANGES = st.one_of(st.just(0), st.integers(-9, 9), st.integers(-(10**12), 10**12))
AMOUNTS = st.builds(
    lambda digits, decimals: Decimal(digits).scaleb(-decimals),
    st.one_of(st.integers(0, 99), st.integers(0, 10**15 - 1)),
    st.integers(0, 6),
)
TEXTS = st.text(max_size=8)
PROSE = st.builds(
    gd.Prose, heading=st.none() | TEXTS, paragraphs=st.lists(TEXTS, max_size=3).map(tuple)
)
_KINDS = {gd.Kind.COUNT: COUNTS, gd.Kind.CHANGE: CHANGES, gd.Kind.AMOUNT: AMOUNTS}
_UNITS = {
    gd.FeesCollected: st.sampled_from(gd.Unit),
    gd.Procurement: st.none() | st.sampled_from(gd.Unit),
}


def records(cls, *, blanks=True, absent=True, small=False):
    """Records of a class: any layout of each row, and where asked blanks and absent rows."""
    fields = {}
    for name, column in columns(cls).items():
        values = SMALL if small and column.kind is gd.Kind.COUNT else _KINDS[column.kind]
        fields[name] = st.none() | values if blanks else values
    for name, form in parts(cls).items():
        below = [
            records(layout, blanks=blanks, absent=absent, small=small) for layout in form.layouts
        ]
        fields[name] = st.one_of(*([st.none()] if absent else []), *below)
    if cls in _UNITS:
        fields["unit"] = _UNITS[cls]
    return st.builds(cls, **fields)


def reports(*, blanks=True, absent=True, small=False):
    """Any report that can be represented."""
    tables = {
        name: records(form.layouts[0], blanks=blanks, absent=absent, small=small)
        for name, form in parts(gd.AnnualReport).items()
    }
    if absent:
        tables = {name: st.none() | table for name, table in tables.items()}
    return st.builds(
        gd.AnnualReport,
        year=st.none() | st.integers(2019, 2026) | st.integers(1000, 9999),
        title=st.none() | TEXTS,
        agency=st.builds(
            gd.Agency,
            name=st.none() | TEXTS,
            kind=st.none() | st.sampled_from(gd.AgencyKind),
            level=st.none() | st.sampled_from(gd.Level),
            code=st.none() | TEXTS,
        ),
        scope=st.none() | st.sampled_from(gd.Scope),
        published=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        overview=st.none() | PROSE,
        problems=st.none() | PROSE,
        other_matters=st.none() | PROSE,
        **tables,
    )


APPLICANTS = [name for name in columns(gd.ByApplicant) if name != "total"]


@st.composite
def right_reports(draw, edition=None):
    """A complete report of one edition in which every relation holds, totals computed.

    The outcomes and what is carried on are drawn; what was received follows from them.
    """
    name = edition or draw(st.sampled_from([found.name for found in gd.EDITIONS]))
    report = gd.AnnualReport.blank_form(name, fill=0)
    given_rows = [
        address.rpartition(".")[0]
        for address, _ in report.cells()
        if address.startswith("requests.") and address.endswith(".total")
    ]
    leaves = [row for row in given_rows if row not in (RECEIVED, CARRIED_IN, TOTAL)]
    drawn = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(leaves), st.sampled_from(APPLICANTS)),
            st.integers(1, 10**6),
            max_size=12,
        )
    )
    changes = {f"{row}.{column}": number for (row, column), number in drawn.items()}
    for column in APPLICANTS:
        decided = sum(n for (row, c), n in drawn.items() if c == column and row != CARRIED_OUT)
        everything = decided + drawn.get((CARRIED_OUT, column), 0)
        carried_in = draw(st.integers(0, everything)) if everything else 0
        changes[f"{TOTAL}.{column}"] = decided
        changes[f"{CARRIED_IN}.{column}"] = carried_in
        changes[f"{RECEIVED}.{column}"] = everything - carried_in
    for row in given_rows:
        changes[f"{row}.total"] = sum(changes.get(f"{row}.{column}", 0) for column in APPLICANTS)
    remedies = draw(records(gd.Remedies, blanks=False, absent=False, small=True))
    issued = draw(st.integers(0, 10**6))
    documents = "proactive_disclosure.normative_documents"
    whole = "published_total" if name == "2019" else "in_force"
    changes[f"{documents}.issued"] = issued
    changes[f"{documents}.{whole}"] = issued + draw(st.integers(0, 10**6))
    return report.replace({**changes, "remedies": _added_up(remedies)})


RECEIVED, CARRIED_IN = "requests.received", "requests.carried_in"
TOTAL, CARRIED_OUT = "requests.outcomes.total", "requests.carried_out"


def _added_up(record):
    if isinstance(record, gd.ByResult):
        total = record.upheld + record.corrected + record.other + record.pending
        return attrs.evolve(record, total=total)
    below = {name: _added_up(getattr(record, name)) for name in parts(type(record))}
    return attrs.evolve(record, **below)
