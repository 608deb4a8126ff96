"""The classes say what the definition of the form says: every cell, label, basis and edition."""

import re
import tomllib

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.editions import edition
from govdisclosure.records.applicants import ORGANIZATIONS
from govdisclosure.records.cells import rows
from govdisclosure.records.form import columns, parts
from govdisclosure.records.report import HEADINGS
from govdisclosure.records.requests import APPLICANTS_HEAD, CORNER

EDITIONS = [found.name for found in gd.EDITIONS]
REMEDY_BASIS = "50(3)"  # the definition of the form leaves it open; FACTS cites the item


@pytest.fixture(scope="session")
def form(shared):
    """The definition of the form, parsed."""
    return tomllib.loads((shared / "form" / "form.toml").read_text(encoding="utf-8"))


def defined_rows(form, name):
    """The rows of an edition by address: (zh with its group, en, columns by name, basis)."""
    found = {}
    for row in form[f"proactive_{name}"]:
        address = f"proactive_disclosure.{row['row']}"
        found[address] = (row["zh"], row["en"], row["columns"], row["basis"])
    applicants = {column["name"]: column["zh"] for column in form["applicant"]}
    for row in form["request_row"]:
        if int(name) in row.get("editions", [int(name)]):
            found[f"requests.{row['row']}"] = (in_group(row), row["en"], applicants, row["basis"])
    results = {column["name"]: column["zh"] for column in form["remedy_column"]}
    for row in form["remedy"]:
        address = f"remedies.{row['block']}"
        found[address] = (in_group(row), row["en"], results, REMEDY_BASIS)
    return found


def in_group(row):
    """The label of a row after that of its group."""
    return f"{row['parent']} {row['zh']}" if "parent" in row else row["zh"]


def places(text):
    """The places in the Regulations that a basis names, as (article, paragraph, item)."""
    found = re.findall(r"(?<![\d〔])(\d{1,2})(?:\.(\d+))?(?:\((\d+)\))?(?=,|;|$)", text)
    return [tuple(int(part) if part else None for part in place) for place in found]


def cited(basis):
    """The places in the Regulations that a basis cites."""
    return [
        (c.article, c.paragraph, c.item) for c in basis.citations if c.instrument.number == ORDER
    ]


ORDER = "国务院令第711号"


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_has_the_defined_cells_in_the_defined_order_under_the_defined_labels(form, name):
    defined = [
        (f"{address}.{column}", f"{zh} {label}")
        for address, (zh, _, labels, _) in defined_rows(form, name).items()
        for column, label in labels.items()
    ]
    assert [(cell.address, cell.zh) for cell in gd.cells(name)] == defined


@pytest.mark.parametrize("name", EDITIONS)
def test_rows_bear_the_defined_english_labels(form, name):
    defined = {address: en for address, (_, en, _, _) in defined_rows(form, name).items()}
    assert {row.address: row.full_label.en for row in rows(name)} == defined


@pytest.mark.parametrize("name", EDITIONS)
def test_cells_cite_the_defined_places_of_the_regulations(form, name):
    """A row without a basis in the definition says that it has none."""
    defined = {address: places(basis) for address, (*_, basis) in defined_rows(form, name).items()}
    assert {row.address: cited(row.basis) for row in rows(name)} == defined
    plain = {address for address, found in defined.items() if not found}
    assert {row.address for row in rows(name) if row.basis.absence is not None} == plain
    assert {cell.address: cell.basis for cell in gd.cells(name)} == {
        f"{row.address}.{column}": row.basis for row in rows(name) for column in row.columns
    }


def test_a_basis_outside_the_regulations_is_cited_too(form):
    outside = {
        f"requests.{row['row']}": row["basis"].partition(";")[2].strip()
        for row in form["request_row"]
        if ";" in row["basis"]
    }
    assert outside
    for address, number in outside.items():
        (row,) = [found for found in rows() if found.address == address]
        assert number in {citation.instrument.number for citation in row.basis.citations}


@pytest.mark.parametrize("name", EDITIONS)
def test_the_printed_item_of_table_two_is_the_place_that_is_cited(form, name):
    """The table prints 第二十条第（一）项 beside its rows: the same words as the citation's."""
    printed = {row["row"]: row["item"] for row in form[f"proactive_{name}"]}
    own = {
        row.name: "、".join(citation.place.zh for citation in row.basis.citations)
        for row in rows(name)
        if row.table == "proactive_disclosure"
    }
    assert own == printed


def test_the_kind_of_every_cell(form):
    """A change has a sign, an amount is money, and all else is counted."""
    kinds = {"change": gd.Kind.CHANGE, "amount": gd.Kind.AMOUNT}
    defined = {
        f"{address}.{column}": kinds.get(column, gd.Kind.COUNT)
        for name in EDITIONS
        for address, (_, _, labels, _) in defined_rows(form, name).items()
        for column in labels
    }
    assert {cell.address: cell.kind for cell in gd.cells()} == defined


def test_applicants_have_the_defined_english_labels_and_heads(form):
    own = {
        name: (column.label.en, column.head.zh if column.head else "")
        for name, column in columns(gd.ByApplicant).items()
    }
    assert own == {c["name"]: (c["en"], c["group"]) for c in form["applicant"]}


def test_results_have_the_defined_english_labels(form):
    own = {name: column.label.en for name, column in columns(gd.ByResult).items()}
    assert own == {column["name"]: column["en"] for column in form["remedy_column"]}


@pytest.mark.parametrize(("name", "number"), [(None, 224), ("2021", 200), ("2019", 198)])
def test_how_many_cells_there_are(name, number):
    assert len(gd.cells(name)) == number


@pytest.mark.parametrize("name", EDITIONS)
def test_each_table_has_the_defined_number_of_cells(form, name):
    defined = form["editions"][name]
    counted = {
        "proactive_disclosure": defined["proactive_cells"],
        "requests": defined["request_cells"],
        "remedies": defined["remedy_cells"],
    }
    tables = [cell.table for cell in gd.cells(name)]
    assert {table: tables.count(table) for table in counted} == counted
    assert len(tables) == sum(counted.values())


@pytest.mark.parametrize("name", EDITIONS)
def test_each_edition_has_the_defined_number_of_outcomes(form, name):
    leaves = [
        row.name
        for row in rows(name)
        if row.name.startswith("outcomes.") and row.name != "outcomes.total"
    ]
    assert len(leaves) == form["editions"][name]["outcome_leaves"]


def test_the_editions_are_those_defined_with_their_notices_and_years(form):
    """The last edition defined is in use: it has a first year and no last one."""
    assert list(form["editions"]) == EDITIONS
    for name, defined in form["editions"].items():
        own = edition(name)
        assert own.notice.number == defined["document"]
        assert own.first_year == defined["years"][0]
        assert own.last_year in (defined["years"][-1], None)
    assert [found.name for found in gd.EDITIONS if found.last_year is None] == EDITIONS[-1:]


def headings(field):
    """The headings of a section by edition, whatever its kind."""
    if field.name in parts(gd.AnnualReport):
        return parts(gd.AnnualReport)[field.name].labels
    return field.metadata[HEADINGS]


def test_the_sections_stand_in_the_forms_order_under_their_headings(form):
    sections = {section["name"]: section for section in form["section"]}
    fields = [field for field in attrs.fields(gd.AnnualReport) if field.name in sections]
    assert [field.name for field in fields] == list(sections)
    for field in fields:
        defined = sections[field.name]
        own = headings(field)
        assert own["2021"] == gd.Wording(defined["zh"], defined["en"])
        assert own["2019"] == gd.Wording(defined.get("zh_2019", defined["zh"]), defined["en"])


def test_a_section_is_a_table_or_a_text_as_defined(form):
    tables = [section["name"] for section in form["section"] if section["kind"] == "table"]
    assert list(parts(gd.AnnualReport)) == tables


def test_the_fixed_texts_of_table_three(form):
    texts = form["requests_texts"]
    assert CORNER.zh == texts["corner"]
    assert gd.Wording(**texts["columns_head"]) == APPLICANTS_HEAD
    assert gd.Wording(**texts["organizations_head"]) == ORGANIZATIONS
    assert parts(gd.Requests)["outcomes"].label == gd.Wording(**texts["outcomes_head"])


@pytest.mark.parametrize("group", ["denied", "unavailable", "not_processed", "closed_otherwise"])
def test_the_groups_of_table_three_bear_the_defined_labels(form, group):
    assert parts(gd.Outcomes)[group].label == gd.Wording(**form["requests_texts"][group])


def test_the_groups_of_rows_are_the_defined_ones(form):
    """Each row that the definition puts in a group stands in the part of that name and label."""
    for row in form["request_row"]:
        group, _, name = row["row"].rpartition(".")
        if "parent" in row:
            below = parts(gd.Outcomes)[group.removeprefix("outcomes.")]
            assert below.label.zh == row["parent"]
            assert any(name in parts(layout) for layout in below.layouts)
