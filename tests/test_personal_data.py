"""text.personal_data: what identifies a person is found, and never printed whole."""

import re
import subprocess
import sys
import unicodedata
from datetime import date
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import govdisclosure as gd
import worded
from govdisclosure import extras
from govdisclosure.rules.text.passages import masked, quoted
from worded import everywhere, found, why_skipped, with_text

RULE = "text.personal_data"
FULL_WIDTH = str.maketrans("0123456789X@", "０１２３４５６７８９Ｘ＠")


def check_character(seventeen):
    """The last character of a resident identity number (GB 11643)."""
    weighted = sum(int(d) * 2 ** (17 - i) for i, d in enumerate(seventeen))
    return "10X98765432"[weighted % 11]


def with_luhn(digits):
    """A card number whose last digit makes it valid."""
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(digits))]
    return digits + str(-sum(n - 9 * (n > 9) for n in doubled) % 10)


@st.composite
def identity_numbers(draw):
    place = draw(st.sampled_from(["110101", "320722", "429006", "440106", "310115", "810000"]))
    day = draw(st.dates(min_value=date(1940, 1, 1), max_value=date(2010, 1, 1)))
    seventeen = f"{place}{day:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return seventeen + check_character(seventeen)


CARDS = st.one_of(
    st.from_regex(r"62[0-9]{13,16}", fullmatch=True),
    st.from_regex(r"9558[0-9]{14}", fullmatch=True),
    st.from_regex(r"(?:4[0-9]|5[1-5])[0-9]{13}", fullmatch=True),
).map(with_luhn)
MOBILES = st.from_regex(r"1(?:3[5-9]|5[0-2]|8[2-7])[0-9]{8}", fullmatch=True)
ADDRESSES = st.tuples(
    st.from_regex(r"[a-z][a-z0-9_.]{3,12}[a-z0-9]", fullmatch=True),
    st.sampled_from(["qq.com", "163.com", "126.com", "foxmail.com", "gmail.com", "139.com"]),
).map("@".join)


def with_spaces(number):
    return st.sampled_from(
        [
            number,
            number.translate(FULL_WIDTH),
            " ".join(re.findall(".{1,4}", number)),
            "-".join(re.findall(".{1,4}", number)),
        ]
    )


def held(number):
    """Sentences in which a number stands: between words, brackets, at an end."""
    return st.sampled_from(
        [
            f"申请人{number}要求公开。",
            f"张某（{number}）来信。",
            f"号码：{number}",
            f"{number}，另一人",
        ]
    )


def is_masked(text, raw):
    """Whether a text holds neither the number nor most of it."""
    squeezed = re.sub(r"[ \-]", "", unicodedata.normalize("NFKC", text))
    name = raw.partition("@")[0]
    return name not in squeezed and all(
        raw[i : i + 8] not in squeezed for i in range(max(len(name) - 8, 0) + 1)
    )


@given(st.one_of(identity_numbers(), CARDS), st.data())
def test_an_identity_or_card_number_is_found_and_masked_everywhere(number, data):
    written = data.draw(with_spaces(number).flatmap(held))
    report = with_text(written, data.draw(st.sampled_from(worded.SECTIONS)))
    (finding,) = found(RULE, report)
    assert finding.severity is gd.Severity.WARNING
    assert is_masked(everywhere(report), number)


@given(MOBILES, st.sampled_from(["{}", "+86 {}", "0086-{}", "86{}"]), st.data())
def test_a_mobile_number_is_found_and_masked_everywhere(number, form, data):
    spaced = f"{number[:3]} {number[3:7]}-{number[7:]}"
    shown = form.format(data.draw(st.sampled_from([number, spaced, number.translate(FULL_WIDTH)])))
    report = with_text(data.draw(held(shown)))
    (finding,) = found(RULE, report)
    assert "手机号码" in finding.message.zh
    assert is_masked(everywhere(report), number)


@given(ADDRESSES, st.data())
def test_a_personal_address_is_found_and_masked_everywhere(address, data):
    assume(".." not in address)
    report = with_text(data.draw(held(address)))
    (finding,) = found(RULE, report)
    assert finding.severity is gd.Severity.WARNING
    assert is_masked(everywhere(report), address)


def test_the_mailbox_beside_an_offices_address_is_only_a_note():
    (finding,) = found(RULE, with_text("如有疑问，请联系商务局办公室，邮箱：office@qq.com。"))
    assert finding.severity is gd.Severity.NOTE
    mobile = "请联系13800138000，邮箱：office@qq.com。"
    assert found(RULE, with_text(mobile))[0].severity is gd.Severity.WARNING


@given(identity_numbers(), st.integers(1, 9))
def test_a_number_with_another_check_character_is_no_identity_number(number, more):
    last = "10X98765432"[("10X98765432".index(number[-1]) + more) % 11]
    findings = found(RULE, with_text(f"编号：{number[:-1]}{last}。"))
    assert not any("身份证" in finding.message.zh for finding in findings)


@pytest.mark.parametrize(("year", "is_one"), [(1899, False), (1900, True)])
def test_nobody_was_born_before_1900(year, is_one):
    seventeen = f"320722{year}0101123"
    findings = found(RULE, with_text(f"编号：{seventeen}{check_character(seventeen)}。"))
    assert any("身份证" in finding.message.zh for finding in findings) is is_one


@given(CARDS, st.integers(1, 9))
def test_a_number_that_fails_the_luhn_test_is_no_card(number, more):
    wrong = number[:-1] + str((int(number[-1]) + more) % 10)
    assert not any("银行卡" in f.message.zh for f in found(RULE, with_text(f"号码{wrong}。")))


FINE = [
    "咨询电话：0527-83982345。",
    "电话（0517）87222010，传真025-83666666。",
    "服务热线12345，12388举报电话。",
    "机关邮箱：xxgk@yunxi.gov.cn。",
    "统一社会信用代码：11320722014314799X。",
    "索引号014314799/2024-00002，文号云商发〔2023〕5号。",
    "项目代码2304-320722-89-01-123456。",
    "合同金额13812345678.50元，",
    "合同金额13812345678元，",
    "累计点击13812345678次，",
    "订单号：6222021234567890128，",
    "网址https://www.yunxi.gov.cn/art/20230117/13800138000123.html，",
    "证件号320722********1234已遮盖，",
    "1380013800138001380013800138。",
    "2023年1月1日至2023年12月31日共收到3件。",
    "400-820-8820，",
    "编号17993006709，",
    "4444444444444444，",
    "0000000000000000，",
]


@given(st.sampled_from(FINE), st.data())
def test_landlines_official_mailboxes_and_other_long_numbers_are_fine(text, data):
    assert not found(RULE, with_text(data.draw(worded.among(text))))


@pytest.mark.parametrize("text", FINE)
def test_each_of_these_is_fine(text):
    assert not found(RULE, with_text(text))


def test_the_title_and_what_stands_before_the_first_heading_are_looked_at():
    title = "云溪县商务局2023年政府信息公开工作年度报告（13800138000）"
    assert [f.at for f in found(RULE, worded.report(title=title))] == ["title"]
    text = gd.write(worded.report(), "text").decode()
    lead = text.replace("一、总体情况", "承办人手机13800138000。\n\n一、总体情况", 1)
    reading = gd.read(lead.encode())
    (finding,) = found(RULE, reading)
    assert finding.places[0].line is not None
    assert is_masked(everywhere(reading), "13800138000")


NUMBER = "32072219900101123" + check_character("32072219900101123")


@pytest.mark.parametrize(
    "said", list(permutations([f"申请人{NUMBER}", "电话13800138000", "邮箱zhang@qq.com"]))
)
def test_several_in_one_paragraph_are_one_finding_with_a_place_each_in_whatever_order(said):
    text = worded.prose("，".join(said))
    reading = gd.Reading(
        report=worded.report(overview=text),
        prose={"overview.paragraphs[0]": gd.Place(text="申请人", line=3)},
    )
    (finding,) = found(RULE, reading)
    assert len(finding.places) == 3
    assert {place.line for place in finding.places} == {3}


def test_a_number_within_an_address_is_told_once_and_the_next_address_is_found_too():
    (finding,) = found(RULE, with_text("邮箱13800138000@qq.com，另有zhang@qq.com。"))
    assert "number 138******00, personal e-mail address z***@qq.com" in finding.message.en
    assert "***@" not in finding.message.en.replace("z***@", "", 1)


def test_of_what_is_masked_only_the_ends_can_be_read():
    title = "云溪县商务局13800138000政府信息公开工作年度报告 zhang@qq.com"
    (finding,) = found("text.year", worded.report(title=title))
    for text in (finding.message.zh, finding.message.en):
        assert "商务局138******00政府" in text
    assert masked("zhang@qq.com") == "z***@qq.com"
    assert masked("6222 0212-3456") == "622*******56"


@given(st.one_of(identity_numbers(), MOBILES, ADDRESSES))
def test_what_other_rules_quote_is_masked_too(raw):
    """A template's residue, a wrong year, section five: each quotes the words it is about."""
    assume(".." not in raw)
    report = worded.report(
        title=f"云溪县教育局{raw}2022年政府信息公开工作年度报告",
        overview=worded.prose(f"（此处填写{raw}）", heading=f"一、2022年总体情况{raw}"),
        problems=worded.prose(f"无{raw}"),
    )
    reading = worded.written(report)
    for of in (report, reading):
        assert is_masked(everywhere(of), raw)


@pytest.mark.parametrize("length", [0, 1, 39, 40, 41, 200])
def test_what_is_quoted_is_on_one_line_and_cut_after_forty_characters(length):
    plain = ("公 开信息" * length)[:length]
    shown = plain if length <= 40 else plain[:40] + "…"
    assert quoted(plain) == quoted(plain.replace(" ", " \n ")) == shown


@pytest.mark.parametrize("module", ["stdnum", "phonenumbers"])
def test_without_the_extra_the_rule_is_skipped_with_what_to_install(monkeypatch, module):
    find = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == module else find(name))
    extras._is_there.cache_clear()  # noqa: SLF001  # what is installed is remembered
    report = with_text("电话13800138000。")
    assert not found(RULE, report)
    reason = why_skipped(RULE, report)
    extras._is_there.cache_clear()  # noqa: SLF001  # the others see what is installed
    for text in (reason.zh, reason.en):
        assert "pip install 'govdisclosure[text]'" in text


def test_the_command_line_prints_no_number_whole(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(gd.dumps(with_text("申请人电话13800138000。")), encoding="utf-8")
    for form in ("json", "text"):
        command = [sys.executable, "-m", "govdisclosure", "check", str(path), "--format", form]
        done = subprocess.run(command, capture_output=True, check=False)
        assert b"13800138000" not in done.stdout + done.stderr
        assert b"138******00" in done.stdout
