"""Reports as offices fill them in, by chance with a seed, and what goes wrong in copying a number.

The slips are drawn without regard to how the library weighs them.
"""

import random

import govdisclosure as gd
from govdisclosure.strategies.entries import APPLICANTS, CARRIED_IN, CARRIED_OUT, DECIDED, RECEIVED

SHARES = (1.0, 0.3, 0.03, 0.03, 0.03, 0.06)
"""How many requests come from each kind of applicant, for one from a natural person."""
BLOCKS = (
    "remedies.reconsideration",
    "remedies.litigation.direct",
    "remedies.litigation.after_reconsideration",
)
RESULTS = ("upheld", "corrected", "other", "pending")
TABLE_3 = {
    edition.name: tuple(c.address for c in gd.cells(edition.name) if c.table == "requests")
    for edition in gd.EDITIONS
}
ROWS = {name: tuple(dict.fromkeys(a.rpartition(".")[0] for a in TABLE_3[name])) for name in TABLE_3}


def right_report(chance: random.Random) -> gd.AnnualReport:
    """A complete report of either edition, sparse, of a small body or a large one; all is right."""
    edition = chance.choice(gd.EDITIONS).name
    rows = ROWS[edition]
    size = chance.choice((4, 30, 200, 2000))
    leaves = [row for row in rows if row not in (RECEIVED, CARRIED_IN, DECIDED, CARRIED_OUT)]
    cells = dict.fromkeys(TABLE_3[edition], 0)
    for column, share in zip(APPLICANTS, SHARES, strict=True):
        for leaf in leaves:
            if chance.random() < (0.4 if share > 0.1 else 0.1):
                cells[f"{leaf}.{column}"] = int(chance.expovariate(1 / (1 + size * share)))
        decided = sum(cells[f"{leaf}.{column}"] for leaf in leaves)
        carried_out = int(chance.random() * 0.15 * decided)
        carried_in = int(chance.random() * 0.15 * (decided + carried_out))
        cells[f"{DECIDED}.{column}"] = decided
        cells[f"{CARRIED_OUT}.{column}"] = carried_out
        cells[f"{CARRIED_IN}.{column}"] = carried_in
        cells[f"{RECEIVED}.{column}"] = decided + carried_out - carried_in
    for row in rows:
        cells[f"{row}.total"] = sum(cells[f"{row}.{column}"] for column in APPLICANTS)
    for block in BLOCKS:
        results = [int(chance.expovariate(1 / (1 + size / 20))) for _ in RESULTS]
        cells |= {f"{block}.{name}": n for name, n in zip(RESULTS, results, strict=True)}
        cells[f"{block}.total"] = sum(results)
    return gd.AnnualReport.blank_form(edition, fill=0).replace(cells)


def mistyped(report: gd.AnnualReport, address: str, chance: random.Random) -> int:
    """Another number than the right one for a cell, as it comes of a slip."""
    right = report.get(address)
    while True:
        wrong = chance.choice(SLIPS)(right, report, address, chance)
        if wrong != right and wrong >= 0:
            return wrong


def _dropped(right, _report, _address, chance):
    text = str(right)
    place = chance.randrange(len(text))
    return int(text[:place] + text[place + 1 :] or "0")


def _doubled(right, _report, _address, chance):
    text = str(right)
    place = chance.randrange(len(text))
    return int(text[: place + 1] + text[place:])


def _swapped(right, _report, _address, chance):
    text = str(right)
    place = chance.randrange(len(text))
    return int(text[:place] + text[place : place + 2][::-1] + text[place + 2 :])


def _wrong_digit(right, _report, _address, chance):
    text = str(right)
    place = chance.randrange(len(text))
    return int(text[:place] + chance.choice("0123456789") + text[place + 1 :])


def _neighbours(_right, report, address, chance):
    row, _, column = address.rpartition(".")
    columns = list(gd.unstructure(report.get(row)))
    beside = (columns.index(column) - 1, columns.index(column) + 1)
    return report.get(
        f"{row}.{columns[chance.choice([p for p in beside if 0 <= p < len(columns)])]}"
    )


def _not_updated(right, report, address, chance):
    """A part was changed after the total had been worked out."""
    row, _, column = address.rpartition(".")
    part = report.get(f"{row}.{chance.choice(RESULTS if 'remedies' in row else APPLICANTS)}")
    return right - chance.randint(0, part) if column == "total" else right + part


def _one_off(right, _report, _address, chance):
    return right + chance.choice((-1, 1))


def _any(right, _report, _address, chance):
    return chance.randint(0, 2 * right + 20)


SLIPS = (
    _dropped,
    _doubled,
    _swapped,
    _wrong_digit,
    _neighbours,
    _not_updated,
    _one_off,
    _any,
)
