"""How long reading a PDF takes, as a ratio to pdfplumber's own extraction of its pages.

Run: python benchmarks/pdf.py [FILE …]; without files, a report is printed on paper for it.
"""

import io
import logging
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

import govdisclosure as gd

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

ROUNDS = 9
AT_MOST = 1.3


def extracted(data: bytes) -> None:
    """Open a PDF, and take the words and the tables of each page."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    """Return how long some work on a document takes."""
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def ratio(data: bytes) -> tuple[float, float]:
    """Return the median ratio of reading to extracting, side by side, and the seconds of both."""
    gd.read(data, format="pdf")
    extracted(data)
    pairs = [(seconds(gd.read, data), seconds(extracted, data)) for _ in range(ROUNDS)]
    return statistics.median(ours / theirs for ours, theirs in pairs), min(p[0] for p in pairs)


def main() -> None:
    """Print the ratio of each document."""
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    documents = {path: Path(path).read_bytes() for path in sys.argv[1:]}
    if not documents:
        from govdisclosure.strategies.documents.writing import written
        from paper import by_pdf
        from test_damage import Random, numbered

        documents = {"a report on paper": by_pdf(written(numbered("2021", Random(1))))}
    for name, data in documents.items():
        found, ours = ratio(data)
        verdict = "at most" if found <= AT_MOST else "MORE THAN"
        print(f"{name}: {ours * 1000:.0f} ms, {found:.2f} of pdfplumber ({verdict} {AT_MOST})")


if __name__ == "__main__":
    main()
