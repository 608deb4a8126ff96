"""Whatever happened to a document: no number is read into a wrong cell, silently or not.

Set GOVDISCLOSURE_MUTANTS to try more than the usual number of mutants of each document.
"""

import os
from collections import Counter
from random import Random

import pytest

import govdisclosure as gd
from dissected import dissected
from dissected_markdown import by_its_pipes, dissected_markdown
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import Verdict, judge
from govdisclosure.strategies.documents.table_damages import split_table, swap_heads
from govdisclosure.strategies.documents.text import (
    by_lines,
    by_markdown,
    by_piped_lines,
    by_pipes,
    by_spaces,
    by_tabs,
    in_spaces,
)
from govdisclosure.strategies.documents.writing import written

MUTANTS = int(os.environ.get("GOVDISCLOSURE_MUTANTS", "3"))
"""Mutants of each document by each damage; half as many get a second damage."""
CORPUS = (
    "2023_huojia_shizhuangzhen.txt",
    "2023_huaian_hongzequ.txt",
    "2023_suqian_shizhengfu.md",
    "2024_suqian_shizhengfu.md",
    "2024_shanghai_kewei.md",
)
PRINTED = {
    "tabs": by_tabs,
    "blanks": by_tabs,
    "markdown": by_markdown,
    "markdownblanks": by_markdown,
    "pipes": by_pipes,
    "pipesblanks": by_pipes,
    "lines": by_lines,
    "pipedlines": by_piped_lines,
}
"""Ways to print exact rows. Where a blank leaves no line, the forms have none to begin with."""


def numbered(edition, random, *, blanks=0.0):
    """A report whose every number is unique; some cells are blank."""
    report = gd.AnnualReport.blank_form(edition, fill=0)
    unique = iter(random.sample(range(100, 1000), 250))
    small = iter(random.sample(range(10, 100), 30))
    return report.replace(
        {"year": 2022, "title": "某县测试镇人民政府2022年政府信息公开工作年度报告"}
    ).replace(
        {
            address: None
            if random.random() < blanks and not address.startswith("remedies")
            else next(small if address.startswith("remedies") else unique)
            for address, _ in report.cells()
        }
    )


def documents(name, shared, random):
    """The named document, and what makes a text of it."""
    if name in CORPUS:
        text = (shared / "corpus" / name).read_text(encoding="utf-8")
        if name.endswith(".md"):
            return dissected_markdown(text, random), by_its_pipes
        return dissected(text, random), by_tabs if "\t" in text else by_spaces
    form, edition = name.split("-")
    document = written(numbered(edition, random, blanks=0.05 if form.endswith("blanks") else 0.0))
    if form in ("narrow", "wide"):
        return in_spaces(document, wide=1 if form == "narrow" else 2), by_spaces
    return document, PRINTED[form]


NAMES = (
    *CORPUS,
    *(f"{form}-{e.name}" for form in (*PRINTED, "narrow", "wide") for e in gd.EDITIONS),
)


@pytest.mark.parametrize("name", NAMES)
def test_an_undamaged_document_is_read_whole(name, shared):
    """Every number is in its cell, and nothing is missing or unplaced."""
    document, print_it = documents(name, shared, Random(name))
    reading = gd.read(print_it(document).encode())
    verdict = judge(document, reading)
    assert (verdict.wrong, verdict.found) == ((), verdict.due)
    assert (reading.missing, reading.unplaced) == ((), ())


@pytest.mark.parametrize("name", NAMES)
def test_no_damage_puts_a_number_into_a_wrong_cell(name, shared):
    """A cell is right or accounted for, and nine in ten of untouched, labelled rows are read."""
    counted = Counter()
    for damage in DAMAGES:
        random = Random(f"{name} {damage.__name__}")
        for _ in range(MUTANTS):
            document, print_it = documents(name, shared, random)
            verdict = verdict_on(damage(random, document), print_it, damage)
            counted.update(due=verdict.due, found=verdict.found)
    assert counted["found"] >= 0.9 * counted["due"] > 0


@pytest.mark.parametrize("name", NAMES)
def test_two_damages_put_no_number_into_a_wrong_cell(name, shared):
    """What one damage hides from sight, another does not make a wrong number of."""
    for damage in DAMAGES:
        random = Random(f"{name} {damage.__name__} and another")
        for _ in range(max(MUTANTS // 2, 1)):
            document, print_it = documents(name, shared, random)
            second = random.choice(DAMAGES)
            mutant = damage(random, document)
            if mutant.places():
                verdict_on(second(random, mutant), print_it, damage, second)


def verdict_on(mutant, print_it, *damages):
    """Read a mutant: nothing may be wrong in what is read, and only little text is no report."""
    text = print_it(mutant)
    names = [damage.__name__ for damage in damages]
    try:
        reading = gd.read(text.encode())
    except gd.NoReport:
        assert "cut_off" in names, text
        return Verdict((), 0, 0)
    verdict = judge(mutant, reading)
    assert not verdict.wrong, f"{names}: {verdict.wrong[:5]}\n{text}"
    return verdict


@pytest.mark.parametrize("name", ["tabs-2021", "markdown-2021", "pipes-2021", "lines-2021"])
def test_heads_that_changed_hold_for_the_part_of_the_table_that_goes_on_below(name, shared):
    """The part has no heads of its own; it is not taken in the form's order instead."""
    for seed in range(5):
        random = Random(f"{name} {seed}")
        document, print_it = documents(name, shared, random)
        mutant = swap_heads(random, split_table(random, document))
        assert not judge(mutant, gd.read(print_it(mutant).encode())).wrong
