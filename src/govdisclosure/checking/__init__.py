"""check(): every rule on one report, and what it comes to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from ..duplicates import Copy
from ..findings import Finding, Instance, Skipped
from ..profiles import NATIONAL, Profile
from ..reading import Reading
from ..records import AnnualReport
from ..records.bridging import why_not_before
from ..rosters import Roster
from ..rules.form import as_read
from ..rules.vocabulary import NO_PRIOR, RecordRule, ShapeRule, Subject
from ..waivers import Waiver
from ..wording import Wording
from .broken import broken_among
from .evaluator import Plan
from .members import Members, member_instances, open_member_instances
from .membership import members_of
from .ordering import in_order
from .review import Review
from .ruleset import Ruleset, ruleset
from .skipping import skipped
from .waiving import NO_WAIVERS, waive

__all__ = ["Review", "check"]


def check(  # noqa: PLR0913  # one parameter a document that a report is held against
    report: AnnualReport | Reading,
    *,
    prior: AnnualReport | Reading | None = None,
    members: Sequence[AnnualReport | Reading | None] | None = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
    copies: Sequence[Copy] | None = None,
    waivers: Sequence[Waiver] = (),
    today: date | None = None,
    source: str | None = None,
) -> Review:
    """Check a report against every rule of the form.

    *prior* is the same body's report of the year before, of the same scope; *members* are the
    reports of a consolidated report's members, None for a member that did not report. With a
    *roster*, the members are those that it names: their reports are found among those given, by
    code or else name, scope and year, and a body without one is a member that did not report. What
    cannot be compared (a report of another body, scope or year) is not, and the review says so
    among the rules skipped.

    *profile* is what is asked for locally, *copies* are the other bodies' reports with nearly the
    same prose (``copies_by_report``), None where it was compared with none. *waivers* are findings
    that are accepted; *today* is the day that their ends are held against (without it, a waiver
    that has an end waives nothing), *source* the document's name, which a waiver may name. A
    reading adds the places of the cells to the findings, and what could not be read.

    Raises:
        TypeError: something else than reports or readings was given.
        InvalidProfile: the profile names a rule that does not exist.
    """
    reading = report if isinstance(report, Reading) else None
    record = _record("report", report)
    rules = ruleset(profile or NATIONAL)
    before = None if prior is None else _record("prior", prior)
    no_prior = NO_PRIOR if before is None else why_not_before(record, before)
    if no_prior is not None:
        before = None
    joined = members_of(record, None if members is None else _plain(members), roster)
    plan, leftovers = (rules.within if before is None else rules.with_prior).evaluate(
        record, before
    )
    subject = Subject(
        report=record,
        blanks=() if leftovers is None else plan.blanks(leftovers),
        reading=reading,
        prior=before,
        no_prior=no_prior or NO_PRIOR,
        profile=profile or NATIONAL,
        copies=copies,
        coverage=joined.coverage,
    )
    findings = [*_of_shape(rules.on_shapes, plan, record.year)]
    if reading is not None and reading.unplaced:
        findings = [as_read(finding, reading) for finding in findings]
    findings += _of_record(_asked(rules, subject, full=leftovers is None), subject)
    if leftovers is not None:
        findings += broken_among(rules, plan.unmended(*leftovers[:2]))
    if not isinstance(joined.reports, Wording):
        findings += broken_among(rules, _open(rules, record, joined.reports))
    if findings:
        findings = in_order(rules, findings, reading, subject.profile)
    judged, unused = tuple(findings), NO_WAIVERS
    if waivers:
        judged, unused = waive(findings, waivers, record, today=today, source=source)

    def every() -> Iterator[Instance]:
        yield from rules.with_prior.instances(record, before)
        for relation in rules.with_members:
            reports = rules.off.get(relation.id) or joined.reports
            yield from member_instances([relation], record, reports)

    def not_applied() -> Iterator[Skipped]:
        return skipped(rules, subject, joined)

    return Review(judged, not_applied, every, subject.profile, unused)


def _asked(rules: Ruleset, subject: Subject, *, full: bool) -> tuple[RecordRule, ...]:
    if subject.reading is not None:
        return rules.on_readings
    if _has_words(subject.report):
        return rules.on_full_records if full else rules.on_records
    return rules.on_full_numbers if full else rules.on_numbers


def _has_words(record: AnnualReport) -> bool:
    words = (record.title, record.overview, record.problems, record.other_matters)
    return any(found is not None for found in words)


def _of_record(rules: Iterable[RecordRule], subject: Subject) -> Iterator[Finding]:
    for rule in rules:
        if rule.why_not is None or rule.why_not(subject) is None:
            yield from rule.find(rule, subject)


def _open(rules: Ruleset, report: AnnualReport, members: Members) -> Iterator[Instance]:
    applied = [relation for relation in rules.with_members if relation.id not in rules.off]
    return open_member_instances(applied, report, members)


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


@lru_cache(maxsize=256)
def _of_shape(rules: tuple[ShapeRule, ...], plan: Plan, year: int | None) -> tuple[Finding, ...]:
    return tuple(f for rule in rules for f in rule.find(rule, plan.shape, year))
