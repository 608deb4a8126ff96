"""Builds the documentation as a site in both languages: ``python docs/site/build.py FOLDER``.

A page is a file ``NAME.md``, its counterpart ``NAME.zh-CN.md``. Each language is built from a copy
of its own pages under plain names, so that a page has the same address in both; the lists of links
in ``index.md`` are its table of contents. A warning is an error.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SITE = Path(__file__).parent
DOCS = SITE.parent
ENDINGS = {"en": ".md", "zh-CN": ".zh-CN.md"}
_COUNTERPART = re.compile(r"^\[(?:中文|English)\]\([\w./-]+\.md\)\n\n?", re.MULTILINE)
_ENTRY = re.compile(r"^- \[[^\]]+\]\((?P<page>[\w./-]+)\.md\)", re.MULTILINE)
_OPENING = """<!doctype html>
<meta charset="utf-8">
<title>govdisclosure</title>
<meta http-equiv="refresh" content="0; url=en/index.html">
<a href="en/index.html">English</a> · <a href="zh-CN/index.html" lang="zh-CN">中文</a>
"""


def pages(language: str) -> dict[str, Path]:
    """Return the pages of a language, by their name without an ending."""
    ending = ENDINGS[language]
    found = {}
    for path in sorted(DOCS.rglob(f"*{ending}")):
        if language == "en" and path.name.endswith(ENDINGS["zh-CN"]):
            continue
        found[path.relative_to(DOCS).as_posix().removesuffix(ending)] = path
    return found


def contents(index: str) -> str:
    """Return the sections of an index page as tables of contents, which the page does not show."""
    trees = []
    for section in re.split(r"^## ", index, flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        entries = [found["page"] for found in _ENTRY.finditer(text)]
        if entries:
            trees.append(_tree(entries, f":caption: {heading}"))
    return "\n".join(trees)


def _tree(entries: list[str], *options: str) -> str:
    lines = ["```{toctree}", ":hidden:", *options, "", *entries, "```", ""]
    return "\n".join(lines)


def source(name: str, path: Path, language: str) -> str:
    """Return a page as Sphinx takes it: links to plain names, tables of contents added."""
    text = _COUNTERPART.sub("", path.read_text(encoding="utf-8"), count=1)
    if language != "en":
        text = text.replace(f"{ENDINGS[language]}", ".md")
    if name == "index":
        text += "\n" + contents(text)
    elif name == "reference/rules":
        text += "\n" + _tree(["rules/*"], ":glob:", ":maxdepth: 1")
    return text


def build(language: str, folder: Path) -> int:
    """Build one language into a folder of its own; return Sphinx's exit code."""
    with tempfile.TemporaryDirectory() as work:
        copied = Path(work) / "docs"
        for name, path in pages(language).items():
            target = copied / f"{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source(name, path, language), encoding="utf-8")
        shutil.copytree(DOCS / "pictures", copied / "pictures", dirs_exist_ok=True)
        shutil.copytree(DOCS.parent / "examples", Path(work) / "examples")
        command = [
            *(sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q"),
            *("-c", str(SITE), "-d", str(Path(work) / "doctrees")),
            *("-D", f"templates_path={SITE / '_templates'}"),
            *(str(copied), str(folder / language)),
        ]
        environment = {**os.environ, "GOVDISCLOSURE_DOCS_LANGUAGE": language}
        return subprocess.run(command, env=environment, check=False).returncode


def main(folder: Path) -> int:
    """Build both languages, and the page that leads to them."""
    folder.mkdir(parents=True, exist_ok=True)
    codes = [build(language, folder) for language in ENDINGS]
    (folder / "index.html").write_text(_OPENING, encoding="utf-8")
    return max(codes)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python docs/site/build.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
