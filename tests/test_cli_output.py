"""Files written whole or not at all, and output that any console takes."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest

import govdisclosure as gd
from govdisclosure.cli import output, progress
from govdisclosure.cli.language import Speech
from running import GOOD, WRONG, run, start


def test_output_file_holds_what_the_screen_would(tmp_path):
    """-o writes the same text into a file and prints nothing."""
    file = tmp_path / "findings.txt"
    result = run("check", WRONG, "-o", file)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert file.read_text(encoding="utf-8") == run("check", WRONG).stdout


def test_existing_file_is_kept(tmp_path):
    """A file that exists is not touched without --force."""
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    result = run("check", GOOD, "-o", file)
    assert result.exit_code == 2
    assert "add --force to replace it" in result.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_force_replaces_the_file(tmp_path):
    """With --force the file is replaced, and nothing else is left in the folder."""
    file = tmp_path / "findings.json"
    file.write_text("old", encoding="utf-8")
    assert run("check", GOOD, "-o", file, "--force", "--format", "json").exit_code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["reports"]
    assert [path.name for path in tmp_path.iterdir()] == ["findings.json"]


def test_missing_folder_is_said(tmp_path):
    """A file in a folder that does not exist is refused before anything is read."""
    result = run("check", "missing.txt", "-o", tmp_path / "none" / "findings.txt")
    assert result.exit_code == 2
    assert "its folder does not exist; make it first" in result.stderr
    assert "missing.txt" not in result.stderr


def test_folder_is_no_file(tmp_path):
    """A folder cannot be written to as a file, --force or not."""
    for force in ([], ["--force"]):
        result = run("check", GOOD, "-o", tmp_path, *force)
        assert result.exit_code == 2
        assert "it is a folder; name a file" in result.stderr


def test_folder_without_permission_is_said(tmp_path, monkeypatch):
    """Where nothing may be written, that is the message."""

    def refuse(**_arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(output.tempfile, "mkstemp", refuse)
    result = run("check", GOOD, "-o", tmp_path / "findings.txt", "--lang", "zh")
    assert result.exit_code == 2
    assert "没有写入权限" in result.stderr


def test_nothing_is_left_of_a_file_that_fails(tmp_path, monkeypatch):
    """Where the disk is full halfway, neither the file nor a part of it stays."""

    def full(*_arguments, **_settings):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.Path, "chmod", full)
    result = run("check", GOOD, "-o", tmp_path / "findings.txt")
    assert result.exit_code == 2
    assert "no space left there; make room" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_file_that_appears_in_the_meantime_is_kept(tmp_path, monkeypatch):
    """A file made by someone else while the report was checked is not replaced."""
    file = tmp_path / "findings.txt"
    monkeypatch.setattr(output, "_check_target", lambda *_paths, **_settings: None)
    file.write_text("theirs", encoding="utf-8")
    with pytest.raises(FileExistsError):
        output.write_file(file, "ours", force=False)
    assert file.read_text(encoding="utf-8") == "theirs"
    assert list(tmp_path.iterdir()) == [file]


def test_file_system_without_links_will_do(tmp_path, monkeypatch):
    """Where files cannot be linked, the file is written all the same."""

    def refuse(*_paths):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(output.Path, "hardlink_to", refuse)
    file = tmp_path / "findings.txt"
    output.write_file(file, "ours", force=False)
    assert file.read_text(encoding="utf-8") == "ours"


def test_device_is_written_to_as_it_is():
    """A device such as the null device is no file that could be replaced."""
    assert run("check", GOOD, "-o", os.devnull, "--force").exit_code == 0
    assert not os.path.isfile(os.devnull)  # noqa: PTH113  # a name, not a path


@pytest.mark.parametrize("encoding", ["cp936", "cp1252", "utf-8"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_console_takes_the_text(encoding, language):
    """A console whose encoding lacks a character gets something near, never a traceback."""
    env = {"PYTHONIOENCODING": encoding}
    result = start("check", WRONG, "missing.txt", "--lang", language, env=env)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert b"requests.row_total" in result.stdout
    result.stdout.decode(encoding)
    for arguments in (["--help"], ["check", "--help"], ["rules"], ["cells"], ["nonsense"]):
        assert b"Traceback" not in start(*arguments, "--lang", language, env=env).stderr


def test_western_console_gets_plain_signs():
    """≠ and “ become != and a plain quotation mark where the encoding lacks them."""
    shown = run("check", WRONG, encoding="cp1252").stdout
    assert "total 7 != 6 (4 + 2), difference 1" in shown
    assert "\\u4e91\\u6eaa\\u53bf" in shown


@pytest.mark.parametrize("encoding", ["cp936", "cp1252", "ascii", "utf-8"])
def test_json_is_json_on_any_console(encoding):
    """JSON printed on a console of another encoding is still the same report."""
    printed = run("read", GOOD, encoding=encoding).stdout
    assert gd.loads(printed) == gd.read(GOOD).report


def test_json_that_is_redirected_is_read_again():
    """What a console of another encoding writes into a file is read back as it was."""
    printed = start("read", GOOD, env={"PYTHONIOENCODING": "cp936"}).stdout
    assert gd.loads(printed) == gd.read(GOOD).report


def test_other_codec_errors_are_not_hidden():
    """The handler is for writing; an error in reading stays an error."""
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    with pytest.raises(UnicodeDecodeError):
        output._plainer(error)  # noqa: SLF001  # the handler is not public


def test_reader_that_goes_away_is_no_error():
    """``govdisclosure cells | head -n 1`` ends with the code earned, without a word."""
    command = [sys.executable, "-m", "govdisclosure", "check", str(WRONG), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        process.stdout = None
        _, errors = process.communicate()
    assert process.returncode == 1
    assert errors == b""


class _Terminal(StringIO):
    def isatty(self):
        return True


def _clock(step):
    seconds = iter(range(0, 10**6, step))
    return lambda: next(seconds) / 1000


def _watch(monkeypatch, stream, step):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "monotonic", _clock(step))
    items = list(range(10))
    assert list(progress.watched(items, len(items), Speech("zh"))) == items
    return stream.getvalue()


def test_long_work_on_a_terminal_has_a_bar(monkeypatch):
    """Ten documents of a second each get a bar."""
    assert "读取报告" in _watch(monkeypatch, _Terminal(), 1000)


def test_short_work_has_no_bar(monkeypatch):
    """Ten documents of some milliseconds each get none."""
    assert _watch(monkeypatch, _Terminal(), 10) == ""


def test_no_bar_where_nobody_sees_it(monkeypatch):
    """Standard error that is no terminal gets no bar, however long it takes."""
    assert _watch(monkeypatch, StringIO(), 1000) == ""
