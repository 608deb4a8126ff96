"""JSON documents, right and wrong, with the problems that a reader must find."""

from hypothesis import find, given, settings

import govdisclosure as gd
from govdisclosure.strategies import json_documents


def problems_of(text):
    """The paths of what the reader finds wrong, each once, sorted; none for a report."""
    try:
        gd.loads(text)
    except gd.InvalidReport as error:
        return tuple(sorted({problem.path for problem in error.problems}))
    return ()


@given(json_documents(valid=True))
def test_a_valid_document_holds_its_report(document):
    assert document.problems == ()
    assert gd.loads(document.text) == document.report
    assert gd.loads(document.text.encode("utf-16")) == document.report


@settings(max_examples=100)
@given(json_documents(valid=False))
def test_an_invalid_document_has_exactly_its_problems(document):
    assert document.report is None
    assert document.problems
    assert problems_of(document.text) == document.problems


def test_both_kinds_are_drawn():
    """Without asking, documents are valid or not; a fault shrinks to one problem."""
    assert find(json_documents(), lambda document: document.report is not None).problems == ()
    found = find(json_documents(), lambda document: len(document.problems) > 0)
    assert len(found.problems) == 1
    assert len(find(json_documents(), lambda document: len(document.problems) > 2).problems) == 3
