"""Workbooks to blocks: each sheet's tables with their merged cells, and its text."""

import re
import warnings
from collections.abc import Iterator

from openpyxl.cell.rich_text import CellRichText
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from ...errors import UnreadableDocument
from ...wording import Wording
from ..archives import Archive, archive_of
from ..blocks import Block
from ..limits import Limits
from .own import in_order
from .results import Results
from .scanning import Scan, Scanner
from .sheets import Sheet, SheetBlocks, sheet_of

__all__ = ["xlsx_blocks"]

_UNREAD = re.compile(
    rb"(/relationships/)(?:chart|chartsheet|comments|drawing|pivotTable|pivotCacheDefinition|"
    rb"externalLink|image|oleObject|vmlDrawing|vbaProject|package|ctrlProp)\""
)
"""What a sheet or workbook may have that is not read: pictures, charts, comments, other files."""
_PROVISIONAL = re.compile(rb"""\sfullCalcOnLoad\s*=\s*["'](?:1|true)["']""")
_DAMAGES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    SyntaxError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the library raises where a part is not there, is no markup, or is not as it should be."""


def xlsx_blocks(data: bytes, limits: Limits) -> list[Block]:
    """Return the grids and paragraphs of a workbook, sheet by sheet.

    A formula's stored result is its value; a formula without one is told as such, and is neither
    computed nor a blank. Hidden rows and columns are read, hidden sheets are not. Nothing outside
    the workbook is fetched, and no macro runs. In a workbook that we wrote, only the report is
    read: not its check, nor last year's figures.

    Raises:
        UnreadableDocument: it is damaged, or goes beyond *limits*.
    """
    members = Archive.opened(data, limits).markup()
    scanner = Scanner(limits)
    scans = {name: scanner.scan(content) for name, content in members.items() if _is_sheet(content)}
    provisional = any(
        _PROVISIONAL.search(content)
        for name, content in members.items()
        if name.endswith("workbook.xml")
    )
    for name in [name for name in members if name.endswith(".rels")]:
        members[name] = _UNREAD.sub(rb'\1unread"', members[name])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library tells what it leaves out
            sheets = list(_sheets(members, scans, is_provisional=provisional))
    except _DAMAGES as error:
        why = f"{type(error).__name__}: {error}".partition("\n")[0]
        raise UnreadableDocument(_DAMAGED.fill(why=why)) from None
    made = SheetBlocks(limits)
    return [
        block
        for one in in_order(sheets)
        for block in (one if isinstance(one, list) else made.of(one))
    ]


_DAMAGED = Wording(
    "工作簿的内容已损坏（{why}）；请用 Excel 或 WPS 打开后另存",
    "the workbook is damaged inside ({why}); open it in Excel or WPS and save it anew",
)


def _is_sheet(content: bytes) -> bool:
    return b"sheetData" in content.replace(b"\0", b"")


def _sheets(
    members: dict[str, bytes], scans: dict[str, Scan], *, is_provisional: bool
) -> Iterator[Sheet]:
    reader = ExcelReader(archive_of(members), data_only=True, keep_links=False, rich_text=True)
    reader.read()
    book: Workbook = reader.wb
    scanned = {
        sheet.name: scans[path]
        for sheet, relation in reader.parser.find_sheets()
        if (path := relation.target.lstrip("/")) in scans
    }
    shown = [s for s in book.worksheets if s.sheet_state == "visible" and s.title in scanned]
    results = Results(scanned, _numbers(book, scanned), is_provisional)
    for sheet in shown:
        yield sheet_of(sheet, scanned[sheet.title], results)


def _numbers(book: Workbook, scanned: dict[str, Scan]) -> dict[tuple[str, tuple[int, int]], bool]:
    """Return which cells hold a number, and whether it is another one than 0."""
    found = {}
    for name, scan in scanned.items():
        for row, column in scan.filled:
            value = book[name].cell(row, column).value
            if isinstance(value, int | float):
                found[name, (row, column)] = value != 0
            elif isinstance(value, str | CellRichText) and str(value).strip():
                found[name, (row, column)] = False
    return found
