"""What the schemas of findings and reviews say of their classes and keys."""

from collections.abc import Mapping

from ..contract import Words, words

CLASSES: Mapping[str, Words] = {
    "Wording": words(
        "两种语言的文字",
        "Wording",
        "中文和英文，意思相同。",
        "Chinese and English, of one meaning.",
    ),
    "Place": words(
        "原文中的位置",
        "Place",
        "在文件中的哪里；格式说不出的，省去其键。序号从 1 起。",
        "Where something stands in a document; what the format cannot tell is an absent key. "
        "Numbers start at 1.",
    ),
    "Finding": words(
        "检查发现的一个问题",
        "Finding",
        "一条规则对报告的一处指出的问题。",
        "One thing that a rule found, at one place of a report.",
    ),
    "Needed": words(
        "空白应填的数",
        "What a blank needs",
        "填 value，或不小于 at_least，该实例即成立。",
        "With value, or at_least so much, the instance holds.",
    ),
    "Undetermined": words(
        "因空白无法判断的实例",
        "Undetermined instance",
        "空白按 0 计不成立，填上某些数则成立。",
        "It does not hold with blanks as zero, and would with some numbers in them.",
    ),
    "Instance": words(
        "勾稽关系的一个实例",
        "Instance of a relation",
        "一条勾稽关系用于一行、一列或一组，及其结果。",
        "A relation applied to one row, column or block, and what came of it.",
    ),
    "Skipped": words(
        "没有适用的规则",
        "Skipped rule",
        "整条规则没有检查，及其原因。",
        "A rule that was not applied at all, and why.",
    ),
    "UnusedWaiver": words(
        "没有用到的豁免",
        "Unused waiver",
        "没有对应的问题，或已过期。",
        "A waiver that waived nothing, and why.",
    ),
    "ReportKey": words(
        "区分报告的键",
        "Key of a report",
        "机关、口径、年度都相同的是同一份报告。",
        "Reports of one body, scope and year are one report.",
    ),
    "Review": words(
        "一份文件的检查结果",
        "Review of a document",
        "检查结果；文件无法读取的，只有 source 和 error。",
        "What the checks came to; of a document that cannot be read, only source and error.",
    ),
    "Reviews": words(
        "检查结果",
        "Reviews of documents",
        "check --format json 的输出：每份文件一项。",
        "What check --format json prints: an entry a document.",
    ),
}

_RULE = words(
    "规则编号", "Id of the rule", "见 govdisclosure rules。", "govdisclosure rules explains it."
)
_AT = words(
    "位置",
    "Where",
    "实例的键：行、列或组的名称。",
    "The key of the instance: the name of a row, column or block.",
)
_CELLS = words(
    "有关的单元格", "Cells concerned", "地址，按顺序。", "Their addresses, in the rule's order."
)
_NUMBERS = {
    "expected": words(
        "应为",
        "Expected",
        "应等于的数，空白按 0 计；与数无关的为 null。",
        "What it should be, blanks as zero; null where there is no number.",
    ),
    "actual": words(
        "实为",
        "Actual",
        "报告所填的数，空白按 0 计；与数无关的为 null。",
        "What is stated, blanks as zero; null where there is no number.",
    ),
    "difference": words(
        "相差",
        "Difference",
        "actual 减 expected；与数无关的为 null。",
        "actual minus expected; null where there is no number.",
    ),
}
_OPEN = {
    "rule": _RULE,
    "at": _AT,
    "blanks": words(
        "空白单元格", "Blank cells", "带前缀的地址。", "Their addresses, with prefixes."
    ),
    "needed": words(
        "空白应填的数",
        "What the blank needs",
        "该实例恰有一个单元格为空白时一项，否则没有。",
        "One entry where exactly one cell of the instance is blank, else none.",
    ),
}

KEYS: Mapping[str, Mapping[str, Words]] = {
    "Wording": {
        "zh": words("中文", "Chinese", "中文文字。", "The text in Chinese."),
        "en": words("英文", "English", "英文文字。", "The text in English."),
    },
    "Place": {
        "text": words("所印文字", "Text", "该处所印的文字。", "What is printed there."),
        "page": words("页", "Page", "第几页。", "The number of the page."),
        "line": words("行号", "Line", "文本的第几行。", "The number of the line of a text."),
        "table": words("表", "Table", "第几张表。", "The number of the table in the document."),
        "row": words("表中的行", "Row", "表或工作表的第几行。", "The row of the table or sheet."),
        "column": words(
            "表中的列", "Column", "表或工作表的第几列。", "The column of the table or sheet."
        ),
        "cell": words(
            "单元格地址", "Cell", "读入的单元格。", "The address of the cell that was read from it."
        ),
        "sheet": words("工作表", "Sheet", "工作表的名称。", "The name of the workbook's sheet."),
    },
    "Finding": {
        "rule": _RULE,
        "at": _AT,
        "severity": words(
            "严重程度",
            "Severity",
            "error 错误，warning 警告，note 提示。",
            "An error, a warning or a note.",
        ),
        "cells": _CELLS,
        **_NUMBERS,
        "message": words(
            "问题的表述", "Message", "一句话，含有关数字。", "A sentence, with the numbers in it."
        ),
        "places": words(
            "原文中的位置", "Places", "已知的位置。", "Where the cells stand, as far as known."
        ),
        "basis": words(
            "依据", "Basis", "法律依据及把握程度。", "What it rests on, and how sure that is."
        ),
        "waived": words(
            "豁免理由",
            "Waived",
            "已豁免的，为理由；否则为 null。",
            "The reason where it is waived, else null.",
        ),
    },
    "Needed": {
        "cell": words("单元格", "Cell", "空白单元格的地址。", "The address of the blank."),
        "value": words("应填", "Value", "应填的数。", "The number that it must hold."),
        "at_least": words("至少", "At least", "不小于此数。", "It must hold this or more."),
    },
    "Undetermined": _OPEN,
    "Instance": {
        **_OPEN,
        "outcome": words(
            "结果",
            "Outcome",
            "holds 成立，broken 不成立，undetermined 因空白无法判断，not_applicable 不适用。",
            "It holds, is broken, is left open by blanks, or does not apply.",
        ),
        "cells": _CELLS,
        **_NUMBERS,
        "reason": words(
            "原因",
            "Reason",
            "不适用的原因；否则为 null。",
            "Why it does not apply, else null.",
        ),
    },
    "Skipped": {
        "rule": _RULE,
        "reason": words("原因", "Reason", "为什么没有检查。", "Why it was not applied."),
    },
    "UnusedWaiver": {
        "rule": _RULE,
        "at": _AT,
        "reason": words("原因", "Reason", "为什么没有用到。", "Why it waived nothing."),
    },
    "ReportKey": {
        "agency": words(
            "机关",
            "Agency",
            "代码，没有代码的为名称；都没有的为 null。",
            "Its code, or else its name; null where there is neither.",
        ),
        "scope": words(
            "口径",
            "Scope",
            "own 本级，consolidated 汇总；未写明的为 null。",
            "The body's own or consolidated; null where it is not said.",
        ),
        "year": words(
            "报告年度",
            "Year reported on",
            "未写明的为 null。",
            "Null where the document does not say.",
        ),
    },
    "Review": {
        "source": words("文件", "Source", "文件的路径。", "The path of the document."),
        "error": words(
            "无法读取的原因",
            "Error",
            "只在无法读取时有。",
            "Only there where the document cannot be read.",
        ),
        "key": words("哪份报告", "Key", "机关、口径和年度。", "Body, scope and year."),
        "counts": words(
            "各结果的实例数", "Counts", "勾稽关系的实例数。", "Instances of relations, by outcome."
        ),
        "findings": words("问题", "Findings", "最严重的在前。", "The worst first."),
        "undetermined": words(
            "无法判断的实例", "Undetermined", "因空白无法判断。", "What blanks leave open."
        ),
        "skipped": words("没有适用的规则", "Skipped", "及其原因。", "With the reason."),
        "profile": words(
            "本地配置", "Profile", "所用配置的名称。", "The name of the profile in use."
        ),
        "unused_waivers": words(
            "没有用到的豁免", "Unused waivers", "及其原因。", "With the reason."
        ),
        "instances": words("全部实例", "Instances", "只在 --all 时有。", "Only there with --all."),
    },
    "counts": {
        "holds": words("成立", "Holds", "成立的实例数。", "How many hold."),
        "broken": words("不成立", "Broken", "不成立的实例数。", "How many are broken."),
        "undetermined": words(
            "无法判断", "Undetermined", "因空白无法判断的实例数。", "How many blanks leave open."
        ),
        "not_applicable": words(
            "不适用", "Not applicable", "不适用的实例数。", "How many do not apply."
        ),
    },
    "Reviews": {
        "tool": words("工具", "Tool", "检查所用的程序。", "The program that checked."),
        "rules": words("规则", "Rules", "所用规则的标识。", "What tells the rules from others."),
        "reports": words("各份文件", "Reports", "每份文件一项。", "An entry a document."),
    },
    "tool": {
        "name": words("名称", "Name", "程序名称。", "The name of the program."),
        "version": words("版本", "Version", "程序版本。", "The version of the program."),
    },
    "rules": {
        "digest": words("摘要", "Digest", "规则改变时随之改变。", "It changes with the rules."),
    },
}
"""By the name of the class, or of the key that holds an object of its own."""
