"""From bytes to text: the encoding is told, never guessed at the cost of a character."""

import codecs

from ..errors import UnreadableDocument
from ..wording import Wording

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TRIED = ("utf-8", "gb18030")


def decode(data: bytes) -> str:
    """Return the text of *data*: by its byte order mark, else UTF-8, else GB18030.

    Raises:
        UnreadableDocument: it is in none of these, or holds what no text holds.
    """
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    tried = marked[:1] or _TRIED
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    names = ", ".join(tried)
    raise UnreadableDocument(
        Wording(
            f"不是可读的文字（试过的编码：{names}）；若是扫描件或其他格式，请先转换为文字",
            f"not readable as text (encodings tried: {names}); convert a scan or another format "
            "to text first",
        )
    )
