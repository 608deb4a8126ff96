"""Whatever happened to a Word document or a workbook: no number is read into a wrong cell.

Set GOVDISCLOSURE_MUTANTS to try more than the usual number of mutants of each document.
"""

from random import Random

import pytest

import govdisclosure as gd
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import judge
from govdisclosure.strategies.documents.words import by_docx
from govdisclosure.strategies.documents.workbooks import by_xlsx
from govdisclosure.strategies.documents.writing import written
from test_damage import MUTANTS, numbered

PRINTED = pytest.mark.parametrize("print_it", [by_docx, by_xlsx])
EDITIONS = pytest.mark.parametrize("edition", [edition.name for edition in gd.EDITIONS])


def verdict_on(document, print_it, *damages):
    """What a reading got wrong, None where so little is left that there is no report."""
    names = [damage.__name__ for damage in damages]
    try:
        reading = gd.read(print_it(document))
    except gd.NoReport:
        assert "cut_off" in names
        return None
    verdict = judge(document, reading)
    assert verdict.wrong == (), names
    return verdict


@PRINTED
@EDITIONS
def test_an_undamaged_document_is_read_whole(print_it, edition):
    document = written(numbered(edition, Random(edition)))
    reading = gd.read(print_it(document))
    verdict = judge(document, reading)
    assert verdict.wrong == ()
    assert verdict.found == verdict.due > 0
    assert (reading.missing, reading.unplaced) == ((), ())


@PRINTED
@EDITIONS
@pytest.mark.parametrize("blanks", [0.0, 0.05])
def test_no_damage_puts_a_number_into_a_wrong_cell(print_it, edition, blanks):
    """A cell is right or accounted for, and nine in ten of untouched, labelled rows are read."""
    due = found = 0
    for damage in DAMAGES:
        random = Random(f"{edition} {blanks} {damage.__name__}")
        for _ in range(MUTANTS):
            document = damage(random, written(numbered(edition, random, blanks=blanks)))
            verdict = verdict_on(document, print_it, damage)
            if verdict is not None:
                due, found = due + verdict.due, found + verdict.found
    assert found >= 0.9 * due > 0


@PRINTED
@EDITIONS
def test_two_damages_put_no_number_into_a_wrong_cell(print_it, edition):
    """What one damage hides from sight, another does not make a wrong number of."""
    for damage in DAMAGES:
        random = Random(f"{edition} {damage.__name__} and another")
        for _ in range(max(MUTANTS // 2, 1)):
            mutant = damage(random, written(numbered(edition, random)))
            second = random.choice(DAMAGES)
            if mutant.places():
                verdict_on(second(random, mutant), print_it, damage, second)
