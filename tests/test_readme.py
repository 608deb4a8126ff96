"""What the documentation shows is what happens.

A ``console`` block holds commands after ``$`` and their output, where ``…`` alone on a line stands
for any lines; a ``pycon`` block is a Python session. The blocks of one document run in order, in a
folder that has the examples and schemas of the repository. Blocks marked ``sh`` set up the library
on a fresh machine; ``.ci/run`` runs those.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peers import JAVASCRIPT, packages

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [
        *(ROOT / name for name in ("README.md", "README.zh-CN.md", "examples/README.md")),
        *(ROOT / "docs").rglob("*.md"),
    ]
)
RUN_HERE = {"console", "pycon"}
ONLY_SHOWN = {"sh", "json", "toml", "csv", "text", "yaml", "{eval-rst}"}
_BLOCK = re.compile(r"^```(?P<kind>\S*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_END = "end of output, exit code"


def _blocks(document):
    text = document.read_text(encoding="utf-8")
    return [(found["kind"], found["text"]) for found in _BLOCK.finditer(text)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of what the documents name, as the current folder."""
    there = JAVASCRIPT / "node_modules"
    for name in ("examples", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(there.name))
    if there.is_dir():
        (tmp_path / there.relative_to(ROOT)).symlink_to(there)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _steps(text):
    """Return the commands of a console block, each with the output shown."""
    steps = []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            steps.append((line[2:].strip(), []))
        else:
            steps[-1][1].append(line)
    return [(command, "".join(shown)) for command, shown in steps]


def _run_console(text, language):
    steps = _steps(text)
    script = "".join(
        f"{command}\ncode=$?; echo '{_END}' $code; (exit $code)\n" for command, _ in steps
    )
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("LC_")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": language,
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        ["bash", "-c", script],  # noqa: S607  # whichever bash there is
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        check=False,
    )
    outputs = re.split(rf"^{_END} \d+\n", done.stdout.decode(), flags=re.MULTILINE)
    for (command, shown), output in zip(steps, outputs, strict=False):
        pattern = "".join(
            r"(?:.*\n)*" if line.strip() == "…" else re.escape(line)
            for line in shown.splitlines(keepends=True)
        )
        assert not shown or re.fullmatch(pattern, output), f"$ {command}\n{output}"
        assert "Traceback" not in output


def _run_session(text, names, document):
    test = doctest.DocTestParser().get_doctest(text, {}, document.name, str(document), 0)
    test.globs = names
    said = []
    failed = doctest.DocTestRunner().run(test, out=said.append, clear_globs=False).failed
    assert not failed, "".join(said)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_block_does_what_is_shown(document):
    """Commands print the output that stands below them, sessions the values."""
    language = "zh_CN.UTF-8" if "zh" in str(document.relative_to(ROOT)) else "C.UTF-8"
    names = {}
    if any("npm ci" in text for _, text in _blocks(document)):
        packages()
    for kind, text in _blocks(document):
        assert kind in RUN_HERE | ONLY_SHOWN, f"{document.name}: a block of kind {kind!r}"
        if kind == "console":
            _run_console(text, language)
        elif kind == "pycon":
            _run_session(text, names, document)


def _kinds(document):
    return [kind for kind, _ in _blocks(document)]


PAIRS = [
    (path, path.with_name(path.name.replace(".md", ".zh-CN.md")))
    for path in DOCUMENTS
    if not path.name.endswith(".zh-CN.md") and path.parent.name != "examples"
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].name)
def test_both_languages_show_the_same(pair):
    """A document and its counterpart have the same blocks and the same headings' levels."""
    one, other = pair
    assert _kinds(one) == _kinds(other)
    levels = [
        re.findall(r"^(#+) ", _BLOCK.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
        for path in (one, other)
    ]
    assert levels[0] == levels[1]


def test_setting_up_is_the_same_in_both_languages():
    """The commands for a fresh machine are two, and the same in both READMEs."""
    found = [
        [text for kind, text in _blocks(ROOT / name) if kind == "sh"]
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_every_link_leads_somewhere():
    """A relative link in the documents names a file that is there."""
    for document in DOCUMENTS:
        text = _BLOCK.sub("", document.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
