"""The JSON Schemas of a conformance case, and of the answer that an implementation gives."""

from functools import cache
from typing import Any

from ..contract import ONE_LINE, JsonObject, array, document, keys, or_null, reference, words
from ..findings import Outcome
from ..schemas import json_schema
from .answer import NUMBER_TEXT
from .described import described_cases

_TEXT: JsonObject = {"type": "string", "minLength": 1}
_CASE = words(
    "一致性用例",
    "Conformance case",
    "一行一例：同属一组的报告，以及各实例的结果。检验程序时不给出 expected。",
    "One a line: reports that belong together, and what instances come to on them. An "
    "implementation under test is not given expected.",
)
_ANSWER = words(
    "回答",
    "Answer",
    "一例一行，与用例同序；每条勾稽关系的每个实例都要回答，而且只回答一次。",
    "One line a case, in the order of the cases; every instance of every relation is answered, "
    "once.",
)
_ID = words("用例编号", "Id of the case", "各例不同。", "No other case has it.")
_RULE = words("规则编号", "Id of the rule", "勾稽关系的编号。", "That of the relation.")
_AT = words("键", "At", "实例的键。", "The key of the instance.")
_OUTCOME = words(
    "结果",
    "Outcome",
    "holds 成立，broken 不成立，undetermined 因空白无法判断，not_applicable 不适用。",
    "It holds, is broken, is left open by blanks, or does not apply.",
)
_NEEDED = words(
    "空白应填的数",
    "What the blank needs",
    "该实例恰有一个单元格为空白时一项，否则没有。",
    "One entry where exactly one cell of the instance is blank, else none.",
)
_CELL = words("单元格", "Cell", "空白的地址，带前缀。", "The blank's address, with its prefix.")
_VALUE = words("应填", "Value", "关系为 = 时。", "With the sign =.")
_AT_LEAST = words("至少", "At least", "关系为 <= 时。", "With the sign <=.")


def case_schema() -> JsonObject:
    """Return the JSON Schema of a line of the files of cases."""
    report = json_schema()
    whole = {key: found for key, found in report.items() if not key.startswith("$")}
    example = _example()
    expected = next(found for found in example["expected"] if found["needed"])
    return document(
        "conformance:case",
        _CASE,
        keys(_case(), optional=("expected",)),
        examples=[example],
        definitions={
            **report["$defs"],
            "AnnualReport": whole,
            "Expected": _judged("Expected", example["expected"], needed_optional=False),
            "Needed": _needed({"type": "number"}, expected["needed"]),
        },
    )


def answer_schema() -> JsonObject:
    """Return the JSON Schema of an answer; a number may be the text of one."""
    example = _example()
    outcomes = example["expected"]
    needed = next(found["needed"] for found in outcomes if found["needed"])
    texts = [{**found, "value": str(found["value"])} for found in needed]
    root = {
        "id": {**_ID.plain(), **_TEXT},
        "outcomes": {
            **words("结果", "Outcomes", "每个实例一项。", "An entry an instance.").plain(),
            **array(reference("Judged")),
        },
    }
    return document(
        "conformance:answer",
        _ANSWER,
        keys(root),
        examples=[{"id": example["id"], "outcomes": outcomes}],
        definitions={
            "Judged": _judged("Judged", outcomes, needed_optional=True),
            "Needed": _needed(_NUMBER_OR_TEXT, [*needed, *texts]),
        },
    )


_NUMBER_OR_TEXT: JsonObject = {
    "if": {"type": "string"},
    "then": {"type": "string", "pattern": NUMBER_TEXT, **ONE_LINE},
    "else": {"type": "number"},
}


@cache
def _case_plain() -> str:
    return next(case.line() for case in described_cases() if any(e.needed for e in case.expected))


def _example() -> dict[str, Any]:
    """Return the first case with an instance that one blank leaves open."""
    import json

    plain: dict[str, Any] = json.loads(_case_plain())
    return plain


def _case() -> dict[str, JsonObject]:
    report = reference("AnnualReport")
    return {
        "id": {**_ID.plain(), **_TEXT},
        "description": {
            **words("说明", "Description", "这一例检验什么。", "What the case is about.").plain(),
            "type": "string",
        },
        "report": {
            **words("报告", "Report", "要判断的报告。", "The report to judge.").plain(),
            **report,
        },
        "prior": {
            **words(
                "上年报告",
                "Report of the year before",
                "没有的为 null。",
                "Null where there is none.",
            ).plain(),
            **or_null(report),
        },
        "members": {
            **words(
                "成员报告",
                "Members' reports",
                "没有给出的为 null；其中的 null 是没有报送的成员。",
                "Null where none are given; a null among them did not report.",
            ).plain(),
            "type": ["array", "null"],
            "items": or_null(report),
        },
        "expected": {
            **words(
                "应有的结果",
                "Expected",
                "部分或全部实例；不是实例的 expected 一侧。",
                "Of some or all instances; not the side of an instance that is called so.",
            ).plain(),
            **array(reference("Expected")),
            "minItems": 1,
        },
    }


def _judged(name: str, examples: list[JsonObject], *, needed_optional: bool) -> JsonObject:
    said = words("实例的结果", f"{name} outcome", "一个实例的结果。", "What an instance comes to.")
    found = {
        "rule": {**_RULE.plain(), **_TEXT},
        "at": {**_AT.plain(), **_TEXT},
        "outcome": {**_OUTCOME.plain(), "enum": [outcome.value for outcome in Outcome]},
        "needed": {**_NEEDED.plain(), **array(reference("Needed"))},
    }
    return {
        **said.plain(),
        **keys(found, optional=("needed",) if needed_optional else ()),
        "examples": examples,
    }


def _needed(number: JsonObject, examples: list[JsonObject]) -> JsonObject:
    found = {
        "cell": {**_CELL.plain(), **_TEXT},
        "value": {**_VALUE.plain(), **number},
        "at_least": {**_AT_LEAST.plain(), **number},
    }
    return {
        **_NEEDED.plain(),
        **keys(found, optional=("value", "at_least")),
        "examples": examples,
    }
