"""Every schema of the contract speaks both languages everywhere, and shows valid examples."""

import re
from copy import deepcopy

import attrs
import jsonschema
import pytest

import govdisclosure as gd
from govdisclosure.exports import schema_files
from govdisclosure.reading import Place
from govdisclosure.schemas.specimens import specimen

SCHEMAS = schema_files()
CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")


def told(schema, path):
    """Everything within a schema that must say what it is: itself, definitions, properties."""
    yield path, schema
    for word in ("$defs", "properties"):
        for name, below in schema.get(word, {}).items():
            yield from told(below, f"{path}/{word}/{name}")
    for word in ("items", "additionalProperties", "then", "else"):
        below = schema.get(word)
        if not isinstance(below, dict) or ("properties" in schema and word in ("then", "else")):
            continue  # what is demanded of keys that the schema itself has told of
        yield from list(told(below, f"{path}/{word}"))[1:]


def untold(schema):
    """Where a title or a description is not there in both languages: 中文 | English."""
    for path, below in told(schema, "$"):
        for word in ("title", "description"):
            zh, bar, en = below.get(word, "").partition(" | ")
            if not (bar and CHINESE.search(zh) and LATIN.search(en)):
                yield f"{path}/{word}"
            elif word == "title" and CHINESE.search(en):
                yield f"{path}/{word} in English"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_and_definition_has_title_and_description_in_both_languages(name):
    assert list(untold(SCHEMAS[name])) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_one_language_less_is_noticed_wherever_it_is_missing(name):
    """The walk reaches every title that a schema has: each is made English only, in turn."""
    places = [path for path, _ in told(SCHEMAS[name], "$")]
    assert len(set(places)) == len(places)
    for place in places:
        spoilt = deepcopy(SCHEMAS[name])
        below = dict(told(spoilt, "$"))[place]
        below["title"] = below["title"].partition(" | ")[2]
        assert list(untold(spoilt)) == [f"{place}/title"]


def exemplary(schema):
    """The schema itself and each definition that has examples: with what it takes to check them."""
    yield "$", schema, schema["examples"]
    for name, below in schema.get("$defs", {}).items():
        if "examples" in below:
            alone = {**below, "$schema": schema["$schema"], "$defs": schema["$defs"]}
            yield name, alone, below["examples"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_is_valid(name):
    for place, schema, examples in exemplary(SCHEMAS[name]):
        assert examples, place
        for example in examples:
            jsonschema.Draft202012Validator(schema).validate(example)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_definition_has_examples_but_the_tables_and_groups_of_the_form(name):
    without = {k for k, below in SCHEMAS[name]["$defs"].items() if "examples" not in below}
    assert without <= {
        "AnnualReport",
        "ProactiveDisclosure",
        "Requests",
        "Outcomes",
        "Denied",
        "Unavailable",
        "NotProcessed",
        "ClosedOtherwise",
        "Remedies",
        "Litigation",
    }


@pytest.mark.parametrize("edition", [found.name for found in gd.EDITIONS])
def test_the_specimen_of_an_edition_breaks_nothing(edition):
    review = gd.check(specimen(edition))
    assert review.counts[gd.Outcome.BROKEN] == review.counts[gd.Outcome.UNDETERMINED] == 0
    assert {f.severity for f in review.findings} <= {gd.Severity.NOTE}


def test_the_specimen_of_no_edition_has_a_row_and_lacks_the_others():
    assert [address for address, _ in specimen().cells()] == [
        cell.address for cell in gd.cells() if cell.address.startswith("requests.received.")
    ]


@pytest.mark.parametrize("cls", [gd.Finding, gd.Instance, gd.Needed, gd.Skipped, Place])
def test_a_definition_has_the_keys_of_its_class(cls):
    keys = set(SCHEMAS["review.schema.json"]["$defs"][cls.__name__]["properties"])
    assert keys == {field.name for field in attrs.fields(cls)} - {"figures"}
