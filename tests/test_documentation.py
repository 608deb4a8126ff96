"""The documentation is whole, in both languages, and shows what is there today."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import govdisclosure as gd
from govdisclosure.wide import wide_columns

DOCS = Path(__file__).parent.parent / "docs"
SITE = DOCS / "site"
LANGUAGES = ("en", "zh-CN")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site, built in both languages with warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, SITE / "build.py", folder], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


def _script(monkeypatch, name):
    """A script of the site as a module."""
    monkeypatch.syspath_prepend(SITE)
    return __import__(name)


def test_every_page_is_built_in_both_languages_and_leads_to_its_counterpart(site, monkeypatch):
    here, there = ({p.relative_to(site / code) for p in pages(site / code)} for code in LANGUAGES)
    assert here == there
    assert {f"{name}.html" for name in _script(monkeypatch, "build").pages("en")} <= set(
        map(str, here)
    )
    for page in here:
        for code, other in (LANGUAGES, LANGUAGES[::-1]):
            text = (site / code / page).read_text(encoding="utf-8")
            link = f"{'../' * len(page.parts)}{other}/{page.as_posix()}"
            assert f'href="{link}"' in text, f"{code}/{page}: no link to {link}"


def pages(folder):
    return [p for p in folder.rglob("*.html") if "_static" not in p.parts]


def test_no_page_asks_for_anything_from_elsewhere(site):
    """The site works offline: no script, style, font or picture from another host."""
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="(?:https?:)?//', text)


@pytest.mark.parametrize("ending", [".md", ".zh-CN.md"])
def test_the_first_page_lists_every_page(ending):
    index = (DOCS / f"index{ending}").read_text(encoding="utf-8")
    listed = set(
        re.findall(rf"^- \[[^\]]+\]\(([\w./-]+?){re.escape(ending)}\)", index, re.MULTILINE)
    )
    there = {
        path.relative_to(DOCS).as_posix().removesuffix(ending)
        for path in DOCS.rglob(f"*{ending}")
        if "rules" not in path.parts and (ending != ".md" or not path.name.endswith(".zh-CN.md"))
    }
    assert listed == there - {"index"}


@pytest.mark.parametrize("name", ["library.md", "library.zh-CN.md"])
def test_the_page_of_the_library_has_every_public_name_once(name):
    text = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\.\. auto\w+:: (\w+)", text, re.MULTILINE)) == sorted(gd.__all__)


def test_the_page_of_the_command_line_is_what_help_prints(monkeypatch):
    for name, text in _script(monkeypatch, "commands").pages().items():
        assert (DOCS / "reference" / name).read_text(encoding="utf-8") == text


def test_the_pictures_show_todays_output(monkeypatch):
    """What a picture was made from is what would be shown now: python docs/site/pictures.py."""
    made = _script(monkeypatch, "pictures")
    digests = json.loads(made.DIGESTS.read_text(encoding="utf-8"))
    assert digests == {name: made.digest(shown()) for name, (shown, _) in made.PICTURE_OF.items()}
    assert {path.name for path in DOCS.glob("pictures/*.png")} == set(digests)


@pytest.mark.parametrize("name", ["glossary.md", "glossary.zh-CN.md"])
def test_addresses_of_the_glossary_are_of_the_form(name):
    known = {part for column in wide_columns() for part in column.name.split(".")}
    text = (DOCS / "explanation" / name).read_text(encoding="utf-8")
    found = re.findall(r"`…?\.?([a-z_]+(?:\.[a-z_]+)*)`", text)
    assert len(found) > 40
    unknown = {part for address in found for part in address.split(".")} - known
    assert unknown == {"own", "consolidated"}
