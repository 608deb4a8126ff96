"""Whatever happened to a published page: no number is read into a wrong cell, silently or not."""

from collections import Counter
from random import Random

import pytest

import govdisclosure as gd
from dissected_pages import by_page, dissected_page
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import judge
from test_damage import MUTANTS

PAGES = ("2019_shanghai_bangongting", "2023_shuyang_fagaiju")


@pytest.fixture(params=PAGES)
def page(request, shared):
    """A published page, and how it reads."""
    data = (shared / "corpus" / f"{request.param}.html").read_bytes()
    return data, gd.read(data)


def verdict_on(mutant, *damages):
    """Read a mutant: nothing may be wrong in what is read."""
    reading = gd.read(by_page(mutant).encode())
    verdict = judge(mutant, reading)
    assert not verdict.wrong, ([damage.__name__ for damage in damages], verdict.wrong[:5])
    return verdict


def test_a_page_taken_apart_and_put_together_reads_whole(page):
    document = dissected_page(*page, Random(1))
    reading = gd.read(by_page(document).encode())
    verdict = judge(document, reading)
    assert (verdict.wrong, verdict.found) == ((), verdict.due)
    assert (reading.missing, reading.unplaced) == ((), ())


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_of_a_real_page_puts_a_number_into_a_wrong_cell(page, damage):
    random = Random(damage.__name__)
    for _ in range(MUTANTS):
        try:
            verdict_on(damage(random, dissected_page(*page, random)), damage)
        except gd.NoReport:
            assert damage.__name__ == "cut_off"


def test_nine_in_ten_cells_of_untouched_labelled_rows_are_read(page):
    counted = Counter()
    for damage in DAMAGES:
        random = Random(f"{damage.__name__} counted")
        for _ in range(MUTANTS):
            try:
                verdict = verdict_on(damage(random, dissected_page(*page, random)), damage)
            except gd.NoReport:
                continue
            counted.update(due=verdict.due, found=verdict.found)
    assert counted["found"] >= 0.9 * counted["due"] > 0


def test_two_damages_of_a_real_page_put_no_number_into_a_wrong_cell(page):
    for damage in DAMAGES:
        random = Random(f"{damage.__name__} and another")
        for _ in range(max(MUTANTS // 2, 1)):
            second = random.choice(DAMAGES)
            mutant = damage(random, dissected_page(*page, random))
            if mutant.places():
                try:
                    verdict_on(second(random, mutant), damage, second)
                except gd.NoReport:
                    continue
