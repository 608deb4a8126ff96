"""A stream of reports comes to what reading and checking each alone comes to, line by line."""

import io
import os
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from damaged_json import NUMBERS, mutated
from families import FORMS, disturbed, patchworks, right_tables
from govdisclosure import streams
from govdisclosure.strategies import any_reports, reports
from govdisclosure.streams import LONGEST_LINE, check_lines

RELATIONS = {rule.id for rule in gd.RULES if isinstance(rule, gd.Relation)}
FORM = FORMS["2021", 1]
LINE = gd.dumps(FORM).encode()


def strictly(lines, *, profile=None, rules=RELATIONS):
    """What each line comes to, told apart from how a stream gets there."""
    for number, line in enumerate(lines, 1):
        if not line.strip(b" \t\r\n"):
            continue
        try:
            report = gd.loads(line)
        except gd.InvalidReport as error:
            yield number, None, None, (), error.wording, 0
            continue
        review = gd.check(report, profile=profile)
        kept = tuple(f for f in review.findings if f.rule in rules)
        left_open = review.counts[gd.Outcome.UNDETERMINED]
        yield number, report.key, report.agency.level, kept, None, left_open


def streamed(lines, **settings):
    return [
        (c.number, c.key, c.level, tuple(c.findings), c.error, c.left_open)
        for c in check_lines(lines, **settings)
    ]


DRAWN = st.one_of(
    any_reports(),
    reports(),
    right_tables().flatmap(disturbed),
    patchworks(),
    patchworks().flatmap(disturbed),
)
DOCUMENTS = DRAWN.map(lambda report: gd.dumps(report).encode())


@given(DOCUMENTS, DOCUMENTS)
def test_a_stream_comes_to_what_the_strict_path_comes_to(one, other):
    """Valid, broken, blank, of mixed layouts, with rows absent: the same findings, and keys."""
    lines = [one, other, one, b"", one, other]
    assert streamed(lines) == list(strictly(lines))


DAMAGED = int(os.environ.get("GOVDISCLOSURE_DAMAGED", "150"))
"""How many damaged documents are tried; GOVDISCLOSURE_DAMAGED says otherwise."""


@settings(max_examples=DAMAGED)
@given(DOCUMENTS, st.data())
def test_damaged_json_comes_to_what_the_strict_path_comes_to(document, data):
    """Keys twice or unknown, numbers that are none, broken text: the same findings or error."""
    damaged = [data.draw(mutated(st.just(document))) for _ in range(4)]
    lines = [document, document, *damaged, document]
    assert streamed(lines) == list(strictly(lines))


CELL = "requests.received.natural_person"
AMOUNT = "proactive_disclosure.fees.amount"


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("cell", [CELL, AMOUNT])
def test_a_number_that_is_none_is_told_as_by_the_strict_path(cell, number):
    """``3.0``, ``"3"``, ``true``, ``−1``, NaN, numbers without end, in a count and an amount."""
    mark = 987654
    text = gd.dumps(FORM.replace({cell: Decimal(mark) if cell == AMOUNT else mark})).encode()
    damaged = text.replace(str(mark).encode(), number)
    assert damaged != text
    lines = [LINE, LINE, damaged, LINE]
    assert streamed(lines) == list(strictly(lines))


def test_a_key_that_occurs_twice_is_refused_wherever_it_stands():
    """Also where a colon in a text could make up for it."""
    text = LINE.replace(b'"title": null', rb'"title": "a:\u003a"')
    for key, value in (('"year"', "2023"), ('"granted"', "{}"), ('"unit"', '"万元"')):
        at = text.index(key.encode())
        again = text[:at] + f"{key}: {value}, ".encode() + text[at:]
        (_, _, third) = check_lines([text, text, again])
        assert third.error is not None
        assert "once only" in third.error.en


def test_usual_documents_go_through_the_typed_decoder(monkeypatch):
    """From the second of its layouts on, no document is read strictly, whatever its texts say."""
    prose = gd.Prose(heading="一、总体情况", paragraphs=("网址 https://example.org/：", "a: b"))
    other = attrs.evolve(FORMS["2019", 2], title="标题: 一", overview=prose)
    lines = [gd.dumps(report).encode() for report in (FORM, other)] * 4
    strict = []
    monkeypatch.setattr(streams, "loads", lambda line: strict.append(line) or gd.loads(line))
    expected = list(strictly(lines))
    assert streamed(lines) == expected
    assert strict == lines[:2]


def test_all_rules_can_be_asked_for():
    blank = gd.dumps(FORMS["2021", None]).encode()
    everything = {rule.id for rule in gd.RULES}
    found = streamed([LINE, blank], all_rules=True)
    assert found == list(strictly([LINE, blank], rules=everything))
    assert {"cell.blank", "proactive.rule_making_power"} & {
        finding.rule for entry in found for finding in entry[3]
    }


def test_a_profile_changes_the_rules_of_a_stream():
    profile = gd.Profile(
        severities={"requests.row_total": gd.Severity.NOTE}, off=frozenset({"remedies.total"})
    )
    found = streamed([LINE] * 3, profile=profile)
    assert found == list(strictly([LINE] * 3, profile=profile))
    assert {f.severity for f in found[-1][3] if f.rule == "requests.row_total"} == {
        gd.Severity.NOTE
    }
    assert "remedies.total" not in {f.rule for f in found[-1][3]}


def test_a_profile_that_names_no_rule_is_refused_before_the_first_line():
    with pytest.raises(gd.InvalidProfile):
        next(check_lines([LINE], profile=gd.Profile(off=frozenset({"no.such_rule"}))))


@pytest.mark.parametrize(
    "number", [b"12.50", b"0.000001", b"999999999.999999", b"123456789012345", b"1e2", b"null"]
)
def test_a_relation_over_money_is_exact(number):
    """A local relation over amounts sees exact decimals, on either path."""
    relation = gd.Relation(
        id="local.fees",
        severity=gd.Severity.ERROR,
        basis=gd.RULES[0].basis,
        confidence=gd.Practice.OUR_IDEA,
        sentences=gd.Wording("收费等于零", "fees are nought"),
        why=gd.Wording("", ""),
        mend=gd.Wording("", ""),
        expected=(gd.Term(AMOUNT),),
        stated=(gd.Term("requests.received.total"),),
        over="report",
        message=gd.Wording("{expected} {actual} {difference}", "{expected} {actual} {difference}"),
    )
    line = gd.dumps(FORM.replace({AMOUNT: Decimal(987654)})).encode().replace(b"987654", number)
    profile = gd.Profile(relations=(relation,))
    rules = {*RELATIONS, relation.id}
    assert streamed([line] * 3, profile=profile) == list(
        strictly([line] * 3, profile=profile, rules=rules)
    )


def test_a_line_without_end_is_refused_and_the_next_is_read():
    long = b'"' + b"x" * LONGEST_LINE + b'"'
    first, second = check_lines([long, LINE])
    assert first.error is not None
    assert f"{LONGEST_LINE:,}" in first.error.zh
    assert second.error is None


def test_a_file_opened_as_binary_will_do_and_lines_are_counted_from_where_it_is_said():
    file = io.BytesIO(b"\xef\xbb\xbf" + LINE + b"\r\n\r\n  \n" + LINE)
    assert [c.number for c in check_lines(file, first=11)] == [11, 14]
