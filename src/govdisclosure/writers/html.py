"""A report as one self-contained web page: the official tables, readable, printable, inert."""

from html import escape

from ..records import AnnualReport
from ..wording import Wording
from .characters import writable
from .official import Box, Role, Section, Table, sections
from .words import lines_below_title, number, title_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load and run: nothing."""

_STYLE = """
:root { color-scheme: light; --line: #8a8a8a; --head: #f3f1ea; --ink: #1d1d1b; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; color: var(--ink);
  background: #fff; line-height: 1.75;
  font-family: "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; }
h1, h2, th, .corner { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
h1, h2, p { overflow-wrap: anywhere; white-space: pre-line; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; margin: 1rem 0;
  text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
p { margin: .25rem 0; text-indent: 2em; }
p.about { text-align: center; text-indent: 0; font-size: .9rem; margin: 0; }
.en { display: block; font: .8em/1.3 system-ui, "Segoe UI", Arial, sans-serif; color: #555; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; }
.scroll:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 2px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem;
  line-height: 1.4; border: solid var(--line); border-width: 1px 0 0 1px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
th, td { border: solid var(--line); border-width: 0 1px 1px 0; padding: .35rem .4rem;
  text-align: center; }
th, .corner { background: var(--head); text-wrap: balance; }
th { font-weight: 600; min-width: 3.4em; }
th[scope=row] { text-align: left; text-wrap: wrap; min-width: 15em; font-weight: 400; }
th.group { text-align: center; min-width: 5em; }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
td.corner { font-size: .85em; white-space: normal; }
#requests + .scroll td:not(.corner) { text-align: right; }
@media screen and (max-width: 40rem) {
  body { padding: 1rem .75rem 2rem; }
  h1 { font-size: 1.3rem; }
  table { font-size: .82rem; }
  th { min-width: 3.4em; padding: .35rem .2rem; }
  th[scope=row] { min-width: 9.5em; padding: .35rem .4rem; position: sticky; left: 0; }
  th.group { min-width: 0; padding: .35rem .15rem; position: static; writing-mode: vertical-rl;
    text-wrap: balance; }
}
@page { size: A4; margin: 18mm 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .scroll { overflow: visible; }
  .en { font-size: .75em; line-height: 1.15; }
  table { font-size: 7.6pt; line-height: 1.3; }
  th, td { padding: 1.2mm 1mm; }
  th[scope] { min-width: 0; }
  th[scope=col] { min-width: 2.8em; }
  h2, section.table, td, th:not(.group) { break-inside: avoid; }
  h2 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  thead { display: table-header-group; }
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
    title = title_of(report)
    head = (
        _element("meta", charset="utf-8"),
        _element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _element("meta", name="format-detection", content="telephone=no"),
        _element("title", _shown(title.zh)),
        _element("style", _STYLE),
    )
    main = (
        _element("h1", _label(title, english=english)),
        *(
            _element("p", _label(line, english=english), class_="about")
            for line in lines_below_title(report)
        ),
        *(_section(section, english=english) for section in sections(report)),
    )
    body = _element("main", "\n", "\n".join(main), "\n")
    page = (
        *("<!DOCTYPE html>", '<html lang="zh-CN">', "<head>", *head, "</head>"),
        *("<body>", body, "</body>", "</html>", ""),
    )
    return "\n".join(page).encode()


_WITHOUT_END = frozenset({"meta"})


def _element(tag: str, /, *content: str, **attributes: str) -> str:
    """Return an element. *content* is HTML already, attributes are text."""
    written = "".join(
        [f' {key.rstrip("_").replace("_", "-")}="{escape(v)}"' for key, v in attributes.items()]
    )
    end = "" if tag in _WITHOUT_END else f"</{tag}>"
    return f"<{tag}{written}>{''.join(content)}{end}"


def _shown(text: str) -> str:
    """Return *text* as HTML that shows it."""
    return escape(writable(text), quote=False)


def _label(label: Wording, *, english: bool) -> str:
    if not (english and label.en):
        return _shown(label.zh)
    return _shown(label.zh) + _element("span", _shown(label.en), class_="en", lang="en")


def _section(section: Section, *, english: bool) -> str:
    heading = _element("h2", _label(section.heading, english=english), id=section.name)
    paragraphs = [_element("p", _shown(paragraph)) for paragraph in section.paragraphs]
    table = section.table
    if table is None or not table.rows:
        return _element("section", "\n".join([heading, *paragraphs]))
    return _element("section", heading, "\n", _table(table, english=english), class_="table")


def _table(table: Table, *, english: bool) -> str:
    rows = [
        _element("tr", *[_box(table, box, english=english) for box in row]) + "\n"
        for row in table.rows
    ]
    caption = _element("caption", _label(table.heading, english=english)) + "\n"
    head = [_element("thead", "\n", *rows[: table.head_rows])] if table.head_rows else []
    body = _element("tbody", "\n", *rows[table.head_rows :])
    whole = _element("table", caption, *head, body)
    region = {"role": "region", "aria-labelledby": table.name, "tabindex": "0"}
    return _element("div", whole, class_="scroll", **region)


def _box(table: Table, box: Box, *, english: bool) -> str:
    attributes = {}
    if box.rows > 1:
        attributes["rowspan"] = str(box.rows)
    if box.columns > 1:
        attributes["colspan"] = str(box.columns)
    if box.role is Role.VALUE:
        heads = " ".join([_identity(table, name) for name in box.heads])
        attributes |= {"headers": heads, "data-cell": box.address}
        return _element("td", number(box.value), **attributes)
    label = _label(box.label, english=english)
    if box.role is Role.CORNER:
        return _element("td", label, class_="corner", **attributes)
    attributes |= {"id": _identity(table, box.name)}
    if box.role is not Role.ROW_HEAD:
        return _element("th", label, scope="col", **attributes)
    if box.rows > 1:
        attributes["class"] = "group"
    return _element("th", label, scope="row", **attributes)


def _identity(table: Table, name: str) -> str:
    return f"{table.name}-{name}".replace(".", "-")
