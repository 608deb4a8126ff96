"""How fast the rules on words are: ``python benchmarks/words.py``.

One report with its prose is checked whole, and without its prose; the difference is what the rules
on words take. Then the copies among a thousand reports are looked for, where a fifth copy another,
and where all do. Exits with 1 if a bound is missed.
"""

import random
import sys
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

import attrs

import govdisclosure as gd
from check import valid_report

TURNS = 41
REPORTS = 1_000
PHRASES = (
    *("政府信息公开", "政务公开", "主动公开", "依申请公开", "门户网站", "政务新媒体", "公开平台"),
    *("进一步规范", "信息公开工作", "人民群众", "监督保障", "及时准确", "审核发布", "保密审查"),
    *("业务培训", "政策解读", "回应关切", "社会评议", "责任追究", "公开目录", "还需加强"),
)
"""What all reports say again and again."""
CHARACTERS = (
    "山水田林湖草沙村镇街路桥井渠坝塘圩市集店铺摊位仓库码头车站学校医院食堂宿舍礼堂广场公园球馆书屋果园"
    "茶厂油坊米行布庄药房邮局税所法庭派出粮补贴款金额表册单据印章档案账目名录图样地界房屋土墙瓦灯杆管线"
)


LAST_DAY = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"


@attrs.frozen
class Measured:
    """What was measured, its seconds, and how many are allowed."""

    name: str
    seconds: float
    most: float


def words(chance: random.Random, sentences: int) -> str:
    """Return so many sentences, put together by chance: a third of it what all reports say."""
    parts = []
    for _ in range(sentences):
        own = "".join(chance.choices(CHARACTERS, k=12))
        parts.append(f"{own[:6]}{chance.choice(PHRASES)}{own[6:]}。")
    return "".join(parts)


def worded(chance: random.Random, number: int) -> gd.AnnualReport:
    """Return a report with about 1,800 characters of prose."""
    name = f"云溪县第{number}镇"
    return valid_report().replace(
        {
            "title": f"{name}2023年政府信息公开工作年度报告",
            "agency": gd.Agency(name=name, kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.TOWNSHIP),
            "overview": gd.Prose(paragraphs=(LAST_DAY, *(words(chance, 10) for _ in range(6)))),
            "problems": gd.Prose(paragraphs=(words(chance, 10), words(chance, 10))),
            "other_matters": gd.Prose(paragraphs=("2023年没有收取信息处理费。",)),
        }
    )


def one_report(report: gd.AnnualReport) -> Measured:
    """Measure what the rules on words add to the check of one report."""
    bare = report.replace(dict.fromkeys(("title", "overview", "problems", "other_matters")))
    whole = _median(lambda: gd.check(report))
    return Measured("rules on words, one report", whole - _median(lambda: gd.check(bare)), 3e-3)


def copied(reports: Sequence[gd.AnnualReport], share: float) -> list[gd.AnnualReport]:
    """Return the reports, of which a share has the words of the first, but for one sentence."""
    chance = random.Random(2)  # noqa: S311  # the same texts in every run
    first = reports[0]
    return [
        report.replace(
            {
                "overview": attrs.evolve(
                    first.overview,
                    paragraphs=(*first.overview.paragraphs, words(chance, 1)),
                )
            }
        )
        if i < share * len(reports) and first.overview is not None
        else report
        for i, report in enumerate(reports)
    ]


def many(reports: Sequence[gd.AnnualReport], share: float) -> Measured:
    """Measure how long the search for copies takes."""
    given = copied(reports, share)
    start = perf_counter()
    found = gd.duplicates(given)
    taken = perf_counter() - start
    return Measured(f"{len(given)} reports, {share:.0%} copies: {len(found)} pairs", taken, 10)


def _median(run: Callable[[], object]) -> float:
    run()
    times = []
    for _ in range(TURNS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)


def main() -> int:
    """Measure, print, and judge."""
    chance = random.Random(1)  # noqa: S311  # the same texts in every run
    reports = [worded(chance, number) for number in range(REPORTS)]
    measured = [one_report(reports[0]), *(many(reports, share) for share in (0, 0.2, 1))]
    print("| | measured | at most | |\n|---|---:|---:|---|")
    for one in measured:
        missed = "" if one.seconds <= one.most else "MISSED"
        print(f"| {one.name} | {one.seconds:.4f} s | {one.most:g} s | {missed} |")
    return 0 if all(one.seconds <= one.most for one in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
