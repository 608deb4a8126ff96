"""How the official tables look on a screen, on a phone and on paper."""

STYLE = """
:root { color-scheme: light; --paper: #fff; --ink: #1d1d1b; --soft: #555; --line: #8a8a8a;
  --head: #f3f1ea; --focus: #1a5fb4; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; color: var(--ink);
  background: var(--paper); line-height: 1.75;
  font-family: "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; }
h1, h2, h3, th, .corner { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
h1, h2, h3, p { overflow-wrap: anywhere; white-space: pre-line; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; margin: 1rem 0;
  text-wrap: balance; }
h2, h3 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
p { margin: .25rem 0; text-indent: 2em; }
p.about { text-align: center; text-indent: 0; font-size: .9rem; margin: 0; }
.en { display: block; font: .8em/1.3 system-ui, "Segoe UI", Arial, sans-serif; color: var(--soft); }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; }
.scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
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
.requests td:not(.corner) { text-align: right; }
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
  h2, h3, section.table, td, th:not(.group) { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  thead { display: table-header-group; }
}
"""
"""The colours are variables, so that a page around the report can have others in the dark."""
