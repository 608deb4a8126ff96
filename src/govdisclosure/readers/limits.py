"""How much of a document is taken in at most."""

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on what is read; a document beyond one of them is refused with a clear error.

    ``size`` is in bytes (the longest report seen is below 1 MB), ``lines`` and ``line_length``
    bound a text. ``columns``, ``rows`` and ``cells`` bound its tables: the parts of one line, the
    lines in columns, and their parts together (the form has some forty rows and 400 cells).
    ``markup`` is how many characters of a Markdown document may be markup, all in all.

    A PDF is bound in ``pages``, in the bytes of its drawing ``instructions``, in the characters and
    lines on its pages (``marks``), and in the ``seconds`` of computing that reading it takes. A
    Word document or workbook is a ZIP archive: ``members`` bounds the files in it, ``parts`` the
    bytes that those of them that are read really take (a report has some twenty files, and 1 MB to
    read). ``unpacked`` bounds what the streams of a PDF unpack to (fonts are most of it), and what
    an archive says that its files do.
    """

    size: int = 64 * 2**20
    lines: int = 20_000
    line_length: int = 100_000
    columns: int = 1_000
    rows: int = 2_000
    cells: int = 20_000
    markup: int = 50_000
    pages: int = 300
    unpacked: int = 128 * 2**20
    instructions: int = 4 * 2**20
    marks: int = 50_000
    seconds: float = 10
    members: int = 2_000
    parts: int = 16 * 2**20
