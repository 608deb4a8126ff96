"""Where everything must run, nothing is left out silently."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent / "conftest.py"
SKIPPED = {
    "test": "import pytest\n\ndef test_it():\n    pytest.skip('not here')\n",
    "mark": "import pytest\n\n@pytest.mark.skip('not here')\ndef test_it():\n    pass\n",
    "module": "import pytest\n\npytest.skip('not here', allow_module_level=True)\n",
    "folder": "def test_it(shared):\n    pass\n",
}
PASSING = "def test_it():\n    pass\n"


@pytest.mark.parametrize(
    ("environment", "code", "line"),
    [({"CI": "true"}, 1, "1 failed, 1 passed, 3 errors"), ({}, 0, "1 passed, 4 skipped")],
)
def test_skip_is_a_failure_where_ci_is_set(tmp_path, environment, code, line):
    """With CI set every kind of skip fails the run; without, it is only skipped."""
    shutil.copy(CONFTEST, tmp_path)
    for name, text in {**SKIPPED, "passing": PASSING}.items():
        (tmp_path / f"test_{name}.py").write_text(text, encoding="utf-8")
    plain = {k: v for k, v in os.environ.items() if k not in ("CI", "PYTEST_ADDOPTS")}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "--continue-on-collection-errors",
        ],
        env={**plain, **environment, "GOVDISCLOSURE_SHARED": str(tmp_path / "none")},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stdout.decode()
    closing = done.stdout.decode().splitlines()[-1]
    assert all(part in closing for part in line.split(", ")), closing
    assert (b"skipped, and CI is set" in done.stdout) is bool(code)
