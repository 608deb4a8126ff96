"""The page of reviews: the report's own tables, marks on the right cells, links both ways."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.reading import Heading, Place, Reading
from govdisclosure.reviews.html.notes import notes_of
from govdisclosure.rules import RELATIONS
from govdisclosure.rules.vocabulary import instance_cells
from govdisclosure.strategies import any_reports
from govdisclosure.writers.characters import writable
from govdisclosure.writers.words import number
from hostile import HOSTILE, shown
from pages import Node, parsed
from reviewed import UNREAD, WAIVED, everything, hostile, of_file, reviewed, waiving
from running import BLANKS, GOOD, WRONG

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def page_of(*entries, **settings):
    return parsed(gd.write_review(entries, "html", gd.Settings(**settings)))


def classes(node):
    return node.attributes.get("class", "").split()


def with_class(page, name):
    return [node for node in page.elements() if name in classes(node)]


def identities(page):
    return {e.attributes["id"]: e for e in page.elements() if "id" in e.attributes}


def cells(page):
    return {e.attributes["data-cell"]: e for e in page.find("td") if "data-cell" in e.attributes}


def links(node):
    return [a.attributes["href"].removeprefix("#") for a in node.find("a")]


def figure(cell):
    """What the cell states, without the numbers of notes."""
    return "".join(child for child in cell.children if isinstance(child, str))


@given(any_reports(), st.sampled_from(["zh", "en"]))
def test_the_tables_are_those_of_the_report(report, language):
    found = cells(page_of(reviewed("a.json", report), language=language))
    assert {a: figure(cell) for a, cell in found.items()} == {
        address: number(value) for address, value in report.cells()
    }


@given(any_reports())
def test_marked_are_the_cells_that_are_wrong_and_no_others(report):
    """Of a relation the stated side, of another rule all of its cells, as far as they are there."""
    entry = reviewed("a.json", report)
    found = cells(page_of(entry))
    wrong = set()
    for finding in entry.review.findings:
        relation = next((r for r in RELATIONS if r.id == finding.rule), None)
        if relation is None:
            wrong |= set(finding.cells)
        else:
            stated = {c for term in relation.stated for c in instance_cells(term, finding.at)}
            wrong |= stated & set(finding.cells)
    marked = {address for address, cell in found.items() if "marked" in classes(cell)}
    assert marked == wrong & set(found)


@given(any_reports(), st.sampled_from(["zh", "en"]))
def test_every_link_leads_to_something_and_no_two_things_have_one_identity(report, language):
    page = page_of(reviewed("a.json", report), UNREAD, reviewed("b", report), language=language)
    found = [e.attributes["id"] for e in page.elements() if "id" in e.attributes]
    assert len(found) == len(set(found))
    assert set(links(page)) <= set(found)
    for element in page.elements():
        for name in ("headers", "aria-labelledby", "aria-describedby"):
            assert set(element.attributes.get(name, "").split()) <= set(found)


@given(any_reports())
def test_a_cell_links_to_its_notes_and_they_link_back(report):
    page = page_of(reviewed("a.json", report))
    every = identities(page)
    for cell in with_class(page, "marked"):
        for target in links(cell):
            assert "message" in [c for node in every[target].elements() for c in classes(node)]
            assert cell.attributes["aria-describedby"].split() == links(cell)
    for notes in with_class(page, "notes"):
        for note in notes.find("li"):
            for target in links(note):
                assert note.attributes["id"] in links(every[target])


@given(any_reports())
def test_every_finding_has_a_note_with_its_message(report):
    entry = reviewed("a.json", report)
    for language in ("zh", "en"):
        page = page_of(entry, language=language)
        said = [node.text for node in with_class(page, "message")]
        found = [writable(getattr(f.message, language)) for f in entry.review.findings]
        assert sorted(said) == sorted(found)


def test_the_worst_come_first_and_the_waived_last():
    entry = waiving(of_file(WRONG), "requests.row_total")
    report = entry.report.replace({"requests.carried_in.enterprise": None})
    entry = waiving(reviewed("a.json", report), "requests.row_total")
    kinds = [note.finding.severity for note in notes_of(entry) if note.finding.waived is None]
    assert kinds == sorted(kinds, key=list(gd.Severity).index)
    last = notes_of(entry)[-1]
    assert last.finding.rule == "requests.row_total"
    page = page_of(entry)
    assert WAIVED.en in identities(page)[f"r1-note-{last.number}"].text
    cell = cells(page)["requests.outcomes.granted.total"]
    assert "waived" in classes(cell)


def test_cells_that_a_wrong_one_depends_on_are_shown():
    page = page_of(of_file(WRONG))
    upheld = cells(page)["remedies.reconsideration.upheld"]
    assert classes(upheld) == ["involved"]
    assert links(upheld) == []


def test_repeats_of_a_rule_are_explained_once():
    report = gd.read(GOOD).report
    rows = ("received", "carried_in", "carried_out", "outcomes.granted")
    wrong = report.replace({f"requests.{row}.total": 90 for row in rows})
    text = page_of(reviewed("a.json", wrong)).text
    mend = next(rule.mend for rule in gd.RULES if rule.id == "requests.row_total")
    assert text.count(mend.en) == 1


@LANGUAGES
def test_what_is_not_known_is_said(language):
    entry = of_file(BLANKS)
    page = page_of(entry, language=language)
    every = identities(page)
    (skipped,) = [
        e for e in page.find("section") if e.attributes.get("aria-labelledby") == "r1-skipped"
    ]
    for rule in entry.review.skipped:
        assert rule.rule in skipped.text
        assert getattr(rule.reason, language) in skipped.text
    (opened,) = [
        e for e in page.find("section") if e.attributes.get("aria-labelledby") == "r1-open"
    ]
    assert len(opened.find("li")) == len(entry.review.undetermined)
    for item, instance in zip(opened.find("li"), entry.review.undetermined, strict=True):
        assert [every[t].attributes["data-cell"] for t in links(item)] == list(instance.blanks)
        assert str(instance.needed[0].value) in item.text


def test_what_found_no_place_is_listed():
    page = page_of(hostile())
    (section,) = [
        e for e in page.find("section") if e.attributes.get("aria-labelledby") == "r1-unplaced"
    ]
    assert len(section.find("li")) == len(HOSTILE)
    assert "line 3, “]]></td></tr></table></main><h1>out</h1><!-- ”" in section.text


def test_a_finding_about_a_paragraph_is_marked_there():
    """A finding whose place is in a paragraph stands beside that section, with links both ways."""
    report = gd.read(GOOD).report
    paragraphs = report.overview.paragraphs
    prose = {
        f"overview.paragraphs[{i}]": Place(text=text, line=10 + i)
        for i, text in enumerate(paragraphs)
    }
    reading = Reading(
        report=report,
        prose=prose,
        headings=(Heading(section="overview", place=Place(text="一、总体情况", line=9)),),
    )
    entry = reviewed("a.txt", reading)
    finding = gd.Finding(
        rule="form.missing",
        at="overview",
        severity=gd.Severity.ERROR,
        cells=(),
        message=gd.Wording("第二段有误", "the second paragraph is wrong"),
        basis="",
        places=(Place(text=paragraphs[1][:5], line=11),),
    )
    entry = attrs.evolve(entry, review=attrs.evolve(entry.review, findings=(finding,)))
    page = page_of(entry)
    (paragraph,) = with_class(page, "marked")
    assert paragraph.own_text == paragraphs[1]
    assert links(paragraph) == ["r1-note-1"]
    assert links(identities(page)["r1-note-1"]) == [paragraph.attributes["id"]]
    (section,) = [s for s in page.find("section") if paragraph in s.find("p")]
    assert with_class(section, "notes")


def test_a_finding_about_no_part_of_the_page_stands_before_the_sections():
    report = gd.read(GOOD).report.replace({"remedies": None})
    page = page_of(reviewed("a.json", report))
    (article,) = page.find("article")
    children = [child for child in article.children if isinstance(child, Node)]
    kinds = [classes(child) for child in children]
    assert kinds.index(["notes"]) < kinds.index(["report"])


# ---------------------------------------------------------------- several reports


def test_several_reports_have_an_index():
    entries = everything()
    page = page_of(*entries)
    (nav,) = page.find("nav")
    rows = nav.find("tbody")[0].find("tr")
    assert [links(row) for row in rows] == [[f"r{i}"] for i in range(1, len(entries) + 1)]
    assert [cell.text for cell in rows[0].find("td")] == ["2", "0", "0", "1"]
    assert rows[-1].find("td")[0].text == "not readable"
    assert len(page.find("article")) == len(entries)
    assert "there is no such file" in page.find("article")[-1].text


def test_one_report_has_no_index():
    assert page_of(of_file(GOOD)).find("nav") == []
    assert page_of(of_file(GOOD)).find("h1")[0].text == "Check of a report"


@LANGUAGES
def test_headings_are_in_order(language):
    """One title, a heading a report, below it those of its parts: no level is left out."""
    page = page_of(*everything(), language=language)
    levels = [int(e.name[1]) for e in page.elements() if re.fullmatch(r"h\d", e.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(2) == len(everything())
    assert set(levels) == {1, 2, 3}
    (html,) = page.find("html")
    assert html.attributes["lang"] == {"zh": "zh-CN", "en": "en"}[language]


# ---------------------------------------------------------------- hostile text


@LANGUAGES
def test_the_page_loads_and_runs_nothing(language):
    page = page_of(*everything(), language=language)
    names = {element.name for element in page.elements()}
    assert not names & {"script", "img", "link", "iframe", "object", "svg", "form", "base", "video"}
    for element in page.elements():
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.attributes.get("href", "#").startswith("#")
        assert "src" not in element.attributes
        assert "style" not in element.attributes
    (style,) = page.find("style")
    assert not re.search(r"url\(|@import|expression", style.text)
    policy = next(m.attributes["content"] for m in page.find("meta") if "content" in m.attributes)
    assert policy.startswith("default-src 'none'")


def test_hostile_text_is_shown_as_it_is():
    page = page_of(hostile())
    (article,) = page.find("article")
    said = [paragraph.text for paragraph in article.find("p")]
    for text in HOSTILE:
        assert shown(text) in said
    messages = "\n".join(node.text for node in with_class(page, "message"))
    assert shown(HOSTILE[0]) in messages


@LANGUAGES
def test_the_cells_that_are_likely_wrong_stand_beside_what_is_broken(language):
    """With what they should hold; three sets of cells at most, and how many there are besides."""
    entry = of_file(WRONG)
    page = page_of(attrs.evolve(entry, corrections=gd.suggest(entry.subject)), language=language)
    said = [node.text for node in page.find("li") if "notes" not in classes(node)]
    for correction in gd.suggest(entry.subject)[:1]:
        why = getattr(correction.why, language)
        assert any(why in text for text in said), why
    assert not [n for n in page_of(entry, language=language).find("li") if "→" in n.text]


@LANGUAGES
def test_what_mends_several_findings_is_said_once_and_the_others_lead_there(language):
    entry = of_file(WRONG)
    corrections = gd.suggest(entry.subject)
    page = page_of(attrs.evolve(entry, corrections=corrections), language=language)
    first, second = (i.rule for i in corrections[0].mends)
    why = getattr(corrections[0].why, language)
    notes = {note.finding.rule: note for note in notes_of(entry)}
    items = {rule: identities(page)[f"r1-note-{note.number}"] for rule, note in notes.items()}
    told, other = (first, second) if notes[first].number < notes[second].number else (second, first)
    assert why in items[told].text
    assert why not in items[other].text
    assert items[told].attributes["id"] in links(items[other])


@given(any_reports(), st.sampled_from(["zh", "en"]))
def test_the_page_is_read_back_as_the_report_that_it_shows(report, language):
    """Marks, notes and what is said about the report are not of the report."""

    def read(page):
        try:
            reading = gd.read(page)
        except gd.NoReport as error:
            return str(error)
        return reading.report, reading.missing, [u.place.text for u in reading.unplaced]

    report = report.replace({"title": report.title or "某县2023年政府信息公开工作年度报告"})
    page = gd.write_review([reviewed("a.json", report)], "html", gd.Settings(language=language))
    assert read(page.encode()) == read(gd.write(report, "html", english=language == "en"))


def test_where_no_cell_can_be_told_the_reason_stands_in_its_place():
    entry = of_file(WRONG)
    (first, *_) = gd.suggest(entry.subject)
    blocked = attrs.evolve(first, cells=(), obstacle=gd.Obstacle.TOO_MANY)
    page = page_of(attrs.evolve(entry, corrections=(blocked,)), language="en")
    assert any(blocked.why.en in node.text for node in page.find("li"))
