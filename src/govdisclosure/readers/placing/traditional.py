"""Labels in traditional characters, and with the pinyin that some mirror sites print in brackets.

Only what is compared is converted; what a record holds stays as the document prints it.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from ...errors import MissingExtra

_EXTRA, _LIBRARY = "hant", "opencc"
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zà-öø-üāēěīńňōūǎǐǒǔǖǘǚǜǹḿ]{1,7}[)）]")
_FEWEST, _SHARE = 5, 0.05
"""A document with this many characters that no simplified text has, and this part of all, is in
traditional ones; rare names are fewer."""


_WORDS = (("资讯", "信息"), ("专案", "项目"), ("档案", "文件"))
"""Words of Taiwan in the form's labels, in simplified characters, and those of the form."""


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def simplified(text: str) -> str:
    """Return a text in simplified characters: as it is, if it has no others."""
    if not _beyond(text):
        return text
    converter = _converter()
    if converter is None:
        return text
    plain = converter.convert(text)
    for word, ours in _WORDS:
        plain = plain.replace(word, ours)
    return plain


def without_pinyin(text: str) -> str:
    """Return a text without pinyin in brackets behind the characters, as in 主动(dòng)公开."""
    return _PINYIN.sub("", text)


def check_readable(texts: Iterable[str]) -> None:
    """See that what is needed for the document is there.

    Raises:
        MissingExtra: it is in traditional characters, and the library that knows them is missing.
    """
    if _is_installed():
        return
    text = "".join(texts)
    beyond = _beyond(text)
    if beyond >= _FEWEST and beyond >= _SHARE * len(_IDEOGRAPH.findall(text)):
        raise MissingExtra(_EXTRA, "OpenCC")


def _beyond(text: str) -> int:
    """Return how many characters of a text GB 2312, the simplified ones, does not have."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        ideographs = "".join(_IDEOGRAPH.findall(text))
        return len(ideographs) - len(ideographs.encode("gb2312", "ignore").decode("gb2312"))
    return 0


@cache
def _is_installed() -> bool:
    return find_spec(_LIBRARY) is not None


@cache
def _converter() -> _Converter | None:
    if not _is_installed():
        return None
    from opencc import OpenCC

    converter: _Converter = OpenCC("t2s")
    return converter
