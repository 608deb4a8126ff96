"""The JSON Schema of ``rules.json``."""

from ..contract import BASE, JsonObject, array, document, having, keys, reference, words
from ..findings import Severity
from ..records import Kind
from ..records.layouts import split_parts
from ..relations import Practice, Sign
from .definitions import TEXT, beginning, label, shared
from .rows_schema import kind_of_cell, row_definitions
from .rules import rules_object

_RULES = words(
    "规则",
    "Rules",
    "全部规则：勾稽关系是数据，实例全部展开；其余规则只作说明。",
    "Every rule: the relations as data with their instances written out, the others described.",
)
_WORDING = reference("Wording")
_COEFFICIENT: JsonObject = {
    **words("系数", "Coefficient", "1 或 -1。", "1 or -1.").plain(),
    "enum": [1, -1],
}


def rules_schema() -> JsonObject:
    """Return the JSON Schema of the file of rules."""
    example = _example()
    relation = example["relations"][0]
    instance = relation["instances"][0]
    definitions = {
        **shared(),
        **row_definitions(example),
        "Rule": _rule(example["documents"][0]),
        "Relation": _relation(relation),
        "Template": _template(relation["template"]),
        "Term": _term(relation["template"]["expected"][0]),
        "RelationInstance": _instance(instance),
        "InstanceTerm": _instance_term([*instance["expected"], *instance["stated"]]),
    }
    return document(
        "rules:schema", _RULES, keys(_root()), examples=[example], definitions=definitions
    )


def _example() -> JsonObject:
    """Return the rules cut down to a few of each kind, a sum among them."""
    whole = rules_object()
    relation = next(rule for rule in whole["relations"] if rule["id"] == "requests.outcome_total")
    part = next(iter(split_parts()))
    return {
        **whole,
        "semantics": whole["semantics"][:1],
        "roll_up": whole["roll_up"][:1],
        "rows": [row for row in whole["rows"] if row["address"] == part],
        "relations": [{**relation, "instances": relation["instances"][:1]}],
        "documents": whole["documents"][:1],
    }


def _root() -> dict[str, JsonObject]:
    steps = array(_WORDING)
    return {
        **beginning(f"{BASE}:rules"),
        "digest": {
            **words(
                "摘要",
                "Digest",
                "规则的编号、严重程度、内容或各项改变时随之改变；名称和表述改变时不变。",
                "It changes with the ids, severities, sentences or terms of rules, "
                "not with labels or messages.",
            ).plain(),
            **TEXT,
        },
        "semantics": {
            **words(
                "怎样判断", "Semantics", "逐步说明。", "How to evaluate an instance, step by step."
            ).plain(),
            **steps,
        },
        "roll_up": {
            **words(
                "汇总怎样判断", "Roll-up", "不同之处。", "What differs where members are added up."
            ).plain(),
            **steps,
        },
        "kinds": {
            **words(
                "单元格的类别", "Kinds", "各类可以填什么。", "What a cell of each kind may hold."
            ).plain(),
            **keys({kind.value: kind_of_cell(kind) for kind in Kind}),
        },
        "rows": {
            **words("行", "Rows", "两版格式的每一行。", "Every row of either edition.").plain(),
            **array(reference("Row")),
        },
        "split": {
            **words(
                "一行或几行的部分",
                "Split parts",
                "一种布局为一行，另一种为几行。",
                "One row in one layout, several in another.",
            ).plain(),
            **array(reference("Split")),
        },
        "relations": {
            **words("勾稽关系", "Relations", "可移植的规则。", "The portable rules.").plain(),
            **array(reference("Relation")),
        },
        "documents": {
            **words(
                "其余规则",
                "Other rules",
                "需要文字、日期或其他文件，只作说明。",
                "They need the text, dates or other documents, and are only described.",
            ).plain(),
            **array(reference("Rule")),
        },
    }


def _described(*, portable: bool) -> dict[str, JsonObject]:
    return {
        "id": {**words("规则编号", "Id", "不会改变。", "It does not change.").plain(), **TEXT},
        "portable": {
            **words("可移植", "Portable", "是否为数据。", "Whether the rule is data.").plain(),
            "const": portable,
        },
        "severity": {
            **words(
                "严重程度", "Severity", "错误、警告或提示。", "An error, a warning or a note."
            ).plain(),
            "enum": [severity.value for severity in Severity],
        },
        "confidence": {
            **words(
                "审核机关是否检查",
                "Whether a reviewer applies it",
                "H 必查，M 通常检查，L 本项目的建议。",
                "H surely, M probably, L our own idea.",
            ).plain(),
            "enum": [practice.value for practice in Practice],
        },
        "basis": {
            **words("依据", "Basis", "规则的依据。", "What the rule rests on.").plain(),
            **reference("Basis"),
        },
        "sentences": {
            **words("内容", "Sentences", "规则要求什么。", "What the rule demands.").plain(),
            **_WORDING,
        },
        "why": {
            **words("为什么", "Why", "不这样会怎样。", "What goes wrong without it.").plain(),
            **_WORDING,
        },
        "mend": {
            **words("怎样改正", "Mend", "怎么办。", "What to do about a finding.").plain(),
            **_WORDING,
        },
    }


def _rule(example: JsonObject) -> JsonObject:
    return {
        **words("规则", "Rule", "只作说明的规则。", "A rule that is only described.").plain(),
        **keys(_described(portable=False)),
        "examples": [example],
    }


def _relation(example: JsonObject) -> JsonObject:
    return {
        **words(
            "勾稽关系", "Relation", "单元格之间的线性关系。", "A linear relation between cells."
        ).plain(),
        **keys(
            {
                **_described(portable=True),
                "message": {
                    **words(
                        "问题的表述",
                        "Message",
                        "不成立的实例怎样说。{at} 为实例的 label，{expected}、{actual} 为两侧之和，"
                        "{difference} 为二者之差的绝对值，{expected_sum}、{actual_sum} "
                        "为两侧写出的算式，如 4 + 2。",
                        "What is said of a broken instance. {at} is the instance's label, "
                        "{expected} and {actual} are what its sides come to, {difference} is how "
                        "far they are apart, {expected_sum} and {actual_sum} are the sides written "
                        "out, as 4 + 2.",
                    ).plain(),
                    **_WORDING,
                },
                "needs": {
                    **words(
                        "所需的文件",
                        "Needs",
                        "report 本报告，prior 上年报告，members 各成员报告。",
                        "The report alone, that of the year before, or those of the members.",
                    ).plain(),
                    "enum": ["report", "prior", "members"],
                },
                "sign": {
                    **words("关系", "Sign", "= 或 <=。", "= or <=.").plain(),
                    "enum": [sign.value for sign in Sign],
                },
                "over": {
                    **words(
                        "范围", "Range", "实例的范围名称。", "Name of the instances' range."
                    ).plain(),
                    **TEXT,
                },
                "template": {
                    **words(
                        "模板",
                        "Template",
                        "展开之前的写法。",
                        "The relation before it is written out.",
                    ).plain(),
                    **reference("Template"),
                },
                "instances": {
                    **words("实例", "Instances", "全部展开。", "All of them, written out.").plain(),
                    **array(reference("RelationInstance")),
                },
            }
        ),
        "examples": [example],
    }


def _sides(term: str, row: JsonObject) -> dict[str, JsonObject]:
    terms: JsonObject = {**array(reference(term)), "minItems": 1}
    return {
        "row": row,
        "expected": {
            **words("应等于的一侧", "Expected side", "各项之和。", "The sum of its terms.").plain(),
            **terms,
        },
        "stated": {
            **words("所填的一侧", "Stated side", "各项之和。", "The sum of its terms.").plain(),
            **terms,
        },
    }


def _row_of() -> JsonObject:
    said = words(
        "所涉及的行",
        "Row",
        "报告中必须有的行；不涉及某一行的为 null。",
        "The row that must be in the report; null where it is about none.",
    )
    return {**said.plain(), "type": ["string", "null"]}


def _template(example: JsonObject) -> JsonObject:
    return {
        **words(
            "模板", "Template", "{at} 为实例的键。", "{at} stands for an instance's key."
        ).plain(),
        **keys(_sides("Term", _row_of())),
        "examples": [example],
    }


def _term(example: JsonObject) -> JsonObject:
    cell = words(
        "单元格",
        "Cell",
        "地址，可含 {at} 和另一个范围；后者表示求和。",
        "An address; it may hold {at}, and one further range to be summed.",
    )
    return {
        **words("一项", "Term", "系数乘以单元格。", "A coefficient times a cell.").plain(),
        **keys({"coefficient": _COEFFICIENT, "cell": {**cell.plain(), **TEXT}}),
        "examples": [example],
    }


def _instance(example: JsonObject) -> JsonObject:
    return {
        **words("实例", "Instance", "一行、一列或一组。", "For one row, column or block.").plain(),
        **keys(
            {
                "at": {
                    **words("键", "At", "实例的键。", "The key of the instance.").plain(),
                    **TEXT,
                },
                "label": label(),
                **_sides("InstanceTerm", _row_of()),
            }
        ),
        "examples": [example],
    }


def _instance_term(examples: list[JsonObject]) -> JsonObject:
    cell = words("单元格", "Cell", "一个单元格。", "The address of one cell.")
    cells = words("各单元格", "Cells", "求和的单元格。", "Addresses of the cells of a sum.")
    return {
        **words(
            "实例的一项",
            "Term of an instance",
            "cell 与 cells 有且仅有一个。",
            "Either cell or cells.",
        ).plain(),
        **keys(
            {
                "coefficient": _COEFFICIENT,
                "cell": {**cell.plain(), **TEXT},
                "cells": {**cells.plain(), **array(TEXT), "minItems": 1},
            },
            optional=("cell", "cells"),
        ),
        "if": having("cell"),
        "then": {"properties": {"cells": False}},
        "else": having("cells"),
        "examples": examples,
    }
