"""The query: every instance of every relation, over the whole table, judged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce

import attrs
from sqlglot import exp

from ..findings import Outcome
from ..rules.vocabulary import Relation, range_named
from . import expressions as e
from . import figures as within
from . import rollup
from .dialects import Dialect
from .expressions import Expression
from .figures import BEFORE, REPORT, Figures
from .judging import judged
from .members import SUMS, added_up, aliased, key_of, scope_of, year_of

_MEMBERS = "member_sums"


@attrs.frozen(kw_only=True)
class Query:
    """The query over a table of reports, and where there is one a roster, for some outcomes."""

    dialect: Dialect
    reports: exp.Table
    roster: exp.Table | None
    relations: Sequence[Relation]
    outcomes: frozenset[Outcome]

    def select(self) -> exp.Select:
        """Return the query."""
        query = judged(self._figures(), self.dialect, self.outcomes)
        if self.roster is not None:
            sums = added_up(self.reports, self.roster, self.dialect)
            query = query.with_(_MEMBERS, as_=sums, copy=False)
        return query

    def _figures(self) -> Expression:
        plain = [r for r in self.relations if not (r.needs_prior or r.needs_members)]
        dated = [r for r in self.relations if r.needs_prior]
        groups = [
            self._joined(_instances(plain, within.figures), self._alone),
            self._joined(_instances(dated, within.figures), self._with_prior),
        ]
        if self.roster is not None:
            summed = [r for r in self.relations if r.needs_members]
            found = _instances(summed, lambda r, at: rollup.figures(r, at, self.dialect))
            groups.append(self._joined(found, self._with_members))
        return _united([select for group in groups for select in group])

    def _joined(
        self, instances: Sequence[Figures], source: Callable[[exp.Select], exp.Select]
    ) -> Iterator[exp.Select]:
        """Yield selections of instances from *source*: each alone, or all in one pass."""
        if not self.dialect.arrays:
            for one in instances:
                selected = exp.Select(expressions=[*_key(), *one.selected(self.dialect)])
                yield self._only_open(source(selected), [one])
        elif instances:
            rows = [[*one.selected(self.dialect)] for one in instances]
            beside = [_unnested(column) for column in zip(*rows, strict=True)]
            yield self._only_open(source(exp.Select(expressions=[*_key(), *beside])), instances)

    def _only_open(self, query: exp.Select, instances: Sequence[Figures]) -> exp.Select:
        """Leave out reports in which no instance can be broken, where nothing else is asked for."""
        if self.outcomes - {Outcome.BROKEN}:
            return query
        return query.where(e.some(*(one.differs for one in instances)), copy=False)

    @property
    def _join(self) -> str:
        """How another report is joined: without one, instances are not applicable."""
        return "LEFT" if Outcome.NOT_APPLICABLE in self.outcomes else "INNER"

    def _alone(self, query: exp.Select) -> exp.Select:
        return query.from_(aliased(self.reports, REPORT), copy=False)

    def _with_prior(self, query: exp.Select) -> exp.Select:
        before = exp.Sub(this=year_of(REPORT), expression=e.number(1))
        condition = e.every(
            exp.EQ(this=key_of(BEFORE), expression=key_of(REPORT)),
            exp.EQ(this=scope_of(BEFORE), expression=scope_of(REPORT)),
            exp.EQ(this=year_of(BEFORE), expression=before),
        )
        prior = aliased(self.reports, BEFORE)
        return self._alone(query).join(prior, on=condition, join_type=self._join, copy=False)

    def _with_members(self, query: exp.Select) -> exp.Select:
        condition = e.every(
            exp.EQ(this=e.column(SUMS, "agency"), expression=key_of(REPORT)),
            exp.EQ(this=e.column(SUMS, "scope"), expression=scope_of(REPORT)),
            exp.EQ(this=e.column(SUMS, "year"), expression=year_of(REPORT)),
        )
        sums = aliased(exp.to_table(_MEMBERS), SUMS)
        return self._alone(query).join(sums, on=condition, join_type=self._join, copy=False)


def _key() -> list[Expression]:
    return [
        e.named(key_of(REPORT), "agency"),
        e.named(e.column(REPORT, "scope"), "scope"),
        e.named(year_of(REPORT), "year"),
    ]


def _unnested(column: Sequence[exp.Alias]) -> Expression:
    """Return a column of all instances as an array that is unnested beside the others."""
    values = exp.Array(expressions=[alias.this for alias in column])
    return e.named(exp.Explode(this=values), column[0].alias)


def _instances(
    relations: Iterable[Relation], figures: Callable[[Relation, str], Figures]
) -> list[Figures]:
    return [figures(relation, at) for relation in relations for at in range_named(relation.over)]


def _united(selects: Sequence[exp.Select]) -> exp.Query:
    """Return the selections one below the other."""

    def below(above: exp.Query, select: exp.Select) -> exp.Query:
        return exp.Union(this=above, expression=select, distinct=False)

    first: exp.Query = selects[0]
    return reduce(below, selects[1:], first)
