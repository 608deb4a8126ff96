"""What is broken is said alike by the library and by the example in JavaScript."""

import json
import re
import subprocess
from pathlib import Path

import govdisclosure as gd
from govdisclosure.conformance import drawn_cases
from govdisclosure.wire import to_json
from peers import JAVASCRIPT, program
from running import EXAMPLES

ROOT = Path(__file__).parent.parent
MESSAGES = Path(__file__).parent / "javascript" / "messages.mjs"
RELATIONS = {rule.id for rule in gd.RULES if rule.portable}


def _node(*arguments, stdin=None):
    return subprocess.run(
        [program("node"), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def _in_words(message):
    """Both languages without the zeros that end an amount: a binary number does not keep them."""
    return [re.sub(r"(\.\d*?)0+(?!\d)", r"\1", text) for text in (message["zh"], message["en"])]


def test_the_example_in_javascript_says_of_a_broken_instance_what_the_library_says(agreements):
    cases = drawn_cases(max(agreements // 4, 100), seed=11)
    lines = "".join(to_json(case.question()) + "\n" for case in cases)
    done = _node(MESSAGES, ROOT / "schemas" / "rules.json", stdin=lines)
    assert done.returncode == 0, done.stderr
    met = set()
    for case, line in zip(cases, done.stdout.splitlines(), strict=True):
        review = gd.check(case.report, prior=case.prior, members=case.members)
        found = [
            [f.rule, f.at, _in_words({"zh": f.message.zh, "en": f.message.en})]
            for f in review.findings
            if f.rule in RELATIONS
        ]
        said = [[rule, at, _in_words(message)] for rule, at, message in json.loads(line)]
        assert sorted(said) == sorted(found), case.id
        met |= {rule for rule, _, _ in found}
    assert met == RELATIONS


def test_the_example_in_javascript_ends_as_check_does():
    check = JAVASCRIPT / "check.mjs"
    good, wrong = EXAMPLES / "township-2023.json", EXAMPLES / "township-2023-wrong-totals.json"
    codes = [
        _node(check, *paths).returncode
        for paths in ([good], [good, wrong], [wrong, EXAMPLES / "none.json", good], [])
    ]
    assert codes == [0, 1, 2, 2]
