"""A change of the contract has the release that it asks for.

``tests/contract/N`` holds version N as its last release left it, and documents that were valid
when it began, which are never changed. A release that is out is saved by ``saved_contract.py``.
"""

import json
from collections import Counter
from copy import deepcopy
from decimal import Decimal
from random import Random

import jsonschema
import jsonschema_rs
import pytest

import govdisclosure as gd
from evolution import Change, Way, bare, changes
from govdisclosure.conformance import Expected
from govdisclosure.conformance.described import FAMILIES, case_of
from govdisclosure.contract import BASE, CONTRACT_RELEASE, CONTRACT_VERSION
from govdisclosure.exports import schema_files
from mutated import mutants
from saved_contract import FOLDER, facts

SCHEMAS = schema_files()
WRITTEN = {"finding", "review", "rules", "categories", "crosswalk-2019-2021", "conformance/case"}
"""What the library writes and others read; all else others may write."""
MEND = "this document was valid: undo the change, or begin another major version (contract.py)"
ASKED = "undo these changes, or set CONTRACT_RELEASE (contract.py) to the release that they ask for"
LEVELS = ("patch", "minor", "major")
"""What a change asks for."""


def loaded(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"), parse_float=Decimal)


def asked(way, name):
    """What a change of the schema of that name asks for.

    No document that was valid may become invalid. Who reads what the library writes must be able
    to rely on what it says; a further key is for them to ignore.
    """
    if way is Way.NARROWER or (way is Way.WIDER and name in WRITTEN):
        return "major"
    return "minor"


def changes_of_schemas(old, new):
    """What differs between schemas: (what is asked for, what differs)."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield "major", f"{name} is not there"
        elif name not in old:
            yield "minor", f"{name} is new"
        else:
            for change in changes(old[name], new[name]):
                short = name.removesuffix(".schema.json")
                yield asked(change.way, short), f"{name}: {change.place} is {change.way.value}"


def changes_of_facts(old, new):
    """What differs between what has a name: (what is asked for, what differs)."""
    for kind in sorted(old.keys() | new.keys()):
        was, now = old.get(kind, {}), new.get(kind, {})
        for name in sorted(was.keys() | now.keys()):
            if name not in was:
                yield "minor", f"{kind} {name} is new"
            elif name not in now:
                yield "major", f"{kind} {name} is not there"
            elif was[name] != now[name]:
                yield "major", f"{kind} {name} was {was[name]}, is {now[name]}"


def allowed(old, new):
    """What may change from one release to another: patch, minor or major."""
    before, after = ([int(part) for part in release.split(".")] for release in (old, new))
    assert after >= before, f"{new} comes before {old}"
    return "major" if after[0] > before[0] else "minor" if after[1] > before[1] else "patch"


def refused(found, old, new):
    """The changes that a release does not allow, each as a sentence that says what to do."""
    may = LEVELS.index(allowed(old, new))
    return [f"{what}: a {level} release" for level, what in found if LEVELS.index(level) > may]


# ---- the contract as it is now


def test_the_version_has_its_documents():
    """A new major version begins with documents of its own."""
    assert {
        *("profile.json", "reports.ndjson", "roster.json", "waivers.json"),
        *("release.json", "facts.json", "schemas", "cases"),
    } == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize(
    "line", (FOLDER / "reports.ndjson").read_text(encoding="utf-8").splitlines()
)
def test_a_report_that_was_valid_stays_valid(line):
    schema = SCHEMAS["report.schema.json"]
    assert jsonschema.Draft202012Validator(schema).is_valid(json.loads(line)), MEND
    assert json.loads(gd.dumps(gd.loads(line))) == json.loads(line), MEND


@pytest.mark.parametrize("name", ["profile", "waivers", "roster"])
def test_a_setting_that_was_valid_stays_valid(name):
    schema = SCHEMAS[f"{name}.schema.json"]
    assert jsonschema.Draft202012Validator(schema).is_valid(loaded(f"{name}.json")), MEND


def test_every_identifier_has_the_major_version():
    assert CONTRACT_RELEASE.split(".")[0] == str(CONTRACT_VERSION)
    for schema in SCHEMAS.values():
        assert schema["$id"].startswith(f"{BASE}:")


def saved_schemas():
    folder = FOLDER / "schemas"
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text("utf-8"))
        for path in folder.rglob("*.json")
    }


def test_what_has_changed_since_the_last_release_has_its_release():
    """Every change that the release of now does not allow is listed, with the one that does."""
    found = [
        *changes_of_schemas(saved_schemas(), SCHEMAS),
        *changes_of_facts(loaded("facts.json"), facts()),
    ]
    assert refused(found, loaded("release.json")["release"], CONTRACT_RELEASE) == [], ASKED


@pytest.mark.parametrize("family", FAMILIES)
def test_an_instance_comes_to_what_it_came_to(family):
    """The cases of the last release, with the outcomes that they had."""
    for plain in loaded(f"cases/{family}.json"):
        case = case_of(plain)
        review = gd.check(case.report, prior=case.prior, members=case.members)
        now = {(found.rule, found.at): Expected.of(found) for found in review.instances}
        for expected in case.expected:
            assert now[expected.rule, expected.at] == expected, plain["description"]


# ---- what would be noticed


def changed(name, *path, to=None):
    """The schemas with one thing in one of them changed, or taken away where *to* is None."""
    made = deepcopy(SCHEMAS)
    *above, last = path
    place = made[f"{name}.schema.json"]
    for key in above:
        place = place[key]
    if to is None:
        del place[last]
    else:
        place[last] = to
    return made


ROW = ("$defs", "ByApplicant")
FINDING = ("$defs", "Finding")
DELIBERATE = {
    "a longer title": (("report", "title"), "另一标题 | Another title", []),
    "another example": (("report", "examples"), [1], []),
    "a column is gone": (("report", *ROW, "properties", "total"), None, ["major"]),
    "a column need not be there": (("report", *ROW, "required", 0), None, ["minor"]),
    "a new column": (("report", *ROW, "properties", "foreign"), {"type": "integer"}, ["minor"]),
    "a key must be there": (("roster", "$defs", "Body", "required"), ["name", "code"], ["major"]),
    "a smaller maximum": (("report", *ROW, "properties", "total", "maximum"), 10, ["major"]),
    "a greater maximum": (("report", *ROW, "properties", "total", "maximum"), 10**13, ["minor"]),
    "no maximum": (("report", *ROW, "properties", "total", "maximum"), None, ["minor"]),
    "text for a number": (
        ("report", *ROW, "properties", "total", "type"),
        ["string", "null"],
        ["major", "minor"],
    ),
    "no blanks": (("report", *ROW, "properties", "total", "type"), "integer", ["major"]),
    "a further scope": (
        ("report", "properties", "scope", "enum"),
        ["own", "consolidated", "both", None],
        ["minor"],
    ),
    "another pattern": (
        ("report", "properties", "published", "pattern"),
        "^[0-9]{4}$",
        ["major", "minor"],
    ),
    "other keys are taken": (("report", *ROW, "additionalProperties"), True, ["minor"]),
    "a new key of findings": (("finding", *FINDING, "properties", "url"), {}, ["minor"]),
    "a key that findings may lack": (("finding", *FINDING, "required", 0), None, ["major"]),
    "a further severity": (
        ("finding", *FINDING, "properties", "severity", "enum"),
        ["error", "warning", "note", "fatal"],
        ["major"],
    ),
    "a severity less": (
        ("finding", *FINDING, "properties", "severity", "enum"),
        ["error", "warning"],
        ["major"],
    ),
    "findings with any keys": (("finding", *FINDING, "additionalProperties"), True, ["major"]),
    "a number that may be text": (
        ("review", "$defs", "Needed", "properties", "value"),
        {"type": ["number", "string"]},
        ["major"],
    ),
    "a row that may be null": (
        ("rules", "$defs", "Row", "properties", "label"),
        {"type": ["object", "null"], "if": {"type": "object"}, "then": {"$ref": "#/$defs/Wording"}},
        ["major"],
    ),
    "a layout less": (
        ("report", "$defs", "ProactiveDisclosure", "properties", "fees"),
        {"$ref": "#/$defs/FeeItems"},
        ["major", "minor"],
    ),
}


@pytest.mark.parametrize("deliberate", DELIBERATE)
def test_a_change_of_a_schema_asks_for_its_release(deliberate):
    """Wherever the definition is used, each change is told; nothing else is."""
    (name, *path), to, levels = DELIBERATE[deliberate]
    found = list(changes_of_schemas(SCHEMAS, changed(name, *path, to=to)))
    assert sorted({level for level, _ in found}) == levels, found
    assert all(what.startswith(f"{name}.schema.json: ") for _, what in found)


def test_a_schema_more_is_minor_and_one_less_is_major():
    fewer = {name: made for name, made in SCHEMAS.items() if name != "roster.schema.json"}
    assert [level for level, _ in changes_of_schemas(fewer, SCHEMAS)] == ["minor"]
    assert [level for level, _ in changes_of_schemas(SCHEMAS, fewer)] == ["major"]


@pytest.mark.parametrize("kind", facts())
def test_what_has_a_name_stays_and_means_the_same(kind):
    """For a rule, an instance, a cell, a code, a file: one more, one less, another meaning."""
    whole = facts()
    name = next(iter(whole[kind]))
    others = {key: found for key, found in whole[kind].items() if key != name}
    fewer = {**whole, kind: others}
    altered = {**whole, kind: {**others, name: "something else"}}
    for old, new, level in [
        (whole, whole, []),
        (fewer, whole, ["minor"]),
        (whole, fewer, ["major"]),
        (whole, altered, ["major"]),
    ]:
        found = list(changes_of_facts(old, new))
        assert [one for one, _ in found] == level
        assert all(name in what for _, what in found)


@pytest.mark.parametrize(
    ("old", "new", "levels"),
    [
        ("1.0.0", "1.0.0", ["patch"]),
        ("1.0.0", "1.0.1", ["patch"]),
        ("1.0.0", "1.1.0", ["patch", "minor"]),
        ("1.9.3", "1.10.0", ["patch", "minor"]),
        ("1.1.0", "2.0.0", ["patch", "minor", "major"]),
    ],
)
def test_a_release_allows_what_its_number_says(old, new, levels):
    assert refused([(level, "it") for level in levels], old, new) == []
    assert len(refused([(level, "it") for level in LEVELS], old, new)) == 3 - len(levels)


def test_no_release_comes_before_the_last():
    with pytest.raises(AssertionError, match="before"):
        refused([], "1.1.0", "1.0.9")


# ---- nothing goes unnoticed: schemas changed by chance, and what they then take


def _parts(schema):
    """Every schema within a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key, below in schema.items():
        if key in ("properties", "$defs"):
            for inner in below.values():
                yield from _parts(inner)
        elif key != "const":
            yield from _parts(below)


def _altered(schema, chance):
    """A schema with one keyword changed by chance; None where that makes none."""
    made = bare(deepcopy(schema))
    place = chance.choice([found for found in _parts(made) if found])
    key = chance.choice(sorted(place))
    value = place[key]
    if key in ("$ref", "$schema", "$id", "$defs"):
        return None
    if isinstance(value, bool):
        place[key] = not value
    elif isinstance(value, int):
        place[key] = max(0, value + chance.choice([-1, 1, -1000, 10**6]))
    elif isinstance(value, list) and key in ("enum", "required", "type") and len(value) > 1:
        value.remove(chance.choice(value))
    elif key == "properties" and value:
        del value[chance.choice(sorted(value))]
    elif chance.random() < 0.5:
        del place[key]
    elif key == "type":
        place[key] = chance.choice(["integer", "number", "string", ["string", "null"]])
    elif key == "pattern":
        place[key] = "^[0-9]"
    else:
        return None
    return made


NOTICED = {Way.NARROWER: {Way.NARROWER}, Way.WIDER: {Way.WIDER, Way.NEW_KEY}}


@pytest.mark.parametrize(
    "name", ["report", "finding", "review", "roster", "profile", "rules", "conformance/answer"]
)
def test_whatever_makes_a_document_valid_or_invalid_is_noticed(name):
    """In both directions: what a schema is changed to, and what it is changed from."""
    schema, chance, seen = SCHEMAS[f"{name}.schema.json"], Random(name), Counter()
    documents = [
        document for _, document in mutants({name: [*schema["examples"]]}, number=400, seed=6)
    ]
    before = list(map(jsonschema_rs.validator_for(schema).is_valid, documents))
    for _ in range(250):
        other = _altered(schema, chance)
        if other is None:
            continue
        after = list(map(jsonschema_rs.validator_for(other).is_valid, documents))
        for old, new, was, now in ((schema, other, before, after), (other, schema, after, before)):
            ways = {change.way for change in changes(old, new)}
            pairs = set(zip(was, now, strict=True))
            for way, pair in ((Way.NARROWER, (True, False)), (Way.WIDER, (False, True))):
                if pair in pairs:
                    seen[way] += 1
                    assert ways & NOTICED[way], (changes(old, new), old, new)
    assert min(seen[way] for way in NOTICED) > 20


def test_the_same_schema_has_not_changed():
    for schema in SCHEMAS.values():
        assert changes(schema, schema) == []
        assert changes(bare(schema), schema) == []


def test_a_change_says_where_it_is():
    new = changed("report", *ROW, "properties", "total", "maximum", to=10)
    found = changes(SCHEMAS["report.schema.json"], new["report.schema.json"])
    assert Change(Way.NARROWER, "$.requests.received.total maximum") in found
