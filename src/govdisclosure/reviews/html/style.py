"""How the page looks beside the report's own tables: notes, marks, and colours in the dark."""

REVIEW_STYLE = """
:root { color-scheme: light dark; --link: #0b57a4;
  --error: #9b0018; --error-ground: #fde3e6; --warning: #6b4200; --warning-ground: #fff0cc;
  --note: #0a4a75; --note-ground: #e1f0fb; --waived: #4d4d4d; --waived-ground: #ececec;
  --fine: #17592b; --fine-ground: #e2f4e6; --faint: #f7f1df; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #17181a; --ink: #ebe9e4; --soft: #b9b7b1; --line: #6c6c6c; --head: #26272a;
    --focus: #8ab8ff; --link: #8ab8ff;
    --error: #ffc2c8; --error-ground: #561a22; --warning: #ffdf9c; --warning-ground: #45350b;
    --note: #b4dcff; --note-ground: #15364f; --waived: #cfcfcf; --waived-ground: #3a3a3c;
    --fine: #b5e8c2; --fine-ground: #1a3d25; --faint: #2b2a22; }
}
body { max-width: 88rem; }
h1 { text-align: left; text-wrap: wrap; }
h2 { font-size: 1.4rem; line-height: 1.4; margin: 0 0 .5rem; }
p { text-indent: 0; }
p.about { text-align: left; overflow-wrap: anywhere; color: var(--soft); }
.report section > p { text-indent: 2em; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font-size: .9em; overflow-wrap: anywhere; }
article { border-top: 3px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
article > *, nav { max-width: 62rem; }
article > .report { max-width: none; }
.report > section > :is(h3, p) { max-width: 62rem; }
ul, ol { padding: 0; margin: .5rem 0; list-style: none; }
li { overflow-wrap: anywhere; }
.verdict { margin: .75rem 0; line-height: 2.1; }
.badge { display: inline-block; padding: 0 .5em; border-radius: .3em; line-height: 1.6;
  font-size: .9em; font-weight: 600; font-family: system-ui, "Segoe UI", "Noto Sans CJK SC",
  "PingFang SC", "Microsoft YaHei", sans-serif; border: 1px solid currentColor; }
.error { --own: var(--error); --ground: var(--error-ground); }
.warning { --own: var(--warning); --ground: var(--warning-ground); }
.note { --own: var(--note); --ground: var(--note-ground); }
.waived { --own: var(--waived); --ground: var(--waived-ground); }
.fine { --own: var(--fine); --ground: var(--fine-ground); }
.badge, td.error, td.warning, td.note { color: var(--own); background: var(--ground); }
.found li, .unknown li { padding: .3rem 0; border-bottom: 1px solid var(--line); }
.numbers a { display: inline-block; min-width: 1.8em; padding: .1em .3em; text-align: center; }
.unread { color: var(--error); background: var(--error-ground); padding: .5rem .75rem;
  white-space: pre-line; }
.unknown { font-size: .92rem; }
.notes { font-size: .92rem; line-height: 1.6; }
.notes li { border-left: .3rem solid var(--own); background: var(--ground); margin: 0 0 .5rem;
  padding: .4rem .75rem; scroll-margin: 1rem; }
.notes .number { font-size: .8em; }
.notes .message { font-weight: 600; }
.notes .small { font-size: .9em; }
.notes .small a { display: inline-block; }
.marked { scroll-margin: 4rem; }
td.marked { font-weight: 700; color: var(--own); background: var(--ground);
  box-shadow: inset 0 0 0 2px var(--own); }
p.marked { background: var(--ground); box-shadow: -.4rem 0 0 var(--own); }
.marked sup { font-size: .7em; line-height: 1; margin-left: .35em; }
.marked sup a, .notes .number { display: inline-block; min-width: 1.6em; padding: .2em .4em;
  border-radius: 1em; line-height: 1.2; text-align: center; text-decoration: none; font-weight: 700;
  font-family: system-ui, "Segoe UI", Arial, sans-serif; color: var(--paper);
  background: var(--own); }
td.involved { background: var(--faint); }
td.open { background: repeating-linear-gradient(135deg, transparent 0 .35rem, var(--faint) .35rem
  .7rem); }
:target { outline: 3px solid var(--focus); outline-offset: 1px; }
.index table { width: auto; min-width: 50%; }
.index th[scope=row] { min-width: 12em; }
.index td { text-align: right; }
.index td.error, .index td.warning, .index td.note { font-weight: 700; }
footer { margin-top: 3rem; font-size: .85rem; color: var(--soft); }
@media screen and (min-width: 80rem) {
  .noted { display: grid; grid-template-columns: minmax(0, 62rem) minmax(16rem, 1fr);
    column-gap: 1.5rem; align-items: start; }
  .noted > h3 { grid-column: 1 / -1; }
  .noted > .scroll { grid-column: 1; grid-row: 2; margin-top: 0; }
  .noted > .notes { grid-column: 2; grid-row: 2; position: sticky; top: .5rem;
    max-height: calc(100vh - 1rem); overflow-y: auto; }
}
@media screen and (max-width: 40rem) {
  .index th[scope=row] { min-width: 9em; }
}
@media print {
  :root { --faint: #f7f1df; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  article { break-before: page; border: 0; margin: 0; padding: 0; }
  article:first-of-type { break-before: auto; }
  section.noted { break-inside: auto; }
  .notes li, .noted .scroll { break-inside: avoid; }
  a { text-decoration: none; }
  footer { margin-top: 1rem; }
}
"""
