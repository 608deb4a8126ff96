"""Tables that are pictures: said, because nothing of them can be read."""

from collections.abc import Collection, Sequence

from ...wording import Wording
from ..blocks import Picture
from .sections import Section

_PICTURED = Wording(
    "表格中没有文字：{where}；表格是图片，请先做文字识别（OCR），再读取",
    "no text in the tables: {where}; they are pictures: recognise their text (OCR) first",
)


def pictured(
    found: Sequence[Section], tables: Collection[str], read: Collection[str]
) -> Wording | None:
    """Return where pictures stand in the sections of *tables* of which none was *read*.

    Where no table was read at all, pictures under any heading may be the tables. None if there
    are no pictures.
    """
    pictures = [
        block.place
        for section in found
        if not read or (section.name in tables and section.name not in read)
        for block in section.blocks
        if isinstance(block, Picture)
    ]
    pages = list(dict.fromkeys(place.page for place in pictures if place.page is not None))
    if pages:
        where = Wording(f"第 {'、'.join(map(str, pages))} 页", f"page {', '.join(map(str, pages))}")
    else:
        words = list(dict.fromkeys(place.wording for place in pictures))
        where = Wording("、".join(w.zh for w in words), ", ".join(w.en for w in words))
    return _PICTURED.fill(where=where) if pictures else None
