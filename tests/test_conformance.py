"""The cases of the contract, and what the runner says of good and bad implementations."""

import json
import re
import sys
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path

import attrs
import jsonschema
import pytest

import govdisclosure as gd
from families import Family
from govdisclosure.conformance import (
    Case,
    Expected,
    UnusableError,
    answer_schema,
    complete,
    conformance_cases,
    described_cases,
    drawn_cases,
    run,
)
from govdisclosure.conformance.answer import read_answer
from govdisclosure.portable import rules_object
from govdisclosure.relations import range_named
from mutated import mutants
from peers import program
from reference import evaluate
from running import run as run_command

ROOT = Path(__file__).parent.parent
JAVASCRIPT = ROOT / "examples" / "javascript" / "conformance.mjs"
CASES = tuple(map(complete, conformance_cases()))
"""The cases with every instance, also those that a described case does not name."""
RELATIONS = [rule.id for rule in gd.RULES if rule.portable]


def answer(case):
    """The right answer to a case."""
    outcomes = [json.loads(json.dumps(e.plain(), default=float)) for e in case.expected]
    return {"id": case.id, "outcomes": outcomes}


@cache
def right_answers():
    """The right answers by id, as JSON."""
    return json.dumps({case.id: json.dumps(answer(case)) for case in CASES})


def script(tmp_path, body):
    """A command that is given the right answers, by id, and does with them what *body* says."""
    (tmp_path / "answers.json").write_text(right_answers(), encoding="utf-8")
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


def test_an_instance_that_a_case_does_not_name_is_compared_too(tmp_path):
    named = {(e.rule, e.at) for e in described_cases()[0].expected}
    place, other = next(
        (i, e) for i, e in enumerate(CASES[0].expected) if (e.rule, e.at) not in named
    )
    body = (
        "found = json.loads(answers[ids[0]])\n"
        f"found['outcomes'][{place}] |= {{'outcome': 'broken'}}\n"
        f"answers[ids[0]] = json.dumps(found)\n{GOOD}"
    )
    (failure,) = run(script(tmp_path, body), CASES, seconds=60)
    assert (failure.case, failure.expected) == (CASES[0].id, other)


def test_a_case_that_names_few_instances_is_completed_with_the_others():
    whole = complete(described_cases()[0])
    assert {(e.rule, e.at) for e in whole.expected} == {
        (rule.id, at)
        for rule in gd.RULES
        if isinstance(rule, gd.Relation)
        for at in range_named(rule.over)
    }
    assert len(whole.expected) == len({(e.rule, e.at) for e in whole.expected})
    assert set(described_cases()[0].expected) < set(whole.expected)
    assert complete(whole) is whole


def needing(case, number):
    """The answer to a case in which a blank needs that number."""
    (one,) = [e for e in case.expected if e.needed]
    found = one.plain() | {"needed": [{"cell": one.needed[0].cell, "value": number}]}
    return json.dumps({"id": case.id, "outcomes": [found]}).encode() + b"\n"


ONE_BLANK = attrs.evolve(CASES[1], expected=tuple(e for e in CASES[1].expected if e.needed)[:1])
"""A case cut down to one instance, which one blank leaves open."""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("-3", -3),
        ("9682.2371", Decimal("9682.2371")),
        ("18.000", 18),
        (1.8e1, 18),
        (0.1, Decimal("0.1")),
    ],
)
def test_numbers_are_compared_by_value(said, meant):
    (found,) = read_answer(ONE_BLANK, needing(ONE_BLANK, said)).values()
    assert found.needed == (gd.Needed(cell=ONE_BLANK.expected[0].needed[0].cell, value=meant),)


def test_an_answer_is_taken_just_where_its_schema_takes_it():
    """And where it is to the case, with each of its instances once."""
    case = attrs.evolve(CASES[1], expected=(*ONE_BLANK.expected, *CASES[1].expected[:2]))
    wanted = sorted((e.rule, e.at) for e in case.expected)
    validator = jsonschema.Draft202012Validator(answer_schema())
    met = set()
    for _, spoilt in mutants({"answer": [answer(case)]}, 3000, seed=3):
        right = validator.is_valid(spoilt) and spoilt["id"] == case.id
        right = right and sorted((o["rule"], o["at"]) for o in spoilt["outcomes"]) == wanted
        try:
            taken = bool(read_answer(case, json.dumps(spoilt).encode() + b"\n"))
        except UnusableError:
            taken = False
        assert taken is right, spoilt
        met.add((taken, spoilt == answer(case)))
    assert met == {(True, True), (True, False), (False, False)}


FIRST, SECOND = CASES[0].id, CASES[1].id
ALTERED = (
    "found = json.loads(answers[ids[0]])\n"
    "all, one = found['outcomes'], found['outcomes'][0]\n"
    "{change}\n"
    "print(json.dumps(found))"
)
ANSWERS = {
    "leaves one instance out": ("del all[7]", "no answer for"),
    "answers twice": ("all.append(one)", "is answered twice"),
    "answers twice otherwise": ("all.append(one | {'outcome': 'holds'})", "is answered twice"),
    "answers more": ("all.append(one | {'at': 'nowhere'})", "at nowhere is no instance"),
    "has a key of its own": ("found['note'] = 1", "must not have the key 'note'"),
    "lacks a key": ("del one['at']", "outcomes[0] of the answer lacks the key 'at'"),
    "has a key of its own within": ("one['why'] = 1", "must not have the key 'why'"),
    "has another outcome": ("one['outcome'] = 'true'", "must be one of holds, broken"),
    "has no array": ("one['needed'] = None", "needed of the answer must be an array"),
    "has an exponent": (
        "one['needed'] = [{'cell': 'a', 'value': '1E+3'}]",
        "needed[0].value of the answer must be a number",
    ),
    "has no cell": ("one['needed'] = [{'cell': '', 'value': 1}]", "must be a text"),
}
"""What is done to a right answer, and what is said of it."""
BAD = {
    "has a key twice": (
        "print(answers[ids[0]].replace('{', '{\"id\": \"other\", ', 1))",
        FIRST,
        "has the key 'id' twice",
    ),
    "crashes at once": ("sys.exit(3)", FIRST, "code 3"),
    "crashes later": ("print(answers[ids[0]]); sys.stdout.flush(); sys.exit(4)", SECOND, "code 4"),
    "ends early": ("print(answers[ids[0]])", SECOND, "code 0"),
    "ends badly": (
        f"{GOOD}\nsys.stdout.flush(); sys.exit(5)",
        CASES[-1].id,
        "answered every case, then ended with code 5",
    ),
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
        "outcomes[0] of the answer must be an object, found 1",
    ),
    **{
        how: (ALTERED.format(change=change), FIRST, said) for how, (change, said) in ANSWERS.items()
    },
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


@pytest.mark.parametrize("page", ["other-languages.md", "other-languages.zh-CN.md"])
def test_the_instance_shown_to_other_languages_is_one_and_comes_to_what_is_said(page):
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    shown, cells, outcome = map(json.loads, re.findall("```json\n(.*?)```", text, re.DOTALL))
    rules = {rule["id"]: rule for rule in rules_object()["relations"]}
    assert shown in rules[outcome["rule"]]["instances"]
    report = gd.AnnualReport.blank_form("2021", fill=0).replace(cells)
    found = {(i.rule, i.at): i for i in gd.check(report).instances}
    assert Expected.of(found[outcome["rule"], shown["at"]]).plain() == outcome


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
