"""A report as a workbook to fill in: official tables, live totals, and a sheet that checks them.

The sheets: what the report is and how to fill it in; sections 一, 五 and 六 as text; a sheet a
table; the check; and last year's figures where they are given.
"""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from ...records import AnnualReport
from ...workbooks import CHECK, GUIDE, PRIOR, TEXT
from ..characters import writable
from ..official import tables
from ..words import title_of
from .check_sheet import CheckSheet, draw_check
from .grid import laid_out
from .guide_sheet import draw_guide
from .lines import carried, lines, totals, unusable
from .prior_sheet import draw_prior, prior_spots
from .styles import Styles
from .table_sheet import TOP, TableSheet, draw_table, spots
from .text_sheet import draw_text
from .units import unit_heads

__all__ = ["write"]

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The same report gives the same bytes, whenever it is written."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(
    report: AnnualReport, *, english: bool = False, prior: AnnualReport | None = None
) -> bytes:
    """Return the report as a workbook (XLSX), with *english* labels under the official ones.

    Totals are formulas where these give exactly what the report states (or both are blank);
    otherwise the stated number stays. Text is never a formula. A paragraph of more than 1,000
    characters goes on in the rows below it.

    *prior* is the report of the year before. Blank cells that it determines (what was carried
    in) are filled in from it. One of another body, scope or year is not used, and the first sheet
    says so.

    Raises:
        Error: a title, name or heading is longer than Excel allows in a cell.
    """
    refused = None if prior is None else unusable(report, prior)
    before = None if refused else prior
    brought = {} if before is None else carried(report, before)
    if brought:
        report = report.replace(brought)
    drawn = tables(report)
    places = {} if before is None else prior_spots(before)
    for table in drawn:
        places |= spots(table)
    checked = lines(report, before, places)
    computed = totals(report, checked)
    sheets = [
        TableSheet(
            table=table,
            laid=laid_out(table, TOP),
            totals=computed,
            carried=brought,
            units=unit_heads(report, table, english=english),
        )
        for table in drawn
    ]
    check = CheckSheet(checked, [spot for sheet in sheets for spot in sheet.inputs])

    buffer = BytesIO()
    book = Workbook(buffer, dict(_OPTIONS))
    book.set_properties({"title": writable(title_of(report).zh)[:255], "created": _CREATED})
    styles = Styles(book)
    has_prior = before is not None
    guide = book.add_worksheet(GUIDE)
    draw_guide(guide, report, styles, english=english, has_prior=has_prior, refused=refused)
    draw_text(book.add_worksheet(TEXT), report, styles, english=english)
    for content in sheets:
        mark = check.mark(content.table.name)
        draw_table(book.add_worksheet(content.name), content, styles, mark, english=english)
    draw_check(book.add_worksheet(CHECK), check, styles)
    if before is not None:
        draw_prior(book.add_worksheet(PRIOR), before, styles)
    book.close()
    return buffer.getvalue()
