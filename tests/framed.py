"""Many reports drawn quickly with a fixed seed, in frames, and what ``check`` says of each.

Blanks, absent rows and layouts of either edition stand in any of them; the year before's report is
there for most. Each report has a name of its own, by which the results are compared.
"""

import random
from decimal import Decimal
from functools import cache, cached_property

import attrs

import govdisclosure as gd
from govdisclosure.frames import to_frame
from govdisclosure.records.form import columns, parts

SEED = 8
PERIODS = (2019, 2024)


@attrs.frozen(slots=False)
class Sample:
    """Reports, those of the year before, and every instance: (name, rule, at, outcome, numbers)."""

    reports: tuple
    priors: tuple
    instances: frozenset

    @cached_property
    def own(self):
        """The reports as a polars frame."""
        return to_frame(self.reports)

    @cached_property
    def before(self):
        """The reports of the year before as a polars frame."""
        return to_frame(self.priors)


@attrs.frozen
class Habits:
    """How a report is filled in: the chances of what happens to it, and the greatest number."""

    blank: float = 0.0
    absent: float = 0.0
    mixed: float = 0.0
    wrong: float = 0.0
    largest: int = 30


HABITS = (
    Habits(),
    Habits(wrong=0.02),
    Habits(blank=0.05, wrong=0.01),
    Habits(blank=0.5, wrong=0.1, largest=2),
    Habits(blank=0.03, absent=0.04, mixed=0.3, wrong=0.02, largest=3),
    Habits(absent=0.3, mixed=0.5, blank=0.3, wrong=0.1, largest=1),
    Habits(blank=1.0),
    Habits(wrong=0.01, largest=10**12 // 200),
)


@cache
def sample(number, seed=SEED):
    """So many reports, the same for the same seed."""
    drawing = _Drawing(random.Random(seed))
    reports, priors, instances = [], [], set()
    for i in range(number):
        report, prior = drawing.pair(f"机关{i}", HABITS[i % len(HABITS)])
        reports.append(report)
        if prior is not None:
            priors.append(prior)
        instances.update(of_report(report, prior))
    return Sample(tuple(reports), tuple(priors), frozenset(instances))


def of_report(report, prior=None, profile=None):
    """Every instance within a report and with the year before, as ``check`` judges it."""
    name = report.agency.name
    review = gd.check(report, prior=prior, profile=profile)
    return [
        (name, i.rule, i.at, i.outcome.value, i.expected, i.actual, i.difference)
        for i in review.instances
        if i.rule != "rollup.cells"
    ]


@attrs.frozen
class _Drawing:
    chance: random.Random

    def pair(self, name, habits):
        year = self.chance.randint(*PERIODS)
        edition = gd.EDITIONS[year >= 2021].name
        if self.chance.random() < habits.mixed:
            edition = None
        report = self._report(edition, habits)
        prior = None
        if self.chance.random() < 0.7:
            prior = self._report(edition, habits)
            if not habits.mixed and not habits.absent:
                prior = _agreeing(prior, report)
            prior = _named(prior, name, year - 1)
        return _named(report, name, year), prior

    def _report(self, edition, habits):
        tables = {
            name: self._part(form, edition, habits) for name, form in parts(gd.AnnualReport).items()
        }
        return self._with_mistakes(gd.AnnualReport(**tables), habits)

    def _part(self, form, edition, habits):
        if self.chance.random() < habits.absent:
            return None
        layout = form.due.get(edition) if edition else self.chance.choice(form.layouts)
        if layout is None:
            return None
        values = {n: self._number(c.kind, habits) for n, c in columns(layout).items()}
        below = {n: self._part(f, edition, habits) for n, f in parts(layout).items()}
        if layout in (gd.ByApplicant, gd.ByResult) and None not in values.values():
            values["total"] = sum(n for name, n in values.items() if name != "total")
        if layout is gd.Outcomes:
            below["total"] = _added(below) or below["total"]
        if layout is gd.Requests and None not in (below["received"], below["outcomes"]):
            below["received"] = _balanced(below)
        return layout(**values, **below)

    def _number(self, kind, habits):
        if self.chance.random() < habits.blank:
            return None
        number = self.chance.randint(0, habits.largest)
        if kind is gd.Kind.AMOUNT:
            return Decimal(number).scaleb(-self.chance.randint(0, 6))
        return number - 1 if kind is gd.Kind.CHANGE else number

    def _with_mistakes(self, report, habits):
        if not habits.wrong:
            return report
        changes = {
            address: value + 1
            for address, value in report.cells()
            if value is not None and self.chance.random() < habits.wrong
        }
        return report.replace(changes) if self.chance.random() < 0.6 else report


def _rows_below(record):
    if isinstance(record, gd.ByApplicant):
        return [record]
    if record is None:
        return []
    return [row for name in parts(type(record)) for row in _rows_below(getattr(record, name))]


def _added(below):
    """The total of the outcomes, column by column; None where a cell is blank."""
    rows = [r for name, part in below.items() if name != "total" for r in _rows_below(part)]
    sums = {c: [getattr(row, c) for row in rows] for c in columns(gd.ByApplicant)}
    if any(None in numbers for numbers in sums.values()):
        return None
    return gd.ByApplicant(**{column: sum(numbers) for column, numbers in sums.items()})


def _balanced(below):
    """What was received, so that the balance holds where it can."""
    total, left, before = below["outcomes"].total, below["carried_out"], below["carried_in"]
    if None in (total, left, before):
        return below["received"]
    found = {}
    for column in columns(gd.ByApplicant):
        numbers = [getattr(row, column) for row in (total, left, before)]
        if None in numbers or numbers[0] + numbers[1] < numbers[2]:
            return below["received"]
        found[column] = numbers[0] + numbers[1] - numbers[2]
    return gd.ByApplicant(**found)


def _agreeing(prior, report):
    if prior.requests is None or report.requests is None:
        return prior
    requests = attrs.evolve(prior.requests, carried_out=report.requests.carried_in)
    return attrs.evolve(prior, requests=requests)


def _named(report, name, year):
    scope = gd.Scope.OWN if len(name) % 2 else None
    return attrs.evolve(report, agency=gd.Agency(name=name), year=year, scope=scope)
