"""CSV: a row a finding, which a spreadsheet opens in the right encoding and never runs."""

import csv
from decimal import Decimal
from io import StringIO

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from hostile import HOSTILE
from reviewed import UNREAD, WAIVED, everything, hostile, of_file, reviewed, waiving
from running import WRONG, start


def rows_of(*entries, **settings):
    written = gd.write_review(entries, "csv", gd.Settings(**settings))
    assert written[0] == "\ufeff"
    assert written.endswith("\r\n")
    return list(csv.DictReader(StringIO(written[1:], newline="")))


@given(any_reports())
def test_a_row_is_a_finding(report):
    entry = reviewed("a.json", report)
    rows = rows_of(entry)
    found = entry.review.findings
    assert sorted((r["rule"], r["at"]) for r in rows) == sorted((f.rule, f.at) for f in found)
    numbers = {(r["rule"], r["at"]): r for r in rows}
    for finding in found:
        row = numbers[finding.rule, finding.at]
        for name in ("expected", "actual", "difference"):
            value = getattr(finding, name)
            assert (Decimal(row[name]) if row[name] else None) == value
        assert row["cells"].split() == list(finding.cells)


def test_heads_and_texts_are_in_the_language():
    zh, en = rows_of(of_file(WRONG), language="zh")[0], rows_of(of_file(WRONG))[0]
    assert list(en)[:6] == ["source", "agency", "scope", "year", "severity", "rule"]
    assert list(zh)[:6] == ["文件", "机关", "口径", "年度", "级别", "规则"]
    assert zh["问题"] == "表三 （一）予以公开：总计 7 ≠ 6（4 + 2），相差 1"
    assert zh["位置"] == "第41行第10列"
    assert zh["依据"].startswith("《中华人民共和国政府信息公开条例》")
    assert en["basis"].startswith("OGI Regulations")
    assert (en["expected"], en["actual"], en["difference"]) == ("6", "7", "1")


def test_negative_numbers_stay_numbers():
    row = next(r for r in rows_of(of_file(WRONG)) if r["rule"] == "requests.outcome_total")
    assert row["difference"] == "-1"


def test_waived_findings_have_their_reason():
    rows = rows_of(waiving(of_file(WRONG), "remedies.total"))
    assert [row["waived"] for row in rows if row["rule"] == "remedies.total"] == [WAIVED.en]


def test_a_document_that_cannot_be_read_has_a_row():
    (row,) = rows_of(UNREAD)
    assert (row["severity"], row["message"]) == ("not readable", "there is no such file")
    assert row["rule"] == ""


def test_many_documents_have_one_table():
    sources = list(dict.fromkeys(row["source"] for row in rows_of(*everything())))
    assert len(sources) == 4  # one has no finding


FORMULA = tuple("=+-@\t\r＝＋－＠")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula(text):
    for row in rows_of(attrs.evolve(UNREAD, source=text), attrs.evolve(hostile(), source=text)):
        for name in ("source", "agency", "message", "at", "waived"):
            assert not row[name].lstrip().startswith(FORMULA)


@given(st.text(st.sampled_from("=+-@＝＋－＠\t\r\n 　a"), max_size=4))
def test_a_sign_at_the_beginning_is_kept_behind_an_apostrophe(text):
    (row,) = rows_of(attrs.evolve(UNREAD, source=text))
    shown = row["source"]
    assert shown.removeprefix("'") == text
    assert (shown != text) is text.lstrip(" 　").startswith((*FORMULA, "\n"))


def test_the_mark_of_the_encoding_comes_first_whatever_the_console():
    for encoding in ("cp936", "cp1252", "utf-8"):
        done = start("check", WRONG, "--format", "csv", env={"PYTHONIOENCODING": encoding})
        assert done.stdout.startswith(b"\xef\xbb\xbfsource,")
        assert done.stdout.decode() == done.stdout.decode("utf-8")
