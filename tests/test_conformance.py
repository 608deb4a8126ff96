"""The cases of the contract, and what the runner says of good and bad implementations."""

import json
import sys
from itertools import product
from pathlib import Path

import pytest

import govdisclosure as gd
from families import Family
from govdisclosure.conformance import (
    Case,
    UnusableError,
    conformance_cases,
    described_cases,
    drawn_cases,
    run,
)
from peers import program
from reference import evaluate
from running import run as run_command

ROOT = Path(__file__).parent.parent
JAVASCRIPT = ROOT / "examples" / "javascript" / "conformance.mjs"
CASES = conformance_cases()
RELATIONS = [rule.id for rule in gd.RULES if rule.portable]


def script(tmp_path, body):
    """A command that is given the right answers, by id, and does with them what *body* says."""
    answers = {
        case.id: json.dumps(
            {
                "id": case.id,
                "outcomes": [
                    json.loads(json.dumps(e.plain(), default=float)) for e in case.expected
                ],
            }
        )
        for case in CASES
    }
    (tmp_path / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    source = tmp_path / "answer.py"
    source.write_text(
        "import json, sys, time\n"
        f"answers = json.load(open({str(tmp_path / 'answers.json')!r}))\n"
        "ids = [json.loads(line)['id'] for line in sys.stdin]\n"
        f"{body}\n",
        encoding="utf-8",
    )
    return [sys.executable, str(source)]


GOOD = "for name in ids: print(answers[name])"


def test_right_answers_pass(tmp_path):
    assert run(script(tmp_path, GOOD), CASES, seconds=60) == []


def test_a_wrong_outcome_is_a_failure_of_its_case(tmp_path):
    body = f"answers[ids[3]] = answers[ids[3]].replace('broken', 'holds')\n{GOOD}"
    failures = run(script(tmp_path, body), CASES, seconds=60)
    assert {failure.case for failure in failures} == {CASES[3].id}
    assert {failure.expected.outcome for failure in failures} == {gd.Outcome.BROKEN}


def test_a_wrong_need_is_a_failure(tmp_path):
    body = f"answers = {{k: v.replace('at_least', 'value') for k, v in answers.items()}}\n{GOOD}"
    failures = run(script(tmp_path, body), CASES, seconds=60)
    assert failures
    assert all(failure.expected.needed for failure in failures)


def test_a_number_may_be_the_text_of_one(tmp_path):
    body = (
        "def text(o):\n"
        "    for n in o['needed']: n.update({k: str(v) for k, v in n.items()})\n"
        "    return o\n"
        "for name in ids:\n"
        "    found = json.loads(answers[name])\n"
        "    print(json.dumps({'id': name, 'outcomes': [text(o) for o in found['outcomes']]}))"
    )
    assert run(script(tmp_path, body), CASES, seconds=60) == []


FIRST, SECOND = CASES[0].id, CASES[1].id
BAD = {
    "crashes at once": ("sys.exit(3)", FIRST, "code 3"),
    "crashes later": ("print(answers[ids[0]]); sys.stdout.flush(); sys.exit(4)", SECOND, "code 4"),
    "ends early": ("print(answers[ids[0]])", SECOND, "code 0"),
    "ends badly": (f"{GOOD}\nsys.stdout.flush(); sys.exit(5)", CASES[-1].id, "code 5"),
    "is out of order": ("for name in ids[::-1]: print(answers[name])", FIRST, "order"),
    "answers half a line": ("print(answers[ids[0]][:40], end='')", FIRST, "one line of JSON"),
    "leaves instances out": (
        "print(json.dumps({'id': ids[0], 'outcomes': []}))",
        FIRST,
        "no answer for",
    ),
    "prints garbage": ("print('hello')", FIRST, "hello"),
    "prints bytes": ("sys.stdout.buffer.write(b'\\xff\\xfe\\x00\\n')", FIRST, "one line of JSON"),
    "prints other JSON": ("print('[1]')", FIRST, "one line of JSON"),
    "prints other outcomes": (
        "print(json.dumps({'id': ids[0], 'outcomes': [1]}))",
        FIRST,
        "one line of JSON",
    ),
    "goes on": (f"{GOOD}\nprint('more')", CASES[-1].id, "after the last"),
    "never stops": ("while True: print('x' * 99)", FIRST, "xxx"),
}


@pytest.mark.parametrize("how", BAD)
def test_a_command_that_cannot_be_used_is_told_with_the_case(tmp_path, how):
    body, case, said = BAD[how]
    with pytest.raises(UnusableError) as caught:
        run(script(tmp_path, body), CASES, seconds=60)
    assert f"case {case}:" in caught.value.wording.en
    assert f"用例 {case}：" in caught.value.wording.zh
    assert said in caught.value.wording.en


@pytest.mark.parametrize("body", ["time.sleep(600)", "print(answers[ids[0]]); time.sleep(600)"])
def test_a_command_that_hangs_is_ended(tmp_path, body):
    with pytest.raises(UnusableError, match="in time"):
        run(script(tmp_path, body), CASES, seconds=2)


def test_a_command_that_does_not_read_is_no_trouble():
    with pytest.raises(UnusableError, match="code 0"):
        run([sys.executable, "-c", ""], CASES, seconds=60)


def test_a_command_that_is_not_there_is_told():
    with pytest.raises(UnusableError, match="cannot start"):
        run(["no-such-program"], CASES, seconds=5)


def test_the_command_line_has_the_exit_codes(tmp_path):
    good = script(tmp_path, GOOD)
    assert run_command("conformance", *good).exit_code == 0
    broken = tmp_path / "broken"
    broken.mkdir()
    wrong = script(broken, f"answers[ids[3]] = answers[ids[3]].replace('broken', 'holds')\n{GOOD}")
    failed = run_command("conformance", *wrong)
    assert failed.exit_code == 1
    assert f"{len(CASES)} cases: {len(CASES) - 1} pass, 1 fail" in failed.output
    unusable = run_command("conformance", "--lang", "zh", "no-such-program")
    assert unusable.exit_code == 2
    assert "无法启动" in unusable.output


@pytest.mark.parametrize(("rule", "outcome"), list(product(RELATIONS, gd.Outcome)))
def test_every_portable_rule_has_a_case_of_every_outcome(rule, outcome):
    assert any((e.rule, e.outcome) == (rule, outcome) for c in CASES for e in c.expected)


def test_drawn_cases_are_the_same_each_time():
    assert drawn_cases(3) == drawn_cases(3)
    assert drawn_cases(5)[:3] == drawn_cases(3)
    assert drawn_cases(3) != drawn_cases(3, seed=1)


def test_every_case_has_a_name_of_its_own_and_something_to_prove():
    assert len({case.id for case in CASES}) == len(CASES)
    assert all(case.expected for case in CASES)
    assert described_cases()


@pytest.mark.parametrize("case", drawn_cases(40), ids=lambda case: case.id)
def test_the_reference_says_the_same_of_drawn_cases(case: Case):
    family = Family(case.report, case.prior, case.members)
    judged = evaluate(family.report, family.prior, family.members)
    assert {(e.rule, e.at): e.outcome for e in case.expected} == {
        key: judgement.outcome for key, judgement in judged.items()
    }


def test_the_evaluator_in_javascript_passes():
    assert run([program("node"), str(JAVASCRIPT)], CASES, seconds=60) == []


def test_python_and_javascript_agree_on_every_instance(agreements):
    """On reports right and broken, with blanks, mixed layouts and rows and members missing."""
    cases = drawn_cases(agreements, seed=7)
    met = {(e.rule, e.outcome) for case in cases for e in case.expected}
    assert met == set(product(RELATIONS, gd.Outcome))
    assert run([program("node"), str(JAVASCRIPT)], cases, seconds=3000) == []
