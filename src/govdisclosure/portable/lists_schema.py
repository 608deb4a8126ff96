"""The JSON Schemas of the code lists and of the crosswalk between the editions."""

from ..contract import BASE, JsonObject, array, document, keys, reference, words
from .codes import LISTS, categories
from .crosswalk import Comparability, crosswalk
from .definitions import TEXT, beginning, editions, label, shared

_CATEGORIES = words(
    "代码表",
    "Code lists",
    "申请人、办理结果、不予公开的理由、救济途径、复议诉讼结果。",
    "Applicants, outcomes, grounds of denial, remedies, and their results.",
)
_CROSSWALK = words(
    "两版对照",
    "Crosswalk between the editions",
    "2019年版与2021年版的单元格逐一对照；这是本项目的理解。",
    "Cell by cell, what of the editions of 2019 and 2021 compares; our reading.",
)
_WORDING = reference("Wording")


def categories_schema() -> JsonObject:
    """Return the JSON Schema of the code lists."""
    whole = categories()
    lists = {name: {**found, "codes": found["codes"][:1]} for name, found in whole["lists"].items()}
    (code,) = lists["applicants"]["codes"]
    root = {
        **beginning(whole["id"]),
        "lists": {
            **words("各表", "Lists", "键为表名。", "By name.").plain(),
            **keys({name: _list(name) for name in LISTS}),
        },
    }
    return document(
        "categories:schema",
        _CATEGORIES,
        keys(root),
        examples=[{**whole, "lists": lists}],
        definitions={**shared(), "CodeList": _code_list(lists["applicants"]), "Code": _code(code)},
    )


def _list(name: str) -> JsonObject:
    title = LISTS[name]
    said = words(title.zh, title.en, f"文件 codes/{name}.csv 相同。", f"As in codes/{name}.csv.")
    return {**said.plain(), **reference("CodeList")}


def _code_list(example: JsonObject) -> JsonObject:
    return {
        **words("代码表", "Code list", "一个名称和各代码。", "A title and the codes.").plain(),
        **keys(
            {
                "title": {
                    **words("名称", "Title", "表的名称。", "What the list is of.").plain(),
                    **_WORDING,
                },
                "codes": {
                    **words("代码", "Codes", "按格式的顺序。", "In the form's order.").plain(),
                    **array(reference("Code")),
                    "minItems": 1,
                },
            }
        ),
        "examples": [example],
    }


def _code(example: JsonObject) -> JsonObject:
    return {
        **words("代码", "Code", "一个类别。", "One category.").plain(),
        **keys(
            {
                "code": {
                    **words("代码", "Code", "不会改变。", "It does not change.").plain(),
                    **TEXT,
                },
                "label": label(),
                "definition": {
                    **words(
                        "定义",
                        "Definition",
                        "名称，连同上面各级标题。",
                        "The label below the headings that it stands under.",
                    ).plain(),
                    **_WORDING,
                },
                "basis": {
                    **words("依据", "Basis", "类别的依据。", "What the category rests on.").plain(),
                    **reference("Basis"),
                },
                "address": {
                    **words(
                        "地址",
                        "Address",
                        "计数的行；代码是列的（申请人、结果），为有该列的第一个单元格。",
                        "The row that counts it; of a code that is a column (applicants, results), "
                        "the first cell of that column.",
                    ).plain(),
                    **TEXT,
                },
                "editions": editions(),
            }
        ),
        "examples": [example],
    }


def crosswalk_schema() -> JsonObject:
    """Return the JSON Schema of the crosswalk."""
    whole, _ = crosswalk()
    example = {**whole, "crossings": whole["crossings"][:2]}
    root = {
        **beginning(f"{BASE}:crosswalk-2019-2021"),
        "crossings": {
            **words("对照", "Crossings", "每个单元格出现一次。", "Each cell occurs once.").plain(),
            **array(reference("Crossing")),
        },
    }
    return document(
        "crosswalk-2019-2021:schema",
        _CROSSWALK,
        keys(root),
        examples=[example],
        definitions={
            "Wording": shared()["Wording"],
            "Crossing": {**_crossing(), "examples": example["crossings"]},
        },
    )


def _crossing() -> JsonObject:
    addresses: JsonObject = {**array(TEXT), "uniqueItems": True}
    return {
        **words("一项对照", "Crossing", "什么对应什么。", "What corresponds to what.").plain(),
        **keys(
            {
                **{
                    f"cells_{year}": {
                        **words(
                            f"{year}年版的单元格",
                            f"Cells of {year}",
                            "没有的为空。",
                            "Their addresses; empty where there is none.",
                        ).plain(),
                        **addresses,
                    }
                    for year in ("2019", "2021")
                },
                "comparability": {
                    **words(
                        "可比性",
                        "Comparability",
                        "same 可直接比较，sum 2019年版一格等于2021年版几格之和，none 不可比较。",
                        "The same, one cell of 2019 for the sum of several, or not comparable.",
                    ).plain(),
                    "enum": [how.value for how in Comparability],
                },
                "note": {
                    **words("说明", "Note", "为什么。", "Why.").plain(),
                    **_WORDING,
                },
            }
        ),
    }
