"""From the bytes of a PDF to its pages: characters, lines and pictures, and where they stand."""

import logging
import struct
from collections.abc import Iterator
from typing import Any

import attrs
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSException

from ...errors import UnreadableDocument
from ...wording import Wording
from ..limits import Limits
from .budget import Budget, WatchedFile
from .characters import plain
from .fonts import BoundedFonts
from .streams import BoundedParser

_THIN = 2.5
"""A filled area this thin (in points, 1/72 inch) is a line."""

_RAISED = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What pdfminer raises on a damaged file: its own exceptions, and those of Python when what
stands in the file is not what it took it for. ValueError, LookupError, TypeError, AttributeError
and AssertionError were met when bytes of files were changed; numbers that are too large, lists in
lists without end and the tables of font files give the others."""

# Nobody who asks for a report wants to hear of the fonts; who wants to can still set up a handler.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


@attrs.frozen
class Box:
    """A rectangle on a page, in points from its left and upper edge."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@attrs.frozen
class Character:
    """A character on a page, and its size."""

    text: str
    box: Box
    size: float


@attrs.frozen
class Page:
    """What is on a page: characters, the lines that rule it (thin boxes), pictures."""

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    lines: tuple[Box, ...]
    pictures: tuple[Box, ...]


def pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """Return the pages of a PDF.

    Raises:
        UnreadableDocument: it is damaged or locked, or goes beyond the limits.
    """
    budget = Budget(limits)
    try:
        document = PDFDocument(BoundedParser(WatchedFile(data, budget), budget))
        fonts = BoundedFonts(budget)
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            budget.page(number)
            device = _Device(fonts, budget)
            _Interpreter(fonts, device).process_page(page)
            yield _page(number, device.get_result())
    except PDFPasswordIncorrect:
        raise UnreadableDocument(
            Wording(
                "PDF 需要密码才能打开；请另存为没有密码的 PDF",
                "the PDF needs a password; save it as a PDF without one",
            )
        ) from None
    except _RAISED as error:
        why = str(error) or type(error).__name__
        raise UnreadableDocument(
            Wording(f"PDF 已损坏，无法读取：{why}", f"the PDF is damaged: {why}")
        ) from None


class _Device(PDFPageAggregator):
    """Takes what is drawn, and counts it."""

    def __init__(self, fonts: BoundedFonts, budget: Budget) -> None:
        super().__init__(fonts)
        self.budget = budget

    def render_char(self, *args: Any, **named: Any) -> float:
        self.budget.mark()
        return super().render_char(*args, **named)

    def paint_path(self, *args: Any, **named: Any) -> None:
        self.budget.mark()
        super().paint_path(*args, **named)

    def begin_figure(self, *args: Any, **named: Any) -> None:
        self.budget.mark()
        super().begin_figure(*args, **named)


class _Interpreter(PDFPageInterpreter):
    """Follows the instructions that draw a page, and counts them."""

    device: _Device

    def push(self, obj: Any) -> None:
        self.device.budget.step()
        super().push(obj)

    def do_q(self) -> None:
        self.device.budget.step()
        super().do_q()

    def execute(self, streams: Any) -> None:
        for stream in streams:
            self.device.budget.parse(_SET_UP + len(stream_value(stream).get_data()))
        super().execute(streams)


_SET_UP = 1024
"""Beginning to follow some instructions costs as much as so many bytes of them."""


def _page(number: int, layout: LTContainer[Any]) -> Page:
    characters: list[Character] = []
    lines: list[Box] = []
    pictures: list[Box] = []
    for item in _items(layout):
        box = Box(item.x0, layout.height - item.y1, item.x1, layout.height - item.y0)
        if not _is_on(layout, box):
            continue
        if isinstance(item, LTChar):
            characters.append(Character(plain(item.get_text()), box, item.size))
        elif isinstance(item, LTImage):
            pictures.append(box)
        elif isinstance(item, LTCurve):
            lines += _ruled(item, box)
    return Page(
        number, layout.width, layout.height, tuple(characters), tuple(lines), tuple(pictures)
    )


def _is_on(layout: LTContainer[Any], box: Box) -> bool:
    """Tell whether something stands on the page; what stands beside it, nobody sees."""
    x, y = box.middle
    return 0 <= x <= layout.width and 0 <= y <= layout.height


def _items(container: LTContainer[Any]) -> Iterator[LTComponent]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _ruled(curve: LTCurve, box: Box) -> Iterator[Box]:
    """Return the lines that a drawn shape shows: itself, if thin, or the sides of a rectangle.

    An area that is only filled is the background of something.
    """
    if min(box.width, box.height) <= _THIN:
        if curve.stroke or curve.fill:
            yield box
    elif curve.stroke and all(
        len({round(value) for value in values}) <= _SIDES for values in zip(*curve.pts, strict=True)
    ):
        yield attrs.evolve(box, x1=box.x0)
        yield attrs.evolve(box, x0=box.x1)
        yield attrs.evolve(box, bottom=box.top)
        yield attrs.evolve(box, top=box.bottom)


_SIDES = 2
