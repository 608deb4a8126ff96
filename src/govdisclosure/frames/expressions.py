"""Instances as expressions on the columns of a frame: four outcomes, with blanks as unknowns.

With d = P − N, where P adds up what raises d and N what lowers it, blanks as zero: ``=`` is broken
where P > N and nothing in N is blank, or P < N and nothing in P is blank; ``<=`` where the latter
is so. A blank ``change`` counts on both sides. Where no cell can be blank, P and N are compared.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add, and_, or_
from typing import Any

import attrs

from ..findings import Outcome
from ..records.form import Kind
from ..relations import Sign
from ..wide import LAYOUT
from .adapting import plain
from .layouts import Condition
from .planning import Entry, Planned

Flag = Any
"""An expression that is true or false in every row, never null; or a plain bool."""


def when(condition: Condition, words: Any) -> Flag:
    """Return a condition on layouts as a flag."""
    if isinstance(condition, bool):
        return condition
    return _any(
        _all(words.col(plain(part + LAYOUT)) == layout for part, layout in alternative)
        for alternative in condition
    )


def number_in(words: Any, *, whole: bool) -> Any:
    """Return the type that numbers are added up in."""
    return words.Int64 if whole else words.Decimal(38, 6)


@attrs.frozen(kw_only=True, eq=False)
class Expressions:
    """Makes expressions of a language's ``words``.

    ``nullable`` tells whether a null may stand in a column, ``whole`` whether all of the numbers
    are whole.
    """

    words: Any
    nullable: Callable[[str], bool]
    whole: bool

    @property
    def number(self) -> Any:
        """The type of sums."""
        return number_in(self.words, whole=self.whole)

    def flags(self, instance: Planned, outcomes: Iterable[Outcome]) -> dict[Outcome, Flag]:
        """Return, for each of the outcomes that an instance can have, where it has it."""
        makers = {
            Outcome.BROKEN: self.broken,
            Outcome.UNDETERMINED: self.undetermined,
            Outcome.HOLDS: self.holds,
            Outcome.NOT_APPLICABLE: self.not_applicable,
        }
        found = {outcome: makers[outcome](instance) for outcome in outcomes}
        return {outcome: flag for outcome, flag in found.items() if flag is not False}

    def broken(self, instance: Planned) -> Flag:
        """Return where no values of the blanks could make an instance true."""
        if instance.without is True:
            return False
        return _and(_not(when(instance.without, self.words)), self._beyond_mending(instance))

    def undetermined(self, instance: Planned) -> Flag:
        """Return where values of the blanks would make an instance true, and zero does not.

        Where numbers are not there at all, zero may do.
        """
        if instance.without is True or not any(map(self._may_be_blank, instance.entries)):
            return False
        return _and(
            _not(self._aside(instance)),
            _or(_not(self._zero_does(instance)), when(instance.incomplete, self.words)),
            _not(self._beyond_mending(instance)),
        )

    def holds(self, instance: Planned) -> Flag:
        """Return where an instance is true, with blanks as zero and all numbers there."""
        if instance.without is True:
            return False
        return _and(
            _not(self._aside(instance)),
            _not(when(instance.incomplete, self.words)),
            self._zero_does(instance),
        )

    def not_applicable(self, instance: Planned) -> Flag:
        """Return where an instance is no question: another layout, no row, nothing but blanks."""
        return self._aside(instance)

    def expected(self, instance: Planned) -> Any:
        """Return the expected side, blanks as zero."""
        return self._signed([entry for entry in instance.entries if not entry.stated])

    def actual(self, instance: Planned) -> Any:
        """Return the stated side, blanks as zero."""
        return self._signed([entry for entry in instance.entries if entry.stated])

    def _aside(self, instance: Planned) -> Flag:
        if instance.without is True:
            return True
        blank = False
        if all(map(self._may_be_blank, instance.entries)):
            blank = _all(self._column(entry).is_null() for entry in instance.entries)
        return _or(when(instance.without, self.words), blank)

    def _zero_does(self, instance: Planned) -> Flag:
        raising, lowering = self._sums(instance)
        return raising >= lowering if instance.sign is Sign.AT_MOST else raising == lowering

    def _beyond_mending(self, instance: Planned) -> Flag:
        raising, lowering = self._sums(instance)
        up, down = self._blank(instance, raising=True), self._blank(instance, raising=False)
        too_little = _and(raising < lowering, _not(up))
        if instance.sign is Sign.AT_MOST:
            return too_little
        if up is False and down is False:
            return raising != lowering
        return _or(_and(raising > lowering, _not(down)), too_little)

    def _sums(self, instance: Planned) -> tuple[Any, Any]:
        up = [entry for entry in instance.entries if entry.raising > 0]
        down = [entry for entry in instance.entries if entry.raising < 0]
        return self._sum(up), self._sum(down)

    def _blank(self, instance: Planned, *, raising: bool) -> Flag:
        """Return where a cell is blank that can raise d, or lower it."""
        return _any(
            _and(self._column(entry).is_null(), _not(when(entry.elsewhere, self.words)))
            for entry in instance.entries
            if self._may_be_blank(entry)
            and (entry.kind is Kind.CHANGE or (entry.raising > 0) is raising)
        )

    def _may_be_blank(self, entry: Entry) -> bool:
        return self.nullable(entry.column)

    def _column(self, entry: Entry) -> Any:
        return self.words.col(plain(entry.column))

    def _value(self, entry: Entry) -> Any:
        column = self._column(entry)
        return column.fill_null(0) if self._may_be_blank(entry) else column

    def _sum(self, entries: Sequence[Entry]) -> Any:
        if not entries:
            return self.words.lit(0).cast(self.number)
        return reduce(add, map(self._value, entries))

    def _signed(self, entries: Sequence[Entry]) -> Any:
        added = self._sum([entry for entry in entries if entry.coefficient > 0])
        taken = [entry for entry in entries if entry.coefficient < 0]
        return added - self._sum(taken) if taken else added


def _not(flag: Flag) -> Flag:
    return not flag if isinstance(flag, bool) else ~flag


def _any(flags: Iterable[Flag]) -> Flag:
    return _or(*flags)


def _all(flags: Iterable[Flag]) -> Flag:
    return _and(*flags)


def _or(*flags: Flag) -> Flag:
    if any(flag is True for flag in flags):
        return True
    found = [flag for flag in flags if flag is not False]
    return reduce(or_, found) if found else False


def _and(*flags: Flag) -> Flag:
    if any(flag is False for flag in flags):
        return False
    found = [flag for flag in flags if flag is not True]
    return reduce(and_, found) if found else True
