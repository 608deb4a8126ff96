"""A report as one self-contained web page: the official tables, readable, printable, inert."""

from xml.etree.ElementTree import Element, SubElement, tostring

from ..records import AnnualReport, Prose
from ..wording import Wording
from .characters import writable
from .official import SECTIONS, Box, Role, Table, heading_of, tables
from .words import number, title_of

_STYLE = """
:root { color-scheme: light; --line: #8a8a8a; --head: #f3f1ea; --ink: #1d1d1b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; color: var(--ink);
  background: #fff; line-height: 1.75;
  font-family: "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; }
h1, h2, caption, th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; margin: 1rem 0 2rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
p { margin: .25rem 0; text-indent: 2em; overflow-wrap: anywhere; white-space: pre-line; }
.en { display: block; font: .8em/1.3 system-ui, "Segoe UI", Arial, sans-serif; color: #555;
  text-indent: 0; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .35rem .4rem; }
th { background: var(--head); font-weight: 600; text-align: center; min-width: 3.4em; }
th.label { text-align: left; min-width: 7em; font-weight: 400; }
th.group { min-width: 3.2em; text-align: center; }
th.corner { font-weight: 400; font-size: .85em; min-width: 12em; }
td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 2rem; }
  h1 { font-size: 1.3rem; }
  table { font-size: .82rem; }
  th.label { min-width: 6em; }
}
@page { size: A4; margin: 18mm 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .scroll { overflow: visible; }
  table { font-size: 7.6pt; }
  th, td { padding: 1.2mm 1mm; }
  th, th.label, th.group, th.corner { min-width: 0; }
  tr, section.table { break-inside: avoid; }
  thead { display: table-header-group; }
  h2 { break-after: avoid; }
}
"""


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as a web page (UTF-8), with *english* labels under the official ones.

    The page needs no other file and runs nothing; text in the report is shown, never interpreted.
    """
    page = Element("html", lang="zh-CN")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = writable(title_of(report).zh)
    SubElement(head, "style").text = _STYLE
    main = SubElement(SubElement(page, "body"), "main")
    _labelled(SubElement(main, "h1"), title_of(report), english=english and not report.title)
    drawn = {table.name: table for table in tables(report)}
    for name in SECTIONS:
        found = getattr(report, name)
        if isinstance(found, Prose):
            _prose(main, found, heading_of(report, name), english=english)
        elif name in drawn:
            section = _section(main, drawn[name].heading, english=english)
            section.set("class", "table")
            _table(section, drawn[name], english=english)
    text: str = tostring(page, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _labelled(element: Element, label: Wording, *, english: bool) -> None:
    element.text = writable(label.zh)
    if english and label.en:
        SubElement(element, "span", {"class": "en", "lang": "en"}).text = writable(label.en)


def _section(main: Element, heading: Wording, *, english: bool) -> Element:
    section = SubElement(main, "section")
    _labelled(SubElement(section, "h2"), heading, english=english)
    return section


def _prose(main: Element, prose: Prose, official: Wording, *, english: bool) -> None:
    heading = Wording(prose.heading or official.zh, official.en)
    section = _section(main, heading, english=english)
    for paragraph in prose.paragraphs:
        SubElement(section, "p").text = writable(paragraph)


def _table(section: Element, table: Table, *, english: bool) -> None:
    scroll = SubElement(section, "div", {"class": "scroll", "tabindex": "0", "role": "region"})
    scroll.set("aria-label", table.heading.zh)
    element = SubElement(scroll, "table")
    _labelled(SubElement(element, "caption"), table.heading, english=english)
    head = SubElement(element, "thead") if table.head_rows else None
    body = SubElement(element, "tbody")
    for position, row in enumerate(table.rows):
        inside = head if head is not None and position < table.head_rows else body
        line = SubElement(inside, "tr")
        for box in row:
            _box(line, table, box, english=english)


def _box(line: Element, table: Table, box: Box, *, english: bool) -> None:
    spans = {"rowspan": box.rows, "colspan": box.columns}
    attributes = {name: str(span) for name, span in spans.items() if span > 1}
    if box.role is Role.VALUE:
        heads = " ".join(_identity(table, name) for name in box.heads)
        cell = SubElement(line, "td", {**attributes, "headers": heads, "data-cell": box.address})
        cell.text = number(box.value)
        return
    attributes |= {"id": _identity(table, box.name), **_scope(box)}
    _labelled(SubElement(line, "th", attributes), box.label, english=english)


def _identity(table: Table, name: str) -> str:
    return f"{table.name}.{name}".replace(".", "-")


def _scope(box: Box) -> dict[str, str]:
    if box.role is Role.ROW_HEAD:
        grouped = box.rows > 1
        return {
            "scope": "rowgroup" if grouped else "row",
            "class": "label group" if grouped else "label",
        }
    scope = "colgroup" if box.columns > 1 or box.role is Role.ITEM else "col"
    return {"scope": scope, "class": "corner"} if box.role is Role.CORNER else {"scope": scope}
