"""The sections of a report as HTML: paragraphs, and tables in which figures can be marked."""

from collections.abc import Mapping

import attrs

from ..official import Box, Role, Section, Table
from ..words import number
from .elements import element, label, shown


@attrs.frozen(kw_only=True)
class Mark:
    """What is said about a figure or a paragraph: attributes of its element, and HTML after it."""

    attributes: Mapping[str, str]
    beside: str = ""


_NO_MARK = Mark(attributes={})


@attrs.frozen(kw_only=True)
class Drawing:
    """How sections are drawn.

    With ``english``, English labels stand under the official ones. ``prefix`` tells the identities
    of a report from those of others on the page, ``level`` is that of the headings. ``marks`` are
    by cell address, or by the path of a paragraph (``overview.paragraphs[2]``); ``notes`` are HTML
    that stands below the heading of a section, by its name.
    """

    english: bool = False
    prefix: str = ""
    level: int = 2
    marks: Mapping[str, Mark] = attrs.field(factory=dict)
    notes: Mapping[str, str] = attrs.field(factory=dict)

    def section(self, section: Section) -> str:
        """Return a section: its heading, its notes, and its paragraphs or its table."""
        identity = self.prefix + section.name
        words = label(section.heading, english=self.english)
        heading = element(f"h{self.level}", words, id=identity)
        notes = self.notes.get(section.name)
        above = [heading] if notes is None else [heading, notes]
        table = section.table
        if table is None or not table.rows:
            return element("section", "\n".join([*above, *self._paragraphs(section)]))
        kind = f"table {section.name}" + ("" if notes is None else " noted")
        return element("section", "\n".join([*above, self._table(table)]), class_=kind)

    def _paragraphs(self, section: Section) -> list[str]:
        found = []
        for index, paragraph in enumerate(section.paragraphs):
            mark = self.marks.get(f"{section.name}.paragraphs[{index}]", _NO_MARK)
            found.append(element("p", shown(paragraph), mark.beside, **mark.attributes))
        return found

    def _table(self, table: Table) -> str:
        rows = [element("tr", *[self._box(table, box) for box in row]) + "\n" for row in table.rows]
        caption = element("caption", label(table.heading, english=self.english)) + "\n"
        head = [element("thead", "\n", *rows[: table.head_rows])] if table.head_rows else []
        body = element("tbody", "\n", *rows[table.head_rows :])
        # Word processors draw no lines from a style sheet, and without lines a table is lost there.
        whole = element("table", caption, *head, body, border="1")
        named = self.prefix + table.name
        region = {"role": "region", "aria-labelledby": named, "tabindex": "0"}
        return element("div", whole, class_="scroll", **region)

    def _box(self, table: Table, box: Box) -> str:
        attributes = {}
        if box.rows > 1:
            attributes["rowspan"] = str(box.rows)
        if box.columns > 1:
            attributes["colspan"] = str(box.columns)
        if box.role is Role.VALUE:
            heads = " ".join([self._identity(table, name) for name in box.heads])
            mark = self.marks.get(box.address, _NO_MARK)
            attributes |= {"headers": heads, "data-cell": box.address, **mark.attributes}
            return element("td", number(box.value), mark.beside, **attributes)
        words = label(box.label, english=self.english)
        if box.role is Role.CORNER:
            return element("td", words, class_="corner", **attributes)
        attributes |= {"id": self._identity(table, box.name)}
        if box.role is not Role.ROW_HEAD:
            return element("th", words, scope="col", **attributes)
        if box.rows > 1:
            attributes["class"] = "group"
        return element("th", words, scope="row", **attributes)

    def _identity(self, table: Table, name: str) -> str:
        return f"{self.prefix}{table.name}-{name}".replace(".", "-")
