"""Slips of the keyboard in reports filled in by chance: how often the wrong cell is found.

The seeds are fixed, so that every run is the same. 500 reports of each kind are enough to see a
fault; ``GOVDISCLOSURE_SLIPS=5000`` runs as many as the library promises its shares for. Where two
wrong numbers make up for each other nothing is broken, and nothing can be found: those are left
out of the share and may not be more than one in a hundred.
"""

import os
import random

import pytest

import govdisclosure as gd
from mistyped import BLOCKS, RESULTS, TABLE_3, mistyped, right_report

NUMBER = int(os.environ.get("GOVDISCLOSURE_SLIPS", "500"))
LEAST = 0.99


def table_3(report):
    return next(cells for cells in TABLE_3.values() if set(cells) <= dict(report.cells()).keys())


def slips(seed, choose):
    """Yield wrong reports, each with the changes that make it right again."""
    chance = random.Random(seed)
    for _ in range(NUMBER):
        report = right_report(chance)
        wrong = {cell: mistyped(report, cell, chance) for cell in choose(chance, report)}
        yield report.replace(wrong), {cell: report.get(cell) for cell in wrong}


def share(of, number=NUMBER):
    return sum(of) / number


@pytest.mark.parametrize("edition", TABLE_3)
def test_reports_by_chance_are_right(edition):
    chance = random.Random(0)
    reports = [right_report(chance) for _ in range(20)]
    assert [f for r in reports for f in gd.check(r).findings if f.difference is not None] == []
    assert any(table_3(report) == TABLE_3[edition] for report in reports)


def test_one_wrong_cell_of_table_3_is_the_first_suggestion():
    found = [
        gd.suggest(wrong)[0].changes == right
        for wrong, right in slips(1, lambda c, r: [c.choice(table_3(r))])
    ]
    assert share(found) >= LEAST


def test_two_wrong_cells_of_table_3_are_among_the_smallest_sets():
    suggested = [
        (gd.suggest(wrong), right)
        for wrong, right in slips(2, lambda c, r: c.sample(table_3(r), 2))
    ]
    broken = [(found, right) for found, right in suggested if found]
    assert share([True] * len(broken)) >= LEAST
    among = [any(c.changes == right for c in found) for found, right in broken]
    assert share(among, len(broken)) >= LEAST


def test_a_wrong_total_of_table_4_is_the_first_suggestion():
    found = [
        gd.suggest(wrong)[0].changes == right
        for wrong, right in slips(3, lambda c, _: [f"{c.choice(BLOCKS)}.total"])
    ]
    assert share(found) >= LEAST


def test_a_wrong_part_of_table_4_is_among_the_four_that_cannot_be_told_apart():
    for wrong, right in slips(4, lambda c, _: [f"{c.choice(BLOCKS)}.{c.choice(RESULTS)}"]):
        parts = [
            c.changes for c in gd.suggest(wrong) if not next(iter(c.changes)).endswith("total")
        ]
        assert right in parts
        assert len(parts) <= len(RESULTS)


def test_every_correction_of_a_slip_leaves_nothing_broken():
    for wrong, _ in slips(5, lambda c, r: c.sample(table_3(r), 2)):
        for correction in gd.suggest(wrong):
            findings = gd.check(wrong.replace(correction.changes)).findings
            assert [f for f in findings if f.difference is not None] == []
