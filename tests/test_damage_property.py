"""The damage model: a report that we wrote, in each format, printed and damaged as published
ones are: every cell is right, or accounted for. Never a wrong number.

Set GOVDISCLOSURE_DAMAGED to try more than the usual number of examples of each format.
"""

import os
from collections import Counter
from collections.abc import Callable
from random import Random

import attrs
import pytest

import govdisclosure as gd
from dissected import dissected
from dissected_pages import by_page, dissected_page
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import judge
from govdisclosure.strategies.documents.rows import Document
from govdisclosure.strategies.documents.text import by_spaces, by_tabs
from test_damage import numbered
from variants import varied

EXAMPLES = int(os.environ.get("GOVDISCLOSURE_DAMAGED", "200"))


@attrs.frozen
class Form:
    """A format: how a written report becomes a document of rows, and a document its bytes.

    Of a format that is slow to read, a part of the examples is tried.
    """

    dissect: Callable[[bytes, Random], Document]
    print: Callable[[Document], bytes]
    part: int = 1


def _of_text(data, random):
    return dissected(data.decode(), random)


def _of_page(data, random):
    return dissected_page(data, gd.read(data), random)


def _by_lines(document):
    tabbed = any(len(row.pieces) > 1 and row.pieces[0].endswith("\t") for row in document.rows)
    return (by_tabs(document) if tabbed or not _padded(document) else by_spaces(document)).encode()


def _padded(document):
    return any(piece.endswith("  ") for row in document.rows for piece in row.pieces)


FORMS = {
    "text": Form(_of_text, _by_lines),
    "html": Form(_of_page, lambda document: by_page(document).encode()),
}


def examples(name):
    """Damaged documents of a format, each with the damages that it suffered."""
    form = FORMS[name]
    for number in range(max(EXAMPLES // form.part, 1)):
        random = Random(f"{name} {number}")
        edition = random.choice(gd.EDITIONS).name
        report = numbered(edition, random, blanks=random.choice([0.0, 0.05, 0.4]))
        document = form.dissect(gd.write(report, name), random)
        if random.random() < 0.5:
            document = varied(random, document)
        suffered = random.sample(DAMAGES, random.choice([0, 1, 1, 1, 2]))
        for damage in suffered:
            if document.places():
                document = damage(random, document)
        yield document, [damage.__name__ for damage in suffered]


@pytest.mark.parametrize("name", FORMS)
def test_no_damaged_report_is_read_with_a_wrong_number(name):
    counted = Counter()
    for document, suffered in examples(name):
        data = FORMS[name].print(document)
        try:
            reading = gd.read(data)
        except gd.NoReport:
            assert {"cut_off", "drop_heads"} & set(suffered), suffered
            continue
        verdict = judge(document, reading)
        assert verdict.wrong == (), (suffered, verdict.wrong[:5])
        if len(suffered) < 2:
            counted.update(due=verdict.due, found=verdict.found)
    assert counted["found"] >= 0.9 * counted["due"] > 0
