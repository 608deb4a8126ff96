"""The few words of SQL that expressions are written in, under the names that polars gives them.

An expression written with these words is text. An engine that is talked to over a wire takes a text
in one call, where an expression object costs it several calls for each of its nodes.
"""

from collections.abc import Mapping

import attrs

_OR, _AND, _NOT, _COMPARED, _ADDED, _WHOLE = range(6)
"""How tightly an expression holds together. Parentheses cost the parser time, so few are set."""


@attrs.frozen(eq=False)
class Sql:
    """An expression as text, in the words of an engine. ``name`` is its column's."""

    words: "SqlWords"
    text: str
    name: str = ""
    holds: int = _WHOLE

    def __str__(self) -> str:
        """Return the text, with the column's name."""
        return f"{self.text} AS {self.words.marked(self.name)}" if self.name else self.text

    def __add__(self, other: object) -> "Sql":
        return self._with("+", other, _ADDED, right=_WHOLE)

    def __sub__(self, other: object) -> "Sql":
        return self._with("-", other, _ADDED, right=_WHOLE)

    def __and__(self, other: object) -> "Sql":
        return self._with("AND", other, _AND, right=_AND)

    def __or__(self, other: object) -> "Sql":
        return self._with("OR", other, _OR, right=_OR)

    def __eq__(self, other: object) -> "Sql":  # type: ignore[override]  # an expression, as in every frame library
        return self._compared("=", other)

    def __ne__(self, other: object) -> "Sql":  # type: ignore[override]  # an expression, as in every frame library
        return self._compared("<>", other)

    def __lt__(self, other: object) -> "Sql":
        return self._compared("<", other)

    def __gt__(self, other: object) -> "Sql":
        return self._compared(">", other)

    def __ge__(self, other: object) -> "Sql":
        return self._compared(">=", other)

    def __invert__(self) -> "Sql":
        return self._made(f"NOT {self.held(_COMPARED)}", holds=_NOT)

    __hash__ = None  # type: ignore[assignment]  # it has no equality either

    def is_null(self) -> "Sql":
        """Return where it is null."""
        return self._made(f"{self.held(_WHOLE)} IS NULL", holds=_COMPARED)

    def fill_null(self, value: object) -> "Sql":
        """Return it with a value where it is null."""
        return self._made(f"coalesce({self.text}, {self.words.literal(value)})")

    def cast(self, kind: str) -> "Sql":
        """Return it as of another type."""
        return self._made(f"CAST({self.text} AS {kind})")

    def alias(self, name: str) -> "Sql":
        """Return it as a column of another name."""
        return attrs.evolve(self, name=name)

    @property
    def struct(self) -> "_Fields":
        """The fields of a struct."""
        return _Fields(self)

    def any(self) -> "Sql":
        """Return whether it is true in a row; null where there is none."""
        return self._made(f"bool_or({self.text})")

    def min(self) -> "Sql":
        """Return the least value."""
        return self._made(f"min({self.text})")

    def max(self) -> "Sql":
        """Return the greatest value."""
        return self._made(f"max({self.text})")

    def _compared(self, operator: str, other: object) -> "Sql":
        one, two = self.held(_ADDED), self._as_sql(other).held(_ADDED)
        return self._made(f"{one} {operator} {two}", holds=_COMPARED)

    def _with(self, operator: str, other: object, holds: int, *, right: int) -> "Sql":
        one, two = self.held(holds), self._as_sql(other).held(right)
        return self._made(f"{one} {operator} {two}", holds=holds)

    def held(self, least: int) -> str:
        """Return the text, in parentheses where it does not hold together so tightly."""
        return self.text if self.holds >= least else f"({self.text})"

    def _as_sql(self, value: object) -> "Sql":
        return value if isinstance(value, Sql) else self._made(self.words.literal(value))

    def _made(self, text: str, *, holds: int = _WHOLE) -> "Sql":
        return Sql(self.words, text, holds=holds)


@attrs.frozen(eq=False)
class _Fields:
    whole: Sql

    def field(self, name: str) -> Sql:
        words = self.whole.words
        return Sql(words, f"{self.whole.text}.{words.marked(name)}")


@attrs.frozen(eq=False)
class _Then(Sql):
    """``CASE WHEN … THEN … END``, null elsewhere unless ``otherwise`` says what."""

    def otherwise(self, value: Sql) -> Sql:
        return Sql(self.words, f"{self.text.removesuffix(' END')} ELSE {value.text} END")


@attrs.frozen(eq=False)
class _When:
    flag: Sql

    def then(self, value: Sql) -> _Then:
        return _Then(self.flag.words, f"CASE WHEN {self.flag.text} THEN {value.text} END")


@attrs.frozen(kw_only=True, eq=False)
class SqlWords:
    """The words of an engine.

    ``mark`` stands around names, ``escapes`` tells how characters are written within a text,
    ``record`` how a struct is made of fields, and ``field`` how each of them is written there.
    """

    mark: str
    escapes: Mapping[str, str]
    record: str
    field: str
    String: str
    Int64: str

    def Decimal(self, precision: int, scale: int) -> str:  # noqa: N802  # a type, as polars and narwhals name it
        """Return the type of decimals."""
        return f"DECIMAL({precision},{scale})"

    def col(self, name: str) -> Sql:
        """Return a column."""
        return Sql(self, self.marked(name))

    def lit(self, value: str | int | None) -> Sql:
        """Return a constant."""
        return Sql(self, self.literal(value))

    def coalesce(self, *found: Sql) -> Sql:
        """Return the first that is no null."""
        return Sql(self, f"coalesce({', '.join(each.text for each in found)})")

    def struct(self, *fields: Sql) -> Sql:
        """Return columns as one."""
        written = (self.field.format(name=found.name, value=found.text) for found in fields)
        return Sql(self, self.record.format(", ".join(written)))

    def when(self, flag: Sql) -> _When:
        """Return the beginning of a choice, to go on with ``then`` and ``otherwise``."""
        return _When(flag)

    def marked(self, name: str) -> str:
        """Return a name as it is written."""
        return f"{self.mark}{name}{self.mark}"

    def literal(self, value: object) -> str:
        """Return a constant as it is written."""
        if value is None:
            return "NULL"
        if isinstance(value, int):
            return str(value)
        return f"'{''.join(self.escapes.get(each, each) for each in str(value))}'"


SPARK = SqlWords(
    mark="`",
    escapes={"\\": "\\\\", "'": "\\'"},
    record="named_struct({})",
    field="'{name}', {value}",
    String="STRING",
    Int64="BIGINT",
)
DUCKDB = SqlWords(
    mark='"',
    escapes={"'": "''"},
    record="struct_pack({})",
    field='"{name}" := {value}',
    String="VARCHAR",
    Int64="BIGINT",
)
