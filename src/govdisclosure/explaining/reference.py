"""The reference as files: a page for each rule, an index of them, and a table of the cells."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from ..findings import SEVERITY_WORDING
from ..records import cells
from ..relations import PRACTICE_WORDING
from ..rules import RULES
from ..rules.vocabulary import Rule, table_label
from ..wording import LANGUAGES, Speech, Wording
from .cells import CellPage, cell_page
from .pages import page_of
from .settings import body, escaped

COMMAND = "python -m govdisclosure.explaining docs/reference"
"""What writes the files of the project's own documentation."""

_ENDS = {"en": ".md", "zh": ".zh-CN.md"}
_OTHER = {"en": "zh", "zh": "en"}
_OTHER_LANGUAGE = {"en": "中文", "zh": "English"}
_MADE = Wording(
    "本页由规则生成，请勿直接修改；重新生成：",
    "This page is made from the rules; do not edit it. To make it again:",
)
_RULES = Wording("检查规则", "The rules")
_CELLS = Wording("单元格", "The cells")
_ALL_RULES = Wording("全部规则", "all rules")
_EXPLAINED = Wording(
    "每条规则一页：内容、理由、依据、公式、例子，怎样改正，怎样豁免。"
    "命令行中用 `govdisclosure rules ID` 显示同样的内容。",
    "A page for each rule: what it demands and why, on what basis, its formula, examples, how to "
    "mend a finding and how to waive it. `govdisclosure rules ID` prints the same.",
)
_ADDRESSES = Wording(
    "单元格的地址在 JSON、规则、检查结果和数据表中处处相同。"
    "命令行中用 `govdisclosure cells ADDRESS` 解释一个单元格。",
    "A cell has one address in JSON, rules, findings and data frames. "
    "`govdisclosure cells ADDRESS` explains one.",
)
_RULES_HEAD = Wording("规则|内容|严重程度|把握", "rule|what it demands|severity|confidence")
_CELLS_HEAD = Wording("地址|名称|填写|版本|依据|规则", "address|label|holds|editions|basis|rules")


def reference_files() -> Mapping[str, str]:
    """Return the files of the reference by their path below ``docs/reference/``."""
    files: dict[str, str] = {}
    for language in LANGUAGES:
        for rule in RULES:
            files[f"rules/{rule.id}{_ENDS[language]}"] = _rule(rule, language)
        files[f"rules{_ENDS[language]}"] = _index(language)
        files[f"cells{_ENDS[language]}"] = _cells(language)
    return files


def _file(name: str, title: str, language: str, blocks: Iterator[str]) -> str:
    """Return a file: title, a link to the other language, what stands in it, how it is made."""
    other = f"[{_OTHER_LANGUAGE[language]}]({name}{_ENDS[_OTHER[language]]})"
    made = f"<!-- {Speech(language).say(_MADE)} {COMMAND} -->"
    return "\n\n".join([f"# {title}", other, *blocks, made]) + "\n"


def _rule(rule: Rule, language: str) -> str:
    def blocks() -> Iterator[str]:
        yield from body(page_of(rule), speech)
        yield f"[{speech.say(_ALL_RULES)}](../rules{_ENDS[language]})"

    speech = Speech(language)
    return _file(rule.id, f"`{rule.id}`", language, blocks())


def _index(language: str) -> str:
    def blocks() -> Iterator[str]:
        yield speech.say(_EXPLAINED)
        yield "\n".join([*_head(speech.say(_RULES_HEAD)), *map(row, RULES)])

    def row(rule: Rule) -> str:
        return _row(
            f"[`{rule.id}`](rules/{rule.id}{_ENDS[language]})",
            escaped(speech.say(rule.sentences)),
            speech.say(SEVERITY_WORDING[rule.severity]),
            f"{rule.confidence.value}: {speech.say(PRACTICE_WORDING[rule.confidence])}",
        )

    speech = Speech(language)
    return _file("rules", speech.say(_RULES), language, blocks())


def _cells(language: str) -> str:
    def blocks() -> Iterator[str]:
        yield speech.say(_ADDRESSES)
        for table, found in groupby(map(cell_page, cells()), key=lambda page: page.cell.table):
            yield f"## {escaped(speech.say(table_label(table)))}"
            yield "\n".join([*_head(speech.say(_CELLS_HEAD)), *map(row, found)])

    def row(page: CellPage) -> str:
        return _row(
            f"`{page.cell.address}`",
            escaped(speech.say(page.label)),
            escaped(speech.say(page.cell.kind.expected)),
            ", ".join(page.editions),
            escaped(speech.say(page.cell.basis.wording)),
            ", ".join(f"[`{rule}`](rules/{rule}{_ENDS[language]})" for rule in page.rules),
        )

    speech = Speech(language)
    return _file("cells", speech.say(_CELLS), language, blocks())


def _head(names: str) -> tuple[str, str]:
    titles = names.split("|")
    return _row(*titles), _row(*["---"] * len(titles))


def _row(*texts: str) -> str:
    return f"| {' | '.join(texts)} |"
