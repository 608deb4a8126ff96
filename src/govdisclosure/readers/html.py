"""Web pages to blocks: paragraphs, and grids with the spans of their cells laid out."""

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from ..errors import UnreadableDocument
from ..reading import Place
from ..wording import Wording
from ..writers.html.elements import ASIDE
from .blocks import Block, Grid, GridCell, GridRow, Paragraph, Picture
from .bounding import check_columns
from .decoding import decode
from .limits import Limits

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_SIMPLIFIED = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"})
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "head", "select", "textarea", "svg", "iframe"}
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p "  # noqa: SIM905  # words read better than a list
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_RAISED = frozenset({"sup", "sub"})
_STRUCK = frozenset({"del", "s", "strike"})
"""Struck text stays apart: a number half of which is struck out is no number."""
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ASIDE = next(iter(ASIDE))
_HIDDEN = re.compile(r"\shidden\b", re.IGNORECASE)
_PICTURE = "img"
_SMALLEST = 100
"""Pixels; a picture said to be less wide or high shows no table."""
_LONGEST_CELL = 400
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u3000\n]+")


def html_blocks(data: bytes, limits: Limits) -> list[Block]:
    """Return the paragraphs and grids of a web page, in its order.

    Scripts and styles are passed over; nothing is fetched or run. A table that holds tables, or
    long text, is taken as page layout and gone into.

    Raises:
        UnreadableDocument: it cannot be decoded or parsed, or goes beyond *limits*.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    page = _text(data)
    try:
        root = etree.fromstring(page.encode(), parser)
    except etree.XMLSyntaxError as error:
        why = str(error)
        raise UnreadableDocument(
            Wording(f"不是可读的网页：{why}", f"not a web page that can be read: {why}")
        ) from None
    if root is None:
        raise UnreadableDocument(Wording("网页是空的", "the web page is empty"))
    _keep_what_is_shown(root, page)
    return list(_Walk(limits).blocks(root))


def _keep_what_is_shown(root: etree._Element, page: str) -> None:
    """Take out what is not shown or not of the report, and markup within a line."""
    etree.strip_elements(root, *_SILENT, with_tail=False)
    styled = root.iterfind(".//*[@style]") if _HIDING.search(page) else ()
    hidden = [e for e in styled if _HIDING.search(e.get("style") or "")]
    hidden += root.iterfind(".//*[@hidden]") if _HIDDEN.search(page) else ()
    hidden += root.iterfind(f".//*[@{_ASIDE}]") if _ASIDE in page else ()
    for element in hidden:
        element[:] = []
        element.text = None
        element.tag = "span"
    etree.strip_tags(root, *(_INLINE - _RAISED - _STRUCK - {_PICTURE}))


def _text(data: bytes) -> str:
    """Decode a page: by its mark, else as it declares, else as any text."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if name in _SIMPLIFIED else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _line_of(element: etree._Element) -> int | None:
    line: int | None = getattr(element, "sourceline", None)
    return line


@attrs.define
class _Walk:
    """A walk through a page, in document order, that gathers lines of text between blocks."""

    limits: Limits
    table: int = 0
    line: str = ""
    place_line: int | None = None
    gap: bool = True
    pictures: list[Picture] = attrs.field(factory=list)

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = str(element.tag)
            if event == "start":
                if tag not in _INLINE:
                    yield from self._flush(gap=tag != "br")
                if tag == _PICTURE and _may_hold_a_table(element):
                    self.pictures.append(Picture(Place(text="", line=_line_of(element))))
                if tag == "table":
                    grid = _grid_of_cells(element, self.table + 1, self.limits)
                    if grid is not None:
                        self.table += 1
                        yield grid
                        walk.skip_subtree()
                        continue
                self._add(element.text, element)
            else:
                if tag not in _INLINE:
                    yield from self._flush(gap=tag != "br")
                self._add(element.tail, element)
        yield from self._flush(gap=True)

    def _add(self, text: str | None, element: etree._Element) -> None:
        if text and text.strip():
            if not self.line.strip():
                self.place_line = _line_of(element)
            self.line += text
        elif text:
            self.line += " "

    def _flush(self, *, gap: bool) -> Iterator[Block]:
        text = _SPACES.sub(" ", self.line).strip()
        if text:
            yield Paragraph(text, Place(text=text, line=self.place_line), after_gap=self.gap)
            self.gap = False
        yield from self.pictures
        self.pictures = []
        self.line = ""
        self.gap = self.gap or gap


def _may_hold_a_table(image: etree._Element) -> bool:
    """Tell whether a picture is large, as far as the page says so."""
    sizes = [image.get(name) or "" for name in ("width", "height")]
    told = [int(size) for text in sizes if (size := text.removesuffix("px").strip()).isdecimal()]
    return all(size >= _SMALLEST for size in told)


def _cell_text(cell: etree._Element) -> str:
    """Return a cell's text as it is shown.

    Lines, paragraphs and struck text within it stay apart by line breaks.
    """
    pieces: list[str] = []
    _gather(cell, pieces)
    lines = "".join(pieces).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _gather(element: etree._Element, pieces: list[str]) -> None:
    """Add the text below an element; how deep elements are nested is bounded by the parser."""
    if element.text:
        pieces.append(_SPACES.sub(" ", element.text))
    for child in element:
        tag = str(child.tag)
        apart = tag not in _RAISED
        if apart:
            _break(pieces)
        else:
            pieces.append("[")
        _gather(child, pieces)
        if apart:
            _break(pieces)
        else:
            _close(pieces)
        if child.tail:
            pieces.append(_SPACES.sub(" ", child.tail))


def _break(pieces: list[str]) -> None:
    if pieces and pieces[-1] != "\n":
        pieces.append("\n")


def _close(pieces: list[str]) -> None:
    """Put raised or lowered text in brackets: it is a note, and no digit of the number before."""
    if pieces[-1] == "[":
        pieces.pop()
    else:
        pieces.append("]")


def _grid_of_cells(table: etree._Element, number: int, limits: Limits) -> Grid | None:
    """Return a table of cells, laid out; None if it is one of page layout."""
    if table.find(".//table") is not None:
        return None
    grid = _grid(table, number, limits)
    longest = max((len(c.text) for row in grid.rows for c in row.cells), default=_LONGEST_CELL + 1)
    return grid if longest <= _LONGEST_CELL else None


def _grid(table: etree._Element, number: int, limits: Limits) -> Grid:
    """Lay out a table: where cells above reach down, the columns of a row begin further right."""
    reaching: dict[int, int] = {}
    rows: list[GridRow] = []
    for position, line in enumerate(table.iter("tr"), start=1):
        cells: list[GridCell] = []
        below = {column: left - 1 for column, left in reaching.items() if left > 1}
        column = 0
        for element in line.iterchildren("td", "th"):
            while column in reaching:
                column += 1
            width, height = _span(element, "colspan"), _span(element, "rowspan")
            check_columns(column + width, limits)
            text = _cell_text(element)
            place = Place(
                text=text, line=_line_of(element), table=number, row=position, column=column + 1
            )
            cells.append(GridCell(text, column, column + width, place))
            if height > 1:
                below |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        rows.append(GridRow(tuple(cells)))
        reaching = below
    return Grid(tuple(rows), exact=True)


_WIDEST, _TALLEST = 1000, 65534


def _span(element: etree._Element, name: str) -> int:
    """Return a span as browsers take it: a whole number within the standard's bounds, else 1."""
    text = (element.get(name) or "").strip()
    if not (text.isascii() and text.isdigit()) or int(text[:9]) == 0:
        return 1
    return min(int(text[:9]), _WIDEST if name == "colspan" else _TALLEST)
