"""Rows of text as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Return lines as CSV: UTF-8, commas, a line of heads first, an empty field for None."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(lines)
    return file.getvalue()
