"""How fast a page, a text and Markdown are read: ``python benchmarks/pages.py [FILE …]``.

A page is held against lxml parsing it and nothing else; a text and Markdown have a bound of their
own. They take turns, and medians are compared. Without files, the samples are read. Exits with 1 if
a bound is missed.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import attrs
from lxml import etree

import govdisclosure as gd

TURNS = 41
EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLES = tuple((EXAMPLES / "township-2023").with_suffix(s) for s in (".html", ".txt", ".md"))


@attrs.frozen
class Bound:
    """What reading may take at most: so many times the parsing alone, and so many ms more."""

    times: float
    more_ms: float


BOUNDS = {".html": Bound(3, 5), ".txt": Bound(0, 10), ".md": Bound(0, 10)}


def parsed(data: bytes) -> object:
    """Parse a page, and no more."""
    return etree.fromstring(data, etree.HTMLParser())


def medians(*calls: Callable[[], object]) -> list[float]:
    """Return the median milliseconds of each call; they take turns."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(TURNS):
        for call, times in zip(calls, taken, strict=True):
            started = perf_counter()
            call()
            times.append((perf_counter() - started) * 1e3)
    return [median(times[1:]) for times in taken]


def main() -> None:
    """Measure, print a table, and exit with 1 if a bound is missed."""
    missed = False
    print(f"{'document':36} {'parsed ms':>10} {'read ms':>10} {'bound ms':>10}")
    for path in [Path(name) for name in sys.argv[1:]] or SAMPLES:
        data, bound = path.read_bytes(), BOUNDS[path.suffix]
        parse = (lambda data=data: parsed(data)) if bound.times else (lambda: None)
        alone, read = medians(parse, lambda data=data: gd.read(data))
        most = bound.times * alone + bound.more_ms
        missed = missed or read > most
        print(f"{path.name[:36]:36} {alone:10.2f} {read:10.2f} {most:10.2f}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
