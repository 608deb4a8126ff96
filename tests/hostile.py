"""Text that a document must show and never obey, and what may be shown of it."""

HOSTILE = (
    "<script>document.title = 'run'</script>",
    "<img src=x onerror=\"document.title = 'run'\">",
    "]]></td></tr></table></main><h1>out</h1><!-- ",
    "&amp; &lt; &#60; &nbsp; &",
    "\"quoted\" 'quoted' `code`",
    "=cmd()|'/C calc'!A1",
    "+1 -1 @SUM(A1)",
    "# heading",
    "1. list",
    "2) list",
    "- item",
    "+ item",
    "---",
    "===",
    "~~~",
    "```",
    "> quote",
    "| a | b |",
    "*a* **b** _c_ __d__ ~~e~~ `f` $g$",
    "[a](javascript:alert(1)) ![b](x) [c]: d",
    "<javascript:alert(1)> <http://a.example> \\",
    "a\0b\x1b[31mc\x07d\x7fe\x9bf",
    "a\tb",
    "bidi \u202e\u2066\u200f\u061c marks",
    "odd \ufeff \ufffe \uffff \U0001f600 \U0010ffff",
    "{{ a }} {% b %} ${c}",
)
"""Markup, formulas, control characters and marks."""

LONG = "长" * 100_000


def shown(text):
    """Return what a document shows of *text*: � for what is a control or what XML cannot hold."""
    return "".join(c if _is_writable(ord(c)) else "\ufffd" for c in text)


def _is_writable(code):
    if code < 0x20 or 0x7F <= code <= 0x9F:
        return code in (0x09, 0x0A, 0x0D, 0x85)
    return not (0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF))


def on_one_line(text):
    """Return what a line shows of *text*: spaces for tabs and line breaks."""
    for breaks in ("\r\n", "\t", "\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(breaks, " ")
    return " ".join(shown(text).split(" ")).strip(" ")
