"""Relations compiled to spreadsheet formulas: sums, verdicts, and sentences with the numbers."""

import string
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ...findings import Outcome
from ...rules.vocabulary import Sign
from ...wording import Wording
from .grid import reference, references
from .lines import Entry, Line, Total
from .names import VERDICTS

_LONGEST_LITERAL = 255


@lru_cache(maxsize=4096)
def literal(text: str) -> str:
    """Return a text as it stands in a formula."""
    pieces = [text[i : i + _LONGEST_LITERAL] for i in range(0, len(text), _LONGEST_LITERAL)]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces) or '""'


def sum_of(entries: Iterable[Entry], home: str | None = None) -> str:
    """Return the sum of some cells, each with its sign; blanks and absent rows add nothing."""
    present = [entry for entry in entries if entry.spot is not None]
    parts = []
    for sign, coefficient in (("+", 1), ("-", -1)):
        spots = [e.spot for e in present if e.spot is not None and e.coefficient == coefficient]
        if spots:
            parts.append(f"{sign}SUM({','.join(references(spots, home))})")
    return "".join(parts).removeprefix("+") or "0"


def count_of(entries: Iterable[Entry], home: str | None = None) -> str:
    """Return how many of some cells hold a number."""
    spots = [entry.spot for entry in entries if entry.spot is not None]
    return f"COUNT({','.join(references(spots, home))})" if spots else "0"


def blanks_of(entries: Sequence[Entry]) -> str:
    """Return how many of some cells are blank; an absent row always is."""
    return f"{len(entries)}-{count_of(entries)}" if entries else "0"


def _zeros_of(entries: Iterable[Entry]) -> str:
    """Return how many of some cells hold a zero."""
    spots = [entry.spot for entry in entries if entry.spot is not None]
    return "+".join(f"COUNTIF({cells},0)" for cells in references(spots)) or "0"


def total_formula(total: Total, home: str) -> str:
    """Return the formula of a total on the sheet *home*: nothing while every part is blank."""
    parts = [entry for entry in total.line.expected if entry.spot is not None]
    return f'=IF({count_of(parts, home)}=0,"",{sum_of(parts, home)})'


class LineFormulas:
    """The formulas of one line of the check sheet, which stand in the cells that it names.

    ``cells`` gives the line's own cells by what they hold: ``verdict``, ``expected``, ``stated``,
    ``difference``, ``filled``, ``lowering``, ``raising``, ``expected_sum``, ``actual_sum``.
    """

    def __init__(self, line: Line, cells: Mapping[str, str]) -> None:
        self._line = line
        self._cells = cells

    def _unless_empty(self, formula: str) -> str:
        return f'=IF({self._cells["filled"]}=0,"",{formula})'

    @property
    def filled(self) -> str:
        """How many cells of the instance hold a number."""
        return f"={count_of(self._line.entries)}"

    @property
    def expected(self) -> str:
        """The expected side, blanks as zero."""
        return self._unless_empty(sum_of(self._line.expected))

    @property
    def stated(self) -> str:
        """The stated side, blanks as zero."""
        return self._unless_empty(sum_of(self._line.stated))

    @property
    def difference(self) -> str:
        """Stated − expected."""
        return self._unless_empty(f"{self._cells['stated']}-{self._cells['expected']}")

    @property
    def lowering(self) -> str:
        """How many blanks lower the difference."""
        return f"={blanks_of([entry for entry in self._line.entries if not entry.raising])}"

    @property
    def raising(self) -> str:
        """How many blanks raise the difference."""
        return f"={blanks_of([entry for entry in self._line.entries if entry.raising])}"

    @property
    def verdict(self) -> str:
        """One of ``VERDICTS``: what ``govdisclosure.checking.judging`` says, as a formula."""
        words = {outcome: literal(verdict) for outcome, verdict in VERDICTS.items()}
        difference = self._cells["difference"]
        rises = self._open("raising", of_raising=False)
        mended_by_rising = f"IF({rises}>0,{words[Outcome.UNDETERMINED]},{words[Outcome.BROKEN]})"
        if self._line.relation.sign is Sign.AT_MOST:
            judged = f"IF({difference}>=0,{words[Outcome.HOLDS]},{mended_by_rising})"
        else:
            falls = self._open("lowering", of_raising=True)
            mended_by_falling = (
                f"IF({falls}>0,{words[Outcome.UNDETERMINED]},{words[Outcome.BROKEN]})"
            )
            judged = (
                f"IF({difference}=0,{words[Outcome.HOLDS]},"
                f"IF({difference}>0,{mended_by_falling},{mended_by_rising}))"
            )
        return f"=IF({self._cells['filled']}=0,{words[Outcome.NOT_APPLICABLE]},{judged})"

    def _open(self, direction: str, *, of_raising: bool) -> str:
        """Count the blanks that can move the difference in a direction, signed ones included."""
        signed = [e for e in self._line.entries if e.signed and e.raising is of_raising]
        counted = self._cells[direction]
        return f"{counted}+{blanks_of(signed)}" if signed else counted

    @property
    def expected_sum(self) -> str:
        """The expected side written out, ``100 + 10 − _``, when the line is broken."""
        return self._written_out(self._line.expected)

    @property
    def actual_sum(self) -> str:
        """The stated side written out, when the line is broken."""
        return self._written_out(self._line.stated)

    def _written_out(self, entries: Sequence[Entry]) -> str:
        zeros = _zeros_of(entries)
        text = f"IF({zeros}<{len(entries) - 1},{_joined(entries, zeros=False)},{_joined(entries)})"
        return f'=IF({self._cells["verdict"]}={literal(VERDICTS[Outcome.BROKEN])},{text},"")'

    def sentence(self, at: Wording, language: str) -> str:
        """What is wrong, or what a blank needs, in a language (``zh`` or ``en``)."""
        cells = self._cells
        values = {
            "at": literal(getattr(at, language)),
            "expected": cells["expected"],
            "actual": cells["stated"],
            "difference": f"ABS({cells['difference']})",
            "expected_sum": cells["expected_sum"],
            "actual_sum": cells["actual_sum"],
        }
        number = f"IF({cells['raising']}=1,-{cells['difference']},{cells['difference']})"
        blanks = f"({cells['lowering']}+{cells['raising']})"
        one, several = open_wordings(self._line.relation.sign)
        needs = (
            f"IF({blanks}=1,{_filled(getattr(one, language), {'number': number})},"
            f"{_filled(getattr(several, language), {'blanks': blanks})})"
        )
        broken = _filled(getattr(self._line.relation.message, language), values)
        words = {outcome: literal(verdict) for outcome, verdict in VERDICTS.items()}
        return (
            f"=IF({cells['verdict']}={words[Outcome.BROKEN]},{broken},"
            f'IF({cells["verdict"]}={words[Outcome.UNDETERMINED]},{needs},""))'
        )


def _joined(entries: Iterable[Entry], *, zeros: bool = True) -> str:
    """Return a sum as text, ``_`` for a blank, with or without the terms that are zero."""
    terms = []
    for entry in entries:
        sign = " − " if entry.coefficient < 0 else " + "
        unknown = literal(f"{sign}_")
        if entry.spot is None:
            terms.append(unknown)
        else:
            cell = reference(entry.spot)
            number = f"{literal(sign)}&{cell}"
            if not zeros:
                number = f'IF({cell}=0,"",{number})'
            terms.append(f"IF(ISNUMBER({cell}),{number},{unknown})")
    joined = "&".join(['"#"', *terms])
    return f'SUBSTITUTE(SUBSTITUTE({joined},"# + ",""),"# ","")'


def open_wordings(sign: Sign) -> tuple[Wording, Wording]:
    """Return what is said of an undetermined instance with one blank, and with several."""
    return (_ONE if sign is Sign.EQUAL else _ONE_AT_LEAST), _SEVERAL


_ONE = Wording("只有一处空白，应为 {number}", "one blank is left; it must be {number}")
_ONE_AT_LEAST = Wording(
    "只有一处空白，至少应为 {number}", "one blank is left; it must be at least {number}"
)
_SEVERAL = Wording(
    "有 {blanks} 处空白，尚不能判断", "{blanks} blanks are left; it cannot be told yet"
)


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return a message as a formula: its text, with the formulas in place of its placeholders."""
    parts = []
    for text, name, _, _ in string.Formatter().parse(pattern):
        if text:
            parts.append(literal(text))
        if name is not None:
            parts.append(values[name])
    return "&".join(parts)
