"""PDF to blocks: ruled tables as exact grids over page breaks, all other text as it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from ...errors import UnreadableDocument
from ...reading import Place
from ...wording import Wording
from ..blocks import Block, Picture
from ..furniture import is_marked_page_number, is_page_number
from ..limits import Limits
from .layout import PageLine, laid_out
from .lines import Line, lines_of
from .pages import Box, Page, pages
from .ruling import RuledTable, ruled_tables
from .tables import PageTable, grid_of

_WIDE = 0.3
"""A picture at least this part of the page's width may hold a table…"""
_HIGH = 40
"""…if it is this high, in points: about three lines."""
_EDGE = 0.1
"""This part of the page, above and below, may hold a page number that is a number alone."""

_Item = list[PageTable] | PageLine | Picture


def pdf_blocks(data: bytes, limits: Limits) -> list[Block]:
    """Return the paragraphs, grids and pictures of a PDF, in reading order.

    Page numbers, and lines that stand at the same place of several pages, are left out.

    Raises:
        UnreadableDocument: it is damaged or locked, goes beyond the limits, or has no text.
    """
    taken = list(pages(data, limits))
    if not any(page.characters for page in taken):
        raise _without_text(taken)
    contents = [_contents(page, limits) for page in taken]
    seen = Counter(key for content in contents for key in {_key(line) for line in content.ends})
    items: list[_Item] = []
    for content in contents:
        for item in content.items(seen):
            last = items[-1] if items else None
            if isinstance(item, list) and isinstance(last, list) and _goes_on(last, item):
                last += item
            else:
                items.append(item)
    return list(_blocks(items, limits))


@attrs.frozen
class _Contents:
    """What stands on a page: tables, lines of text outside of them, and large pictures."""

    page: Page
    tables: tuple[RuledTable, ...]
    lines: tuple[Line, ...]
    pictures: tuple[Box, ...]

    @property
    def ends(self) -> tuple[Line, ...]:
        """The first line of the page and the last, where they are no part of a table."""
        return (*self.lines[:1], *self.lines[1:][-1:])

    def items(self, seen: Counter[tuple[str, int]]) -> Iterator[_Item]:
        """Return what is on the page from above to below, without its furniture."""
        number = self.page.number
        margin = min((line.x0 for line in self.lines), default=0)
        placed: list[tuple[float, _Item]] = [
            (table.box.top, [PageTable(number, table)]) for table in self.tables
        ]
        for order, line in enumerate(self.lines, start=1):
            if not (line in self.ends and self._is_furniture(line, seen)):
                placed.append((line.top, PageLine(number, order, margin, line)))
        placed += [(box.top, Picture(Place(text="", page=number))) for box in self.pictures]
        yield from (item for _, item in sorted(placed, key=lambda pair: pair[0]))

    def _is_furniture(self, line: Line, seen: Counter[tuple[str, int]]) -> bool:
        height = self.page.height
        in_margin = line.bottom < height * _EDGE or line.top > height * (1 - _EDGE)
        if is_marked_page_number(line.text) or (in_margin and is_page_number(line.text)):
            return True
        first = self.page.number == 1 and line.top < height / 2
        return in_margin and not first and seen[_key(line)] > 1


def _key(line: Line) -> tuple[str, int]:
    """Return what tells a line that stands on several pages: its text and its height."""
    return line.text, round(line.top)


def _contents(page: Page, limits: Limits) -> _Contents:
    tables = ruled_tables(page, limits)
    within = {id(c) for table in tables for cell in table.cells for c in cell.characters}
    outside = (c for c in page.characters if id(c) not in within)
    pictures = (
        box for box in page.pictures if box.width >= page.width * _WIDE and box.height >= _HIGH
    )
    return _Contents(page, tuple(tables), tuple(lines_of(outside)), tuple(pictures))


def _goes_on(last: Sequence[PageTable], item: Sequence[PageTable]) -> bool:
    """Tell whether a table is the rest of one on the page before."""
    before, after = last[-1], item[0]
    return before.page + 1 == after.page and after.table.continues(before.table)


def _blocks(items: Sequence[_Item], limits: Limits) -> Iterator[Block]:
    held: list[PageLine] = []
    tables = 0
    for item in items:
        if isinstance(item, PageLine):
            held.append(item)
            continue
        yield from laid_out(held, limits)
        held = []
        if isinstance(item, Picture):
            yield item
        else:
            tables += 1
            yield grid_of(item, tables)
    yield from laid_out(held, limits)


def _without_text(taken: Sequence[Page]) -> UnreadableDocument:
    numbers = [str(page.number) for page in taken if page.pictures]
    if not numbers:
        return UnreadableDocument(Wording("PDF 里没有文字", "there is no text in the PDF"))
    return UnreadableDocument(
        Wording(
            f"PDF 里没有文字，第 {'、'.join(numbers)} 页是图片；请先做文字识别（OCR），再读取",
            f"no text in the PDF: page {', '.join(numbers)} is a picture; recognise the text "
            "(OCR) first",
        )
    )
