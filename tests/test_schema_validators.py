"""Every schema is good under the validators that others use, and they say the same of documents.

Set GOVDISCLOSURE_AGREEMENTS to compare them on more than the usual number of documents.
"""

import json
import subprocess
import sys
from functools import cache
from itertools import cycle
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

import govdisclosure as gd
from govdisclosure.conformance import conformance_cases
from govdisclosure.exports import contract_files, schema_files
from mutated import ODD, mutants
from peers import JAVASCRIPT, packages, program
from running import BLANKS, EXAMPLES, GOOD, WRONG, run
from test_schema import WHOLE

ROOT = Path(__file__).parent.parent
SCHEMAS = schema_files()
FILES = contract_files()
VERDICTS = Path(__file__).parent / "javascript" / "verdicts.mjs"
COUNTY = EXAMPLES / "county"
DESCRIBED = {
    "rules.json": "rules.schema.json",
    "categories.json": "categories.schema.json",
    "crosswalk-2019-2021.json": "crosswalk-2019-2021.schema.json",
}


@cache
def validator(name):
    return jsonschema.Draft202012Validator(SCHEMAS[name])


@cache
def older_validator(name):
    """A validator of draft-07, of the schema without the keys that name its draft and itself."""
    plain = {key: found for key, found in SCHEMAS[name].items() if key not in ("$schema", "$id")}
    return jsonschema.Draft7Validator(plain)


@cache
def quick_validator(name):
    return jsonschema_rs.Draft202012Validator(SCHEMAS[name])


@pytest.fixture(scope="module")
def ajv(tmp_path_factory):
    """Asks ajv in strict mode about documents, all of them in one process."""
    node, _ = program("node"), packages()
    schemas = tmp_path_factory.mktemp("ajv") / "schemas.json"
    schemas.write_text(json.dumps(SCHEMAS), encoding="utf-8")

    def ask(documents):
        lines = [json.dumps({"schema": name, "document": found}) for name, found in documents]
        done = subprocess.run(
            [node, str(VERDICTS), str(schemas)],
            input="\n".join(lines).encode(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        assert done.stderr == b""
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_of_the_draft(name):
    assert SCHEMAS[name]["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    jsonschema_rs.meta.validate(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(name):
    text = json.dumps(SCHEMAS[name])
    defined = SCHEMAS[name].get("$defs", {})
    assert all(f'"$ref": "#/$defs/{used}"' in text for used in defined)
    assert text.count('"$ref": "#/$defs/') == text.count('"$ref"')
    for found in text.split('"$ref": "#/$defs/')[1:]:
        assert found[: found.index('"')] in defined


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_keyword_depends_on_what_a_validator_may_leave_out(name):
    """Formats are only annotations to some, and patterns that look ahead unknown to others."""
    text = json.dumps(SCHEMAS[name])
    assert '"format"' not in text
    assert "(?" not in text


def test_the_committed_schemas_pass_the_check_of_check_jsonschema():
    files = sorted(map(str, (ROOT / "schemas").rglob("*.schema.json")))
    assert len(files) == len(SCHEMAS)
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def test_ajv_in_strict_mode_takes_every_schema_and_its_examples(ajv):
    examples = [(name, found) for name, made in SCHEMAS.items() for found in made["examples"]]
    assert ajv(examples) == [True] * len(examples)


def test_the_example_with_ajv_names_the_key_the_values_and_the_file_that_are_wrong(tmp_path):
    node, _ = program("node"), packages()
    report = json.loads((EXAMPLES / "township-2023.json").read_text(encoding="utf-8"))
    spoilt = tmp_path / "spoilt.json"
    spoilt.write_text(json.dumps({**report, "scope": "all", "extra": 1}), encoding="utf-8")

    def say(*paths):
        command = [node, str(JAVASCRIPT / "validate.mjs"), *map(str, paths)]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    done = say(ROOT / "schemas" / "report.schema.json", spoilt)
    assert done.returncode == 1
    assert "/ must NOT have additional properties: 'extra'" in done.stdout
    assert '/scope must be equal to one of the allowed values: "own", "consol' in done.stdout
    lacking = say(ROOT / "schemas" / "report.schema.json", tmp_path / "none.json")
    assert (lacking.returncode, lacking.stdout) == (2, "")
    assert "none.json" in lacking.stderr
    assert say().returncode == 2


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_file_of_the_contract_is_valid_under_its_schema(name):
    validator(DESCRIBED[name]).validate(json.loads(FILES[name]))


def test_every_file_of_json_has_a_schema():
    plain = {name for name in FILES if name.endswith(".json") and ".schema." not in name}
    assert plain == set(DESCRIBED)


@pytest.mark.parametrize("name", ["described", "drawn"])
def test_every_case_is_valid_under_the_schema_of_cases(name):
    for line in FILES[f"conformance/{name}.ndjson"].splitlines():
        assert quick_validator("conformance/case.schema.json").is_valid(json.loads(line))


def test_an_answer_is_valid_under_the_schema_of_answers():
    for case in conformance_cases():
        outcomes = json.loads(case.line())["expected"]
        answer = {"id": case.id, "outcomes": outcomes}
        assert quick_validator("conformance/answer.schema.json").is_valid(answer)


def _printed(*arguments):
    return json.loads(run("check", "--format", "json", *arguments).stdout)


@cache
def documents():
    """Right documents of every schema, by its name."""
    found = {name: list(schema["examples"]) for name, schema in SCHEMAS.items()}
    forms = [
        json.loads(text)
        for text in [
            *WHOLE,
            *(gd.dumps(gd.read(sample).report) for sample in (GOOD, WRONG, BLANKS)),
        ]
    ]
    local = ("--profile", COUNTY / "profile.toml", "--waivers", COUNTY / "waivers.toml")
    reviews = [_printed(GOOD, WRONG, BLANKS), _printed(*local, COUNTY / "reports")]
    for name in ("report.schema.json", "2019/report.schema.json", "2021/report.schema.json"):
        found[name] += forms
    found["review.schema.json"] += reviews
    found["finding.schema.json"] += [
        one for review in reviews for entry in review["reports"] for one in entry["findings"]
    ]
    return found


def test_validators_agree_on_right_and_spoilt_documents(ajv, agreements):
    """Ajv at its strictest, jsonschema and jsonschema-rs, on documents of every schema."""
    drawn = list(mutants(documents(), agreements, seed=6))
    verdicts = ajv(drawn)
    assert len(verdicts) == agreements
    for (name, document), verdict in zip(drawn, verdicts, strict=True):
        said = validator(name).is_valid(document), quick_validator(name).is_valid(document)
        assert said == (verdict, verdict), (name, json.dumps(document))
    for name in SCHEMAS:
        seen = [v for (of, _), v in zip(drawn, verdicts, strict=True) if of == name]
        assert 0.1 < sum(seen) / len(seen) < 0.9, name


def test_a_validator_of_draft_07_says_the_same_of_documents(agreements):
    """What the page on other languages tells those who have no newer one."""
    for name, document in mutants(documents(), agreements, seed=9):
        said = older_validator(name).is_valid(document)
        assert said == validator(name).is_valid(document), (name, json.dumps(document))


@pytest.mark.parametrize("name", SCHEMAS)
def test_validators_agree_on_odd_values(name, ajv):
    """Each odd value as the whole document, and in one of the outermost keys of an example."""
    (whole, *_) = SCHEMAS[name]["examples"]
    odd = [(name, value) for value in ODD]
    odd += [(name, {**whole, key: value}) for key, value in zip(cycle(whole), ODD, strict=False)]
    for (_, document), verdict in zip(odd, ajv(odd), strict=True):
        said = validator(name).is_valid(document), quick_validator(name).is_valid(document)
        assert said == (verdict, verdict), json.dumps(document)
        assert older_validator(name).is_valid(document) == verdict, json.dumps(document)
