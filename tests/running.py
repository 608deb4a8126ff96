"""How tests run the command line: inside the process, or for real."""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

import govdisclosure as gd
from govdisclosure.cli import cli

EXAMPLES = Path(__file__).parent.parent / "examples"
GOOD = EXAMPLES / "township-2023.txt"
WRONG = EXAMPLES / "township-2023-wrong-totals.txt"
BLANKS = EXAMPLES / "bureau-2020-blanks.txt"


def run(*arguments, stdin=None, encoding="utf-8") -> Result:
    """Run a command inside the process; what it did not expect is raised here."""
    result = CliRunner(charset=encoding, catch_exceptions=False).invoke(
        cli, list(map(str, arguments)), input=stdin
    )
    assert "Traceback" not in result.output
    return result


def hopeless_in(folder):
    """Write a JSON report in which every cell of table three is wrong: 28 problems."""
    report = gd.read(GOOD).report
    plain, wrong = gd.unstructure(report), json.loads(gd.dumps(report))
    for row in ("received", "carried_in", "carried_out"):
        wrong["requests"][row] = dict.fromkeys(plain["requests"][row], "x")
    wrong["requests"]["outcomes"]["total"] = dict.fromkeys(wrong["requests"]["received"], -1)
    file = folder / "report.json"
    file.write_text(json.dumps(wrong), encoding="utf-8")
    return file


def start(*arguments, **settings) -> subprocess.CompletedProcess:
    """Run a command as a process of its own, with bytes in and out."""
    environment = {**os.environ, **settings.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "govdisclosure", *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment,
        **settings,
    )
