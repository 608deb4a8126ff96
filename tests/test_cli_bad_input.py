"""Input that cannot be used: a clear sentence, exit code 2, never a traceback."""

import json

import pytest

import govdisclosure as gd
from running import BLANKS, GOOD, WRONG, hopeless_in, run, start


def _write(folder, name, content):
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


UNUSABLE = {
    "empty": (b"", "the document is empty"),
    "only spaces": (b" \n \n", "the document is empty"),
    "a picture": (
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        "a PNG picture, which cannot be read; recognise its text (OCR) first",
    ),
    "half a PDF": (b"%PDF-1.7 ...", "the PDF is damaged"),
    "bytes": (bytes(range(256)), "not readable as text (encodings tried: utf-8, gb18030)"),
    "half a character": (
        "一、总体情况".encode()[:-1] + b"\xff\xff",
        "encodings tried: utf-8, gb18030",
    ),
    "another text": (
        "今天天气不错。".encode(),
        "no table of an annual report found: expected 二、"[:48],
    ),
    "half a JSON": (b'{"year": 2023', "not a report, 1 problem:"),
}


@pytest.mark.parametrize("command", ["check", "read"])
@pytest.mark.parametrize("kind", UNUSABLE)
def test_unusable_document_is_told(tmp_path, kind, command):
    """The message names the document and says what it is instead of a report."""
    content, expected = UNUSABLE[kind]
    result = run(command, _write(tmp_path, "report", content))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {tmp_path / 'report'}: ")
    assert expected in result.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_message_is_in_the_language_chosen_only(tmp_path, language):
    """One language is printed, not both."""
    file = _write(tmp_path, "report", b"")
    shown = run("check", file, "--lang", language).stderr
    assert ("文件是空的" in shown) is (language == "zh")
    assert ("the document is empty" in shown) is (language == "en")


def test_missing_tables_are_named_as_the_form_names_them(tmp_path):
    """A text without a table says which tables were expected, in the form's words."""
    file = _write(tmp_path, "report", "今天天气不错。")
    assert "二、主动公开政府信息情况" in run("check", file, "--lang", "zh").stderr


def test_folder_without_reports_is_told(tmp_path):
    """A folder in which there is no report says what was looked for."""
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert (
        "no report in this folder (.json .txt .tsv .md .markdown .html .htm "
        ".pdf .docx .xlsx are looked for)" in result.stderr
    )


def test_folder_is_not_one_document(tmp_path):
    """``read`` takes one document; a folder is none."""
    result = run("read", tmp_path)
    assert result.exit_code == 2
    assert "this is a folder, not a file" in result.stderr


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b", "https://example.org/report.html"])
def test_impossible_path_is_told(path):
    """A path that no file can have is a message, not a traceback."""
    for command in ("check", "read"):
        assert run(command, path).exit_code == 2


def test_absent_table_is_a_finding_not_a_failure(tmp_path):
    """A report that lacks table four is read, and form.missing says so."""
    text = GOOD.read_text(encoding="utf-8")
    start_of_table = text.index("行政复议\t")
    end_of_table = text.index("五、存在的主要问题")
    file = _write(tmp_path, "report.txt", text[:start_of_table] + text[end_of_table:])
    result = run("check", file)
    assert result.exit_code == 1
    assert "error form.missing  not found: Administrative recon" in result.stdout
    reading = run("read", file)
    assert reading.exit_code == 1
    assert "litigation (remedies)" in reading.stderr
    assert gd.loads(reading.stdout).remedies is None


def test_two_reports_in_one_file_are_refused(tmp_path):
    """Two reports in one document cannot be told apart by a reader; the message says to split."""
    file = _write(tmp_path, "report.txt", GOOD.read_bytes() + b"\n" + WRONG.read_bytes())
    for command in ("check", "read"):
        result = run(command, file)
        assert result.exit_code == 2
        assert "two reports in one document; split it and read each" in result.stderr


@pytest.fixture
def hopeless(tmp_path):
    return hopeless_in(tmp_path)


def test_many_problems_are_cut_short_on_the_screen(hopeless):
    """Of 28 problems the first 20 are printed, and how many more there are."""
    shown = run("check", hopeless).stderr
    assert "not a report, 28 problems:" in shown
    assert "… and 8 more (govdisclosure check --all lists them)" in shown
    assert shown.count("expected a whole number") == 20
    assert run("read", hopeless).stderr == shown


def test_one_of_many_documents_is_told_in_a_few_lines(hopeless):
    """Where many documents are checked, an unusable one takes three of its problems."""
    shown = run("check", hopeless, GOOD).stderr
    assert shown.count("expected a whole number") == 3
    assert "… and 25 more" in shown


def test_every_problem_can_be_had(hopeless):
    """--all prints every problem, and the JSON always has every one."""
    assert run("check", hopeless, "--all").stderr.count("expected a whole number") == 28
    found = json.loads(run("check", hopeless, "--format", "json").stdout)["reports"][0]
    assert found["error"]["en"].count("expected a whole number") == 28
    assert found["error"]["zh"].startswith("不是一份年度报告，问题 28 处：")


def test_closed_standard_input_is_told():
    """Where there is no standard input at all, ``-`` is a message."""
    result = start("check", "-", stdin=-3, preexec_fn=lambda: __import__("os").close(0))
    assert result.returncode == 2
    assert b"there is no standard input" in result.stderr


def test_standard_input_without_a_report():
    """An empty standard input is told like an empty file."""
    result = run("check", "-", stdin=b"")
    assert result.exit_code == 2
    assert "-: the document is empty" in result.stderr


# --- arguments -------------------------------------------------------------------------------

MISUSE = {
    ("chek",): ("no command 'chek'; did you mean check", "没有命令“chek”；相近的有：check"),
    ("zzz",): (
        "no command 'zzz'; there are: check, suggest",
        "没有命令“zzz”；现有：check、suggest",
    ),
    ("check",): ("Missing argument 'PATH...'", "缺少参数 PATH..."),
    ("check", "--fromat", "x"): ("No such option", "没有选项 --fromat；相近的有：--format"),
    ("check", "x", "--format", "odf"): ("'odf' is not one of", "--format 只能是：text、json"),
    ("check", "x", "-o"): ("Option '-o' requires an argument", "选项 -o 后面要写值"),
    ("read", "x", "y"): ("too many arguments; not needed: y", "参数太多，不需要：y"),
    ("read", "x", "y", "z"): ("not needed: y z", "不需要：y z"),
    ("check", "x", "--force=1"): ("does not take a value", "选项 --force 后面没有值"),
    ("check", "x", "--processes", "0"): ("not in the range", "--processes 要写整数，不小于 1"),
    ("new", "x.json", "--year", "last"): ("not a valid integer", "--year 要写整数"),
    ("rollup", "x", "--roster", "r"): ("Missing option '-o'", "缺少选项 -o/--output OUT"),
    ("help", "chek"): ("did you mean check", "相近的有：check"),
    ("rules", "requests.balanse"): ("did you mean requests.balance", "相近的有：requests.balance"),
    ("rules", "xyz"): ("no rule has 'xyz'; govdisclosure rules lists", "没有规则含有“xyz”"),
    ("cells", "requests.recieved"): (
        "did you mean requests.received,",
        "相近的有：requests.received、",
    ),
    ("cells", "xyz"): ("no cell has 'xyz'; govdisclosure cells lists all", "没有单元格含有“xyz”"),
    ("rules", "balence", "error"): (
        "no rule has 'balence', 'error'",
        "没有规则含有“balence”“error”",
    ),
    ("rules", "balence"): ("did you mean balance", "相近的有：balance"),
    ("cells", "不于公开"): ("did you mean 不予公开", "相近的有：不予公开"),
    ("cells", "x", "--edition", "2014"): ("'2014' is not one of", "--edition 只能是：2019、2021"),
    ("cells", "proactive_disclosure.procurement", "--edition", "2021"): (
        "the 2021 edition has no 'proactive_disclosure.procurement'",
        "2021年版格式没有",
    ),
}


@pytest.mark.parametrize("arguments", MISUSE)
def test_misuse_is_told_in_both_languages(arguments):
    """Arguments that cannot be used give one sentence in the language chosen, and exit code 2."""
    en, zh = MISUSE[arguments]
    for language, expected in (("en", en), ("zh", zh)):
        result = run("--lang", language, *arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert expected in result.stderr


def test_prior_is_misused_in_no_other_way():
    """A value that an option cannot take is refused with the option's name."""
    result = run("--lang", "fr", "check", BLANKS)
    assert result.exit_code == 2
    assert "--lang" in result.stderr
