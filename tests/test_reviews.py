"""The formats of reviews: a table, one writer each, and text that a person reads."""

import json
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

import govdisclosure as gd
from govdisclosure.reading import Place
from govdisclosure.reviews import FORMATS, Medium
from govdisclosure.reviews.said import where
from govdisclosure.reviews.wrapping import wrapped
from govdisclosure.strategies import any_reports
from reviewed import UNREAD, WAIVED, everything, of_file, reviewed, waiving
from running import BLANKS, GOOD, WRONG, run
from worded import with_text

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS)


def text_of(*entries, **settings):
    return gd.write_review(entries, "text", gd.Settings(**settings))


@EVERY_FORMAT
@LANGUAGES
def test_every_format_takes_any_documents(form, language):
    """None at all, one, and every kind at once, in both languages, rolled up and whole."""
    for entries in ([], [UNREAD], everything()):
        for whole in (False, True):
            settings = gd.Settings(language=language, everything=whole)
            written = gd.write_review(entries, form, settings)
            assert written.endswith("\n") or (form == "text" and not entries)


@EVERY_FORMAT
@given(any_reports(), st.sampled_from(["zh", "en"]))
def test_every_format_takes_any_report(form, report, language):
    settings = gd.Settings(language=language, everything=True)
    written = gd.write_review([reviewed("report.json", report)], form, settings)
    written.encode()


def test_unknown_format_is_refused_with_those_that_there_are():
    with pytest.raises(gd.UnknownName, match="there are: text, json, junit, csv, sarif, html"):
        gd.write_review([], "pdf")


def test_unknown_language_is_refused():
    with pytest.raises(ValueError, match="language"):
        gd.Settings(language="fr")


@EVERY_FORMAT
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([GOOD], 0),
        ([WRONG], 1),
        ([BLANKS], 0),
        ([BLANKS, "--fail-on", "warning"], 1),
        ([WRONG, "--fail-on", "never"], 0),
        ([WRONG, "missing.txt"], 2),
    ],
    ids=str,
)
def test_exit_codes_are_the_same_for_every_format(form, arguments, code):
    assert run("check", *arguments, "--format", form).exit_code == code


@EVERY_FORMAT
def test_a_file_holds_what_the_library_writes(form, tmp_path):
    """-o gives the document in UTF-8, and so does the output of every format that is a file's."""
    file = tmp_path / "out"
    run("check", WRONG, "--format", form, "-o", file)
    entry = reviewed(WRONG, gd.read(WRONG))
    if FORMATS[form].shows_corrections:
        entry = attrs.evolve(entry, corrections=gd.suggest(gd.read(WRONG)))
    assert file.read_bytes().decode() == gd.write_review([entry], form)
    shown = run("check", WRONG, "--format", form, encoding="cp936").stdout_bytes
    if FORMATS[form].medium is Medium.FILE:
        assert shown == file.read_bytes()
    elif FORMATS[form].medium is Medium.JSON:
        assert json.loads(shown.decode("cp936")) == json.loads(file.read_bytes())


def test_severities_that_fail():
    settings = gd.Settings(fail_on=gd.Severity.WARNING)
    assert [settings.fails(severity) for severity in gd.Severity] == [True, True, False]
    assert not any(gd.Settings(fail_on=None).fails(severity) for severity in gd.Severity)


# ---------------------------------------------------------------- text


def test_waived_findings_stay_visible_with_the_reason():
    entry = waiving(of_file(WRONG), "requests.row_total")
    for language, said in (("zh", "豁免理由："), ("en", "why it is waived: ")):
        text = text_of(entry, language=language)
        assert said + getattr(WAIVED, language) in text
    lines = text_of(entry).splitlines()
    waived = next(i for i, line in enumerate(lines) if "waived (error)" in line)
    assert "requests.row_total" in lines[waived]
    assert all("requests.outcome_total" not in line for line in lines[waived:])


def test_a_report_whose_findings_are_all_waived_says_so():
    entry = of_file(WRONG)
    for rule in ("requests.row_total", "requests.outcome_total", "remedies.total"):
        entry = waiving(entry, rule)
    text = text_of(entry, of_file(GOOD))
    assert "nothing found that is not waived" in text
    assert "2 with nothing found" in text.splitlines()[-1]


def test_what_blanks_leave_open_is_one_line_with_the_blanks():
    text = text_of(of_file(BLANKS))
    (line,) = [line for line in text.splitlines() if "left open by blanks" in line]
    assert line.endswith(
        "3 left open by blanks; blank are: Requests carried over from the previous year, Total; "
        "Administrative reconsideration, Corrected (--all lists them)"
    )


def test_a_document_that_cannot_be_read_is_in_the_list():
    lines = text_of(of_file(GOOD), UNREAD).splitlines()
    assert lines[lines.index("missing.txt") + 1] == "  not readable: there is no such file"


_RECEIVED = "2023年共收到政府信息公开申请9件。"


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("text", "　位置：第17行；单元格：第41行第8列", "  at line 17; cell at line 41, column 8"),
        (
            "docx",
            "　单元格：文件中第2个表格第4行第10列",
            "  cell at the document's 2nd table, row 4, column 10",
        ),
        (
            "xlsx",
            "　位置：工作表“文字 Text”B9；单元格：工作表“三 依申请公开”J6",
            "  at sheet “文字 Text”, cell B9; cell at sheet “三 依申请公开”, cell J6",
        ),
    ],
)
def test_words_that_a_cell_contradicts_are_shown_with_their_section_and_both_places(form, zh, en):
    for language, stated, places in (
        ("zh", "正文在“一、总体情况”中写9", zh),
        ("en", "The text says 9 in “Overview”", en),
    ):
        (line,) = _lines_on("text.states_none", with_text(_RECEIVED), form, language)
        assert stated in line
        assert f"“{_RECEIVED[:-1]}”" in line
        assert line.endswith(places)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("XX部分待补充。", "text.residue"),
        ("统计时限为2022年1月1日至12月31日。", "text.year"),
        ("联系人：13800138000，身份证号11010519491231002X。", "text.personal_data"),
    ],
)
def test_words_that_are_wrong_by_themselves_are_shown_with_their_place(text, rule):
    (line,) = _lines_on(rule, with_text(text), "text", "en")
    assert line.endswith("  at line 17")
    (line,) = _lines_on(rule, with_text(text), "docx", "en")  # a paragraph of it has no number
    assert "  at" not in line


def test_where_the_same_words_are_wrong_at_many_places_the_first_are_shown():
    finding = attrs.evolve(
        next(f for f in gd.check(with_text("XX")).findings if f.rule == "text.residue"),
        places=tuple(Place(text="XX", line=line) for line in (3, 3, 4, 5, 6)),
    )
    assert where(finding, gd.check(with_text("XX"))) == gd.Wording(
        "位置：第3行、第4行、第5行", "at line 3; line 4; line 5"
    )


def _lines_on(rule, report, form, language):
    """The lines of text on a rule, of a report that was written and read."""
    data = gd.write(report, form)
    reading = gd.read(data.encode() if isinstance(data, str) else data)
    lines = text_of(reviewed("report", reading), language=language).splitlines()
    return [line for line in lines if f" {rule} " in line]


def test_nothing_is_coloured_unasked():
    assert "\x1b" not in text_of(*everything())  # though a report has such a text
    assert "\x1b[1;31merror\x1b[0m" in text_of(of_file(WRONG), colour=True)


@LANGUAGES
@pytest.mark.parametrize("width", [1, 20, 40, 80])
def test_narrow_terminals_get_narrow_lines(language, width):
    """No line is wider than the terminal, where a wide character takes two columns."""
    entries = [of_file(WRONG), of_file(BLANKS)]
    text = text_of(*entries, language=language, width=width, everything=True)
    assert max(cell_len(line) for line in text.splitlines()) <= max(width, 2)


def test_what_goes_on_below_stands_in_as_far():
    lines = text_of(of_file(WRONG), width=40).splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("  error"))
    assert re.match(r"  \S", lines[first + 1])


WORDS = st.text(st.sampled_from("政府信息公开，。（）“”；：12 ab　-=≠"), max_size=60)


@given(WORDS, st.integers(2, 30))
def test_wrapped_text_is_the_same_text_in_lines_that_fit(words, width):
    lines = [line.plain for line in wrapped(Text(words), width)]
    assert all(cell_len(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", words)


def test_chinese_is_broken_between_characters_and_not_beside_punctuation():
    """A sentence has no spaces: it begins behind what stands before it, and fills each line."""
    sentence = "错误 form.missing  没有找到“收到和处理申请情况”（报告中没有，共12件）；请补上。"
    assert [line.plain for line in wrapped(Text(sentence), 30)] == [
        "错误 form.missing  没有找到“收",
        "到和处理申请情况”（报告中没",
        "有，共12件）；请补上。",
    ]


@pytest.mark.parametrize("width", [8, 9, 12, 20])
def test_a_number_stays_with_what_it_counts(width):
    lines = [line.plain for line in wrapped(Text("全年新收申请128件，上年结转10件。"), width)]
    assert any("128件" in line for line in lines)
    assert any("10件" in line for line in lines)
