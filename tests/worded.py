"""Reports in words, for tests: one in which the rules on words find nothing, and its variants."""

import attrs
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import bodies as invented
from govdisclosure.strategies import wordings

YEAR = 2023
GOVERNMENT = gd.Agency(name="云溪县人民政府", kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.COUNTY)
DEPARTMENT = gd.Agency(name="云溪县商务局", kind=gd.AgencyKind.DEPARTMENT, level=gd.Level.COUNTY)
TOWNSHIP = gd.Agency(name="云溪县青石镇", kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.TOWNSHIP)
SECTIONS = ("overview", "problems", "other_matters")

OVERVIEW = tuple(text.format(year=YEAR, before=YEAR - 1) for text in wordings.OVERVIEW)
PROBLEMS = wordings.PROBLEMS
OTHER = tuple(text.format(year=YEAR) for text in wordings.NO_FEES)


def prose(*paragraphs, heading=None):
    """A section in words."""
    return gd.Prose(heading=heading, paragraphs=paragraphs)


def report(edition="2021", **changes):
    """A complete report, all zeros, in which the rules on words and days find nothing."""
    name = changes.get("agency", DEPARTMENT).name
    about = {
        "year": YEAR,
        "title": f"{name}2023年政府信息公开工作年度报告",
        "agency": DEPARTMENT,
        "overview": prose(*OVERVIEW, heading="一、总体情况"),
        "problems": prose(*PROBLEMS, heading="五、存在的主要问题及改进情况"),
        "other_matters": prose(*OTHER, heading="六、其他需要报告的事项"),
    }
    return gd.AnnualReport.blank_form(edition, fill=0).replace(about | changes)


def with_text(text, section="overview"):
    """The report with a further paragraph at the end of a section."""
    whole = report()
    before = getattr(whole, section)
    added = attrs.evolve(before, paragraphs=(*before.paragraphs, text))
    return whole.replace({section: added})


def found(rule, of, **others):
    """What a rule finds in a report."""
    return [finding for finding in gd.check(of, **others).findings if finding.rule == rule]


def why_skipped(rule, of, **others):
    """Why a rule was not applied to a report, None if it was."""
    reasons = {s.rule: s.reason for s in gd.check(of, **others).skipped}
    return reasons.get(rule)


def written(of):
    """The report as a text document, read."""
    return gd.read(gd.write(of, "text"))


PLACES = st.sampled_from(invented.PLACES)
OFFICES = st.sampled_from(["商务局", "教育局", "卫生健康委员会", "交通运输局", "医疗保障局"])
COUNTIES = st.sampled_from("县区市")


@st.composite
def bodies(draw):
    """A body: a county's office, its government or a township."""
    county = draw(PLACES) + draw(COUNTIES)
    return draw(
        st.one_of(
            OFFICES.map(lambda office: county + office),
            st.just(county + "人民政府"),
            PLACES.map(lambda place: f"{county}{place}镇"),
        )
    )


YEARS = st.integers(2021, 2030)
FILLERS = st.sampled_from(
    [
        "集市改造的进度每周公开一次。",
        "补贴名单张贴在村口，电话咨询由大厅转接。",
        "审核由两人完成，撤下的文件留有记录。",
        "灌溉用水的价格听证请了十二位村民。",
    ]
)


@st.composite
def among(draw, text):
    """A paragraph with a text somewhere in it."""
    before, after = (draw(st.lists(FILLERS, max_size=2)) for _ in range(2))
    return "".join([*before, text, *after])


def everywhere(of):
    """All that a check prints of a report's words: messages, places and reasons, as one text."""
    review = gd.check(of)
    parts = [(f.message, [place.text for place in f.places]) for f in review.findings]
    return repr((parts, review.skipped))
