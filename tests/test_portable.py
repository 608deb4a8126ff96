"""The rules and the form as data: whole, in both languages, and of one mind with the library."""

import csv
import io
import json
from pathlib import Path

import pytest

import govdisclosure as gd
from govdisclosure.exports import contract_files
from govdisclosure.portable import cells_table, code_lists, crosswalk, rules_object
from govdisclosure.relations import instance_cells, range_named

RULES = rules_object()
CHINESE = range(0x4E00, 0xA000)


def wordings(value, path="$"):
    """Every object with both languages within a value, with where it is."""
    if isinstance(value, dict):
        if {"zh", "en"} <= value.keys():
            yield path, value["zh"], value["en"]
        for key, below in value.items():
            yield from wordings(below, f"{path}.{key}")
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from wordings(below, f"{path}[{place}]")


def test_every_rule_is_there_once_relations_as_data_and_the_others_described():
    ids = [rule["id"] for rule in (*RULES["relations"], *RULES["documents"])]
    assert sorted(ids) == sorted(rule.id for rule in gd.RULES)
    assert all(rule["portable"] for rule in RULES["relations"])
    assert not any(rule["portable"] for rule in RULES["documents"])


@pytest.mark.parametrize(
    "rule", [r for r in gd.RULES if isinstance(r, gd.Relation)], ids=lambda rule: rule.id
)
def test_instances_are_those_of_the_relation(rule):
    plain = next(found for found in RULES["relations"] if found["id"] == rule.id)
    assert [i["at"] for i in plain["instances"]] == list(range_named(rule.over))
    for instance in plain["instances"]:
        for side in ("expected", "stated"):
            for term, written in zip(getattr(rule, side), instance[side], strict=True):
                cells = written.get("cells") or [written["cell"]]
                assert cells == list(instance_cells(term, instance["at"]))
                assert written["coefficient"] == term.coefficient


def test_every_wording_is_in_both_languages():
    found = list(wordings(RULES))
    assert len(found) > 300
    for path, zh, en in found:
        assert any(ord(letter) in CHINESE for letter in zh), path
        assert en.strip(), path


def test_every_cell_of_an_instance_is_in_a_row():
    known = {
        f"{row['address']}.{column}"
        for row in RULES["rows"]
        for layout in row["layouts"]
        for column in layout["columns"]
    }
    assert known == {cell.address for cell in gd.cells()}
    for relation in RULES["relations"]:
        for instance in relation["instances"]:
            for term in (*instance["expected"], *instance["stated"]):
                for cell in term.get("cells") or [term["cell"]]:
                    assert cell.removeprefix("prior.").removeprefix("members.") in known


def read(table):
    return list(csv.DictReader(io.StringIO(table)))


def test_the_table_of_cells_has_all_of_each_edition():
    lines = read(cells_table())
    assert [line["address"] for line in lines] == [cell.address for cell in gd.cells()]
    for edition in gd.EDITIONS:
        there = [line["address"] for line in lines if line[f"in_{edition.name}"] == "yes"]
        assert sorted(there) == sorted(cell.address for cell in gd.cells(edition.name))


def test_code_lists_say_what_each_code_is_in_both_languages_with_its_law():
    lists = {name: read(table) for name, table in code_lists().items()}
    assert {name: len(found) for name, found in lists.items()} == {
        "applicants": 6,
        "outcomes": 22,
        "grounds_of_denial": 8,
        "remedies": 3,
        "results": 4,
    }
    for found in lists.values():
        assert all(value for line in found for key, value in line.items() if key != "editions")
        assert len({line["code"] for line in found}) == len(found)


def test_a_definition_says_the_group_of_a_code_once_in_either_language():
    for table in code_lists().values():
        for line in read(table):
            for definition, mark in ((line["definition_zh"], "："), (line["definition_en"], ": ")):
                parts = definition.split(mark)
                assert len(parts) == len(set(parts)), definition


def test_the_crosswalk_names_every_cell_of_both_editions_once():
    whole, table = crosswalk()
    for edition in gd.EDITIONS:
        named = [a for c in whole["crossings"] for a in c[f"cells_{edition.name}"]]
        assert sorted(named) == sorted(cell.address for cell in gd.cells(edition.name))
    assert len(read(table)) == len(whole["crossings"])


def test_the_crosswalk_builds_no_bridge_where_something_else_is_counted():
    whole, _ = crosswalk()
    for crossing in whole["crossings"]:
        cells = [*crossing["cells_2019"], *crossing["cells_2021"]]
        if any(cell.endswith((".in_force", ".published_total", ".issued")) for cell in cells):
            assert crossing["comparability"] == "none"


def test_every_file_of_the_contract_says_what_it_holds():
    for name, text in contract_files().items():
        if Path(name).suffix == ".json":
            assert json.loads(text)
        assert text.endswith("\n")
