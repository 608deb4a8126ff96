"""Records to JSON and back: exact, strict, and with every problem in one error."""

import codecs
import json
import re
from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.errors import MISSING
from govdisclosure.records.form import columns, parts
from govdisclosure.records.report import AnnualReport
from govdisclosure.strategies import any_numbers, any_reports

LARGEST = 10**12
ABSENT = object()
RECEIVED = "requests.received.total"
CHANGE = "proactive_disclosure.licensing.change"
AMOUNT = "proactive_disclosure.fees.amount"


def a_report():
    """A report in which every section is there, in mixed layouts."""
    return gd.AnnualReport.blank_form("2021", fill=3).replace(
        {
            "year": 2023,
            "title": "2023年政府信息公开工作年度报告",
            "agency": gd.Agency(
                name="某镇",
                kind=gd.AgencyKind.GOVERNMENT,
                level=gd.Level.TOWNSHIP,
                code="00",
            ),
            "scope": gd.Scope.OWN,
            "published": date(2024, 1, 26),
            "overview": gd.Prose(heading="一、总体情况", paragraphs=("甲。", "乙。")),
            "proactive_disclosure.licensing": gd.ItemsAndDecisions(
                prior_items=3, change=-3, decisions=3
            ),
            "proactive_disclosure.procurement": gd.Procurement(projects=1, amount=Decimal("2.50")),
        }
    )


def a_document(**changes):
    """The report as parsed JSON, with the values at some addresses put in or taken out."""
    found = json.loads(gd.dumps(a_report()))
    for address, value in changes.items():
        *above, last = address.split(".")
        place = found
        for name in above:
            place = place[name]
        if value is ABSENT:
            del place[last]
        else:
            place[last] = value
    return found


def written(address, raw):
    """The report as JSON text, with *raw* text as the value at an address."""
    return json.dumps(a_document(**{address: "@"})).replace('"@"', raw)


def problems(source):
    """What a document is refused for, as (path, value), from text or from a parsed value."""
    read = gd.loads if isinstance(source, str | bytes) else gd.structure
    with pytest.raises(gd.InvalidReport) as caught:
        read(source)
    for problem in caught.value.problems:
        assert problem.expected.zh
        assert problem.expected.en
        assert problem.path in caught.value.wording.zh
        assert problem.path in caught.value.wording.en
        str(caught.value).encode()
    assert caught.value.problems
    return [(problem.path, problem.value) for problem in caught.value.problems]


def paths(source):
    """Where a document is refused."""
    return [path for path, _ in problems(source)]


@given(report=any_reports())
@settings(max_examples=100)
def test_what_is_written_is_read_again(report):
    assert gd.loads(gd.dumps(report)) == report
    assert gd.structure(gd.unstructure(report)) == report


@given(report=any_reports())
@settings(max_examples=25)
def test_what_is_written_once_is_written_again_in_the_same_words(report):
    text = gd.dumps(report)
    assert gd.dumps(gd.loads(text)) == text


@given(
    report=any_reports(),
    encoding=st.sampled_from(
        ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]
    ),
)
@settings(max_examples=25)
def test_bytes_in_an_encoding_of_json_are_read(report, encoding):
    assert gd.loads(gd.dumps(report).encode(encoding)) == report


def test_a_text_that_begins_with_a_byte_order_mark_is_read():
    assert gd.loads("\ufeff" + gd.dumps(a_report())) == a_report()


@pytest.mark.parametrize("length", range(0, 120, 7))
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_text_that_breaks_off_is_told_in_both_languages_whatever_ends_the_line(length, end):
    """Each line of a file ends with a line break, which is not what is wrong with it."""
    cut = gd.dumps(gd.AnnualReport(year=2023))[:length]
    with pytest.raises(gd.InvalidReport) as told:
        gd.loads(cut + end)
    (problem,) = told.value.problems
    assert problem.value != end or not end
    assert not re.search("[A-Za-z]", problem.expected.zh.replace("JSON", ""))
    with pytest.raises(gd.InvalidReport) as alone:
        gd.loads(cut.rstrip())
    assert told.value.wording == alone.value.wording


@pytest.mark.parametrize("indent", [None, 2])
def test_white_space_is_no_difference(indent):
    assert gd.loads(gd.dumps(a_report(), indent=indent)) == a_report()


def test_chinese_is_written_as_chinese():
    assert "总体情况" in gd.dumps(a_report())


EXACT = [
    "0",
    "0.1",
    "1e-6",
    "0.000001",
    "86489.3629",
    "86489.363",
    "4068.208",
    "123456789.123456",
    "999999999.999999",
    "0.999999",
    "999999999999999",
    "1E+14",
    "1.50",
    "100.000000",
    "7.000000000000000000000000000000",
    "0e90000000",
]


@pytest.mark.parametrize("text", EXACT)
def test_an_amount_is_the_same_number_after_any_number_of_journeys(text):
    first = gd.loads(written(AMOUNT, text))
    assert type(first.get(AMOUNT)) is Decimal
    assert first.get(AMOUNT) == Decimal(text)
    assert gd.loads(gd.dumps(first)).get(AMOUNT) == Decimal(text)
    assert gd.dumps(gd.loads(gd.dumps(first))) == gd.dumps(first)


@given(amount=any_numbers(gd.Kind.AMOUNT))
def test_an_amount_is_written_as_a_number_that_reads_the_same_in_any_language(amount):
    """As an exact decimal, and as the binary float that other readers take it for."""
    report = gd.AnnualReport(
        proactive_disclosure=gd.ProactiveDisclosure(fees=gd.FeesCollected(amount=amount))
    )
    text = gd.dumps(report)
    exact = json.loads(text, parse_float=Decimal)
    assert exact["proactive_disclosure"]["fees"]["amount"] == amount
    assert gd.structure(json.loads(text)) == report


def test_the_keys_stand_in_the_contracts_order():
    assert list(gd.unstructure(a_report())) == [
        "year",
        "title",
        "agency",
        "scope",
        "published",
        "overview",
        "proactive_disclosure",
        "requests",
        "remedies",
        "problems",
        "other_matters",
    ]


def test_a_report_has_the_shape_of_the_contract():
    plain = gd.unstructure(a_report())
    assert plain["year"] == 2023
    assert plain["agency"] == {
        "name": "某镇",
        "kind": "government",
        "level": "township",
        "code": "00",
    }
    assert list(plain["agency"]) == ["name", "kind", "level", "code"]
    assert plain["scope"] == "own"
    assert plain["published"] == "2024-01-26"
    assert plain["overview"] == {"heading": "一、总体情况", "paragraphs": ["甲。", "乙。"]}
    assert plain["problems"] is None
    assert plain["proactive_disclosure"]["fees"] == {"amount": Decimal(3), "unit": "万元"}
    assert plain["proactive_disclosure"]["procurement"] == {
        "projects": 1,
        "amount": Decimal("2.5"),
        "unit": None,
    }


@given(report=any_reports())
@settings(max_examples=40)
def test_each_cell_stands_at_its_address_and_nothing_else_does(report):
    """A blank is null; a row, block or table that the report lacks has no key."""
    plain = gd.unstructure(report)
    tables = {name: plain[name] for name in parts(AnnualReport) if name in plain}
    assert {k: v for k, v in leaves(tables) if not k.endswith(".unit")} == dict(report.cells())
    for address in dict(all_parts(AnnualReport)):
        assert has(plain, address) == (report.get(address) is not None)


def leaves(plain, prefix=""):
    """The values of nested objects by address."""
    for key, value in plain.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def all_parts(cls, prefix=""):
    """Every part of the form by address, in each of its layouts."""
    for name, form in parts(cls).items():
        yield prefix + name, form
        for layout in form.layouts:
            yield from all_parts(layout, f"{prefix}{name}.")


def has(plain, address):
    """Whether nested objects have the key at an address."""
    place = plain
    for name in address.split("."):
        if not isinstance(place, dict) or name not in place:
            return False
        place = place[name]
    return True


def test_the_empty_report_has_the_keys_that_are_always_there():
    assert gd.unstructure(gd.AnnualReport()) == {
        "year": None,
        "title": None,
        "agency": {"name": None, "kind": None, "level": None, "code": None},
        "scope": None,
        "published": None,
        "overview": None,
        "problems": None,
        "other_matters": None,
    }


def test_plain_values_hold_no_objects_of_python():
    """Only what any JSON library can write, and exact decimals."""

    def kinds(value):
        yield type(value)
        inside = value.values() if isinstance(value, dict) else value
        for below in inside if isinstance(value, dict | list) else ():
            yield from kinds(below)

    allowed = {dict, list, str, int, Decimal, type(None)}
    assert set(kinds(gd.unstructure(a_report()))) <= allowed


LAYOUTS = [
    pytest.param(address, layout, id=f"{address}={layout.__name__}")
    for address, form in all_parts(AnnualReport)
    for layout in form.layouts
    if columns(layout)
]


def nested(address, value):
    """A document with *value* at an address, and nothing else but what is always there."""
    plain = gd.unstructure(gd.AnnualReport())
    place = plain
    *above, last = address.split(".")
    for name in above:
        place = place.setdefault(name, {})
    place[last] = value
    return plain


def blank_row(layout):
    """A row of a layout as a JSON object, every cell blank."""
    return gd.unstructure(layout())


@pytest.mark.parametrize(("address", "layout"), LAYOUTS)
def test_a_row_is_read_in_the_layout_whose_keys_it_has(address, layout):
    report = gd.structure(nested(address, blank_row(layout)))
    assert type(report.get(address)) is layout


@pytest.mark.parametrize(("address", "layout"), LAYOUTS)
def test_the_order_of_keys_is_no_difference(address, layout):
    backwards = dict(reversed(blank_row(layout).items()))
    assert type(gd.structure(nested(address, backwards)).get(address)) is layout


MISSING_COLUMNS = [
    pytest.param(address, layout, field.name, id=f"{address}={layout.__name__}-{field.name}")
    for address, form in all_parts(AnnualReport)
    for layout in form.layouts
    if columns(layout)
    for field in attrs.fields(layout)
]


@pytest.mark.parametrize(("address", "layout", "name"), MISSING_COLUMNS)
def test_a_row_that_lacks_a_column_is_refused(address, layout, name):
    """A missing column is no blank. The problem is at the column, or at a row of no layout."""
    row = blank_row(layout)
    del row[name]
    for path in paths(nested(address, row)):
        assert path == address or path.startswith(f"{address}.")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("requests.received", "legal_service_institution"),
        ("requests.outcomes.closed_otherwise.other", "total"),
        ("remedies.reconsideration", "pending"),
        ("proactive_disclosure.government_rules", "in_force"),
        ("proactive_disclosure.licensing", "prior_items"),
        ("proactive_disclosure.fees", "unit"),
        ("proactive_disclosure.procurement", "amount"),
    ],
)
def test_a_missing_column_is_named_at_its_path(address, name):
    found = problems(a_document(**{f"{address}.{name}": ABSENT}))
    assert found == [(f"{address}.{name}", MISSING)]


def test_a_row_without_any_key_is_refused_except_where_its_parts_are_rows():
    """（六）其他处理 without any of its rows is a group whose rows the document lacks."""
    address = "requests.outcomes.closed_otherwise"
    assert gd.structure(nested(address, {})).get(address) == gd.ClosedOtherwise()
    for path in ("requests.received", "proactive_disclosure.fees", "remedies.reconsideration"):
        assert problems(nested(path, {}))


@pytest.mark.parametrize(
    ("address", "row"),
    [
        (
            "proactive_disclosure.government_rules",
            {"issued": 1, "repealed": 0, "in_force": 6, "newly_published": 1},
        ),
        ("proactive_disclosure.licensing", {"decisions": 1, "change": 0}),
        ("proactive_disclosure.fees", {"amount": 1, "unit": "元", "change": 0}),
        ("requests.outcomes.closed_otherwise", {"other": blank_row(gd.ByApplicant), "total": 1}),
        ("proactive_disclosure.normative_documents", {"issued": 1}),
        ("proactive_disclosure.normative_documents", {"repealed": 1, "newly_published": 1}),
    ],
)
def test_a_row_with_keys_of_two_layouts_or_of_none_is_refused_at_its_path(address, row):
    for path in paths(a_document(**{address: row})):
        assert path == address or path.startswith(f"{address}.")


@pytest.mark.parametrize("address", [RECEIVED, CHANGE])
@pytest.mark.parametrize(
    "raw",
    [
        *("3.7", "3.0", "3e0", "NaN", "Infinity", "-Infinity", "1000000000001"),
        *("1e999999999", "1e99999999999999999999", "true", "false"),
        *('"3"', '""', "[]", "[3]", "{}"),
    ],
)
def test_what_is_no_whole_number_is_refused_at_the_cells_path(address, raw):
    assert paths(written(address, raw)) == [address]


def test_a_count_is_not_negative_and_a_change_may_be():
    assert problems(written(RECEIVED, "-1")) == [(RECEIVED, -1)]
    assert gd.loads(written(CHANGE, "-1")).get(CHANGE) == -1
    assert problems(written(CHANGE, str(-LARGEST - 1))) == [(CHANGE, -LARGEST - 1)]


@pytest.mark.parametrize("address", [RECEIVED, CHANGE])
@pytest.mark.parametrize("number", [0, 1, LARGEST])
def test_whole_numbers_up_to_the_largest_are_read(address, number):
    assert gd.loads(written(address, str(number))).get(address) == number


def test_null_is_a_blank():
    assert gd.loads(written(RECEIVED, "null")).get(RECEIVED) is None


@pytest.mark.parametrize(
    "raw",
    [
        *("-1", "-0.01", "NaN", "Infinity", "0.0000001", "1e-7", "1e15", "1000000000000000"),
        *("1234567890.123456", "0.1000000000000000055511151231257827"),
        *("1e999999999", "1e-999999999", "1e99999999999999999999", "1e-99999999999999999999"),
        *('"3"', '""', "true", "[]", "{}"),
    ],
)
def test_what_is_no_amount_is_refused_at_its_path(raw):
    """Above all nothing is rounded: a number too small to be held is not read as zero."""
    assert paths(written(AMOUNT, raw)) == [AMOUNT]


@pytest.mark.parametrize("address", [RECEIVED, CHANGE, AMOUNT, "year", "title", "requests"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_of_ten_thousand_digits_is_refused_at_its_path(address, sign):
    assert paths(written(address, sign + "9" * 10_000)) == [address]
    assert paths(a_document(**{address: int(sign + "9" * 4_000) ** 3})) == [address]


@pytest.mark.parametrize("row", ["requests.received", "remedies.litigation.direct"])
@pytest.mark.parametrize("value", [None, 0, "", [], True])
def test_an_absent_row_is_an_absent_key_and_nothing_else(row, value):
    assert problems(a_document(**{row: value})) == [(row, value)]


@pytest.mark.parametrize("table", [*parts(AnnualReport)])
def test_null_is_no_table(table):
    assert problems(a_document(**{table: None})) == [(table, None)]


@pytest.mark.parametrize("address", dict(all_parts(AnnualReport)))
def test_rows_blocks_and_tables_may_be_absent(address):
    document = json.loads(gd.dumps(gd.AnnualReport.blank_form("2021", fill=1)))
    if has(document, address):
        *above, last = address.split(".")
        place = document
        for name in above:
            place = place[name]
        del place[last]
    assert gd.structure(document).get(address) is None


TOP = ["year", "title", "agency", "scope", "published", "overview", "problems", "other_matters"]
ALWAYS = [
    *TOP,
    *(f"agency.{name}" for name in ("name", "kind", "level", "code")),
    *(f"overview.{name}" for name in ("heading", "paragraphs")),
]


@pytest.mark.parametrize("address", ALWAYS)
def test_a_key_that_is_always_there_is_missed(address):
    assert problems(a_document(**{address: ABSENT})) == [(address, MISSING)]


@pytest.mark.parametrize("address", [name for name in ALWAYS if name != "overview.paragraphs"])
def test_such_a_key_may_be_null_except_the_body_that_reports(address):
    if address == "agency":
        assert problems(a_document(**{address: None})) == [(address, None)]
    else:
        assert gd.structure(a_document(**{address: None})).get(address) is None


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("year", "2023"),
        ("year", 23),
        ("year", 10_000),
        ("year", True),
        ("title", 2023),
        ("title", ["2023"]),
        ("agency", "某镇"),
        ("agency.name", 1),
        ("agency.kind", "ministry"),
        ("agency.kind", ""),
        ("agency.level", ["city"]),
        ("agency.code", 11410724),
        ("scope", "本级"),
        ("scope", {}),
        ("published", "2023-02-29"),
        ("published", "2024-1-26"),
        ("published", "20240126"),
        ("published", "2024-W04-5"),
        ("published", "2024-01-26\n"),
        ("published", "２０２４-01-26"),
        ("published", "2024-01-26T00:00:00"),
        ("published", 20240126),
        ("overview", "很好"),
        ("overview", []),
        ("overview.heading", 1),
        ("overview.paragraphs", "很好"),
        ("overview.paragraphs", None),
        ("overview.paragraphs", {"0": "很好"}),
        ("proactive_disclosure.fees.unit", None),
        ("proactive_disclosure.fees.unit", "亿元"),
        ("proactive_disclosure.procurement.unit", 1),
        ("remedies", []),
    ],
)
def test_a_value_of_another_kind_is_refused_at_its_path(address, value):
    assert problems(a_document(**{address: value})) == [(address, value)]


def test_each_paragraph_that_is_no_text_is_named_by_its_place():
    document = a_document(**{"overview.paragraphs": ["甲", None, "乙", 4]})
    assert problems(document) == [("overview.paragraphs[1]", None), ("overview.paragraphs[3]", 4)]


@pytest.mark.parametrize(
    "address",
    [
        "notes",
        "agency.address",
        "overview.text",
        "proactive_disclosure.subsidies",
        "proactive_disclosure.fees.currency",
        "requests.received.foreigners",
        "requests.outcomes.denied.total",
        "remedies.litigation.total",
        "remedies.litigation.direct.withdrawn",
    ],
)
def test_an_unknown_key_is_refused_at_its_path(address):
    assert paths(a_document(**{address: 1})) == [address]


@pytest.mark.parametrize("key", ["", "[0]", "a\nb", "\ud800", "长" * 5_000, "\x1b[2J"], ids=ascii)
def test_a_key_that_cannot_stand_in_a_path_is_quoted_in_it(key):
    """A message stays one short, printable line for each problem."""
    document = {**gd.unstructure(gd.AnnualReport()), key: 1}
    (path,) = paths(document)
    assert path.isprintable()
    assert path not in ("", "$")
    assert len(path) < 100
    assert paths(json.dumps(document)) == [path]


def doubled(address):
    """The report as text in which one key occurs twice, both times with the same value."""
    *above, last = address.split(".")
    document = a_document()
    place = document
    for name in above:
        place = place[name]
    place["@"] = place[last]
    return json.dumps(document).replace('"@"', f'"{last}"')


@pytest.mark.parametrize(
    "address",
    [
        *("year", "agency", "agency.name", "overview.heading", "requests", "requests.received"),
        *(RECEIVED, CHANGE, "proactive_disclosure.fees.unit", "remedies.litigation.direct.total"),
    ],
)
def test_a_key_that_occurs_twice_is_refused_at_its_path_even_if_the_values_agree(address):
    assert paths(doubled(address)) == [address]


def test_a_key_that_occurs_three_times_is_one_problem():
    text = gd.dumps(gd.AnnualReport()).replace("{", '{"year": null, "year": null, ', 1)
    assert paths(text) == ["year"]


@pytest.mark.parametrize("opening", ["[", '{"requests":', '[{"a":'])
def test_half_a_million_nested_brackets_are_refused(opening):
    assert paths(opening * 500_000) == ["$"]


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\ufeff", "政府信息公开", "01", "+1", ".5", "1.", "nan", '"\x00"', "{", "{}}"),
        *("{'year': 2023}", '{"year": 2023,}', '{"year" 2023}', "// 1\n{}"),
    ],
)
def test_what_is_no_json_is_one_problem_of_the_whole_document(text):
    assert paths(text) == ["$"]
    assert paths(text.encode()) == ["$"]


@pytest.mark.parametrize("text", ["null", "3", '"2023"', "[]", "[{}]", "true", "NaN"])
def test_json_that_is_no_object_is_one_problem_of_the_whole_document(text):
    assert paths(text) == ["$"]


@pytest.mark.parametrize(
    "data",
    [
        gd.dumps(a_report()).encode("gb18030"),
        gd.dumps(a_report()).encode("utf-16-le")[:-1],
        codecs.BOM_UTF8 + gd.dumps(a_report()).encode("big5", "replace"),
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        b"\xff",
        b"\x00\x00\x00\xff",
        b"",
        bytes(range(256)),
    ],
    ids=["gb18030", "odd-utf-16", "big5-with-mark", "half-a-pair", "ff", "utf-32", "empty", "all"],
)
def test_bytes_in_no_encoding_of_json_are_one_problem_of_the_whole_document(data):
    assert paths(data) == ["$"]


def test_the_encodings_that_were_tried_are_named():
    with pytest.raises(gd.InvalidReport) as caught:
        gd.loads(gd.dumps(a_report()).encode("gb18030"))
    for text in (caught.value.wording.zh, caught.value.wording.en):
        assert all(name in text.lower() for name in ("utf-8", "utf-16", "utf-32"))


def test_a_lone_surrogate_is_no_text_wherever_it_stands():
    """Written plainly it is the document's problem; written as an escape, that of its place."""
    assert paths('{"title": "\ud800"}') == ["$"]
    assert paths(written("title", r'"\ud800"')) == ["title"]
    assert paths(written("agency.name", r'"\udc00"')) == ["agency.name"]
    assert paths(written("overview.heading", r'"\udc00\ud800"')) == ["overview.heading"]
    assert paths(written("overview.paragraphs", r'["甲", "\udfff"]')) == ["overview.paragraphs[1]"]
    assert gd.loads(written("title", r'"\ud83d\ude00"')).title == "😀"


def test_one_error_lists_all_problems_of_a_document():
    wrong = {
        "year": "2023",
        "agency.kind": "ministry",
        "published": "2024",
        "overview.paragraphs": ["甲", 2],
        "proactive_disclosure.fees.amount": -1,
        "proactive_disclosure.government_rules.in_force": ABSENT,
        "requests.received.total": 3.7,
        "requests.carried_out": None,
        "requests.outcomes.denied.state_secret.enterprise": True,
        "remedies.litigation.direct.withdrawn": 0,
        "scope": ABSENT,
        "notes": "无",
    }
    named = {"overview.paragraphs": "overview.paragraphs[1]"}
    values = {
        "overview.paragraphs": 2,
        "proactive_disclosure.government_rules.in_force": MISSING,
        "remedies.litigation.direct.withdrawn": "withdrawn",
        "scope": MISSING,
        "notes": "notes",
    }
    found = problems(a_document(**wrong))
    assert len(found) == len(wrong)
    assert dict(found) == {named.get(k, k): values.get(k, v) for k, v in wrong.items()}


@given(data=st.data())
@settings(max_examples=40)
def test_as_many_problems_are_listed_as_cells_are_wrong(data):
    """Each with its path and the value found there; the cells that are right are not listed."""
    cells = [address for address, _ in a_report().cells()]
    wrong = data.draw(st.sets(st.sampled_from(cells), min_size=1, max_size=20))
    values = {address: data.draw(st.sampled_from(["3", True, [], -(10**13)])) for address in wrong}
    found = problems(a_document(**values))
    assert dict(found) == values
    assert len(found) == len(values)


def test_a_message_of_many_problems_says_how_many_there_are_and_the_error_has_them_all():
    cells = [address for address, _ in a_report().cells()]
    with pytest.raises(gd.InvalidReport) as caught:
        gd.structure(a_document(**dict.fromkeys(cells, "七")))
    assert [problem.path for problem in caught.value.problems] == cells
    for text in (caught.value.wording.zh, caught.value.wording.en):
        assert str(len(cells)) in text


def test_a_message_shows_a_problems_place_value_and_what_was_expected():
    with pytest.raises(gd.InvalidReport) as caught:
        gd.structure(a_document(**{RECEIVED: "十二", "requests.carried_in.total": ABSENT}))
    assert len(caught.value.problems) == 2
    for problem in caught.value.problems:
        assert problem.path in problem.wording.zh
        assert problem.expected.zh in problem.wording.zh
        assert problem.expected.en in problem.wording.en
    assert "十二" in str(caught.value)
    assert "十二" in caught.value.wording.zh


def test_a_long_value_is_cut_short_in_the_message_and_kept_in_the_problem():
    long = "长" * 100_000
    with pytest.raises(gd.InvalidReport) as caught:
        gd.structure(a_document(year=long))
    assert len(str(caught.value)) < 1_000
    assert caught.value.problems[0].value == long


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        (0.1, "0.1"),
        (86489.3629, "86489.3629"),
        (1e-6, "0.000001"),
        (123456789.123456, "123456789.123456"),
        (2.0, "2"),
        (3, "3"),
        (Decimal("1.50"), "1.5"),
    ],
)
def test_an_amount_may_be_given_as_float_int_or_decimal(given, exact):
    amount = gd.structure(a_document(**{AMOUNT: given})).get(AMOUNT)
    assert type(amount) is Decimal
    assert amount == Decimal(exact)


@pytest.mark.parametrize(
    "given", [0.1 + 0.2, 5e-324, 1e300, float("nan"), float("inf"), -0.5, True, "0.1"], ids=repr
)
def test_a_float_that_prints_as_no_amount_is_refused(given):
    """0.1 + 0.2 prints as seventeen digits: the sum was made in binary, and is not exact."""
    assert paths(a_document(**{AMOUNT: given})) == [AMOUNT]


@pytest.mark.parametrize("given", [3.0, Decimal(3), float("nan")], ids=repr)
def test_a_count_is_given_as_int_only(given):
    assert paths(a_document(**{RECEIVED: given})) == [RECEIVED]


@pytest.mark.parametrize("given", [None, 3, "{}", [], [gd.AnnualReport()]], ids=repr)
def test_what_is_no_object_is_no_report(given):
    assert paths_of_whole(given) == ["$"]


def paths_of_whole(value):
    """Where a parsed value is refused."""
    with pytest.raises(gd.InvalidReport) as caught:
        gd.structure(value)
    return [problem.path for problem in caught.value.problems]
