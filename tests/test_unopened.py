"""A file that is not there: what is there under a name like it."""

import pytest

import govdisclosure as gd
from govdisclosure.unopened import near_names
from running import GOOD, run


@pytest.fixture
def folder(tmp_path):
    for name in ("报告2023.docx", "青石镇年报.pdf", "notes.md", ".报告2023.txt"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("报告2032.docx", "报告2023.docx"),
        ("报告2023.doc", "报告2023.docx"),
        ("报告2023", "报告2023.docx"),
        ("note.md", "notes.md"),
    ],
)
def test_the_likest_name_comes_first(folder, asked, first):
    assert near_names(folder / asked)[0] == first


@pytest.mark.parametrize("asked", ["zzz.txt", "x"])
def test_names_that_are_not_alike_are_not_offered(folder, asked):
    assert near_names(folder / asked) == []


def test_hidden_files_are_not_offered(folder):
    assert near_names(folder / ".报告2023.tx") == ["报告2023.docx"]


@pytest.mark.parametrize("command", [["check"], ["read"], ["suggest"], ["check", GOOD, "--prior"]])
@pytest.mark.parametrize(("language", "asked"), [("zh", "你是否指"), ("en", "did you mean")])
def test_every_command_offers_near_names(folder, command, language, asked):
    result = run(*command, folder / "报告2032.docx", "--lang", language)
    assert result.exit_code == 2
    assert asked in result.stderr
    assert str(folder / "报告2023.docx") in result.stderr


def test_settings_offer_near_names_too(folder):
    (folder / "profile.toml").write_text("", encoding="utf-8")
    result = run("check", GOOD, "--profile", folder / "profil.toml")
    assert result.exit_code == 2
    assert f"did you mean {folder / 'profile.toml'}?" in result.stderr


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(gd.UnreadableDocument, match="no folder"):
        gd.read(tmp_path / "none" / "report.txt")
