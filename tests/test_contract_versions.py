"""What was valid under a version of the contract stays valid under it.

``tests/contract/N`` holds documents that were valid when version N began; they are never changed.
"""

import json
from pathlib import Path

import jsonschema
import pytest

import govdisclosure as gd
from govdisclosure.contract import BASE, CONTRACT_RELEASE, CONTRACT_VERSION
from govdisclosure.exports import schema_files

FOLDER = Path(__file__).parent / "contract" / str(CONTRACT_VERSION)
MEND = "this document was valid: undo the change, or begin another major version (contract.py)"


def test_the_version_has_its_documents():
    """A new major version begins with documents of its own."""
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "profile.json",
        "reports.ndjson",
        "roster.json",
        "waivers.json",
    ]


@pytest.mark.parametrize(
    "line", (FOLDER / "reports.ndjson").read_text(encoding="utf-8").splitlines()
)
def test_a_report_that_was_valid_stays_valid(line):
    schema = schema_files()["report.schema.json"]
    assert jsonschema.Draft202012Validator(schema).is_valid(json.loads(line)), MEND
    assert json.loads(gd.dumps(gd.loads(line))) == json.loads(line), MEND


@pytest.mark.parametrize("name", ["profile", "waivers", "roster"])
def test_a_setting_that_was_valid_stays_valid(name):
    schema = schema_files()[f"{name}.schema.json"]
    document = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(document), MEND


def test_every_identifier_has_the_major_version():
    assert CONTRACT_RELEASE.split(".")[0] == str(CONTRACT_VERSION)
    for schema in schema_files().values():
        assert schema["$id"].startswith(f"{BASE}:")
