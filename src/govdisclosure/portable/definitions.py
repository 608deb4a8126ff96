"""Definitions that the schemas of several files share: wordings and what things rest on."""

from ..contract import ONE_LINE, JsonObject, array, keys, reference, words
from ..editions import EDITIONS
from ..law import FORM, Confidence
from ..wording import Wording
from .words import basis, both

TEXT: JsonObject = {"type": "string", "minLength": 1}
_ORDINAL: JsonObject = {"type": ["integer", "null"], "minimum": 1}
ADDRESS = words(
    "地址", "Address", "报告 JSON 中的路径，各段以点分隔。", "A path in a report's JSON, with dots."
)
EDITIONS_WORDS = words(
    "版本", "Editions", "有它的各版格式。", "The editions of the form that have it."
)
_CONTRACT = words(
    "约定的版本",
    "Release of the contract",
    "主、次、修订三段；各可改变什么，见文档。",
    "Major, minor, patch; the documentation says what each may change.",
)
_ID = words("标识", "Identifier", "含主版本号。", "It has the number of the major version in it.")
_BASIS = words(
    "依据",
    "Basis",
    "文字，以及所引的各处；没有可引的，citations 为空。",
    "In words, and the places cited; citations is empty where there is none.",
)


def editions() -> JsonObject:
    """Return the schema of a list of editions."""
    names = [found.name for found in EDITIONS]
    return {**EDITIONS_WORDS.plain(), **array({"enum": names}), "uniqueItems": True}


def beginning(identifier: str) -> dict[str, JsonObject]:
    """Return the keys that every file begins with."""
    return {
        "id": {**_ID.plain(), "const": identifier},
        "contract": {
            **_CONTRACT.plain(),
            "type": "string",
            "pattern": "^[0-9]+[.][0-9]+[.][0-9]+$",
            **ONE_LINE,
        },
    }


def languages() -> dict[str, JsonObject]:
    """Return the keys of a text in two languages."""
    return {
        "zh": {**words("中文", "Chinese", "中文文字。", "The text in Chinese.").plain(), **TEXT},
        "en": {**words("英文", "English", "英文文字。", "The text in English.").plain(), **TEXT},
    }


def label() -> JsonObject:
    """Return the schema of what the form prints."""
    said = words(
        "名称", "Label", "格式所印的名称；英文为本项目所译。", "As printed; the English is ours."
    )
    return {**said.plain(), **reference("Wording")}


def shared() -> dict[str, JsonObject]:
    """Return the definitions by name."""
    example = basis(FORM)
    return {
        "Wording": {
            **words(
                "两种语言的文字",
                "Wording",
                "中文和英文，意思相同。",
                "Chinese and English, of one meaning.",
            ).plain(),
            **keys(languages()),
            "examples": [both(Wording("自然人", "Natural persons"))],
        },
        "Citation": {
            **words(
                "引用",
                "Citation",
                "文件中的一处；条、款、项为 null 的，指整件或整条。",
                "A place in an instrument; where article, paragraph or item is null, the whole.",
            ).plain(),
            **keys(_citation()),
            "examples": [example["citations"][0]],
        },
        "Basis": {
            **_BASIS.plain(),
            **keys({**languages(), "citations": _citations()}),
            "examples": [example],
        },
    }


def _citations() -> JsonObject:
    said = words("引用", "Citations", "按顺序。", "In order.")
    return {**said.plain(), **array(reference("Citation"))}


def _citation() -> dict[str, JsonObject]:
    said = {
        "article": words("条", "Article", "第几条。", "The number of the article."),
        "paragraph": words("款", "Paragraph", "第几款。", "The number of the paragraph."),
        "item": words("项", "Item", "第几项。", "The number of the item."),
    }
    return {
        "instrument": {
            **words(
                "文件", "Instrument", "法规或通知的名称。", "The law's or notice's title."
            ).plain(),
            **reference("Wording"),
        },
        "number": {
            **words("文号", "Number", "文件的文号。", "Its official number.").plain(),
            **TEXT,
        },
        **{name: {**found.plain(), **_ORDINAL} for name, found in said.items()},
        "confidence": {
            **words(
                "把握程度",
                "Confidence",
                "verified 已核对原文，excerpt 见于摘录，observed 见于已公布的报告，inferred "
                "本项目的理解，local 按本地配置，memory 未核实。",
                "Verified in the text, read in an excerpt, observed in reports, inferred by us, "
                "cited by a local profile, or from memory.",
            ).plain(),
            "enum": [sure.value for sure in Confidence],
        },
    }
