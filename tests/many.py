"""Files of many reports, drawn with a fixed seed: right, broken, blank, of both editions."""

import random

import govdisclosure as gd
from families import CELLS, FORMS

BODIES = ("示例市甲局", "示例市乙局", "示例县丙镇")
LEVELS = (gd.Level.CITY, gd.Level.COUNTY, None)


def some_reports(number, *, seed=1):
    """So many reports; of every four one is right, the others have a few cells wrong or blank."""
    chance = random.Random(seed)
    return [_report(chance, i) for i in range(number)]


def _report(chance, i):
    year = chance.choice((2019, 2020, 2021, 2022, 2023))
    edition = "2019" if year < 2021 else "2021"
    name = f"{chance.choice(BODIES)}{i}"
    report = FORMS[edition, chance.choice((0, None)) if i % 4 else 0].replace(
        {"year": year, "agency.name": name, "agency.level": chance.choice(LEVELS)}
    )
    changes = {}
    for address in chance.sample(CELLS, chance.randrange(6) if i % 4 else 0):
        if "amount" not in address:
            changes[address] = chance.choice((None, 1, 7))
    return report.replace({a: v for a, v in changes.items() if report.get(a) is not None})


def lines_of(reports):
    """The reports as lines of JSON."""
    return [gd.dumps(report).encode() + b"\n" for report in reports]
