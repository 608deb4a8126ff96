"""Reviews that the tests of all formats show: right, wrong, waived, hostile and unreadable ones."""

import attrs

import govdisclosure as gd
from govdisclosure.reading import Place, Reading, Reason, Unplaced
from hostile import HOSTILE
from running import BLANKS, GOOD, WRONG

WAIVED = gd.Wording("已在报告第六部分说明", "said in section six of the report")
UNREAD = gd.Reviewed(source="missing.txt", error=gd.Wording("文件不存在", "there is no such file"))


def reviewed(source, subject, **options):
    """A document with its review."""
    review = gd.check(subject, **options)
    return gd.Reviewed(source=str(source), subject=subject, review=review)


def of_file(path):
    """A sample, read and checked."""
    return reviewed(path.name, gd.read(path))


def waiving(entry, rule):
    """The same with the findings of a rule waived."""
    findings = tuple(
        attrs.evolve(finding, waived=WAIVED) if finding.rule == rule else finding
        for finding in entry.review.findings
    )
    return attrs.evolve(entry, review=attrs.evolve(entry.review, findings=findings))


def hostile():
    """A document in which every text is hostile, also that of a finding, and its name."""
    everything = " ".join(HOSTILE)
    report = gd.AnnualReport.blank_form("2021", fill=None).replace(
        {
            "year": 2023,
            "title": everything,
            "agency.name": HOSTILE[5],
            "agency.code": HOSTILE[1],
            "overview": gd.Prose(heading=everything, paragraphs=HOSTILE),
        }
    )
    unplaced = tuple(
        Unplaced(
            place=Place(text=text, line=number),
            reason=Reason.NOT_A_NUMBER,
            cell="requests.received.total",
        )
        for number, text in enumerate(HOSTILE, 1)
    )
    entry = reviewed(everything, Reading(report=report, unplaced=unplaced))
    return attrs.evolve(entry, source=HOSTILE[1])


def everything():
    """Every kind of document at once: wrong, blank, right, hostile, not readable."""
    wrong = waiving(of_file(WRONG), "remedies.total")
    return [wrong, of_file(BLANKS), of_file(GOOD), hostile(), UNREAD]
