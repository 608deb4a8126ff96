"""check(): every rule on one report, and what it comes to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import localcontext
from functools import cache, lru_cache

import attrs

from ..duplicates import Copy
from ..editions import edition_due
from ..findings import Finding, Instance, Outcome, as_sum
from ..profiles import NATIONAL, Profile
from ..reading import Reading
from ..records import AnnualReport, cells
from ..records.bridging import why_not_before
from ..rules import RELATIONS, RULES
from ..rules.vocabulary import RecordRule, ShapeRule, Subject, range_named
from ..wording import Wording
from .evaluator import Evaluator, Plan
from .judging import EXACT
from .members import Members, member_instances, open_member_instances, why_not
from .review import Lacking, Review

__all__ = ["Review", "check"]

_WITHIN = Evaluator(tuple(r for r in RELATIONS if not r.needs_prior and not r.needs_members))
_WITH_PRIOR = Evaluator(tuple(r for r in RELATIONS if not r.needs_members))
_WITH_MEMBERS = tuple(r for r in RELATIONS if r.needs_members)
_RECORD_RULES = tuple(rule for rule in RULES if isinstance(rule, RecordRule))
_SHAPE_RULES = tuple(rule for rule in RULES if isinstance(rule, ShapeRule))
_OF_RECORDS = tuple(rule for rule in _RECORD_RULES if not rule.of_reading)
_WITHOUT_BLANKS = tuple(rule for rule in _OF_RECORDS if not rule.only_with_blanks)
_OF_NUMBERS = tuple(rule for rule in _OF_RECORDS if not rule.of_words)
_OF_FULL_NUMBERS = tuple(rule for rule in _WITHOUT_BLANKS if not rule.of_words)


def check(
    report: AnnualReport | Reading,
    *,
    prior: AnnualReport | Reading | None = None,
    members: Sequence[AnnualReport | Reading | None] | None = None,
    profile: Profile | None = None,
    copies: Sequence[Copy] | None = None,
) -> Review:
    """Check a report against every rule of the form.

    *prior* is the same body's report of the year before, of the same scope; *members* are the
    reports of a consolidated report's members, None for a member that did not report; *profile*
    is what is asked for locally; *copies* are the other bodies' reports with nearly the same prose
    (``copies_by_report``), None where it was compared with none. A reading adds the places of the
    cells to the findings, and what could not be read.

    Raises:
        TypeError: something else than reports or readings was given.
    """
    reading = report if isinstance(report, Reading) else None
    record = _record("report", report)
    before = None if prior is None else _record("prior", prior)
    unusable = _unusable(record, before)
    if unusable is not None:
        before = None
    plan, leftovers = (_WITHIN if before is None else _WITH_PRIOR).evaluate(record, before)
    summed = None if members is None else _plain(members)
    findings = [*_of_shape(plan, record.year)]
    if reading is not None:
        rules = _RECORD_RULES
    elif _has_words(record):
        rules = _WITHOUT_BLANKS if leftovers is None else _OF_RECORDS
    else:
        rules = _OF_FULL_NUMBERS if leftovers is None else _OF_NUMBERS
    blanks = () if leftovers is None else plan.blanks(leftovers)
    subject = Subject(record, blanks, reading, before, profile or NATIONAL, copies, unusable)
    findings += _of_record(rules, subject)
    if leftovers is not None:
        findings += _broken(plan.judged(leftovers))
    if summed:
        findings += _broken(open_member_instances(_WITH_MEMBERS, record, summed))
    if findings:
        findings.sort(key=_position)
        if reading is not None:
            findings = [_placed(finding, reading) for finding in findings]

    def every() -> Iterator[Instance]:
        yield from _WITH_PRIOR.instances(record, before)
        yield from member_instances(_WITH_MEMBERS, record, summed)

    def lacking() -> Lacking:
        return (
            _NO_DOCUMENT if reading is None else None,
            _no_edition(record.year),
            unusable,
            why_not(record, summed),
            {rule.id: _why_not(rule, subject) for rule in _RECORD_RULES},
        )

    return Review(tuple(findings), lacking, every)


def _has_words(record: AnnualReport) -> bool:
    words = (record.title, record.overview, record.problems, record.other_matters)
    return any(found is not None for found in words)


def _of_record(rules: Iterable[RecordRule], subject: Subject) -> Iterator[Finding]:
    for rule in rules:
        if _why_not(rule, subject) is None:
            yield from rule.find(rule, subject)


def _why_not(rule: RecordRule, subject: Subject) -> Wording | None:
    """Return why a rule is not applied to a subject, None if it is."""
    if rule.off_by_default and rule.id not in subject.profile.on:
        return _OFF
    return None if rule.why_not is None else rule.why_not(subject)


_OFF = Wording("默认不检查，可由配置文件开启", "off unless a profile turns it on")


def _record(name: str, value: object) -> AnnualReport:
    record = value.report if isinstance(value, Reading) else value
    if not isinstance(record, AnnualReport):
        kind = type(value).__name__
        raise TypeError(f"check({name}=): an AnnualReport or a Reading is wanted, not {kind}")
    return record


def _plain(members: Sequence[AnnualReport | Reading | None]) -> Members:
    if isinstance(members, (AnnualReport, Reading)):
        raise TypeError("check(members=): a sequence of reports is wanted, not a single one")
    return [None if member is None else _record("members", member) for member in members]


_NO_PRIOR = Wording("没有提供上年报告", "no report of the year before was given")


def _unusable(report: AnnualReport, prior: AnnualReport | None) -> Wording | None:
    """Return why there is no report of the year before to compare with, None if there is."""
    return _NO_PRIOR if prior is None else why_not_before(report, prior)


_NO_DOCUMENT = Wording("检查的是记录而不是文件", "a record was checked, not a document")
_NO_YEAR = Wording("报告年度不明", "the report's year is not known")


@lru_cache(maxsize=64)
def _no_edition(year: int | None) -> Wording | None:
    """Return why no edition of the form is known to be due, None if one is."""
    if year is None:
        return _NO_YEAR
    if edition_due(year) is None:
        return Wording(
            f"没有适用于{year}年度的格式版本", f"no edition of the form is known for {year}"
        )
    return None


@lru_cache(maxsize=256)
def _of_shape(plan: Plan, year: int | None) -> tuple[Finding, ...]:
    return tuple(f for rule in _SHAPE_RULES for f in rule.find(rule, plan.shape, year))


def _broken(instances: Iterable[Instance]) -> Iterator[Finding]:
    return (_finding(i) for i in instances if i.outcome is Outcome.BROKEN)


def _finding(instance: Instance) -> Finding:
    relation = next(r for r in RELATIONS if r.id == instance.rule)
    difference = instance.difference or 0
    with localcontext(EXACT):
        size = abs(difference)
    return Finding(
        rule=relation.id,
        at=instance.at,
        severity=relation.severity,
        cells=instance.cells,
        message=relation.message.fill(
            at=range_named(relation.over)[instance.at],
            expected=instance.expected,
            actual=instance.actual,
            difference=size,
            expected_sum=as_sum(f for f in instance.figures if not f.stated),
            actual_sum=as_sum(f for f in instance.figures if f.stated),
        ),
        basis=str(relation.basis),
        expected=instance.expected,
        actual=instance.actual,
        difference=difference,
    )


@cache
def _order() -> tuple[Mapping[str, int], Mapping[str, int]]:
    return (
        {cell.address: i for i, cell in enumerate(cells())},
        {rule.id: i for i, rule in enumerate(RULES)},
    )


def _position(finding: Finding) -> tuple[int, int]:
    """The order of findings: by the cell that is judged, in the form's order, then by rule."""
    in_form, in_rules = _order()
    judged = finding.cells[0 if finding.difference is None else -1] if finding.cells else ""
    return in_form.get(judged, -1), in_rules[finding.rule]


def _placed(finding: Finding, reading: Reading) -> Finding:
    places = reading.places
    found = (attrs.evolve(places[cell], cell=cell) for cell in finding.cells if cell in places)
    return attrs.evolve(finding, places=(*finding.places, *found))
