"""A header whose merged cells were dropped: its words tell the columns, its places do not."""

from collections.abc import Sequence

from ...records.applicants import ORGANIZATIONS
from ..blocks import GridRow
from .headers import Mapping, by_order
from .labels import normal

_HEAD = normal(ORGANIZATIONS.zh)


def flattened(header: Sequence[GridRow], labels: Sequence[str]) -> Mapping | None:
    """Return the form's order of columns if the header is the form's own, row by row; else None.

    The first row is a person, the organizations' head and perhaps the total; the second has the
    organizations from the left, and the total behind them if the first has none.
    """
    person, *organizations, total = labels
    upper = [person, _HEAD]
    rows = [[normal(cell.text) for cell in row.cells if cell.text] for row in header]
    starts = [i for i, row in enumerate(rows) if row[:2] == upper]
    if not starts or starts[-1] + 1 >= len(rows):
        return None
    first, second = rows[starts[-1]], rows[starts[-1] + 1]
    below = [_whole(text, organizations) for text in second]
    if (first, below) not in (
        ([*upper, total], organizations),
        (upper, [*organizations, total]),
    ):
        return None
    return by_order(len(labels), ())


def _whole(text: str, labels: Sequence[str]) -> str:
    """Return the label that a text is the beginning of, if it is that of one only."""
    found = [label for label in labels if len(text) > 1 and label.startswith(text)]
    return found[0] if len(found) == 1 else text
