"""The few words of SQL that expressions are written in, under the names that polars gives them.

An expression written with these words is text. An engine that is talked to over a wire takes a text
in one call, where an expression object costs it several calls for each of its nodes.
"""

import attrs

String, Int64 = "STRING", "BIGINT"


def Decimal(precision: int, scale: int) -> str:  # noqa: N802  # a type, as polars and narwhals name it
    """Return the type of decimals."""
    return f"DECIMAL({precision},{scale})"


_OR, _AND, _NOT, _COMPARED, _ADDED, _WHOLE = range(6)
"""How tightly an expression holds together. Parentheses cost the parser time, so few are set."""


@attrs.frozen(eq=False)
class Sql:
    """An expression as text. ``name`` is what its column is to be called."""

    text: str
    name: str = ""
    holds: int = _WHOLE

    def __str__(self) -> str:
        """Return the text, with the column's name."""
        return f"{self.text} AS `{self.name}`" if self.name else self.text

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
        return Sql(f"NOT {self.held(_COMPARED)}", holds=_NOT)

    __hash__ = None  # type: ignore[assignment]  # it has no equality either

    def is_null(self) -> "Sql":
        """Return where it is null."""
        return Sql(f"{self.held(_WHOLE)} IS NULL", holds=_COMPARED)

    def fill_null(self, value: object) -> "Sql":
        """Return it with a value where it is null."""
        return Sql(f"coalesce({self.text}, {_literal(value)})")

    def cast(self, kind: str) -> "Sql":
        """Return it as of another type."""
        return Sql(f"CAST({self.text} AS {kind})")

    def alias(self, name: str) -> "Sql":
        """Return it as a column of another name."""
        return attrs.evolve(self, name=name)

    @property
    def struct(self) -> "_Fields":
        """The fields of a struct."""
        return _Fields(self.text)

    def any(self) -> "Sql":
        """Return whether it is true in a row; null where there is none."""
        return Sql(f"bool_or({self.text})")

    def min(self) -> "Sql":
        """Return the least value."""
        return Sql(f"min({self.text})")

    def max(self) -> "Sql":
        """Return the greatest value."""
        return Sql(f"max({self.text})")

    def _compared(self, operator: str, other: object) -> "Sql":
        one, two = self.held(_ADDED), _as_sql(other).held(_ADDED)
        return Sql(f"{one} {operator} {two}", holds=_COMPARED)

    def _with(self, operator: str, other: object, holds: int, *, right: int) -> "Sql":
        one, two = self.held(holds), _as_sql(other).held(right)
        return Sql(f"{one} {operator} {two}", holds=holds)

    def held(self, least: int) -> str:
        """Return the text, in parentheses where it does not hold together so tightly."""
        return self.text if self.holds >= least else f"({self.text})"


@attrs.frozen(eq=False)
class _Fields:
    text: str

    def field(self, name: str) -> Sql:
        return Sql(f"{self.text}.`{name}`")


def col(name: str) -> Sql:
    """Return a column."""
    return Sql(f"`{name}`")


def lit(value: str | int | None) -> Sql:
    """Return a constant."""
    return Sql(_literal(value))


def coalesce(*found: Sql) -> Sql:
    """Return the first that is no null."""
    return Sql(f"coalesce({', '.join(each.text for each in found)})")


def struct(*fields: Sql) -> Sql:
    """Return columns as one."""
    return Sql(f"named_struct({', '.join(f'{_literal(f.name)}, {f.text}' for f in fields)})")


@attrs.frozen(eq=False)
class _Then(Sql):
    """``CASE WHEN … THEN … END``, null elsewhere unless ``otherwise`` says what."""

    def otherwise(self, value: Sql) -> Sql:
        return Sql(f"{self.text.removesuffix(' END')} ELSE {value.text} END")


@attrs.frozen(eq=False)
class _When:
    flag: Sql

    def then(self, value: Sql) -> _Then:
        return _Then(f"CASE WHEN {self.flag.text} THEN {value.text} END")


def when(flag: Sql) -> _When:
    """Return the beginning of a choice, to go on with ``then`` and ``otherwise``."""
    return _When(flag)


def _as_sql(value: object) -> Sql:
    return value if isinstance(value, Sql) else Sql(_literal(value))


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"
