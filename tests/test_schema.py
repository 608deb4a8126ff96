"""The contract as JSON Schema: valid, bilingual, and of one mind with ``loads``."""

import json
from copy import deepcopy
from functools import cache
from itertools import pairwise

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.exports import schema_files
from govdisclosure.records.cells import rows
from govdisclosure.records.form import columns, parts
from govdisclosure.records.prose import Prose
from govdisclosure.schemas import json_schema
from govdisclosure.strategies import any_records, any_reports

EDITIONS = [found.name for found in gd.EDITIONS]
STRICTNESS = [None, *EDITIONS]


@cache
def validator(edition=None):
    """The validator of a schema."""
    return jsonschema.Draft202012Validator(json_schema(edition))


def is_report(document):
    """Whether ``loads`` takes a document."""
    try:
        gd.loads(json.dumps(document))
    except gd.InvalidReport:
        return False
    return True


def dotted(error):
    """The path of a validator's error, as ours are written."""
    path = "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in error.absolute_path)
    return path.removeprefix(".") or "$"


def subschemas(schema, path="$"):
    """Every object within a schema, with where it is."""
    if isinstance(schema, dict):
        yield path, schema
        for key, below in schema.items():
            yield from subschemas(below, f"{path}.{key}")
    elif isinstance(schema, list):
        for place, below in enumerate(schema):
            yield from subschemas(below, f"{path}[{place}]")


@pytest.mark.parametrize("edition", STRICTNESS)
def test_a_schema_is_a_schema_of_the_2020_12_draft(edition):
    schema = json_schema(edition)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("edition", STRICTNESS)
def test_a_schema_is_json_and_the_same_each_time(edition):
    """Two calls share nothing: what a caller does to one is not seen in the next."""
    first = json_schema(edition)
    text = json.dumps(first)
    assert json.loads(text) == first
    for found in list(containers(first)):
        found.clear()
    assert json.dumps(json_schema(edition)) == text


def test_identifiers_are_stable():
    """Others refer to the schemas by these; a change of meaning needs another version."""
    assert [json_schema(edition)["$id"] for edition in STRICTNESS] == [
        "urn:govdisclosure:1:report",
        "urn:govdisclosure:1:2019:report",
        "urn:govdisclosure:1:2021:report",
    ]


def test_every_schema_of_the_contract_has_its_own_file_and_identifier():
    files = schema_files()
    assert {name: schema["$id"] for name, schema in files.items()} == {
        "report.schema.json": "urn:govdisclosure:1:report",
        "2019/report.schema.json": "urn:govdisclosure:1:2019:report",
        "2021/report.schema.json": "urn:govdisclosure:1:2021:report",
        "profile.schema.json": "urn:govdisclosure:1:profile",
        "waivers.schema.json": "urn:govdisclosure:1:waivers",
        "roster.schema.json": "urn:govdisclosure:1:roster",
        "finding.schema.json": "urn:govdisclosure:1:finding",
        "review.schema.json": "urn:govdisclosure:1:review",
        "rules.schema.json": "urn:govdisclosure:1:rules:schema",
        "categories.schema.json": "urn:govdisclosure:1:categories:schema",
        "crosswalk-2019-2021.schema.json": "urn:govdisclosure:1:crosswalk-2019-2021:schema",
        "conformance/case.schema.json": "urn:govdisclosure:1:conformance:case",
        "conformance/answer.schema.json": "urn:govdisclosure:1:conformance:answer",
    }


@pytest.mark.parametrize("made", [gd.profile_schema, gd.waivers_schema, gd.roster_schema])
def test_the_public_functions_give_what_is_written(made):
    schema = made()
    name = schema["$id"].rpartition(":")[2]
    assert schema == schema_files()[f"{name}.schema.json"]


def test_the_edition_is_asked_for_by_the_name_of_the_contract():
    assert json_schema(edition="2021") == json_schema("2021")
    assert json_schema(edition=None) == json_schema()


def test_there_is_no_schema_of_an_unknown_edition():
    with pytest.raises(gd.UnknownName, match="2020"):
        json_schema("2020")


@pytest.mark.parametrize("edition", STRICTNESS)
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(edition):
    schema = json_schema(edition)
    used = {below["$ref"] for _, below in subschemas(schema) if "$ref" in below}
    assert used == {f"#/$defs/{name}" for name in schema["$defs"]}


@pytest.mark.parametrize("edition", STRICTNESS)
def test_every_definition_has_a_title_of_its_own(edition):
    titles = [found["title"] for found in json_schema(edition)["$defs"].values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("edition", STRICTNESS)
def test_every_row_layout_is_described_in_chinese_and_english(edition):
    definitions = json_schema(edition)["$defs"]
    layouts = {row.layout for row in rows(edition)}
    for layout in layouts:
        zh, bar, en = definitions[layout.__name__]["description"].partition(" | ")
        assert bar
        for column in columns(layout).values():
            assert column.label.zh in zh
            assert column.label.en in en


def placed(schema, cls, edition):
    """Every part of the form with its property in a schema: (address, part, property)."""
    for name, form in parts(cls).items():
        if edition is None or edition in form.due:
            below = schema["properties"][name]
            yield name, form, below
            for layout in form.layouts if edition is None else [form.due[edition]]:
                inner = {**schema, "properties": definition(schema, layout)["properties"]}
                for address, deeper, found in placed(inner, layout, edition):
                    yield f"{name}.{address}", deeper, found


def definition(schema, layout):
    """The definition of a record class."""
    return schema["$defs"][layout.__name__]


@pytest.mark.parametrize("edition", STRICTNESS)
def test_every_part_carries_its_legal_basis_and_label(edition):
    found = {
        address: (form, p)
        for address, form, p in placed(json_schema(edition), gd.AnnualReport, edition)
    }
    assert {row.address for row in rows(edition)} <= found.keys()
    for form, below in found.values():
        said = form.basis.wording
        assert below["description"] == f"依据：{said.zh} | Basis: {said.en}"
        label = form.labels[edition] if edition else form.label
        assert below["title"] == f"{label.zh} | {label.en}"


@pytest.mark.parametrize("edition", STRICTNESS)
def test_every_cell_of_the_form_has_a_property_and_no_other_number_has(edition):
    schema = json_schema(edition)
    found = {
        f"{address}.{name}"
        for address, form, _ in placed(schema, gd.AnnualReport, edition)
        for layout in (form.layouts if edition is None else [form.due[edition]])
        if columns(layout)
        for name in definition(schema, layout)["properties"]
        if name != "unit"
    }
    assert found == {cell.address for cell in gd.cells(edition)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_strict_schema_bears_the_headings_of_its_edition(edition):
    titles = {
        name: found["title"].partition(" | ")[0]
        for name, found in json_schema(edition)["properties"].items()
    }
    older = edition == "2019"
    assert ("因政府信息公开工作被申请" in titles["remedies"]) is older
    assert ("政府信息公开工作存在" in titles["problems"]) is older


@pytest.mark.parametrize("edition", STRICTNESS)
def test_no_branch_is_tried_and_given_up(edition):
    """A layout is chosen by a condition, so that an error is about the layout that is meant."""
    for path, below in subschemas(json_schema(edition)):
        assert "oneOf" not in below, path
        assert "anyOf" not in below or path.endswith(".if"), path


@given(report=any_reports())
@settings(max_examples=60)
def test_the_schema_accepts_whatever_is_written(report):
    validator().validate(json.loads(gd.dumps(report)))


ODD = [None, True, False, 0, 7, -1, 10**12, 10**12 + 1, 10**15, -(10**13), 3.7, 0.5, -0.5]
ODD += [999, 1000, 2023, 9999, 10_000, "", "3", "own", "元", "万元", "city", "department", "某镇"]
ODD += ["2023-01-01", "2023-01-01\n", "2023-1-1", "2023-W05-1", "20230101", "2023-13-01", " "]
ODD += ["2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2023-04-31", "0000-01-01"]
ODD += [[], [None], ["甲", "乙"], [["甲"]], {}, {"a": 1}, {"total": 1}, {"decisions": 1}]
ODD += [
    json.loads(json.dumps(gd.unstructure(record)))
    for record in [
        *(layout() for layout in dict.fromkeys(row.layout for row in rows())),
        *(gd.AnnualReport.blank_form(name) for name in EDITIONS),
        gd.ClosedOtherwise(other=gd.ByApplicant(total=1)),
        gd.Litigation(direct=gd.ByResult()),
        gd.Agency(),
        Prose(heading="一", paragraphs=("甲",)),
    ]
]
KEYS = sorted({name for cell in gd.cells() for name in cell.address.split(".")})
KEYS += ["unit", "year", "heading", "code", "extra", ""]


def containers(value):
    """Every object and array within a document, outermost first."""
    if isinstance(value, dict | list):
        yield value
        for below in value.values() if isinstance(value, dict) else value:
            yield from containers(below)


def spoil(draw, document):
    """Delete a key, add one, or put another value or one of elsewhere in its place."""
    found = list(containers(document))
    place = draw(st.sampled_from(found))
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    doing = draw(st.sampled_from(["replace", "delete", "add", "move"] if keys else ["add"]))
    if doing == "add":
        value = deepcopy(draw(st.sampled_from(ODD)))
        if isinstance(place, list):
            place.append(value)
        else:
            place.setdefault(draw(st.sampled_from(KEYS)), value)
        return
    key = draw(st.sampled_from(keys))
    if doing == "delete":
        del place[key]
    elif doing == "replace":
        place[key] = deepcopy(draw(st.sampled_from(ODD)))
    else:
        place[key] = deepcopy(draw(st.sampled_from(found)))


def graft(draw, document):
    """Make one key what it is in another report: mostly a row, in another layout or absent."""
    place, other = document, json.loads(draw(st.sampled_from(WHOLE)))
    while True:
        key = draw(st.sampled_from(list(dict.fromkeys([*place, *other]))))
        below = place.get(key), other.get(key)
        if not all(isinstance(found, dict) and found for found in below) or draw(st.booleans()):
            break
        place, other = below
    if key in other:
        place[key] = other[key]
    else:
        place.pop(key)


def complete(edition):
    """A report of an edition with all of its sections."""
    prose = Prose(heading="一", paragraphs=("甲", "乙"))
    texts = {"overview": prose, "problems": prose, "other_matters": prose}
    return attrs.evolve(gd.AnnualReport.blank_form(edition, fill=1), year=2023, **texts)


WHOLE = [
    gd.dumps(report)
    for report in [
        *map(complete, EDITIONS),
        *map(gd.AnnualReport.blank_form, EDITIONS),
        attrs.evolve(complete("2019"), requests=complete("2021").requests),
        attrs.evolve(complete("2021"), proactive_disclosure=complete("2019").proactive_disclosure),
        gd.AnnualReport(requests=gd.Requests(), remedies=complete("2019").remedies),
        gd.AnnualReport(),
    ]
]


@st.composite
def documents(draw):
    """Parsed JSON that is nearly a report, and sometimes is one.

    Its integers are JSON integers, each key occurs once, amounts keep the limits of their digits,
    texts are Unicode.
    """
    document = json.loads(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(0, 3))):
        graft(draw, document)
    for _ in range(draw(st.integers(0, 2))):
        spoil(draw, document)
    return document


@given(document=documents())
@settings(max_examples=400)
def test_loads_accepts_exactly_what_the_schema_accepts(document):
    assert validator().is_valid(document) == is_report(document)


EVERYWHERE = [
    ("year",),
    ("title",),
    ("agency",),
    ("agency", "name"),
    ("agency", "kind"),
    ("agency", "level"),
    ("agency", "code"),
    ("scope",),
    ("published",),
    ("overview",),
    ("overview", "heading"),
    ("overview", "paragraphs"),
    ("overview", "paragraphs", 1),
    ("proactive_disclosure",),
    ("proactive_disclosure", "government_rules"),
    ("proactive_disclosure", "government_rules", "issued"),
    ("proactive_disclosure", "licensing"),
    ("proactive_disclosure", "fees"),
    ("proactive_disclosure", "fees", "amount"),
    ("proactive_disclosure", "fees", "unit"),
    ("requests",),
    ("requests", "received"),
    ("requests", "received", "total"),
    ("requests", "outcomes"),
    ("requests", "outcomes", "closed_otherwise"),
    ("requests", "outcomes", "closed_otherwise", "other"),
    ("remedies",),
    ("remedies", "litigation"),
    ("remedies", "litigation", "direct", "total"),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd)[:40])
def test_so_does_it_for_an_odd_value_at_each_kind_of_place(odd):
    """Each odd value at each of these places in a complete report, one after the other."""
    document = json.loads(gd.dumps(complete("2021")))
    for at in EVERYWHERE:
        *above, last = at
        place = document
        for key in above:
            place = place[key]
        kept, place[last] = place[last], odd
        assert validator().is_valid(document) == is_report(document), (at, odd)
        place[last] = kept


@pytest.mark.parametrize("edition", STRICTNESS)
@pytest.mark.parametrize("odd", ["七", -(10**13)], ids=repr)
def test_an_error_about_a_cell_is_at_the_cell_as_it_is_for_loads(edition, odd):
    """One problem, one error, one place, for every cell of the form."""
    document = json.loads(gd.dumps(complete(edition or "2019")))
    for cell in gd.cells(edition or "2019"):
        *above, last = cell.address.split(".")
        place = document
        for key in above:
            place = place[key]
        kept, place[last] = place[last], odd
        (error,) = validator(edition).iter_errors(document)
        place[last] = kept
        assert dotted(error) == cell.address


@pytest.mark.parametrize("edition", STRICTNESS)
def test_a_missing_column_is_named_in_an_error_at_its_row(edition):
    """The best error says which key is required, and where; it is never about alternatives."""
    document = json.loads(gd.dumps(complete(edition or "2021")))
    for row in rows(edition or "2021"):
        for name in row.columns:
            place = document
            for key in row.address.split("."):
                place = place[key]
            if len(place) == 1:
                continue  # without its only column a row is an empty object, of no layout
            kept = dict(place)
            del place[name]
            best = jsonschema.exceptions.best_match(validator(edition).iter_errors(document))
            place.clear()
            place.update(kept)
            assert (dotted(best), best.validator) == (row.address, "required")
            assert name in best.message


@given(document=documents())
@settings(max_examples=60)
def test_no_error_is_a_bare_choice_between_alternatives(document):
    errors = list(validator().iter_errors(document))
    assert [e for e in errors if e.validator in ("oneOf", "anyOf", "if")] == []
    assert [e for e in errors if e.context] == []


def of_edition(cls, edition):
    """Records of a class with every part in the layout that an edition asks for, any cells."""
    if not parts(cls):
        return any_records(cls)
    due = {name: form.due.get(edition) for name, form in parts(cls).items()}
    return st.builds(
        cls,
        **{
            name: st.none() if layout is None else of_edition(layout, edition)
            for name, layout in due.items()
        },
    )


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
@settings(max_examples=20)
def test_a_strict_schema_accepts_a_complete_report_of_its_edition_whatever_its_cells(edition, data):
    report = data.draw(of_edition(gd.AnnualReport, edition))
    document = json.loads(gd.dumps(report))
    validator(edition).validate(document)
    validator().validate(document)


@pytest.mark.parametrize("edition", EDITIONS)
@given(report=any_reports())
@settings(max_examples=40)
def test_a_strict_schema_accepts_no_report_of_other_rows(edition, report):
    """It accepts a report exactly when its rows are those of the blank form of the edition."""
    asked = gd.AnnualReport.blank_form(edition)
    same = [address for address, _ in report.cells()] == [address for address, _ in asked.cells()]
    assert validator(edition).is_valid(json.loads(gd.dumps(report))) == same


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_strict_schema_demands_every_row_group_and_table(edition):
    report = complete(edition)
    for address, form, _ in placed(json_schema(edition), gd.AnnualReport, edition):
        assert form.due[edition]
        document = json.loads(gd.dumps(report.replace({address: None})))
        (error,) = validator(edition).iter_errors(document)
        above, _, name = address.rpartition(".")
        assert (dotted(error), error.validator) == (above or "$", "required")
        assert name in error.message
        assert validator().is_valid(document)


@pytest.mark.parametrize(("older", "newer"), [*pairwise(EDITIONS), *pairwise(reversed(EDITIONS))])
def test_a_strict_schema_refuses_each_row_in_the_layout_of_another_edition(older, newer):
    others = {row.address: row.layout for row in rows(newer)}
    own = {row.address: row.layout for row in rows(older)}
    changed = {at: cls for at, cls in others.items() if own.get(at, cls) is not cls}
    assert changed
    for address, layout in changed.items():
        document = json.loads(gd.dumps(complete(older).replace({address: layout()})))
        assert not validator(older).is_valid(document)
        assert validator().is_valid(document)


@pytest.mark.parametrize("row", ["other_services", "procurement"])
def test_the_2021_edition_has_no_row_that_it_withdrew(row):
    kept = gd.AnnualReport.blank_form("2019").get(f"proactive_disclosure.{row}")
    document = gd.dumps(complete("2021").replace({f"proactive_disclosure.{row}": kept}))
    assert not validator("2021").is_valid(json.loads(document))
    assert validator().is_valid(json.loads(document))
