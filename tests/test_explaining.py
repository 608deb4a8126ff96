"""Each rule is its own document: every part is there, in both languages, and true."""

import re
import tomllib
from pathlib import Path

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.explaining import examples_of, markdown, page_of, plain
from govdisclosure.explaining.__main__ import write_reference
from govdisclosure.explaining.formulas import in_labels
from govdisclosure.explaining.pages import Kind
from govdisclosure.explaining.reference import COMMAND, reference_files
from govdisclosure.rules.vocabulary import Rule
from govdisclosure.wording import LANGUAGES, Speech, Wording

DOCS = Path(__file__).parent.parent / "docs"
EVERY_RULE = pytest.mark.parametrize("rule", gd.RULES, ids=lambda rule: rule.id)
PARTS = ["why", "basis", "kept", "broken", "mend", "waive", "confidence"]
CHINESE = re.compile("[\u4e00-\u9fff]")


@EVERY_RULE
def test_a_rule_says_what_it_demands_why_and_how_to_mend_it(rule):
    for said in (rule.sentences, rule.why, rule.mend):
        assert said.zh.endswith("。")
        assert said.en.endswith(".")
        assert CHINESE.search(said.zh)
        assert len(CHINESE.findall(said.en)) * 3 < len(said.en)  # words of the form may be named


def test_a_rule_cannot_be_made_without_them():
    required = {field.name for field in attrs.fields(Rule) if field.default is attrs.NOTHING}
    assert required == {
        *("id", "severity", "basis", "confidence", "sentences", "why", "mend"),
    }


@EVERY_RULE
def test_a_page_has_every_part(rule):
    page = page_of(rule)
    expected = [*PARTS[:2], "formula", *PARTS[2:]] if isinstance(rule, gd.Relation) else PARTS
    assert [part.name for part in page.parts] == expected
    for part in page.parts:
        assert part.blocks
        for block in part.blocks:
            assert block.text.zh.strip()
            assert block.text.en.strip()
            assert not re.search(r"\{(?!at\}|\w+\})", block.text.en)


@EVERY_RULE
def test_the_examples_are_true(rule):
    """A check says nothing by this rule of the one, and something of the other."""
    examples = examples_of(rule)
    assert examples.kept.found is None
    assert examples.broken.found is not None
    assert examples.broken.found.rule == rule.id
    assert examples.kept.states != examples.broken.states


@EVERY_RULE
def test_each_citation_stands_there_with_its_confidence(rule):
    text = plain(page_of(rule), Speech("en"))
    for citation in rule.basis.citations:
        assert citation.instrument.number in text
        assert re.search(f"{re.escape(citation.place.en)}: \\w", text)
    if rule.basis.absence is not None:
        assert rule.basis.absence.en in text


@EVERY_RULE
def test_a_waiver_can_be_copied(rule):
    """The lines are TOML, with the rule, and the instance that the example breaks."""
    (waive,) = [part for part in page_of(rule).parts if part.name == "waive"]
    (code,) = [block.text for block in waive.blocks if block.kind is Kind.CODE]
    for text in (code.zh, code.en):
        (waiver,) = tomllib.loads(text)["waiver"]
        assert list(waiver) == ["rule", "at", "reason", "until"]
        assert waiver["rule"] == rule.id
        assert waiver["at"] == examples_of(rule).broken.found.at


def test_formulas_have_the_labels_of_the_form():
    relations = {rule.id: in_labels(rule) for rule in gd.RULES if isinstance(rule, gd.Relation)}
    assert relations["requests.balance"].zh == (
        "一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 = "
        "（七）总计 + 四、结转下年度继续办理"
    )
    assert relations["requests.row_total"] == Wording(
        "“自然人”至“其他”6项之和 = 总计",
        "sum of the 6 from “Natural persons” to “Other organizations” = Total",
    )
    assert relations["requests.outcome_total"].en.startswith("sum of the 19 or 21 from ")
    assert relations["years.in_force"].zh == (
        "上年报告的现行有效件数 + 本年制发件数 − 本年废止件数 = 现行有效件数"
    )
    assert relations["proactive.issued_in_force"].zh == "本年制发件数 ≤ 现行有效件数 + 本年废止件数"
    assert relations["rollup.cells"].zh == "各成员单位本单元格之和 = 本单元格"


def test_examples_of_relations_are_sums():
    balance = examples_of(next(rule for rule in gd.RULES if rule.id == "requests.balance"))
    assert balance.kept.states.zh == "自然人：12 + 3 = 11 + 4"
    assert balance.broken.states.zh == "自然人：12 + 3 = 15 ≠ 14 = 10 + 4"


def test_markdown_shows_signs_as_they_are():
    rule = next(rule for rule in gd.RULES if rule.id == "form.missing")
    text = markdown(page_of(rule), Speech("en"), level=3)
    assert text.startswith("### `form.missing`\n\nEvery table")
    assert "\n#### Why\n" in text


# ---------------------------------------------------------------- the reference

MEND = f"docs/reference is not what the rules say; run: {COMMAND}"


def test_the_committed_reference_is_current():
    committed = {
        path.relative_to(DOCS / "reference").as_posix(): path.read_text(encoding="utf-8")
        for path in (DOCS / "reference").rglob("*.md")
    }
    files = reference_files()
    made = {name: text for name, text in committed.items() if COMMAND in text}
    assert sorted(made) == sorted(files), MEND
    assert [name for name in files if committed[name] != files[name]] == [], MEND


def test_pages_of_rules_that_are_gone_are_removed(tmp_path):
    (tmp_path / "rules").mkdir()
    old = tmp_path / "rules" / "requests.gone.md"
    old.write_text("old", encoding="utf-8")
    for _ in range(2):
        write_reference(tmp_path)
    assert not old.exists()
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert found == set(reference_files())


def test_every_rule_and_every_cell_is_in_the_reference():
    files = reference_files()
    for end in (".md", ".zh-CN.md"):
        assert all(f"rules/{rule.id}{end}" in files for rule in gd.RULES)
        assert all(f"](rules/{rule.id}{end})" in files[f"rules{end}"] for rule in gd.RULES)
        assert all(f"| `{cell.address}` |" in files[f"cells{end}"] for cell in gd.cells())


def test_links_of_the_reference_lead_somewhere():
    files = reference_files()
    for name, text in files.items():
        for target in re.findall(r"\]\(([^)]+\.md)\)", text):
            folder = Path(name).parent
            path = (folder / target).as_posix() if not target.startswith("../") else target[3:]
            assert path in files, f"{name}: {target}"


def test_tables_of_the_reference_have_rows_of_one_length():
    for name, text in reference_files().items():
        for block in text.split("\n\n"):
            if block.startswith("| "):
                pipes = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
                assert len(pipes) == 1, name


def test_languages_are_those_of_a_wording():
    assert {field.name for field in attrs.fields(Wording)} == set(LANGUAGES)
