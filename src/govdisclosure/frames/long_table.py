"""The result of a check: a row for each instance whose outcome was asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import add, or_
from typing import Any

import attrs

from ..errors import InvalidFrame, Problem
from ..findings import Outcome
from ..relations import PRIOR
from ..wide import Role, wide_column
from ..wording import Wording
from .adapting import Adapted, plain
from .duck import BrokenInSql
from .expressions import Expressions, number_in
from .extra import needed
from .languages import FOUND, Language
from .planning import Planned

KEY = ("agency", "scope", "year")
"""The columns of the result that tell whose report it is: code or else name, scope, year."""
RESULT = (*KEY, "rule", "at", "outcome", "expected", "actual", "difference")
"""The columns of the result."""

_NO_KEY = Wording(
    "至少一个说明是谁的报告的列：agency.code、agency.name、scope、year",
    "a column that tells whose report it is: agency.code, agency.name, scope or year",
)
_FEW = {Outcome.BROKEN, Outcome.UNDETERMINED}
"""Outcomes that few enough reports have for the others to be left out first."""


def _within(name: str) -> str:
    return f"key__{name}"


@attrs.frozen(kw_only=True, eq=False)
class LongTable:
    """What is asked of a frame: some outcomes of instances.

    ``nullable`` tells in which columns nulls may stand, ``whole`` whether all of the instances are
    about whole numbers.
    """

    frame: Adapted
    nullable: Callable[[str], bool]
    whole: bool
    instances: Sequence[Planned]
    outcomes: Sequence[Outcome]

    def of(self, rows: Any, columns: Iterable[str]) -> Any:
        """Return the long table of *rows*, which have *columns*; both frames are of narwhals.

        Raises:
            InvalidFrame: no column tells whose report it is.
        """
        language = self.frame.language
        words, rows = language.words, language.entered(rows)
        rows = rows.select(*self._keys(words), *self._cells(words, columns))
        expressions = Expressions(words=words, nullable=self.nullable, whole=self.whole)
        flagged = [(one, expressions.flags(one, self.outcomes)) for one in self.instances]
        flagged = [(instance, flags) for instance, flags in flagged if flags]
        if not flagged:
            return language.left(self._nothing(words, rows))
        rows = self._few(language, rows, [flag for _, flags in flagged for flag in flags.values()])
        found = {
            f"i{i}": self._found(expressions, instance, flags)
            for i, (instance, flags) in enumerate(flagged)
        }
        long = language.long(rows, list(map(_within, KEY)), found)
        return language.left(self._result(words, long))

    def numbers(self, rows: Any, columns: Iterable[str]) -> Any:
        """Return how many instances of each report have one of the outcomes, where any does.

        *rows* and what is raised are as for ``of``; the result has the key and ``number``.
        """
        language = self.frame.language
        words, rows = language.words, language.entered(rows)
        rows = rows.select(*self._keys(words), *self._cells(words, columns))
        expressions = Expressions(words=words, nullable=self.nullable, whole=self.whole)
        flags = [
            f for one in self.instances for f in expressions.flags(one, self.outcomes).values()
        ]
        keys = [words.col(_within(name)).alias(name) for name in KEY]
        if not flags:
            return language.left(rows.head(0).select(*keys, words.lit(0).alias("number")))
        rows = self._few(language, rows, flags)
        number = reduce(add, (flag.cast(words.Int64) for flag in flags))
        return language.left(rows.select(*keys, number.alias("number")))

    def _keys(self, words: Any) -> list[Any]:
        types = self.frame.types
        names = [n for n in ("agency.code", "agency.name") if n in types]
        if not names and not {"scope", "year"} & types.keys():
            raise InvalidFrame([Problem("$", None, _NO_KEY)])
        nothing = words.lit(None)
        agency = [words.col(plain(name)).cast(words.String) for name in names]
        found = {
            "agency": words.coalesce(*agency) if agency else nothing.cast(words.String),
            "scope": (words.col("scope") if "scope" in types else nothing).cast(words.String),
            "year": (words.col("year") if "year" in types else nothing).cast(words.Int64),
        }
        return [expression.alias(_within(name)) for name, expression in found.items()]

    def _cells(self, words: Any, columns: Iterable[str]) -> list[Any]:
        narwhals = needed("narwhals")
        number = number_in(words, whole=self.whole)
        as_it_is = number_in(narwhals, whole=self.whole)
        found = []
        for name in columns:
            column = wide_column(name.removeprefix(PRIOR))
            expression = words.col(plain(name))
            if column is not None and column.role is Role.LAYOUT:
                expression = expression.cast(words.String)
            elif column is not None and self.frame.types.get(name) != as_it_is:
                expression = expression.cast(number)
            found.append(expression.alias(plain(name)))
        return found

    def _nothing(self, words: Any, rows: Any) -> Any:
        number = number_in(words, whole=self.whole)
        keys = {name: words.col(_within(name)) for name in KEY}
        texts = {name: words.lit(None).cast(words.String) for name in ("rule", "at", "outcome")}
        numbers = {name: words.lit(None).cast(number) for name in RESULT[-3:]}
        return rows.head(0).select(**keys, **texts, **numbers)

    def _few(self, language: Language, rows: Any, flags: Sequence[Any]) -> Any:
        """Return fewer rows, in which all that was asked for is still to be found."""
        native = language.left(rows)
        if native.implementation.is_duckdb() and tuple(self.outcomes) == (Outcome.BROKEN,):
            narwhals = needed("narwhals")
            broken = BrokenInSql(nullable=self.nullable, whole=self.whole)
            few = broken.only(narwhals.to_native(native), self.instances)
            return language.entered(narwhals.from_native(few))
        if any(flag is True for flag in flags) or not set(self.outcomes) <= _FEW:
            return rows
        return language.few(rows, flags)

    def _found(self, expressions: Expressions, instance: Planned, flags: dict[Outcome, Any]) -> Any:
        """Return a struct with what an instance comes to where it was asked for, else null."""
        words = expressions.words
        everywhere = any(flag is True for flag in flags.values())
        rule, outcome = words.lit(instance.rule), self._outcome(words, flags)
        nothing = words.lit(None).cast(expressions.number)
        expected = actual = nothing
        if instance.without is not True:
            expected, actual = expressions.expected(instance), expressions.actual(instance)
            aside = flags.get(Outcome.NOT_APPLICABLE)
            if aside is not None:
                expected = words.when(~aside).then(expected).otherwise(nothing)
                actual = words.when(~aside).then(actual).otherwise(nothing)
        known = words.col(_within("year")).is_null()
        rule = words.when(known | ~known).then(
            words.lit(instance.rule)
        )  # not constant: engines fail
        found = words.struct(
            rule.alias("rule"),
            words.lit(instance.at).alias("at"),
            outcome.alias("outcome"),
            expected.cast(expressions.number).alias("expected"),
            actual.cast(expressions.number).alias("actual"),
        )
        return found if everywhere else words.when(reduce(or_, flags.values())).then(found)

    def _outcome(self, words: Any, flags: Mapping[Outcome, Any]) -> Any:
        """Return what an instance comes to, where it comes to one of those asked for."""
        if len(flags) == 1:
            return words.lit(next(iter(flags)).value)
        outcome = words.lit(None).cast(words.String)
        for name, flag in flags.items():
            said = words.lit(name.value)
            outcome = said if flag is True else words.when(flag).then(said).otherwise(outcome)
        return outcome

    def _result(self, words: Any, long: Any) -> Any:
        field = words.col(FOUND).struct.field
        keys = [words.col(_within(name)).alias(name) for name in KEY]
        found = [field(name).alias(name) for name in RESULT[len(KEY) : -1]]
        difference = field("actual") - field("expected")
        there = long.filter(~words.col(FOUND).is_null())
        return there.select(*keys, *found, difference.alias("difference"))
