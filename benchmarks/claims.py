"""How fast prose is read: ``python benchmarks/claims.py``.

Processor time, medians; the prose differs from run to run, so nothing is remembered. Exits with 1
if a bound is missed.
"""

import re
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

import govdisclosure as gd
from govdisclosure.claims import stated_in

LENGTH = 3_000
PARAGRAPH = (
    "2024年，我局共收到政府信息公开申请35件，比上年增加12件，其中网络申请20件、信函申请15件；答复32件，予以公开12件，占37.5%，"
    "部分公开3件，不予公开3件，无法提供6件，不予处理3件，其他处理5件，结转下年度继续办理5件。因政府信息公开被申请行政复议2件，"
    "结果维持2件，未发生行政诉讼。"
)
PLAIN = (
    "做好主动公开，完善栏目设置，围绕供水保障等重点工作及时发布信息，回应群众关切，加强队伍培训。"
)
NUMBERS = re.compile(r"\d[\d,]*(?:件|份|宗|条|次)")

OUTCOMES = "requests.outcomes"
FORM = gd.AnnualReport.blank_form("2021", fill=0).replace(
    {
        "requests.received.total": 35,
        "requests.carried_in.total": 2,
        f"{OUTCOMES}.granted.total": 12,
        f"{OUTCOMES}.partially_granted.total": 3,
        f"{OUTCOMES}.denied.internal_affairs.total": 3,
        f"{OUTCOMES}.unavailable.not_held.total": 6,
        f"{OUTCOMES}.not_processed.petition.total": 3,
        f"{OUTCOMES}.closed_otherwise.other.total": 5,
        f"{OUTCOMES}.total.total": 32,
        "requests.carried_out.total": 5,
        "remedies.reconsideration.upheld": 2,
        "remedies.reconsideration.total": 2,
    }
)


def report(turn: int) -> gd.AnnualReport:
    """Return a report whose prose has LENGTH characters and states numbers that are right."""
    rest = (PLAIN * LENGTH)[: LENGTH - len(PARAGRAPH)]
    prose = gd.Prose(paragraphs=[f"{PARAGRAPH}{turn}", rest])
    return FORM.replace({"year": 2024, "overview": prose})


def milliseconds(run: Callable[[gd.AnnualReport], object], turns: int = 51) -> float:
    """Return the median processor time of a run on a report that it has not seen."""
    found = []
    for turn in range(turns):
        fresh = report(turn)
        start = process_time()
        run(fresh)
        found.append((process_time() - start) * 1e3)
    return median(found)


def main() -> int:
    """Measure, print, and judge."""
    prose = milliseconds(lambda r: NUMBERS.findall(r.overview.text if r.overview else ""))
    claims = milliseconds(stated_in)
    check = milliseconds(gd.check)
    print("| | median ms | bound | ratio to a plain search |\n|---|---:|---:|---:|")
    for name, found, bound in (("claims", claims, 2), ("all rules", check, 5)):
        kept = "" if found <= bound else " MISSED"
        print(f"| {name} | {found:.2f} | {bound}{kept} | {found / prose:.0f} |")
    return 0 if claims <= 2 and check <= 5 else 1


if __name__ == "__main__":
    sys.exit(main())
