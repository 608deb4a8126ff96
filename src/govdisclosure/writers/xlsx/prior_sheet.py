"""Last year's figures on a locked sheet: a list, which nothing can be taken for a table of."""

from xlsxwriter.worksheet import Worksheet

from ...records import AnnualReport
from ...records.cells import cells
from ...rules.vocabulary import PRIOR as PREFIX
from ...rules.vocabulary import table_label
from ...workbooks import PRIOR
from ..characters import writable
from ..words import title_of
from .grid import Spot
from .guide_sheet import fitting
from .styles import UNLOCKED, Styles, set_up_page, write_over

_TOP = 2
_VALUE = 2


def prior_spots(prior: AnnualReport) -> dict[str, Spot]:
    """Return the place of each of last year's cells, by address with its prefix."""
    spots: dict[str, Spot] = {}
    row, table = _TOP, ""
    for address, _ in prior.cells():
        if address.split(".", 1)[0] != table:
            table = address.split(".", 1)[0]
            row += 1
        spots[PREFIX + address] = Spot(PRIOR, row, _VALUE)
        row += 1
    return spots


def draw_prior(sheet: Worksheet, prior: AnnualReport, styles: Styles) -> None:
    """Draw the sheet."""
    known = {cell.address: cell for cell in cells()}
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 1, 62)
    sheet.set_column(_VALUE, _VALUE, 18)
    title = f"上年数字 Last year's figures\n{fitting(title_of(prior).zh, 'prior.title')}"
    write_over(sheet, (0, 0, 0, _VALUE), fitting(title, "prior.title"), styles["title"])
    sheet.set_row(0, 48)
    for column, head in enumerate(("单元格", "Cell", "数字 Figure")):
        sheet.write_string(1, column, head, styles["head"])
    values = dict(prior.cells())
    table = ""
    for name, spot in prior_spots(prior).items():
        address = name.removeprefix(PREFIX)
        if known[address].table != table:
            table = known[address].table
            label = table_label(table)
            text = f"{label.zh} {label.en}"
            write_over(sheet, (spot.row - 1, 0, spot.row - 1, _VALUE), text, styles["item"])
        sheet.write_string(spot.row, 0, writable(known[address].zh), styles["line"])
        sheet.write_string(spot.row, 1, writable(known[address].en), styles["line"])
        value = values[address]
        if value is None:
            sheet.write_blank(spot.row, _VALUE, None, styles["decimal"])
        else:
            sheet.write_number(spot.row, _VALUE, float(value), styles["decimal"])
    set_up_page(sheet, portrait=True)
    sheet.repeat_rows(1)
    sheet.freeze_panes(_TOP, 0)
    sheet.protect("", UNLOCKED)
