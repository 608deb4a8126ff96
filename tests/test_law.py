"""The law as values: every fact has its citation or says plainly that it has none."""

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.law import (
    CONFIDENCE_WORDING,
    FORM,
    FORM_NOTICE_2019,
    FORM_NOTICE_2021,
    OGI_REGULATIONS,
    PROCESSING_FEE_MEASURES,
    instruments,
    none,
    ogi,
    together,
)
from govdisclosure.records.form import parts

INSTRUMENTS = [OGI_REGULATIONS, FORM_NOTICE_2019, FORM_NOTICE_2021, PROCESSING_FEE_MEASURES]


def parts_below(cls, prefix=""):
    """Every table, group and row of the form, as (address, part)."""
    for name, form in parts(cls).items():
        yield prefix + name, form
        for layout in form.layouts:
            yield from parts_below(layout, f"{prefix}{name}.")


def says_what_it_rests_on(basis):
    """Whether a basis has citations that can be looked up, or a word in both languages."""
    if not isinstance(basis, gd.Basis):
        return False
    if basis.absence is not None:
        return bool(basis.absence.zh and basis.absence.en)
    known = [c for c in basis.citations if c.instrument in INSTRUMENTS]
    return len(known) == len(basis.citations) > 0


@pytest.mark.parametrize("cell", gd.cells(), ids=lambda cell: cell.address)
def test_every_cell_says_what_it_rests_on(cell):
    assert says_what_it_rests_on(cell.basis)


CATEGORIES = dict(parts_below(gd.AnnualReport))


@pytest.mark.parametrize("form", CATEGORIES.values(), ids=CATEGORIES.keys())
def test_every_table_group_and_row_says_what_it_rests_on(form):
    assert says_what_it_rests_on(form.basis)


@pytest.mark.parametrize("rule", gd.RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_rests_on(rule):
    assert says_what_it_rests_on(rule.basis)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"citations": ogi("36").citations, "absence": gd.Wording("没有", "none")},
    ],
    ids=["neither", "both"],
)
def test_a_basis_has_citations_or_says_that_there_is_none(given):
    with pytest.raises(ValueError, match="exactly one"):
        gd.Basis(**given)


def test_an_absence_is_its_own_wording():
    basis = none("没有依据", "nothing to cite")
    assert basis.citations == ()
    assert basis.wording == gd.Wording("没有依据", "nothing to cite")


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        ("10", "第十条", "art. 10"),
        ("13", "第十三条", "art. 13"),
        ("20(1)", "第二十条第（一）项", "art. 20(1)"),
        ("30", "第三十条", "art. 30"),
        ("16.2", "第十六条第二款", "art. 16.2"),
        ("36(7)", "第三十六条第（七）项", "art. 36(7)"),
        ("16.2(10)", "第十六条第二款第（十）项", "art. 16.2(10)"),
        ("5", "第五条", "art. 5"),
    ],
)
def test_a_place_in_the_regulations_is_named_in_both_languages(place, zh, en):
    (citation,) = ogi(place).citations
    assert citation.instrument is OGI_REGULATIONS
    assert citation.place == gd.Wording(zh, en)


def test_several_places_keep_their_order():
    places = [citation.place.en for citation in ogi("36(1), 36(2), 13").citations]
    assert places == ["art. 36(1)", "art. 36(2)", "art. 13"]


@pytest.mark.parametrize("text", ["", "36(1", "36(1)2", "36.", "thirty", "36(1),", "-36", "36 (1)"])
def test_what_is_no_place_is_refused(text):
    with pytest.raises(ValueError, match="not a place"):
        ogi(text)


@pytest.mark.parametrize("article", [14, 15, 16, 20, 30, 32, 33, 35, 36, 37, 38, 39, 42, 49, 50])
def test_articles_whose_text_was_read_are_verified(article):
    assert ogi(str(article)).citations[0].confidence is gd.Confidence.VERIFIED


@pytest.mark.parametrize("article", [10, 13, 27, 29, 31])
def test_articles_whose_text_was_not_read_are_our_reading(article):
    assert ogi(str(article)).citations[0].confidence is gd.Confidence.INFERRED


def test_nothing_cited_from_memory_supports_a_cell_or_a_rule():
    bases = [cell.basis for cell in gd.cells()] + [rule.basis for rule in gd.RULES]
    sure = {citation.confidence for basis in bases for citation in basis.citations}
    assert gd.Confidence.VERIFIED in sure
    assert gd.Confidence.MEMORY not in sure


@pytest.mark.parametrize("confidence", gd.Confidence)
def test_every_confidence_has_words_and_a_basis_shows_them(confidence):
    words = CONFIDENCE_WORDING[confidence]
    shown = instruments(FORM_NOTICE_2021, confidence=confidence).wording
    assert words.zh in shown.zh
    assert words.en in shown.en


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.number)
def test_an_instrument_cited_as_a_whole_is_named_by_title_and_number(instrument):
    basis = instruments(instrument, confidence=gd.Confidence.VERIFIED)
    assert instrument.title.zh in basis.wording.zh
    assert instrument.title.en in basis.wording.en
    assert instrument.number in basis.wording.zh
    assert instrument.number in basis.wording.en


def test_a_basis_names_each_place_and_how_sure_we_are_of_it():
    wording = ogi("33, 36(1), 13").wording
    verified, inferred = (
        CONFIDENCE_WORDING[sure] for sure in (gd.Confidence.VERIFIED, gd.Confidence.INFERRED)
    )
    order = [wording.zh.index(text) for text in ("第三十三条", "第三十六条第（一）项", verified.zh)]
    order += [wording.zh.index(text) for text in ("第十三条", inferred.zh)]
    assert order == sorted(order)
    assert wording.en.count(OGI_REGULATIONS.title.en) == 2


def test_a_basis_as_text_is_bilingual():
    assert str(FORM) == f"{FORM.wording.zh} | {FORM.wording.en}"
    assert FORM_NOTICE_2019.number in FORM.wording.zh
    assert FORM_NOTICE_2021.number in FORM.wording.zh


def test_bases_taken_together_keep_every_citation_in_order():
    basis = together(ogi("42"), FORM)
    assert basis.citations == ogi("42").citations + FORM.citations


@pytest.mark.parametrize("value", [OGI_REGULATIONS, ogi("36").citations[0], FORM])
def test_the_law_is_not_changed_at_run_time(value):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(type(value))[0].name, None)
