"""Whether a report has a cell, by its layout columns: the three states of a cell in SQL.

A cell of another layout is null, as a blank is; the layout columns tell them apart.
"""

from ..records.form import columns
from ..records.layouts import part_above
from ..wide import ABSENT, LAYOUT, layout_name, layouts_at, wide_column
from . import expressions as e
from .expressions import Expression


def cell(table: str, address: str) -> Expression:
    """Return the column of a cell, or of anything else by its name in the wide table."""
    found = wide_column(address)
    return e.column(table, address if found is None else found.short)


def layout(table: str, address: str) -> Expression:
    """Return the layout column of a row, block or table."""
    return cell(table, address + LAYOUT)


def is_absent(table: str, address: str) -> Expression:
    """Return whether the report lacks a row, block or table."""
    return e.is_in(layout(table, address), [ABSENT])


def of_another_layout(table: str, address: str) -> Expression | None:
    """Return whether a cell is of another layout; None where it never is."""
    row, column = address.rsplit(".", 1)
    part = part_above(row)
    if part is not None:
        return e.negated(is_several(table, part))
    lacking = [found for found in layouts_at(row) if column not in columns(found)]
    return e.is_in(layout(table, row), map(layout_name, lacking)) if lacking else None


def is_several(table: str, part: str) -> Expression:
    """Return whether a report has a part of one row or several as several."""
    several = [layout_name(found) for found in layouts_at(part) if not columns(found)]
    return e.is_in(layout(table, part), several)


def is_blank(table: str, address: str) -> Expression:
    """Return whether a cell is a blank: null, and not of another layout."""
    null, other = e.is_null(cell(table, address)), of_another_layout(table, address)
    return null if other is None else e.every(null, e.negated(other))
