"""The definitions of rows, layouts, columns and kinds in the schema of ``rules.json``."""

from ..contract import JsonObject, array, keys, reference, words
from ..records import Kind
from .definitions import ADDRESS, TEXT, editions, label, languages


def row_definitions(example: JsonObject) -> dict[str, JsonObject]:
    """Return the definitions by name, with examples out of one file of rules."""
    row = example["rows"][0]
    layout = row["layouts"][0]
    return {
        "Limits": _limits(example["kinds"]["count"]),
        "Row": _row(row),
        "Layout": _layout(layout),
        "Column": _column(layout["columns"]["total"]),
        "Split": _split(example["split"][0]),
    }


def kind_of_cell(kind: Kind) -> JsonObject:
    """Return the schema of what a cell of a kind may hold."""
    said = {
        Kind.COUNT: words("件数", "Count", "不为负的整数。", "A whole number, not negative."),
        Kind.CHANGE: words(
            "增减数", "Change", "正负皆可的整数。", "A whole number of either sign."
        ),
        Kind.AMOUNT: words("金额", "Amount", "精确的十进制数。", "Money, an exact decimal."),
    }
    return {**said[kind].plain(), **reference("Limits")}


def _limits(example: JsonObject) -> JsonObject:
    number: JsonObject = {"type": "integer"}
    yes: JsonObject = {"type": "boolean"}
    return {
        **words(
            "可填的数", "Limits", "该类单元格可填的数。", "What a cell of the kind may hold."
        ).plain(),
        **keys(
            {
                **languages(),
                "minimum": {
                    **words("最小", "Minimum", "不小于。", "The least.").plain(),
                    **number,
                },
                "maximum": {
                    **words("最大", "Maximum", "不大于。", "The greatest.").plain(),
                    **number,
                },
                "integer": {
                    **words("整数", "Integer", "是否只能是整数。", "Whether it is whole.").plain(),
                    **yes,
                },
                "either_sign": {
                    **words(
                        "可为负",
                        "Either sign",
                        "空白是否可能为负。",
                        "Whether a blank may be negative.",
                    ).plain(),
                    **yes,
                },
            }
        ),
        "examples": [example],
    }


def _row(example: JsonObject) -> JsonObject:
    return {
        **words(
            "行", "Row", "一行及其各种布局。", "A row with every layout that it may have."
        ).plain(),
        **keys(
            {
                "address": {**ADDRESS.plain(), **TEXT},
                "label": {
                    **words(
                        "名称",
                        "Label",
                        "最新一版格式所印的名称；英文为本项目所译。",
                        "As printed in the newest edition that has it; the English is ours.",
                    ).plain(),
                    **reference("Wording"),
                },
                "within": {
                    **words(
                        "所在的部分",
                        "Within",
                        "所在的、可为一行或几行的部分；没有的为 null。",
                        "The part of one row or several that it is in; null where in none.",
                    ).plain(),
                    "type": ["string", "null"],
                },
                "layouts": {
                    **words(
                        "布局", "Layouts", "旧版在前。", "That of the older edition first."
                    ).plain(),
                    **array(reference("Layout")),
                    "minItems": 1,
                },
            }
        ),
        "examples": [example],
    }


def _layout(example: JsonObject) -> JsonObject:
    return {
        **words("布局", "Layout", "一行的一组列。", "A set of columns that a row has.").plain(),
        **keys(
            {
                "name": {
                    **words("名称", "Name", "类的名称。", "The name of its class.").plain(),
                    **TEXT,
                },
                "editions": {
                    **editions(),
                    **words(
                        "版本",
                        "Editions",
                        "该行有此布局的各版格式；空表示只在混用两版的报告中出现。",
                        "Those in which the row has this layout; empty where only reports "
                        "that mix the editions do.",
                    ).plain(),
                },
                "columns": {
                    **words("列", "Columns", "键为列名，按顺序。", "By name, in order.").plain(),
                    "type": "object",
                    "additionalProperties": reference("Column"),
                },
                "unit": {
                    **words(
                        "有无单位", "Unit", "该行是否有 unit。", "Whether the row has a unit."
                    ).plain(),
                    "type": "boolean",
                },
            }
        ),
        "examples": [example],
    }


def _column(example: JsonObject) -> JsonObject:
    return {
        **words("列", "Column", "一列的类别和名称。", "A column's kind and label.").plain(),
        **keys(
            {
                "kind": {
                    **words("类别", "Kind", "kinds 中的一类。", "One of kinds.").plain(),
                    "enum": [kind.value for kind in Kind],
                },
                "label": label(),
            }
        ),
        "examples": [example],
    }


def _split(example: JsonObject) -> JsonObject:
    return {
        **words(
            "一行或几行的部分",
            "Split part",
            "地址是行还是组，看键。",
            "A row or a group, by its keys.",
        ).plain(),
        **keys(
            {
                "part": {**ADDRESS.plain(), **TEXT},
                "label": label(),
                "columns": {
                    **words("列", "Columns", "一行时的各列。", "Those of the one row.").plain(),
                    **array(TEXT),
                },
                "rows": {
                    **words(
                        "行", "Rows", "几行时各行的地址。", "Addresses of the several."
                    ).plain(),
                    **array(TEXT),
                },
            }
        ),
        "examples": [example],
    }
