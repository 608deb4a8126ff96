"""A small writer of PDFs, for tests only: rows of pieces as ruled tables, and PDFs byte by byte."""

import io
import zlib

import attrs
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT, MARGIN = 595, 842, 50
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@attrs.define
class Paper:
    """Pages that are drawn on from above to below; ``y`` is counted from the upper edge."""

    ruled: bool = True
    numbered: bool = True
    bottom: float = HEIGHT - MARGIN
    buffer: io.BytesIO = attrs.field(factory=io.BytesIO)
    canvas: Canvas = attrs.field(init=False)
    y: float = MARGIN
    page: int = 1

    def __attrs_post_init__(self):
        self.canvas = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), invariant=True)

    def text(self, x, y, text, size=9):
        """Print a text; its upper edge is at *y*."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y - size, text)

    def line(self, x0, y0, x1, y1):
        """Draw a line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def box(self, x0, top, x1, bottom):
        """Draw the four sides of a box."""
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top)

    def picture(self, x0, top, x1, bottom):
        """Draw a picture: a grey one of one dot."""
        from reportlab.lib.utils import ImageReader  # it needs Pillow, which is loaded for this

        grey = io.BytesIO(b"P5 1 1 255 \x80")
        self.canvas.drawImage(ImageReader(grey), x0, HEIGHT - bottom, x1 - x0, bottom - top)

    def break_page(self):
        """End the page, with its number."""
        if self.numbered:
            self.text(WIDTH / 2, HEIGHT - 30, f"- {self.page} -")
        self.canvas.showPage()
        self.page += 1
        self.y = MARGIN

    def paragraph(self, text, size=12):
        """Print a paragraph, indented, over as many lines as it takes."""
        for line in wrapped("\u3000\u3000" + text, (WIDTH - 2 * MARGIN) / size):
            if self.y + size > self.bottom:
                self.break_page()
            indent = 2 * size if line.startswith("\u3000") else 0
            self.text(MARGIN + indent, self.y, line.strip("\u3000"), size)
            self.y += size * 1.5

    def row(self, pieces, widths, size=9):
        """Print a row of a table: each piece in its cell, over as many lines as it takes."""
        cells = [wrapped(p, (w - 6) / size) for p, w in zip(pieces, widths, strict=False)]
        height = max(1, *(len(lines) for lines in cells)) * (size + 2) + 6
        if self.y + height > self.bottom:
            self.break_page()
        x = MARGIN
        for lines, width in zip(cells, widths, strict=False):
            if self.ruled:
                self.box(x, self.y, x + width, self.y + height)
            for i, line in enumerate(lines):
                self.text(x + 3, self.y + 3 + i * (size + 2), line, size)
            x += width
        self.y += height

    def finished(self):
        """The PDF."""
        self.break_page()
        self.canvas.save()
        return self.buffer.getvalue()


def wrapped(text, width):
    """The text as lines of so many full-width characters; a run of digits is never broken."""
    lines, line, used = [], "", 0.0
    for word in _words(text.rstrip()):
        wide = sum(1 if character >= "\u1100" else 0.6 for character in word)
        if line and used + wide > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + word, used + wide
    return [*lines, line] if line else lines


def _words(text):
    word = ""
    for character in text:
        if word and not (word[-1] + character).replace(".", "0").isdigit():
            yield word
            word = ""
        word += character
    yield word


def by_pdf(document, **settings):
    """A document of rows as a PDF: those of tables in ruled cells, everything else as text."""
    paper = Paper(**settings)
    count = {
        table: max(len(row.pieces) for row in document.rows if row.table == table)
        for table in {row.table for row in document.rows}
    }
    for row in document.rows:
        if row.table is None:
            for piece in filter(None, row.pieces):
                paper.paragraph(piece)
        else:
            paper.row(row.pieces, _widths(row.table, count[row.table]))
    return paper.finished()


def _widths(table, count):
    """The widths of the columns: those of labels are wider."""
    wide = {"proactive_disclosure": [120], "requests": [70, 110]}.get(table, [])
    rest = (WIDTH - 2 * MARGIN - sum(wide)) / max(count - len(wide), 1)
    return [*wide, *[rest] * count][:count]


def raw_pdf(objects, *, trailer=b"/Root 1 0 R"):
    """A PDF of numbered objects, byte by byte, with the table of where they stand."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer <</Size %d %b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )


def stream(data, attributes=b"", *, packed=True):
    """A stream object."""
    body = zlib.compress(data, 9) if packed else data
    packing = b"/Filter /FlateDecode" if packed else b""
    return b"<</Length %d %b %b>>\nstream\n%b\nendstream" % (len(body), packing, attributes, body)


def drawn(content, *, resources=b"", more=(), box=b"0 0 595 842"):
    """A PDF of one page with that content (a stream object) and those resources."""
    return raw_pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R /Resources <<%b>>>>"
            % (box, resources),
            content,
            *more,
        ]
    )
