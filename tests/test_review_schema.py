"""The schemas of findings and reviews say what ``check --format json`` prints."""

import json

import attrs
import jsonschema
import pytest

import govdisclosure as gd
from govdisclosure.schemas import finding_schema, review_schema
from running import BLANKS, EXAMPLES, GOOD, WRONG, run

REVIEWS = jsonschema.Draft202012Validator(review_schema())
FINDING = jsonschema.Draft202012Validator(finding_schema())
COUNTY = EXAMPLES / "county"
ASKED = {
    "plain": [GOOD, WRONG, BLANKS],
    "all": ["--all", WRONG, BLANKS],
    "local": [
        *("--profile", COUNTY / "profile.toml", "--waivers", COUNTY / "waivers.toml"),
        COUNTY / "reports",
    ],
    "workbook": ["--all", WRONG.with_suffix(".xlsx"), BLANKS.with_suffix(".docx")],
    "unreadable": [EXAMPLES / "make.py", GOOD],
}


@pytest.mark.parametrize("schema", [finding_schema(), review_schema()], ids=["finding", "review"])
def test_a_schema_is_of_the_draft_and_uses_what_it_defines(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert all(f'"#/$defs/{name}"' in text for name in schema["$defs"])


@pytest.mark.parametrize("asked", ASKED)
def test_what_a_check_prints_is_valid(asked):
    result = run("check", "--format", "json", *ASKED[asked])
    printed = json.loads(result.stdout)
    assert [error.message for error in REVIEWS.iter_errors(printed)] == []
    for entry in printed["reports"]:
        assert all(FINDING.is_valid(found) for found in entry.get("findings", []))


def test_every_finding_is_told_whole():
    fields = {field.name for field in attrs.fields(gd.Finding)}
    assert set(finding_schema()["$defs"]["Finding"]["properties"]) == fields


@pytest.mark.parametrize("key", ["rule", "message", "severity"])
def test_a_finding_without_what_it_must_say_is_none(key):
    printed = json.loads(run("check", "--format", "json", WRONG).stdout)
    found = printed["reports"][0]["findings"][0]
    del found[key]
    assert not FINDING.is_valid(found)
    assert not REVIEWS.is_valid(printed)
