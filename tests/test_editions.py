"""The editions of the form are a table: which notice, and for which years."""

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.editions import edition, edition_due


@pytest.mark.parametrize("name", ["2019", "2021"])
def test_an_edition_is_found_by_its_name(name):
    assert edition(name).name == name
    assert edition(name) in gd.EDITIONS


@pytest.mark.parametrize("name", ["2020", "", "2021 ", "latest"])
def test_an_unknown_edition_is_refused_with_the_names_that_there_are(name):
    with pytest.raises(gd.UnknownName) as caught:
        edition(name)
    for text in (caught.value.wording.zh, caught.value.wording.en):
        assert name in text
        assert all(found.name in text for found in gd.EDITIONS)


@pytest.mark.parametrize(
    ("year", "name"),
    [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2025, "2021"), (2100, "2021")],
)
def test_the_edition_due_for_a_year(year, name):
    due = edition_due(year)
    assert due is not None
    assert due.name == name


@pytest.mark.parametrize("year", [None, 2018, 2008, 0])
def test_no_edition_is_known_before_2019_or_without_a_year(year):
    assert edition_due(year) is None


def test_editions_follow_each_other_without_gap_or_overlap():
    """Oldest first; each begins the year after the one before it ends, the last is in use."""
    for older, newer in zip(gd.EDITIONS, gd.EDITIONS[1:], strict=False):
        assert older.last_year is not None
        assert newer.first_year == older.last_year + 1
    assert gd.EDITIONS[-1].last_year is None


def test_each_edition_has_its_own_notice():
    numbers = {found.notice.number for found in gd.EDITIONS}
    assert len(numbers) == len(gd.EDITIONS)


def test_an_edition_is_not_changed_at_run_time():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        gd.EDITIONS[0].last_year = 2030
